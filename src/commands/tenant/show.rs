//! `igdoctor tenant show`: every value that holds, and where it comes from. No secret is read for it.

use anyhow::Result;
use clap::Args;
use serde_json::json;

use crate::commands::connection::{TenantFlags, is_set, which};
use crate::commands::flags::{FormFlags, LookFlags, Plain};
use crate::model::{Arg, Language};
use crate::report::human::{Sheet, table};
use crate::report::json;
use crate::speech::Speech;
use crate::tenant::effective::{Effective, Origin};
use crate::tenant::rows::{Row, rows};
use crate::tenant::sources::Wanted;
use crate::terminal::{harmless, write_stdout};

/// Flags of `tenant show`.
#[derive(Args, Debug)]
pub(super) struct Flags {
    #[command(flatten)]
    tenant: TenantFlags,
    #[command(flatten)]
    form: FormFlags,
    #[command(flatten)]
    look: LookFlags,
}

pub(super) fn run(flags: &Flags) -> Result<()> {
    let whom = flags.tenant.whom(&|names| Err(which(names)))?;
    let named = whom.named();
    let about = named.and_then(|named| named.entry.lang);
    let words = flags.look.speech(about);
    let effective = Effective::new(&flags.tenant.given(), named, None)?;
    let lang = flags.look.chosen_language(about);
    // A program reads the same in every language.
    let speech = match flags.form.format {
        Plain::Human => words,
        Plain::Json => Speech::new(Language::En),
    };
    let source = |wanted| flags.tenant.source(wanted, named);
    let rows = rows(&effective, named, lang, &source, &speech);
    let text = match flags.form.format {
        Plain::Human => human(flags, &speech, &rows, named.map(|named| named.name)),
        Plain::Json => {
            let values: Vec<_> = rows
                .iter()
                .map(|row| {
                    let value = row.value.as_ref();
                    json!({
                        "key": row.key,
                        "value": value.map(|value| &value.value),
                        "from": value.map(|value| origin(value.origin)),
                    })
                })
                .collect();
            let name = named.map(|named| named.name);
            json::document(&json!({"schema_version": 1, "tenant": name, "values": values}))?
        }
    };
    write_stdout(&text)?;
    Ok(())
}

fn human(flags: &Flags, speech: &Speech, rows: &[Row], name: Option<&str>) -> String {
    let mut sheet = Sheet::new(flags.look.look());
    let (set, unset): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.value.is_some());
    let cells: Vec<[String; 3]> = set
        .iter()
        .filter_map(|row| {
            let value = row.value.as_ref()?;
            Some([
                harmless(&row.key),
                harmless(&value.value),
                origin_in(speech, value.origin),
            ])
        })
        .collect();
    let heads = ["tenant-key", "tenant-value", "tenant-from"].map(|key| speech.say(key));
    table::write(&mut sheet, &heads, cells.iter().map(|row| row.as_slice()));
    if !unset.is_empty() {
        let keys: Vec<&str> = unset.iter().map(|row| row.key.as_str()).collect();
        sheet.paragraph(
            0,
            &speech.say_with("tenant-unset", &[("keys", &Arg::Text(keys.join(", ")))]),
        );
    }
    let unused = |wanted: &Wanted| {
        let variable = wanted.variable();
        let chosen = flags
            .tenant
            .source(*wanted, flags.tenant.whom(&|_| Ok(None)).ok()?.named())?;
        (is_set(variable) && !matches!(chosen.origin, Origin::Environment(_))).then_some(variable)
    };
    for variable in Wanted::ALL.iter().filter_map(unused) {
        sheet.paragraph(
            0,
            &speech.say_with(
                "tenant-variable-unused",
                &[
                    ("variable", &variable.into()),
                    ("tenant", &Arg::from(name.unwrap_or_default())),
                ],
            ),
        );
    }
    sheet.text()
}

/// Where a value comes from, in one word of a language.
fn origin_in(speech: &Speech, from: Origin) -> String {
    match from {
        Origin::Flag(_) | Origin::Environment(_) => origin(from),
        Origin::Tenant => speech.say("tenant-from-tenant"),
        Origin::Platform => speech.say("tenant-from-platform"),
        Origin::Token => speech.say("tenant-from-token"),
        Origin::Default => speech.say("tenant-from-default"),
    }
}

/// The same for a program.
fn origin(origin: Origin) -> String {
    match origin {
        Origin::Flag(flag) => flag.to_owned(),
        Origin::Environment(variable) => variable.to_owned(),
        Origin::Tenant => "tenant".to_owned(),
        Origin::Platform => "platform".to_owned(),
        Origin::Token => "token".to_owned(),
        Origin::Default => "default".to_owned(),
    }
}

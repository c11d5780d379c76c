//! `igdoctor tenant list`: the tenants of the file, a row each.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use serde_json::json;

use crate::commands::connection::must_have_file;
use crate::commands::flags::{FormFlags, LookFlags, Plain};
use crate::model::{Arg, Language};
use crate::platform;
use crate::report::human::{Sheet, table};
use crate::report::json;
use crate::speech::Speech;
use crate::tenant::sources::{Wanted, choose};
use crate::tenant::{Named, TenantFile};
use crate::terminal::{harmless, write_stdout};

/// Flags of `tenant list`.
#[derive(Args, Debug)]
pub(super) struct Flags {
    /// The file of tenants; else igdoctor.toml in this folder, else in your configuration folder
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    form: FormFlags,
    #[command(flatten)]
    look: LookFlags,
}

pub(super) fn run(flags: &Flags) -> Result<()> {
    let file = must_have_file(flags.config.as_deref())?;
    let text = match flags.form.format {
        Plain::Human => human(&file, flags),
        Plain::Json => json(&file)?,
    };
    write_stdout(&text)?;
    Ok(())
}

/// Where the token of a tenant would be read from, without reading it.
fn token(named: Named<'_>, language: Language) -> String {
    choose(Wanted::Token, Some(named), |_| false)
        .map(|chosen| chosen.source.said(language))
        .unwrap_or_default()
}

fn tenants(file: &TenantFile) -> impl Iterator<Item = Named<'_>> {
    file.tenants.iter().map(|(name, entry)| Named {
        name,
        entry,
        folder: file.folder(),
    })
}

fn human(file: &TenantFile, flags: &Flags) -> String {
    let speech = Speech::new(flags.look.language());
    let mut sheet = Sheet::new(flags.look.look());
    if file.tenants.is_empty() {
        let path = Arg::Text(file.path.display().to_string());
        sheet.paragraph(0, &speech.say_with("tenant-no-tenants", &[("path", &path)]));
        return sheet.text();
    }
    let rows: Vec<[String; 4]> = tenants(file)
        .map(|named| {
            let entry = named.entry;
            let platform = entry.platform.as_deref().unwrap_or(platform::DEFAULT);
            let id = entry.page.as_ref().or(entry.instagram.as_ref());
            [
                named.name.to_owned(),
                harmless(platform),
                id.cloned().unwrap_or_default(),
                harmless(&token(named, speech.language())),
            ]
        })
        .collect();
    let heads = [
        "tenant-name",
        "tenant-platform",
        "tenant-id",
        "tenant-token",
    ]
    .map(|key| speech.say(key));
    table::write(&mut sheet, &heads, rows.iter().map(|row| row.as_slice()));
    sheet.paragraph(
        0,
        &speech.say_with(
            "tenant-closing",
            &[
                ("count", &rows.len().into()),
                ("path", &Arg::Text(file.path.display().to_string())),
            ],
        ),
    );
    sheet.text()
}

fn json(file: &TenantFile) -> Result<String> {
    let tenants: Vec<_> = tenants(file)
        .map(|named| {
            let entry = named.entry;
            json!({
                "name": named.name,
                "platform": entry.platform.as_deref().unwrap_or(platform::DEFAULT),
                "flow": entry.flow,
                "page_id": entry.page,
                "instagram_id": entry.instagram,
                "token": token(named, Language::En),
            })
        })
        .collect();
    let path = file.path.display().to_string();
    Ok(json::document(
        &json!({"schema_version": 1, "file": path, "tenants": tenants}),
    )?)
}

//! `igdoctor list`: the checks, and the platforms.

mod platforms;

use anyhow::Result;
use clap::Args;
use serde_json::{Value, json};

use super::flags::{FormFlags, LookFlags, Plain};
use crate::catalog::{self, Catalog, Check};
use crate::model::{Arg, Language};
use crate::report::human::{Sheet, table};
use crate::report::json;
use crate::speech::Speech;
use crate::terminal::{Look, write_stdout};
use crate::words::{About, Writer};

/// Flags of `list`.
#[derive(Args, Debug)]
pub struct Flags {
    /// List the platforms instead
    #[arg(long)]
    platforms: bool,
    #[command(flatten)]
    form: FormFlags,
    #[command(flatten)]
    look: LookFlags,
}

/// Lists. Always ends with 0.
///
/// # Errors
/// When nothing can be written.
pub fn run(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    let language = flags.look.language();
    let look = flags.look.look();
    let text = match (flags.form.format, flags.platforms) {
        (Plain::Json, false) => json_of_checks(catalog, language)?,
        (Plain::Json, true) => platforms::json()?,
        (Plain::Human, false) => checks(catalog, look, language)?,
        (Plain::Human, true) => platforms::human(look, language)?,
    };
    write_stdout(&text)?;
    Ok(crate::report::EXIT_HEALTHY)
}

fn checks(catalog: &'static Catalog, look: Look, language: Language) -> Result<String> {
    let speech = Speech::new(language);
    let writer = Writer::new(&speech, catalog, None, About::default());
    let mut sheet = Sheet::new(look);
    for (area, checks) in catalog.by_area() {
        sheet.heading(&speech.say(&format!("area-{area}")));
        let rows: Vec<[String; 4]> = checks
            .map(|check| {
                [
                    check.id.to_owned(),
                    writer.title(check),
                    tier(check, &speech),
                    speech.say(&format!("fix-{}", check.fix.kind)),
                ]
            })
            .collect();
        let mut heads =
            ["column-check", "list-says", "list-tier", "list-fix"].map(|key| speech.say(key));
        if look.accessible {
            heads[1].clear();
        }
        table::write(&mut sheet, &heads, rows.iter().map(|row| row.as_slice()));
    }
    sheet.paragraph(
        0,
        &speech.say_with(
            "list-closing",
            &[
                ("count", &catalog.checks().len().into()),
                ("replies", &catalog.replies().len().into()),
            ],
        ),
    );
    Ok(sheet.text())
}

/// The least access at which a check can answer.
fn tier(check: &Check, speech: &Speech) -> String {
    let tier = speech.say(&format!("head-access-{}", check.tier));
    if check.opt_in {
        speech.say_with("list-tier-opt-in", &[("tier", &Arg::Text(tier))])
    } else {
        tier
    }
}

fn json_of_checks(catalog: &'static Catalog, language: Language) -> Result<String> {
    let speech = Speech::new(language);
    let writer = Writer::new(&speech, catalog, None, About::default());
    let json = |checks: &[Check]| -> Vec<Value> {
        let checks = checks.iter();
        let all = checks.map(|check| json_of_check(catalog, check, &writer));
        all.collect()
    };
    let (checks, message) = (json(catalog.checks()), json(catalog.replies()));
    let retired = catalog::RETIRED;
    Ok(json::document(
        &json!({"schema_version": 1, "lang": language, "checks": checks, "message": message, "retired": retired}),
    )?)
}

fn json_of_check(catalog: &'static Catalog, check: &Check, writer: &Writer<'_>) -> Value {
    let cause = |cause: &str| {
        let facts = catalog.facts(check, cause);
        json!({"cause": cause, "outcome": facts.outcome, "severity": facts.severity, "actor": facts.actor, "fix": facts.fix})
    };
    json!({
        "id": check.id,
        "area": check.area,
        "tier": check.tier,
        "opt_in": check.opt_in,
        "severity": check.severity,
        "actor": check.actor,
        "flows": check.flows,
        "needs": check.needs,
        "asks": check.asks,
        "symptoms": check.symptoms,
        "fix": check.fix.kind,
        "guides": check.guides,
        "seen": check.seen.to_string(),
        "title": writer.title(check),
        "why": writer.why(check),
        "links": check.links.values().collect::<Vec<_>>(),
        "causes": check.causes().map(cause).collect::<Vec<_>>(),
    })
}

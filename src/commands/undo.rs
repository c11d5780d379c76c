//! `igdoctor undo`: takes back what a repair changed, as far as the API can.

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use serde_json::json;

use super::asked::{Asking, asker};
use super::auth::target;
use super::connection::TenantFlags;
use super::flags::{AskFlags, FormFlags, LookFlags, Plain};
use super::repair::place::Place;
use crate::address::is_id;
use crate::model::{Arg, Flow};
use crate::repair::journal::{Entry, Event};
use crate::repair::{Applied, can_be_undone};
use crate::report::human::{Sheet, table};
use crate::report::json;
use crate::report::{EXIT_FINDINGS, EXIT_HEALTHY};
use crate::speech::{Speech, error};
use crate::terminal::write_stdout;

/// Flags of `undo`.
#[derive(Args, Debug)]
#[command(override_usage = "igdoctor undo [TENANT | TENANT:NUMBER] [OPTIONS]")]
pub struct Flags {
    #[command(flatten)]
    tenant: TenantFlags,
    /// List the changes, and take back none
    #[arg(long)]
    list: bool,
    /// Show what would be taken back, and take back nothing
    #[arg(long)]
    dry_run: bool,
    /// Do not ask first
    #[arg(long, short)]
    yes: bool,
    #[command(flatten)]
    asking: Asking,
    #[command(flatten)]
    ask: AskFlags,
    #[command(flatten)]
    form: FormFlags,
    #[command(flatten)]
    look: LookFlags,
}

/// Takes back the last change, or the one that is named. The number is the exit code: 0 it is taken back, 1 it is not.
///
/// # Errors
/// Wrong usage or configuration, or a repair is going on.
pub fn run(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    let speech = flags.look.speech(None);
    let chooser = asker(&flags.asking, &flags.look, &speech);
    let (tenant, number) = wanted(flags)?;
    let choose = |names: &[String]| {
        target::choose_one(chooser.as_ref(), &speech.say("login-ask-tenant"), names)
    };
    // The list of changes lies on this machine; nobody needs a token to read it.
    let place = Place::real(
        catalog,
        &tenant,
        &flags.ask,
        &choose,
        &|| Ok(flags.list),
        ["error-undo-begin", "error-undo-no-token"],
    )?;
    let speech = flags.look.speech(place.tenant.expect.lang);
    let asker = asker(&flags.asking, &flags.look, &speech);
    if flags.list {
        let entries = place.journal.entries()?;
        write_stdout(&list(flags, &place.name, &entries, &speech)?)?;
        return Ok(EXIT_HEALTHY);
    }
    place.settle_open_changes(&speech, None)?;
    let entries = place.journal.entries()?;
    let entry = match number {
        Some(number) => entries
            .iter()
            .find(|entry| entry.id == number)
            .with_context(|| {
                let id = format!("{}:{number}", place.name);
                error(
                    "error-undo-unknown",
                    &[("id", &id), ("tenant", &place.name)],
                )
            })?,
        None => entries
            .iter()
            .rfind(|entry| can_be_undone(entry))
            .with_context(|| error("error-undo-nothing", &[("tenant", &place.name)]))?,
    };
    let id = format!("{}:{}", place.name, entry.id);
    ensure!(
        can_be_undone(entry),
        error(
            "error-undo-cannot",
            &[("id", &id), ("state", &state(entry))],
        )
    );
    let args = [
        ("id", &Arg::from(id.as_str())),
        ("check", &Arg::from(entry.check.as_str())),
        ("fields", &Arg::from(entry.change.added())),
        ("call", &Arg::from(entry.change.call())),
    ];
    write_stdout(&format!("{}\n", speech.say_with("undo-what", &args)))?;
    if flags.dry_run {
        return Ok(EXIT_HEALTHY);
    }
    if !flags.yes {
        let asker = asker.with_context(|| error("error-undo-nobody", &[]))?;
        if !asker.yes_no(&speech.say("undo-ask"), Some(false))? {
            return Ok(EXIT_FINDINGS);
        }
    }
    let applied = place.undo(entry)?;
    let (key, more, code) = match &applied {
        Applied::Done { .. } => ("undo-done", String::new(), EXIT_HEALTHY),
        Applied::Nothing => ("undo-nothing", String::new(), EXIT_HEALTHY),
        Applied::Refused(refusal) => ("repair-refused", refusal.message.clone(), EXIT_FINDINGS),
        Applied::NotTaken { .. } => ("repair-not-taken", String::new(), EXIT_FINDINGS),
        Applied::Unknown { failure, .. } => ("repair-unknown", failure.to_string(), EXIT_FINDINGS),
        Applied::Unreadable(failure) => ("repair-unreadable", failure.to_string(), EXIT_FINDINGS),
    };
    let more = Arg::Text(crate::terminal::harmless(&more));
    let args = [
        ("id", &Arg::from(id.as_str())),
        ("check", &Arg::from(entry.check.as_str())),
        ("more", &more),
    ];
    write_stdout(&format!("{}\n", speech.say_with(key, &args)))?;
    Ok(code)
}

/// `casa-azul`, or `casa-azul:3`.
fn wanted(flags: &Flags) -> Result<(TenantFlags, Option<u64>)> {
    let mut tenant = flags.tenant.clone();
    let Some((name, number)) = flags
        .tenant
        .tenant
        .as_deref()
        .and_then(|id| id.split_once(':'))
    else {
        return Ok((tenant, None));
    };
    let Ok(number) = number.parse() else {
        bail!(error("error-undo-named", &[("tenant", &name)]));
    };
    match unnamed(name) {
        Some((flow, id)) => {
            tenant.tenant = None;
            tenant.flow = Some(flow);
            let place = match flow {
                Flow::Facebook => &mut tenant.page,
                Flow::Instagram => &mut tenant.instagram,
            };
            *place = Some(id.to_owned());
        }
        None => tenant.tenant = Some(name.to_owned()),
    }
    Ok((tenant, Some(number)))
}

/// A connection that is no tenant of a file is named by its flow and id: `facebook-104512345678901`.
fn unnamed(name: &str) -> Option<(Flow, &str)> {
    let (flow, id) = name.split_once('-')?;
    Some((flow.parse().ok()?, id)).filter(|(_, id)| is_id(id))
}

/// What stands in the way of taking a change back, as a slug.
const fn state(entry: &Entry) -> &'static str {
    match entry.last {
        Event::Begun | Event::Amended | Event::Undoing => "open",
        Event::NotMade => "not-made",
        Event::Undone => "undone",
        Event::Done => "token",
    }
}

fn list(flags: &Flags, name: &str, entries: &[Entry], speech: &Speech) -> Result<String> {
    if flags.form.format == Plain::Json {
        let changes: Vec<_> = entries
            .iter()
            .map(|entry| {
                json!({
                    "id": format!("{name}:{}", entry.id),
                    "at": entry.at,
                    "check": entry.check,
                    "change": entry.change,
                    "state": entry.last,
                    "can_be_undone": can_be_undone(entry),
                })
            })
            .collect();
        return Ok(json::document(
            &json!({"schema_version": 1, "changes": changes}),
        )?);
    }
    let mut sheet = Sheet::new(flags.look.look());
    if entries.is_empty() {
        sheet.paragraph(0, &speech.say("undo-empty"));
        return Ok(sheet.text());
    }
    let rows: Vec<[String; 4]> = entries
        .iter()
        .map(|entry| {
            [
                format!("{name}:{}", entry.id),
                entry.at.format("%Y-%m-%d %H:%M").to_string(),
                entry.check.clone(),
                speech.say(match entry.last {
                    Event::Begun | Event::Amended => "undo-state-open",
                    Event::Done => "undo-state-done",
                    Event::NotMade => "undo-state-not-made",
                    Event::Undoing => "undo-state-undoing",
                    Event::Undone => "undo-state-undone",
                }),
            ]
        })
        .collect();
    let heads =
        ["undo-change", "undo-when", "column-check", "undo-state"].map(|key| speech.say(key));
    table::write(&mut sheet, &heads, rows.iter().map(|row| row.as_slice()));
    Ok(sheet.text())
}

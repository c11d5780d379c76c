//! `igdoctor repair`: mends what can be mended through Meta's API, and leads a person through the rest.

mod answers;
mod dry_run;
mod guided;
mod handover;
pub(super) mod place;
mod progress;
mod screen;
mod session;
mod token;
mod told;
mod write;

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Args;

use super::asked::{Asking, asker};
use super::connection::TenantFlags;
use super::flags::{AskFlags, Format, LookFlags, Plain, ReportFormFlags, cannot_write};
use crate::catalog;
use crate::files::could_write;
use crate::model::FixKind;
use crate::repair::{Applied, Fix};
use crate::report;
use crate::speech::{did_you_mean, error};
use crate::terminal::{say_stderr, write_stdout};
use place::Place;
use progress::{By, Progress};
use session::{Fixed, Outcome, Session, Stopped};

/// Flags of `repair`.
#[derive(Args, Debug)]
pub struct Flags {
    /// Repair this world of the sandbox (`igdoctor sandbox list`): no account, no network; it is gone afterwards
    #[arg(long, value_name = "WORLD", conflicts_with_all = ["graph_url", "TenantFlags"])]
    sandbox: Option<String>,
    #[command(flatten)]
    tenant: TenantFlags,
    /// Show what would be changed, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Apply without asking: what is safe; what needs care only if it is named in --only
    #[arg(long, short)]
    yes: bool,
    /// Mend only what these checks found
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    only: Vec<String>,
    /// Write one page about it, to send to support: what was wrong, what was done, what is left, and for whom
    #[arg(long, value_name = "FILE", conflicts_with = "dry_run")]
    handover: Option<PathBuf>,
    /// Name of the app, to confirm a change that concerns every customer of it
    #[arg(long, value_name = "NAME")]
    confirm_app: Option<String>,
    #[command(flatten)]
    asking: Asking,
    #[command(flatten)]
    ask: AskFlags,
    #[command(flatten)]
    form: ReportFormFlags,
    #[command(flatten)]
    look: LookFlags,
}

impl Flags {
    /// The form where what was done is told; a report is written by `--dry-run` alone.
    fn plain(&self) -> Result<Plain> {
        self.form.format.plain()
    }
}

/// Repairs. The number is the exit code of the last check.
///
/// # Errors
/// Wrong usage or configuration, or somebody else is mending the same tenant.
pub fn run(flags: &Flags) -> Result<u8> {
    match repair(flags) {
        Err(stopped) if stopped.is::<Stopped>() => {
            say_stderr(&stopped.to_string());
            Ok(report::EXIT_INTERRUPTED)
        }
        ended => ended,
    }
}

fn repair(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    if !flags.dry_run {
        flags.plain()?;
    }
    for id in &flags.only {
        ensure!(
            catalog::id(id).is_some(),
            error(
                "error-unknown-check",
                &[
                    ("flag", &"--only"),
                    ("id", id),
                    ("hint", &did_you_mean(id, catalog::ids())),
                ],
            )
        );
    }
    // Nothing is to be asked in vain.
    if let Some(path) = &flags.handover {
        could_write(path).with_context(|| cannot_write("--handover", path))?;
    }
    let speech = flags.look.speech(None);
    let chooser = asker(&flags.asking, &flags.look, &speech);
    let place = Place::find(catalog, flags, chooser.as_ref(), &speech)?;
    let speech = flags.look.speech(place.tenant.expect.lang);
    let asker = asker(&flags.asking, &flags.look, &speech);
    place.settle_open_changes(
        &speech,
        asker.as_ref().filter(|_| !flags.yes && !flags.dry_run),
    )?;
    let mut session = Session::open(catalog, flags, place, &speech);
    session.look()?;
    if flags.dry_run {
        return dry_run::run(&session);
    }
    ensure!(
        flags.yes || asker.is_some(),
        error("error-repair-nobody", &[])
    );
    if let (Some(asker), false) = (&asker, flags.yes) {
        ensure!(
            flags.form.format == Format::Human,
            error(
                "error-repair-json",
                &[("format", &flags.form.format.name())]
            )
        );
        return guided::run(&mut session, asker);
    }
    // What is missing is said before anything is changed.
    for fix in session.plan().iter().filter(|fix| is_named(flags, fix)) {
        if let (Some(change), None) = (&fix.change, fix.blocked)
            && change.is_app_wide()
        {
            session.confirm_app_by_flag(change)?;
        }
    }
    let mut progress = Progress::new(None);
    progress.add(session.report());
    let fixed = mend(flags, &mut session)?;
    session.look()?;
    if let Some(path) = &flags.handover {
        for one in fixed.iter().filter(|one| one.outcome.changed()) {
            progress.did(&one.fix.check, By::Igdoctor);
        }
        progress.add(session.report());
        handover::write(&session, &progress, path)?;
    }
    write(flags, &session, &fixed)?;
    Ok(report::exit_code(session.report()))
}

/// Mends one thing after the other; what was hidden behind it comes up and is mended as well.
fn mend(flags: &Flags, session: &mut Session<'_>) -> Result<Vec<Fixed>> {
    let mut fixed: Vec<Fixed> = Vec::new();
    loop {
        // What Meta did not take whole is not tried again under another name.
        let done = |fix: &Fix| {
            fixed.iter().any(|one| {
                one.fix.check == fix.check
                    && (one.fix.cause == fix.cause || !is_whole(&one.outcome))
            })
        };
        let fixes = session.plan();
        let wanted = |fix: &&Fix| flags.only.is_empty() || flags.only.contains(&fix.check);
        let Some(fix) = fixes.iter().filter(wanted).find(|fix| !done(fix)).cloned() else {
            return Ok(fixed);
        };
        let outcome = one(flags, session, &fix)?;
        session.tell(&fix, &outcome)?;
        ensure!(!session.stopped, Stopped);
        let changed = matches!(outcome, Outcome::Applied { .. } | Outcome::Renewed { .. });
        fixed.push(Fixed { fix, outcome });
        if changed {
            session.look()?;
        }
    }
}

fn is_named(flags: &Flags, fix: &Fix) -> bool {
    flags.only.contains(&fix.check)
}

/// Whether a fix was made as it was planned.
fn is_whole(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Applied(Applied::Done { left_out, .. }) => left_out.is_empty(),
        Outcome::Applied(Applied::Nothing) | Outcome::Renewed(_) => true,
        _ => false,
    }
}

/// Mends one thing, if it may be.
fn one(flags: &Flags, session: &mut Session<'_>, fix: &Fix) -> Result<Outcome> {
    if fix.kind == FixKind::Manual {
        return Ok(Outcome::Manual);
    }
    if let Some(blocked) = fix.blocked {
        return Ok(Outcome::Blocked(blocked));
    }
    let Some(change) = &fix.change else {
        return Ok(Outcome::Manual);
    };
    if fix.kind == FixKind::Careful && !is_named(flags, fix) {
        return Ok(Outcome::NotAsked);
    }
    if change.is_app_wide() {
        session.confirm_app_by_flag(change)?;
    }
    session.apply(fix, change)
}

/// What was done, and how everything stands now.
fn write(flags: &Flags, session: &Session<'_>, fixed: &[Fixed]) -> Result<()> {
    let text = match flags.plain()? {
        Plain::Human => told::closing(session, fixed),
        Plain::Json => told::json(session, fixed)?,
    };
    write_stdout(&text)?;
    if fixed.is_empty() && !flags.only.is_empty() && !session.plan().is_empty() {
        say_stderr(&error("error-repair-only", &[]));
    }
    Ok(())
}

//! `igdoctor check --all`: every tenant of the file, several at a time, in the order of their names.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Result, bail, ensure};
use chrono::Utc;

use super::compare::Earlier;
use super::lines::Lines;
use super::stream::{Stream, finish_all};
use super::{Flags, needs_token, write};
use crate::catalog::Catalog;
use crate::commands::again;
use crate::commands::asking::{Follow, Shown, gather};
use crate::commands::connection::{is_set, must_have_file};
use crate::commands::ending::told;
use crate::commands::held::Held;
use crate::commands::render::Own;
use crate::commands::signals::interrupted;
use crate::engine::{self, SoFar};
use crate::evidence::Saved;
use crate::model::Access;
use crate::plan::Plan;
use crate::platform::Platform;
use crate::report::html::Subject;
use crate::report::{All, Checked, Document, Report, html, human};
use crate::secret::Source;
use crate::speech::{Speech, error};
use crate::tenant::effective::Named;
use crate::tenant::sources::{Wanted, choose};
use crate::tenant::{Entry, TenantFile};
use crate::terminal::Tally;

/// So many tenants are checked at a time: Meta's limits are counted by app, and many tenants share one.
const AT_ONCE: usize = 8;

/// What became of one tenant, and what it takes to tell it, if it could be checked.
type One = (Checked, Option<Telling>);

/// What the report of a tenant does not hold, and a person is told.
struct Telling {
    /// Its findings, in words for a terminal.
    findings: Vec<human::Piece>,
    /// Its platform.
    platform: Platform,
    /// The command that checks it again.
    again: String,
}

/// Checks every tenant. The number is the exit code.
///
/// # Errors
/// Wrong usage or configuration of the whole; what is wrong with one tenant is told of that one.
pub(super) fn run(
    catalog: &'static Catalog,
    flags: &Flags,
    mut earlier: Option<Earlier>,
) -> Result<u8> {
    let file = must_have_file(flags.tenant.config.as_deref())?;
    refuse(flags, &file)?;
    let speech = Speech::new(flags.look.language());
    if let Some(earlier) = &mut earlier {
        earlier.must_know_one(file.tenants.keys())?;
        earlier.say(catalog, flags.look.language())?;
    }
    let in_lines = flags.look.is_accessible() || flags.writes_between();
    let tally = Tally::new(flags.write.quiet, in_lines, file.tenants.len());
    let lines = flags.lines();
    let run = Run {
        catalog,
        flags,
        file: &file,
        earlier: earlier.as_ref(),
        lines: lines.as_ref(),
    };
    let done = run.check_all(&|done, name| tally.step(done, name));
    tally.clear();
    let (checked, tellings): (Vec<_>, Vec<_>) = done.into_iter().unzip();
    let tellings: Vec<Telling> = tellings.into_iter().flatten().collect();
    let all = All::new(catalog, checked, flags.look.language());
    let options = write::options(flags);
    let locator = write::locator(flags);
    let document = Document::of_all(&all, flags.look.language(), &|tenant| locator.find(tenant));
    let own = Own {
        human: &|| {
            let findings = tellings.iter().map(|telling| telling.findings.as_slice());
            human::render_all(&all, &findings.collect::<Vec<_>>(), &options, &speech)
        },
        json: &|| Ok(all.json()?),
        html: &|| {
            let subjects = all.reports.iter().zip(&tellings).map(subject);
            let subjects: Vec<Subject<'_>> = subjects.collect();
            Ok(html::render_all(
                catalog,
                &subjects,
                &all,
                speech.language(),
            )?)
        },
    };
    if let Some(lines) = &lines {
        finish_all(lines, file.tenants.len(), &document)?;
    }
    write::document(catalog, flags, &document, &own, lines)?;
    Ok(all.exit_code())
}

/// What a reader is told of one tenant.
fn subject<'a>((report, telling): (&'a Report, &'a Telling)) -> Subject<'a> {
    Subject {
        report,
        platform: &telling.platform,
        again: Some(telling.again.clone()),
    }
}

/// One run over all tenants.
#[derive(Clone, Copy)]
struct Run<'a> {
    catalog: &'static Catalog,
    flags: &'a Flags,
    file: &'a TenantFile,
    earlier: Option<&'a Earlier>,
    lines: Option<&'a Lines>,
}

impl Run<'_> {
    /// Every tenant, each in a thread of its own, a bounded number at a time; the results stand in the order of the names.
    fn check_all(&self, step: &(dyn Fn(usize, &str) + Sync)) -> Vec<One> {
        let (file, lines) = (self.file, self.lines);
        let queue: Mutex<VecDeque<(usize, &String)>> =
            Mutex::new(file.tenants.keys().enumerate().collect());
        let done: Mutex<Vec<(usize, One)>> = Mutex::default();
        let interrupted = listen();
        thread::scope(|scope| {
            for _ in 0..AT_ONCE.min(file.tenants.len()) {
                scope.spawn(|| {
                    loop {
                        let next = queue
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .pop_front();
                        let Some((place, name)) = next else { break };
                        let result = self.check_one(name, place, &interrupted);
                        if let Some(lines) = lines {
                            lines.through(place);
                        }
                        if matches!(&result.0, Checked::Report { report, .. } if report.interrupted)
                        {
                            interrupted.store(true, Ordering::Relaxed);
                        }
                        let left = matches!(result.0, Checked::Left { .. });
                        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                        done.push((place, result));
                        if !left {
                            step(done.len(), name);
                        }
                    }
                });
            }
        });
        let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        done.sort_by_key(|(place, _)| *place);
        done.into_iter().map(|(_, result)| result).collect()
    }

    /// One tenant: its report, and its findings as text, or why it could not be checked.
    fn check_one(&self, name: &str, place: usize, interrupted: &AtomicBool) -> One {
        let (catalog, flags, file) = (self.catalog, self.flags, self.file);
        let stream = self
            .lines
            .map(|lines| Stream::new(flags, catalog, lines, place));
        let left = || interrupted.load(Ordering::Relaxed);
        let attempt = || -> Result<One> {
            let named = file.tenants.get(name).map(|entry| Named {
                name,
                entry,
                folder: file.folder(),
            });
            // A variable of the environment counts only where a tenant names it.
            let source = |wanted| choose(wanted, named, |_| false);
            let mut held = Held::read(&flags.tenant, catalog, named, &source)?;
            // Reading a secret may take its time.
            if left() {
                return Ok((left_over(file, name), None));
            }
            let selection = flags.selection.selection();
            if held.tenant.credentials.token.is_none()
                && !flags.tenant.no_token
                && needs_token(catalog, &selection, &held.tenant)?
            {
                let why = held.missing.map(|missing| format!(" ({missing})"));
                bail!(error(
                    "error-all-no-token",
                    &[("why", &why.unwrap_or_default()), ("tenant", &name)],
                ));
            }
            let manner = flags.ask.manner()?;
            if let Some(earlier) = self.earlier {
                earlier.remind(&mut held.tenant.expect, Utc::now());
            }
            let follow = stream
                .as_ref()
                .map(|stream| |so_far: SoFar<'_>| stream.follow(so_far, None));
            let shown =
                Shown::NOTHING.followed_by(follow.as_ref().map(|follow| follow as &Follow<'_>));
            let saved = gather(catalog, &held.tenant, &selection, &manner, shown, None)?;
            let plan = Plan::new(catalog, &saved.selection, &saved.expect)?;
            let settled = engine::judge(catalog, &plan, &saved, None);
            let mut report = flags.report(catalog, &saved, &settled);
            if let Some(earlier) = self.earlier {
                earlier.compare(&mut report);
            }
            if let Some(stream) = &stream {
                stream.finish(&report, &plan, &saved.expect)?;
            }
            let telling = flags
                .is_for_person()
                .then(|| self.telling(name, &saved, &report));
            let app = app(&saved);
            let report = Box::new(report);
            Ok((Checked::Report { report, app }, telling))
        };
        if left() {
            return (left_over(file, name), None);
        }
        match attempt() {
            Ok(one) => one,
            Err(fault) => (
                Checked::Failed {
                    tenant: name.to_owned(),
                    app: told_app(file, name),
                    why: told(&fault),
                },
                None,
            ),
        }
    }
}

impl Run<'_> {
    /// What it takes to tell a report to a person.
    fn telling(&self, name: &str, saved: &Saved, report: &Report) -> Telling {
        let again = again::command_for(name);
        let options = human::Options {
            again: Some(again.clone()),
            ..write::options(self.flags)
        };
        let platform = saved.expect.platform.clone();
        Telling {
            findings: human::render_findings(self.catalog, &platform, report, &options),
            platform,
            again,
        }
    }
}

/// What belongs to one connection has no place where there are many.
fn refuse(flags: &Flags, file: &TenantFile) -> Result<()> {
    let one = &flags.tenant;
    let given = [
        ("TENANT", one.tenant.is_some()),
        ("--platform", one.platform.is_some()),
        ("--flow", one.flow.is_some()),
        ("--page", one.page.is_some()),
        ("--instagram", one.instagram.is_some()),
        ("--app", one.app.is_some()),
        ("--instagram-app", one.instagram_app.is_some()),
        ("--callback-url", one.callback_url.is_some()),
        ("--data-deletion-url", one.data_deletion_url.is_some()),
        ("--deauthorize-url", one.deauthorize_url.is_some()),
        ("--platform-url", one.platform_url.is_some()),
        ("--stored-account-id", one.stored_account_id.is_some()),
        ("--token-file", one.token_file.is_some()),
        ("--token-stdin", one.token_stdin),
        ("--save-evidence", flags.save_evidence.is_some()),
        ("--trace-http", flags.trace_http.is_some()),
    ];
    if let Some((flag, _)) = given.into_iter().find(|(_, given)| *given) {
        bail!(error("error-all-one-tenant", &[("flag", &flag)]));
    }
    ensure!(
        !file.tenants.is_empty(),
        error("error-all-none", &[("path", &file.path.display())])
    );
    for wanted in Wanted::ALL {
        let variable = wanted.variable();
        let named = |entry: &Entry| entry.secrets.name_variable(variable);
        ensure!(
            !is_set(variable) || file.tenants.values().any(named),
            error("error-all-variable", &[("variable", &variable)])
        );
        if let Some((name, _)) = file
            .tenants
            .iter()
            .find(|(_, entry)| entry.secrets.of(wanted) == Some(&Source::Stdin))
        {
            bail!(error(
                "error-all-stdin",
                &[("what", &wanted.key()), ("tenant", name)],
            ));
        }
    }
    Ok(())
}

/// Comes true with Ctrl-C or SIGTERM. Between two questions to Meta nobody else listens, and a signal would be lost.
fn listen() -> Arc<AtomicBool> {
    let came = Arc::new(AtomicBool::new(false));
    let tell = Arc::clone(&came);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    if let Ok(runtime) = runtime {
        thread::spawn(move || {
            runtime.block_on(interrupted());
            tell.store(true, Ordering::Relaxed);
        });
    }
    came
}

/// A tenant that was not begun, or not finished, when the run was interrupted.
fn left_over(file: &TenantFile, name: &str) -> Checked {
    Checked::Left {
        tenant: name.to_owned(),
        app: told_app(file, name),
    }
}

/// The app that a tenant names.
fn told_app(file: &TenantFile, name: &str) -> Option<String> {
    let entry = file.tenants.get(name)?;
    entry.app.clone().or_else(|| entry.instagram_app.clone())
}

/// The app that a tenant is connected by: as Meta tells it, as it was given, or, where customers never learn it, the platform's.
fn app(saved: &Saved) -> Option<String> {
    let evidence = &saved.evidence;
    let by_token = evidence
        .token
        .value()
        .and_then(|token| token.app_id.clone());
    let issuer = || evidence.issuer.value().map(|issuer| issuer.id.clone());
    let seen = by_token.or_else(issuer);
    let told = || saved.expect.app_ids.first().cloned();
    let of_platform = || {
        let platform = &saved.expect.platform;
        let one_for_all = !platform.own_app && saved.expect.access != Access::App;
        one_for_all.then(|| platform.name.clone())
    };
    seen.or_else(told).or_else(of_platform)
}

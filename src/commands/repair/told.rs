//! Fixes and what became of them, for people and for programs.

use anyhow::Result;
use serde_json::{Value, json};

use super::session::{Fixed, Outcome, Session};
use crate::model::{Arg, FixKind};
use crate::repair::change::Lasting;
use crate::repair::{Applied, Blocked, Change, Fix};
use crate::report::CheckReport;
use crate::report::human::{self, Options, Sheet};
use crate::report::json;
use crate::terminal::{Look, harmless};

/// The plan, for a person.
pub(super) fn plan(session: &Session<'_>) -> String {
    let fixes = session.plan();
    let mut sheet = Sheet::new(session.flags.look.look());
    if fixes.is_empty() {
        sheet.paragraph(0, &session.speech.say("repair-nothing"));
        return sheet.text();
    }
    let mut text = String::new();
    for one in &fixes {
        text.push_str(&fix(session, one));
    }
    sheet.add(&text);
    sheet.paragraph(0, &session.speech.say("repair-dry"));
    sheet.text()
}

/// One fix, for a person: what is wrong, the exact call, before and after, what else it touches, how it is taken back.
pub(super) fn fix(session: &Session<'_>, fix: &Fix) -> String {
    let speech = session.speech;
    let mut sheet = Sheet::new(session.flags.look.look());
    let kind = speech.say(&format!("repair-kind-{}", fix.kind));
    let look = sheet.look();
    sheet.line(0, &format!("{}  {kind}", look.bold(&fix.check)));
    let check = check(session, fix);
    if let Some(check) = check {
        sheet.paragraph(2, &harmless(&check.message));
    }
    match &fix.change {
        Some(change) => sheet.add(&self::change(session, change, look)),
        None => {
            for (number, step) in steps(check).iter().enumerate() {
                sheet.item(&format!("{}.", number + 1), &harmless(step));
            }
        }
    }
    if let Some(blocked) = fix.blocked {
        sheet.paragraph(2, &self::blocked(session, &fix.check, blocked));
    }
    sheet.blank();
    sheet.text()
}

/// A change, exactly: the call, before and after, whom it concerns, how it is taken back.
pub(super) fn change(session: &Session<'_>, change: &Change, look: Look) -> String {
    let speech = session.speech;
    let mut sheet = Sheet::new(look);
    sheet.named_whole(2, &speech.say("repair-call"), &change.call());
    let list = |fields: Option<&Vec<String>>| match fields {
        None => speech.say("repair-not-connected"),
        Some(fields) if fields.is_empty() => speech.say("repair-no-fields"),
        Some(fields) => fields.join(", "),
    };
    let (before, after) = sides(change);
    if !matches!(change, Change::Token { .. }) {
        sheet.named(2, &speech.say("repair-before"), &list(before));
        sheet.named(2, &speech.say("repair-after"), &list(after));
    }
    sheet.named(2, &speech.say("repair-touches"), &touches(session, change));
    sheet.named(2, &speech.say("repair-undo"), &undo(session, change));
    sheet.text()
}

fn check<'a>(session: &'a Session<'_>, fix: &Fix) -> Option<&'a CheckReport> {
    session
        .report()
        .checks
        .iter()
        .find(|check| check.id == fix.check)
}

fn steps(check: Option<&CheckReport>) -> Vec<String> {
    check
        .and_then(|check| Some(check.fix.as_ref()?.steps.clone()))
        .unwrap_or_default()
}

fn sides(change: &Change) -> (Option<&Vec<String>>, Option<&Vec<String>>) {
    match change {
        Change::Fields { before, after, .. } => (before.as_ref(), Some(after)),
        Change::Webhook { before, after, .. } => (
            before.as_ref().map(|before| &before.fields),
            Some(&after.fields),
        ),
        Change::Token { .. } => (None, None),
    }
}

/// Whom a change concerns.
fn touches(session: &Session<'_>, change: &Change) -> String {
    match change {
        Change::Webhook {
            app_id, app_name, ..
        } => {
            let app = app_name.as_deref().unwrap_or(app_id);
            let args = [("app", &Arg::Text(harmless(app)))];
            session.speech.say_with("repair-touches-app", &args)
        }
        Change::Fields { .. } => session.speech.say("repair-touches-tenant"),
        Change::Token { .. } => session.speech.say("repair-touches-token"),
    }
}

fn undo(session: &Session<'_>, change: &Change) -> String {
    let key = match change.lasting() {
        Lasting::Nothing => "repair-undo-all",
        Lasting::Activation => "repair-undo-activation",
        Lasting::VerifyToken => "repair-undo-verify-token",
        Lasting::OldToken => return session.speech.say("repair-undo-token"),
    };
    let tenant = Arg::from(session.place.name.as_str());
    session.speech.say_with(key, &[("tenant", &tenant)])
}

/// Why something is not mended now.
pub(super) fn blocked(session: &Session<'_>, called: &str, blocked: Blocked) -> String {
    let key = format!("repair-blocked-{}", blocked.as_str());
    let args = [("check", &Arg::from(called))];
    session.speech.say_with(&key, &args)
}

/// What became of a fix, in one or two lines.
pub(super) fn outcome(session: &Session<'_>, fix: &Fix, outcome: &Outcome) -> String {
    let mut sheet = Sheet::new(session.flags.look.look());
    let text = became(session, fix, &fix.check, outcome);
    if !text.is_empty() {
        sheet.paragraph(0, &text);
    }
    sheet.text()
}

/// The same as one text; the check by its id, or by what people call it.
pub(super) fn became(session: &Session<'_>, fix: &Fix, called: &str, outcome: &Outcome) -> String {
    let (key, more) = match outcome {
        // What is left to people is told at the end, all together.
        Outcome::Manual => return String::new(),
        Outcome::Blocked(blocked) => (
            format!("repair-blocked-{}", blocked.as_str()),
            String::new(),
        ),
        Outcome::NotAsked => ("repair-not-asked".to_owned(), String::new()),
        Outcome::Declined => ("repair-declined".to_owned(), String::new()),
        Outcome::Renewed(place) => ("repair-renewed".to_owned(), place.clone()),
        Outcome::NotRenewed(why) => ("repair-not-renewed".to_owned(), why.clone()),
        // Meta's documentation keeps webhooks of Instagram to its dashboard.
        Outcome::Applied(Applied::Refused(error)) if is_by_hand(fix, outcome) => {
            ("repair-by-hand".to_owned(), error.message.clone())
        }
        Outcome::Applied(_) if is_by_hand(fix, outcome) => {
            ("repair-by-hand-not-taken".to_owned(), String::new())
        }
        Outcome::Applied(applied) => of_applied(applied),
    };
    let id = match outcome {
        Outcome::Applied(Applied::Done { id, .. }) => format!("{}:{id}", session.place.name),
        _ => String::new(),
    };
    let args = [
        ("check", &Arg::from(called)),
        ("more", &Arg::Text(harmless(&more))),
        ("id", &Arg::Text(id)),
    ];
    session.speech.say_with(&key, &args)
}

/// Whether a person has to do in the App Dashboard what the API did not take.
fn is_by_hand(fix: &Fix, outcome: &Outcome) -> bool {
    let app_wide = fix.change.as_ref().is_some_and(Change::is_app_wide);
    let failed = matches!(
        outcome,
        Outcome::Applied(Applied::Refused(_) | Applied::NotTaken { .. })
    );
    app_wide && failed
}

fn of_applied(applied: &Applied) -> (String, String) {
    let (key, more) = match applied {
        Applied::Done { left_out, .. } if left_out.is_empty() => ("repair-done", String::new()),
        Applied::Done { left_out, .. } => ("repair-done-without", left_out.join(", ")),
        Applied::Nothing => ("repair-was-right", String::new()),
        Applied::Refused(error) => ("repair-refused", error.message.clone()),
        Applied::NotTaken { .. } => ("repair-not-taken", String::new()),
        Applied::Unknown { failure, .. } => ("repair-unknown", failure.to_string()),
        Applied::Unreadable(failure) => ("repair-unreadable", failure.to_string()),
    };
    (key.to_owned(), more)
}

/// The end, for a person: how everything stands, and what is left for whom.
pub(super) fn closing(session: &Session<'_>, fixed: &[Fixed]) -> String {
    let (saved, report) = session.seen();
    let options = Options {
        look: session.flags.look.look(),
        quiet: true,
        verbose: false,
        again: None,
    };
    let mut sheet = Sheet::new(options.look);
    if fixed.is_empty() {
        sheet.paragraph(0, &session.speech.say("repair-nothing"));
    }
    sheet.blank();
    sheet.add(&human::render(
        session.catalog,
        &saved.expect.platform,
        report,
        &options,
    ));
    sheet.text()
}

/// The plan, for a program.
pub(super) fn plan_json(session: &Session<'_>) -> Result<String> {
    let fixes: Vec<Value> = session
        .plan()
        .iter()
        .map(|fix| json_of(session, fix))
        .collect();
    let document = json!({
        "schema_version": 1,
        "tenant": session.report().tenant,
        "fixes": fixes,
    });
    Ok(json::document(&document)?)
}

/// What was done and how everything stands, for a program.
pub(super) fn json(session: &Session<'_>, fixed: &[Fixed]) -> Result<String> {
    let fixes: Vec<Value> = fixed
        .iter()
        .map(|one| {
            let mut fix = json_of(session, &one.fix);
            if is_by_hand(&one.fix, &one.outcome) {
                fix["steps"] = steps(check(session, &one.fix)).into();
            }
            fix["result"] = result(&one.outcome);
            fix
        })
        .collect();
    let document = json!({"schema_version": 1, "fixes": fixes, "report": session.report()});
    Ok(json::document(&document)?)
}

fn json_of(session: &Session<'_>, fix: &Fix) -> Value {
    let change = fix.change.as_ref();
    let manual = fix.kind == FixKind::Manual;
    let lasting = change.map(|change| match change.lasting() {
        Lasting::Nothing => Value::Null,
        Lasting::Activation => "activation".into(),
        Lasting::VerifyToken => "verify-token".into(),
        Lasting::OldToken => "old-token".into(),
    });
    // A step for a person has nothing that a program could execute.
    json!({
        "check": fix.check,
        "cause": fix.cause,
        "kind": fix.kind,
        "call": change.map(Change::call),
        "before": change.and_then(|change| sides(change).0),
        "after": change.and_then(|change| sides(change).1),
        "app_wide": change.is_some_and(Change::is_app_wide),
        "not_undoable": lasting,
        "blocked": fix.blocked.map(|blocked| blocked.as_str()),
        "steps": if manual || change.is_none() { steps(check(session, fix)) } else { Vec::new() },
    })
}

fn result(outcome: &Outcome) -> Value {
    let (word, id, left_out): (&str, Option<u64>, &[String]) = match outcome {
        Outcome::Manual => ("manual", None, &[]),
        Outcome::Blocked(_) => ("blocked", None, &[]),
        Outcome::NotAsked => ("not-asked", None, &[]),
        Outcome::Declined => ("declined", None, &[]),
        Outcome::Renewed(_) => ("renewed", None, &[]),
        Outcome::NotRenewed(_) => ("not-renewed", None, &[]),
        Outcome::Applied(applied) => match applied {
            Applied::Done { id, left_out } => ("done", Some(*id), left_out),
            Applied::Nothing => ("was-right", None, &[]),
            Applied::Refused(_) => ("refused", None, &[]),
            Applied::NotTaken { id } => ("not-taken", Some(*id), &[]),
            Applied::Unknown { id, .. } => ("unknown", Some(*id), &[]),
            Applied::Unreadable(_) => ("unreadable", None, &[]),
        },
    };
    json!({"word": word, "id": id, "left_out": left_out})
}

//! What changed since an earlier report: in short below a check, at length where two reports are compared.

use super::{Options, Sheet};
use crate::model::{Arg, Outcome};
use crate::report::{Change, Compared, State};
use crate::speech::Speech;
use crate::terminal::harmless;

/// A line for each kind of change: what is new is told at length above it.
pub(super) fn in_short(sheet: &mut Sheet, compared: &Compared, speech: &Speech) {
    sheet.heading(&since(compared, speech));
    for (group, changes) in compared.groups() {
        if !changes.is_empty() {
            let names: Vec<String> = changes.iter().map(name).collect();
            let group = speech.say(&format!("since-{group}"));
            sheet.named(2, &group, &names.join(", "));
        }
    }
    notes(sheet, compared);
    let same = speech.say_with("since-same", &[("count", &compared.same.len().into())]);
    sheet.paragraph(2, &same);
    sheet.blank();
}

/// Whether there is anything to tell but that all stands as it stood.
pub(super) fn is_worth_telling(compared: &Compared) -> bool {
    let Compared {
        new, gone, changed, ..
    } = compared;
    compared.is_unsure()
        || [new, gone, changed]
            .into_iter()
            .any(|kind| !kind.is_empty())
}

/// Every change with its words.
pub(super) fn at_length(
    sheet: &mut Sheet,
    compared: &Compared,
    options: &Options,
    speech: &Speech,
) {
    let head = |sheet: &mut Sheet, key: &str, changes: &[Change]| {
        sheet.heading(&speech.say_with(key, &[("count", &changes.len().into())]));
    };
    if !compared.new.is_empty() {
        head(sheet, "diff-new", &compared.new);
        for change in &compared.new {
            found(sheet, change, false, speech);
        }
        notes(sheet, compared);
        sheet.blank();
    }
    if !compared.changed.is_empty() {
        head(sheet, "diff-changed", &compared.changed);
        for change in &compared.changed {
            found(sheet, change, true, speech);
        }
        sheet.blank();
    }
    if !compared.gone.is_empty() && !options.quiet {
        head(sheet, "diff-gone", &compared.gone);
        let look = sheet.look();
        for change in &compared.gone {
            let mark = if look.accessible {
                "-"
            } else {
                look.symbol(Outcome::Pass)
            };
            let text = format!("{}: {}", look.bold(&name(change)), harmless(&change.title));
            sheet.item(mark, &text);
        }
        sheet.blank();
    }
    if !compared.still.is_empty() {
        head(sheet, "diff-still", &compared.still);
        for change in &compared.still {
            found(sheet, change, false, speech);
        }
        sheet.blank();
    }
    unclear(sheet, compared, options, speech);
    if options.verbose && !compared.same.is_empty() {
        sheet.named(0, &speech.say("diff-same"), &compared.same.join(", "));
        sheet.blank();
    }
}

/// What cannot be compared: findings that may be new one by one, the rest by the side that is open.
fn unclear(sheet: &mut Sheet, compared: &Compared, options: &Options, speech: &Speech) {
    let finding = |change: &&Change| {
        let now = change.now.as_ref().map(|now| now.outcome);
        matches!(now, Some(Outcome::Fail | Outcome::Warn))
    };
    let (findings, rest): (Vec<&Change>, Vec<&Change>) = compared.unclear.iter().partition(finding);
    if findings.is_empty() && (rest.is_empty() || options.quiet) {
        return;
    }
    let count = compared.unclear.len().into();
    sheet.heading(&speech.say_with("diff-unclear", &[("count", &count)]));
    for change in findings {
        found(sheet, change, true, speech);
    }
    let told_now = |change: &&Change| {
        let now = change.now.as_ref().map(|now| now.outcome);
        matches!(now, Some(Outcome::Pass | Outcome::Waived))
    };
    let (then, now): (Vec<&Change>, Vec<&Change>) = rest.into_iter().partition(told_now);
    for (key, changes) in [("diff-open-before", then), ("diff-open-now", now)] {
        if !changes.is_empty() && !options.quiet {
            let names: Vec<String> = changes.into_iter().map(name).collect();
            sheet.named(2, &speech.say(key), &names.join(", "));
        }
    }
    sheet.blank();
}

/// A finding with its words, and how it stood.
fn found(sheet: &mut Sheet, change: &Change, with_before: bool, speech: &Speech) {
    let look = sheet.look();
    let Some(now) = &change.now else { return };
    let mark = look.mark(now.outcome, &outcome(now, speech));
    let cause = now.cause.as_deref().unwrap_or_default();
    let cause = look.dim(&format!("({cause})"));
    sheet.line(0, &format!("{mark}  {} {cause}", look.bold(&change.check)));
    sheet.paragraph(2, &harmless(&now.message));
    if let Some(before) = change.before.as_ref().filter(|_| with_before) {
        let told = match &before.cause {
            Some(cause) => format!("{} ({cause})", outcome(before, speech)),
            None if before.message.is_empty() => outcome(before, speech),
            None => format!("{}: {}", outcome(before, speech), harmless(&before.message)),
        };
        sheet.named(2, &speech.say("diff-before"), &told);
    }
}

fn outcome(state: &State, speech: &Speech) -> String {
    speech.say(&format!("outcome-{}", state.outcome))
}

/// `token-valid (token-expired → token-revoked)`.
fn name(change: &Change) -> String {
    let cause = |state: &Option<State>| state.as_ref().and_then(|state| state.cause.clone());
    let causes = match (cause(&change.before), cause(&change.now)) {
        (Some(before), Some(now)) if before != now => format!("{before} → {now}"),
        (_, Some(cause)) | (Some(cause), None) => cause,
        (None, None) => return change.check.clone(),
    };
    format!("{} ({causes})", change.check)
}

/// Notes that are as good as findings.
fn notes(sheet: &mut Sheet, compared: &Compared) {
    for note in &compared.new_notes {
        sheet.item("-", &harmless(&note.message));
    }
}

fn since(compared: &Compared, speech: &Speech) -> String {
    match &compared.since {
        Some(since) => {
            let moment = Arg::Text(speech.moment(&since.started_at));
            speech.say_with("since", &[("moment", &moment)])
        }
        None => speech.say("since-nothing"),
    }
}

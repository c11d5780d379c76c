//! Two reports compared, for a person.

use super::{Options, Sheet, changes};
use crate::model::{Arg, Outcome};
use crate::report::{Diff, TenantDiff, Verdict};
use crate::speech::Speech;
use crate::terminal::{Look, harmless};

/// The whole as text.
#[must_use]
pub fn render_diff(diff: &Diff, options: &Options) -> String {
    let speech = Speech::new(diff.lang);
    let mut sheet = Sheet::new(options.look);
    for tenant in &diff.tenants {
        one(&mut sheet, tenant, options, &speech);
    }
    let others = [
        ("diff-left", &diff.left),
        ("diff-failed", &diff.not_checked),
    ];
    for (key, names) in others {
        if !names.is_empty() {
            let names: Vec<String> = names.iter().map(|name| harmless(name)).collect();
            sheet.named(0, &speech.say(key), &names.join(", "));
        }
    }
    sheet.text()
}

fn one(sheet: &mut Sheet, tenant: &TenantDiff, options: &Options, speech: &Speech) {
    let compared = &tenant.compared;
    sheet.heading(&format!("igdoctor · {}", harmless(&tenant.tenant.called())));
    let text = |moment: &str| Arg::Text(speech.moment(moment));
    let now = text(&tenant.started_at);
    let when = match &compared.since {
        Some(since) => speech.say_with(
            "diff-when",
            &[("before", &text(&since.started_at)), ("now", &now)],
        ),
        None => speech.say_with("diff-came", &[("now", &now)]),
    };
    sheet.paragraph(0, &when);
    sheet.blank();
    changes::at_length(sheet, compared, options, speech);
    let count = |changes: usize| Arg::from(changes);
    let counts = speech.say_with(
        "diff-closing",
        &[
            ("new", &count(compared.new.len())),
            ("gone", &count(compared.gone.len())),
            ("changed", &count(compared.changed.len())),
            ("same", &count(compared.same.len())),
            ("unclear", &count(compared.unclear.len())),
        ],
    );
    let look = sheet.look();
    let line = match verdict(tenant) {
        Some((key, outcome)) => {
            let word = look.paint(Look::style(outcome).bold(), &speech.say(key));
            format!("{word}: {counts}")
        }
        None => counts,
    };
    sheet.paragraph(0, &line);
    sheet.blank();
}

/// What `--fail-on-new` makes of it, if it was given.
fn verdict(tenant: &TenantDiff) -> Option<(&'static str, Outcome)> {
    let said = match tenant.verdict {
        Verdict::Healthy => ("close-nothing-new", Outcome::Pass),
        Verdict::Findings => ("close-new", Outcome::Fail),
        Verdict::Inconclusive => ("close-inconclusive", Outcome::Unknown),
    };
    tenant.compared.fail_on_new.then_some(said)
}

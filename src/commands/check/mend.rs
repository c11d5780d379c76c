//! The command that mends a finding, where igdoctor can.

use super::Flags;
use crate::commands::again::quoted;
use crate::model::{FixKind, Outcome};
use crate::report::{CheckReport, Report};

/// Puts it beside every finding that Meta's API can mend. Saved evidence is not mended: what it shows may be long gone.
pub(super) fn offer(flags: &Flags, report: &mut Report) {
    if flags.evidence.is_some() {
        return;
    }
    let command = command(flags, report.tenant.name.as_deref());
    let broken = |check: &&mut CheckReport| matches!(check.outcome, Outcome::Fail | Outcome::Warn);
    for check in report.checks.iter_mut().filter(broken) {
        let id = &check.id;
        let offered = |kind: FixKind| kind != FixKind::Manual;
        if let Some(fix) = check.fix.as_mut().filter(|fix| offered(fix.kind)) {
            fix.command = Some(format!("{command} --only {id}"));
        }
    }
}

/// `igdoctor repair` for the same connection.
fn command(flags: &Flags, tenant: Option<&str>) -> String {
    let one = &flags.tenant;
    let graph_url = flags.ask.graph_url.as_ref().map(ToString::to_string);
    let config = one.config.as_ref().map(|path| path.display().to_string());
    let mut words = vec!["igdoctor".to_owned(), "repair".to_owned()];
    // A world of the sandbox has a name as well, but is no tenant of a file.
    words.extend(tenant.filter(|_| flags.sandbox.is_none()).map(quoted));
    let values = [
        ("--sandbox", flags.sandbox.clone()),
        ("--config", config),
        ("--platform", one.platform.clone()),
        ("--flow", one.flow.map(|flow| flow.to_string())),
        ("--page", one.page.clone()),
        ("--instagram", one.instagram.clone()),
        ("--app", one.app.clone()),
        ("--instagram-app", one.instagram_app.clone()),
        ("--graph-url", graph_url),
        (
            "--lang",
            flags.look.lang.map(|language| language.to_string()),
        ),
    ];
    for (flag, value) in values {
        if let Some(value) = value {
            words.push(flag.to_owned());
            words.push(quoted(&value));
        }
    }
    words.join(" ")
}

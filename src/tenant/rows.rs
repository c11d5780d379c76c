//! Every value that holds for a tenant, with where it comes from: what `tenant show` prints.

use super::effective::{Effective, Named, Origin, Sourced};
use super::sources::{Chosen, Wanted};
use crate::address::shown;
use crate::model::{Arg, Language};
use crate::speech::Speech;

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its key, as in `igdoctor.toml`.
    pub key: String,
    /// What holds, and why; none: nothing was said.
    pub value: Option<Sourced<String>>,
}

/// Every value, in words of a language. Addresses stand there without what they may hide, secrets by their source.
#[must_use]
pub fn rows(
    effective: &Effective,
    named: Option<Named<'_>>,
    (lang, by): (Language, Origin),
    source: &dyn Fn(Wanted) -> Option<Chosen>,
    speech: &Speech,
) -> Vec<Row> {
    let mut rows = connection(effective, speech);
    rows.extend(needs(effective, named, speech));
    rows.push(row("lang", Some((lang.to_string(), by))));
    if let Some(named) = named {
        rows.extend(of_tenant(named, speech));
    }
    rows.extend(Wanted::ALL.map(|wanted| Row {
        key: format!("secrets.{}", wanted.key()),
        value: source(wanted).map(|chosen| Sourced {
            value: chosen.source.said(speech.language()),
            origin: chosen.origin,
        }),
    }));
    rows
}

fn row(key: &str, value: Option<(String, Origin)>) -> Row {
    Row {
        key: key.to_owned(),
        value: value.map(|(value, origin)| Sourced { value, origin }),
    }
}

/// Which connection it is.
fn connection(effective: &Effective, speech: &Speech) -> Vec<Row> {
    let id = |key: &str, value: &Option<Sourced<String>>| {
        row(key, value.clone().map(|one| (one.value, one.origin)))
    };
    let url = |key: &str, url: &Option<Sourced<url::Url>>| {
        row(key, url.as_ref().map(|one| (shown(&one.value), one.origin)))
    };
    let Effective { platform, flow, .. } = effective;
    vec![
        row(
            "platform",
            Some((platform.value.id.clone(), platform.origin)),
        ),
        row("flow", Some((flow_text(effective, speech), flow.origin))),
        id("page", &effective.page),
        id("instagram", &effective.instagram),
        id("app", &effective.app),
        id("instagram_app", &effective.instagram_app),
        url("callback_url", &effective.callback_url),
        url("data_deletion_url", &effective.data_deletion_url),
        url("deauthorize_url", &effective.deauthorize_url),
        url("platform_url", &effective.platform_url),
        id("stored_account_id", &effective.stored_account_id),
    ]
}

/// The flow; where nobody said which, a token of another login decides.
fn flow_text(effective: &Effective, speech: &Speech) -> String {
    let flow = effective.flow.value;
    let open =
        effective.flow.origin == Origin::Platform && effective.platform.value.flows.len() > 1;
    if open {
        speech.say_with("tenant-flow-open", &[("flow", &Arg::from(flow.as_str()))])
    } else {
        flow.to_string()
    }
}

/// What the platform needs, as far as the tenant does not say otherwise.
fn needs(effective: &Effective, named: Option<Named<'_>>, speech: &Speech) -> Vec<Row> {
    let fields = named.and_then(|named| named.entry.webhook_fields.as_ref());
    let Some(needs) = effective.platform.value.needs(effective.flow.value) else {
        return Vec::new();
    };
    let of_platform = |list: String| Some((list, Origin::Platform));
    let either = |one: String, other: String| {
        let args = [("one", &Arg::Text(one)), ("other", &Arg::Text(other))];
        speech.say_with("tenant-any-of", &args)
    };
    let permissions: Vec<String> = needs
        .permissions
        .iter()
        .filter_map(|any_of| any_of.iter().cloned().reduce(either))
        .collect();
    vec![
        row("permissions", of_platform(permissions.join(", "))),
        row("webhook_object", of_platform(needs.webhook_object.clone())),
        row(
            "webhook_fields",
            match fields {
                Some(fields) => Some((fields.join(", "), Origin::Tenant)),
                None => of_platform(needs.webhook_fields.join(", ")),
            },
        ),
        row(
            "account_fields",
            of_platform(needs.account_fields.join(", ")),
        ),
        row(
            "routing",
            of_platform(effective.platform.value.routing.to_string()),
        ),
    ]
}

/// What only the file can say.
fn of_tenant(named: Named<'_>, speech: &Speech) -> Vec<Row> {
    let entry = named.entry;
    let said =
        |key: &str, value: Option<String>| row(key, value.map(|value| (value, Origin::Tenant)));
    let mut rows = vec![
        said("stored_username", entry.stored_username.clone()),
        said("department", entry.department.clone()),
        said("token_kind", entry.token_kind.map(|kind| kind.to_string())),
        said(
            "token_expires_at",
            entry.token_expires_at.map(|time| time.to_rfc3339()),
        ),
        said("login.config_id", entry.login.config_id.clone()),
        said(
            "login.redirect_url",
            entry.login.redirect_url.as_ref().map(shown),
        ),
    ];
    rows.extend(
        entry
            .severity
            .iter()
            .map(|(of, severity)| said(&format!("severity.{of}"), Some(severity.to_string()))),
    );
    rows.extend(entry.waivers.iter().map(|waiver| {
        let what = waiver
            .cause
            .as_ref()
            .map(|cause| format!(" ({cause})"))
            .unwrap_or_default();
        let text = speech.say_with(
            "tenant-waiver",
            &[
                ("until", &Arg::Text(waiver.until.to_string())),
                ("author", &Arg::from(waiver.author.as_str())),
                ("reason", &Arg::from(waiver.reason.as_str())),
            ],
        );
        said(&format!("waivers: {}{what}", waiver.check), Some(text))
    }));
    rows.extend(entry.confirmations.iter().map(|seen| {
        let what = seen
            .question
            .as_ref()
            .map(|question| format!(" ({question})"))
            .unwrap_or_default();
        let text = speech.say_with(
            "tenant-seen",
            &[
                ("answer", &Arg::from(seen.answer.as_str())),
                ("by", &Arg::from(seen.by.as_str())),
                ("at", &Arg::Text(seen.at.date_naive().to_string())),
            ],
        );
        said(&format!("confirmations: {}{what}", seen.check), Some(text))
    }));
    rows
}

//! What a platform file must fulfill beyond its form.

mod probes;

use std::collections::BTreeSet;
use std::fmt::Display;

use super::{INFERRED, Platform, keys};
use crate::address::is_of_web_server;
use crate::catalog::{self, Catalog};
use crate::model::Flow;
use crate::speech::error;
use crate::toml_error::{hint, quoted};

/// A rule that is broken, and the key where.
pub(super) struct Fault {
    /// Keys, and numbers in lists.
    pub path: Vec<String>,
    /// What is wrong there.
    pub problem: String,
}

impl Fault {
    fn at(path: &[&dyn Display], problem: impl Into<String>) -> Self {
        Self {
            path: path.iter().map(|step| step.to_string()).collect(),
            problem: problem.into(),
        }
    }
}

/// The first rule that is broken, if any.
pub(super) fn broken(platform: &Platform, text: &str) -> Option<Fault> {
    flows(platform)
        .or_else(|| needs(platform))
        .or_else(|| replies(platform))
        .or_else(|| addresses(platform))
        .or_else(|| guide(platform))
        .or_else(|| causes(platform))
        .or_else(|| sources(platform, text))
}

fn flows(platform: &Platform) -> Option<Fault> {
    if platform.flows.is_empty() {
        return Some(Fault::at(
            &[&"flows"],
            error("error-platform-no-flows", &[]),
        ));
    }
    let index = platform
        .flows
        .iter()
        .position(|flow| platform.needs(*flow).is_none())?;
    let flow = platform.flows[index];
    Some(Fault::at(
        &[&"flows", &index],
        error("error-platform-flow-table", &[("flow", &flow)]),
    ))
}

fn needs(platform: &Platform) -> Option<Fault> {
    let of_flow = |flow: &Flow| Some((*flow, platform.needs(*flow)?));
    Flow::ALL
        .iter()
        .filter_map(of_flow)
        .find_map(|(flow, needs)| {
            if let Some(index) = needs.permissions.iter().position(Vec::is_empty) {
                let problem = error("error-platform-no-permissions", &[]);
                return Some(Fault::at(&[&flow, &"permissions", &index], problem));
            }
            let off = &needs.webhook_fields_off;
            let index = off
                .iter()
                .position(|field| needs.webhook_fields.contains(field))?;
            Some(Fault::at(
                &[&flow, &"webhook_fields_off", &index],
                error("error-platform-field-both", &[]),
            ))
        })
}

fn replies(platform: &Platform) -> Option<Fault> {
    let side = platform.replies.image_side_px?;
    (side.min > side.max).then(|| {
        Fault::at(
            &[&"replies", &"image_side_px"],
            error(
                "error-platform-min-max",
                &[("min", &side.min), ("max", &side.max)],
            ),
        )
    })
}

fn addresses(platform: &Platform) -> Option<Fault> {
    let all = [
        ("callback_url", &platform.callback_url),
        ("platform_url", &platform.platform_url),
    ];
    let is_wrong = |url: &str| !url.parse().is_ok_and(|url| is_of_web_server(&url));
    let (key, _) = all
        .into_iter()
        .find(|(_, url)| url.as_deref().is_some_and(is_wrong))?;
    // The address is not repeated: it may hold a key.
    Some(Fault::at(&[&key], error("error-platform-address", &[])))
}

fn guide(platform: &Platform) -> Option<Fault> {
    let order = &platform.guide_order;
    for (index, id) in order.iter().enumerate() {
        let path: [&dyn Display; 2] = [&"guide_order", &index];
        if catalog::id(id).is_none() {
            let hint = hint(id, &catalog::ids());
            let problem = error(
                "error-platform-no-check",
                &[("id", &quoted(id)), ("hint", &hint)],
            );
            return Some(Fault::at(&path, problem));
        }
        if order[..index].contains(id) {
            return Some(Fault::at(
                &path,
                error("error-platform-twice", &[("id", id)]),
            ));
        }
    }
    None
}

fn causes(platform: &Platform) -> Option<Fault> {
    let catalog = catalog::load().ok()?;
    let mut ids = BTreeSet::new();
    for (index, setup) in platform.setup.iter().enumerate() {
        // Numbers are the names of a check's own questions.
        if setup.id.is_empty() || setup.id.parse::<usize>().is_ok() || !ids.insert(&setup.id) {
            return Some(Fault::at(
                &[&"setup", &index, &"id"],
                error("error-platform-question", &[]),
            ));
        }
        if let Some(problem) = cause_of(catalog, &setup.when_no, &[OWNER]) {
            return Some(Fault::at(&[&"setup", &index, &"when_no"], problem));
        }
    }
    probes::broken(platform, catalog).or_else(|| texts(platform, catalog))
}

/// The check that asks the platform's questions.
const OWNER: &str = "platform-setup";
/// The check of the platform's address.
const OWNER_OF_ADDRESS: &str = "platform-reachable";
/// The checks that values at that address can tell of.
const OWNERS_OF_VALUES: &[&str] = &[OWNER_OF_ADDRESS, "agents-online"];

/// What is wrong with a cause, if it belongs to none of these checks.
fn cause_of(catalog: &'static Catalog, cause: &str, owners: &[&str]) -> Option<String> {
    let owner = catalog.owner(cause).map(|check| check.id);
    if owner.is_some_and(|owner| owners.contains(&owner)) {
        return None;
    }
    let checks = owners.iter().filter_map(|owner| catalog.check(owner));
    let known: Vec<&str> = checks
        .flat_map(|check| check.causes())
        .filter(|cause| !cause.starts_with("confirm-"))
        .collect();
    let named = ("cause", quoted(cause));
    let hint = ("hint", hint(cause, &known));
    Some(match owners {
        [check] => error(
            "error-platform-no-cause-of",
            &[(named.0, &named.1), (hint.0, &hint.1), ("check", check)],
        ),
        _ => error(
            "error-platform-no-cause-there",
            &[(named.0, &named.1), (hint.0, &hint.1)],
        ),
    })
}

fn texts(platform: &Platform, catalog: &'static Catalog) -> Option<Fault> {
    for (index, text) in platform.texts.iter().enumerate() {
        if catalog.cause(&text.cause).is_none() {
            let owned = catalog.checks().iter().flat_map(|check| check.causes());
            let free = catalog.free_causes().map(|(cause, _)| cause);
            let near = crate::model::nearest(&text.cause, owned.chain(free))
                .map(|cause| error("error-toml-near", &[("name", &cause)]))
                .unwrap_or_default();
            return Some(Fault::at(
                &[&"texts", &index, &"cause"],
                error(
                    "error-platform-no-cause",
                    &[("cause", &quoted(&text.cause)), ("hint", &near)],
                ),
            ));
        }
        if text.all().all(str::is_empty) {
            return Some(Fault::at(
                &[&"texts", &index],
                error("error-platform-no-text", &[]),
            ));
        }
    }
    None
}

fn sources(platform: &Platform, text: &str) -> Option<Fault> {
    if platform.source_of.is_empty() {
        return None;
    }
    let keys = keys(text);
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let mut pages: Vec<&str> = platform.sources.keys().map(String::as_str).collect();
    pages.push(INFERRED);
    platform.source_of.iter().find_map(|(key, page)| {
        let problem = if !keys.contains(&key.as_str()) {
            error(
                "error-platform-no-key",
                &[("key", &quoted(key)), ("hint", &hint(key, &keys))],
            )
        } else if !pages.contains(&page.as_str()) {
            error(
                "error-platform-no-source",
                &[("name", &quoted(page)), ("hint", &hint(page, &pages))],
            )
        } else {
            return None;
        };
        Some(Fault::at(&[&"source_of", key], problem))
    })
}

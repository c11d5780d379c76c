//! What a platform file must fulfill beyond its form.

use std::collections::BTreeSet;
use std::fmt::Display;

use url::Url;

use super::{INFERRED, Platform, keys};
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
        .or_else(|| callback(platform))
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

fn callback(platform: &Platform) -> Option<Fault> {
    let url = platform.callback_url.as_deref()?;
    let of_web_server = url
        .parse::<Url>()
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some());
    // The address is not repeated: it may hold a key.
    (!of_web_server).then(|| Fault::at(&[&"callback_url"], error("error-platform-address", &[])))
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
        if catalog.owner(&setup.when_no).map(|check| check.id) != Some(OWNER) {
            let own: Vec<&str> = catalog
                .check(OWNER)
                .into_iter()
                .flat_map(|check| check.causes())
                .filter(|cause| !cause.starts_with("confirm-"))
                .collect();
            let problem = error(
                "error-platform-no-cause-of",
                &[
                    ("cause", &quoted(&setup.when_no)),
                    ("check", &OWNER),
                    ("hint", &hint(&setup.when_no, &own)),
                ],
            );
            return Some(Fault::at(&[&"setup", &index, &"when_no"], problem));
        }
    }
    texts(platform, catalog)
}

/// The check that asks the platform's questions.
const OWNER: &str = "platform-setup";

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

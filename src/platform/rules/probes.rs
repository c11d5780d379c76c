//! What the questions to a platform's own address must fulfill.

use super::{Fault, OWNER_OF_ADDRESS, OWNERS_OF_VALUES, cause_of};
use crate::catalog::Catalog;
use crate::platform::{Expect, Listed, Platform, Probe};
use crate::speech::error;
use crate::toml_error::{hint, quoted};

/// The first rule that is broken, if any.
pub(super) fn broken(platform: &Platform, catalog: &'static Catalog) -> Option<Fault> {
    let probes = &platform.probe;
    (0..probes.len()).find_map(|index| {
        form(probes, index)
            .or_else(|| causes(&probes[index], index, catalog))
            .or_else(|| values(&probes[index], index, catalog))
    })
}

/// A fault at a key of a question.
fn fault(index: usize, key: &str, problem: &str) -> Option<Fault> {
    Some(Fault::at(&[&"probe", &index, &key], error(problem, &[])))
}

fn form(probes: &[Probe], index: usize) -> Option<Fault> {
    let probe = &probes[index];
    if probe.id.is_empty() || probes[..index].iter().any(|one| one.id == probe.id) {
        return fault(index, "id", "error-platform-probe-id");
    }
    let odd = |c: char| c.is_whitespace() || c.is_control() || "?#\\{}".contains(c);
    let climbs = probe.path.split('/').any(|part| part == "..");
    if probe.path.starts_with('/') || probe.path.contains(odd) || climbs {
        return fault(index, "path", "error-platform-probe-path");
    }
    if !(100..600).contains(&probe.status) {
        return fault(index, "status", "error-platform-probe-status");
    }
    if probe.page && !(probe.expect.is_empty() && probe.when_elsewhere.is_some()) {
        return fault(index, "page", "error-platform-probe-page");
    }
    if index == 0 && probe.when_not.is_none() {
        return fault(index, "", "error-platform-probe-first");
    }
    if probe.causes().next().is_none() {
        return fault(index, "", "error-platform-probe-nothing");
    }
    let listed = probe.department.as_ref()?.listed.as_ref()?;
    lists(&probes[..index], index, listed)
}

fn lists(earlier: &[Probe], index: usize, listed: &Listed) -> Option<Fault> {
    let names: Vec<&str> = earlier.iter().map(|probe| probe.id.as_str()).collect();
    let at = |key: &str, problem: String| {
        let path = ["department", "listed", key];
        Some(Fault::at(
            &[&"probe", &index, &path[0], &path[1], &path[2]],
            problem,
        ))
    };
    if !names.contains(&listed.by.as_str()) {
        let (name, hint) = (quoted(&listed.by), hint(&listed.by, &names));
        let problem = error(
            "error-platform-probe-earlier",
            &[("name", &name), ("hint", &hint)],
        );
        return at("by", problem);
    }
    (!is_pointer(&listed.at))
        .then(|| at("at", error("error-platform-pointer", &[])))
        .flatten()
}

fn causes(probe: &Probe, index: usize, catalog: &'static Catalog) -> Option<Fault> {
    let keys = [
        ("when_not", &probe.when_not),
        ("when_elsewhere", &probe.when_elsewhere),
    ];
    keys.into_iter().find_map(|(key, cause)| {
        let problem = cause_of(catalog, cause.as_deref()?, &[OWNER_OF_ADDRESS])?;
        Some(Fault::at(&[&"probe", &index, &key], problem))
    })
}

fn values(probe: &Probe, index: usize, catalog: &'static Catalog) -> Option<Fault> {
    let all = probe.expect.iter().enumerate();
    all.into_iter().find_map(|(number, expect)| {
        let (key, problem) = value(expect, catalog)?;
        Some(Fault::at(
            &[&"probe", &index, &"expect", &number, &key],
            problem,
        ))
    })
}

fn value(expect: &Expect, catalog: &'static Catalog) -> Option<(&'static str, String)> {
    let wanted = [
        expect.is.is_some(),
        expect.at_least.is_some(),
        expect.same_site,
    ];
    if !is_pointer(&expect.at) {
        return Some(("at", error("error-platform-pointer", &[])));
    }
    if wanted.iter().filter(|one| **one).count() != 1 {
        return Some(("", error("error-platform-expect", &[])));
    }
    cause_of(catalog, &expect.when_not, OWNERS_OF_VALUES).map(|problem| ("when_not", problem))
}

fn is_pointer(text: &str) -> bool {
    text.starts_with('/')
}

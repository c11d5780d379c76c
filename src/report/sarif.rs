//! The SARIF format, version 2.1.0: one run, with the checks as rules and the findings of every tenant as results.
//!
//! A finding is `fail`, what could not be told is `open`, what is left to a person is `review`; what holds and what was skipped is no
//! result, since servers show every result as an alert.

mod model;
mod rules;

use chrono::{DateTime, SecondsFormat};
use sha2::{Digest as _, Sha256};

use super::document::{Located, Place};
use super::prose::{accepted, advice, key, says};
use super::since::{Standing, standing};
use super::verdict::{EXIT_INTERRUPTED, EXIT_USAGE};
use super::{CheckReport, Document, Note};
use crate::catalog::Catalog;
use crate::model::{Outcome, Severity};
use crate::speech::Speech;
use crate::terminal::harmless;
use model::{
    Artifact, Automation, Driver, Fingerprints, Invocation, Location, Log, Message, Notification,
    Physical, Region, Result as Finding, Run, Suppression, Tool,
};

/// The document.
///
/// # Errors
/// Never for a document of ours; the serializer's signature asks for it.
pub fn render(catalog: &'static Catalog, document: &Document<'_>) -> serde_json::Result<String> {
    let speech = Speech::new(document.lang);
    let results = document.reports.iter().flat_map(|located| {
        let checks = located.report.checks.iter();
        let speech = &speech;
        checks.filter_map(move |check| finding(catalog, located, check, speech))
    });
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "igdoctor",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: rules::all(catalog, &speech),
            },
        },
        automation_details: Automation { id: id(document) },
        language: document.lang,
        column_kind: "unicodeCodePoints",
        invocations: [invocation(document)],
        results: results.collect(),
    };
    let log = Log {
        schema: model::SCHEMA,
        version: "2.1.0",
        runs: [run],
    };
    super::json::document(&log)
}

/// Servers replace what they know of an id by what comes next under it, so each tenant has its own.
fn id(document: &Document<'_>) -> String {
    match document.reports.as_slice() {
        [one] if !document.many => format!("igdoctor/{}/", key(one.report)),
        _ => "igdoctor/".to_owned(),
    }
}

fn finding(
    catalog: &Catalog,
    located: &Located<'_>,
    check: &CheckReport,
    speech: &Speech,
) -> Option<Finding> {
    let waiver = check.waiver.as_ref();
    let outcome = waiver.map_or(check.outcome, |waiver| waiver.outcome);
    let (kind, level) = match outcome {
        Outcome::Fail if check.severity == Severity::Error => ("fail", "error"),
        Outcome::Fail | Outcome::Warn => ("fail", "warning"),
        Outcome::Unknown => ("open", "none"),
        Outcome::Ask => ("review", "none"),
        Outcome::Pass | Outcome::Skipped | Outcome::Waived => return None,
    };
    let mut lines = vec![says(check)];
    lines.extend(advice(check, speech));
    Some(Finding {
        rule_id: check.id.clone(),
        rule_index: catalog.position(&check.id),
        kind,
        level,
        baseline_state: standing(located.report, check).map(baseline),
        message: Message::new(&lines.join("\n")),
        locations: [location(&located.place)],
        partial_fingerprints: Fingerprints {
            cause: fingerprint(located, check),
        },
        suppressions: waiver.map(|waiver| {
            [Suppression {
                kind: "external",
                status: "accepted",
                justification: accepted(waiver, speech),
            }]
        }),
    })
}

/// In the words of the standard. What may be new is not to pass for old.
const fn baseline(standing: Standing) -> &'static str {
    match standing {
        Standing::New | Standing::Unclear => "new",
        Standing::Changed | Standing::Open => "updated",
        Standing::Same => "unchanged",
    }
}

/// The same for the same finding in every run, language and version: whose, which check, why.
fn fingerprint(located: &Located<'_>, check: &CheckReport) -> String {
    let of = located.report.tenant.key();
    let cause = check.cause.as_deref().unwrap_or_default();
    let mut hash = Sha256::new();
    for part in [of, &check.id, cause] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digits = hash.finalize();
    digits.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn location(place: &Place) -> Location {
    Location {
        physical_location: Physical {
            artifact_location: Artifact {
                uri: uri(&place.file),
            },
            region: Region {
                start_line: place.line,
            },
        },
    }
}

/// A relative reference: what has a meaning in an address is written by its code.
fn uri(file: &str) -> String {
    let mut uri = String::with_capacity(file.len());
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

fn invocation(document: &Document<'_>) -> Invocation {
    let mut wrong: Vec<Notification> = Vec::new();
    for failed in &document.failed {
        wrong.push(Notification {
            level: "error",
            message: Message::new(&format!(
                "{}: {}",
                harmless(failed.tenant),
                harmless(failed.why)
            )),
            locations: [location(&failed.place)],
        });
    }
    let above = document.notes.iter();
    let above = above.filter(|note| !note.is(Note::NOT_CHECKED));
    let mut told: Vec<Notification> = above
        .map(|note| Notification {
            level: "warning",
            message: Message::new(&harmless(&note.message)),
            locations: [location(&Place::default())],
        })
        .collect();
    for located in &document.reports {
        told.extend(located.report.notes.iter().map(|note| Notification {
            level: if note.counts() { "warning" } else { "note" },
            message: Message::new(&harmless(&note.message)),
            locations: [location(&located.place)],
        }));
    }
    Invocation {
        execution_successful: ![EXIT_INTERRUPTED, EXIT_USAGE].contains(&document.exit_code),
        exit_code: document.exit_code,
        start_time_utc: start(document),
        tool_configuration_notifications: wrong,
        tool_execution_notifications: told,
    }
}

/// When the first of the reports was begun, in UTC, as `2026-11-21T10:00:00.000Z`.
fn start(document: &Document<'_>) -> Option<String> {
    let starts = document.reports.iter();
    let starts = starts.filter_map(|one| DateTime::parse_from_rfc3339(&one.report.started_at).ok());
    let first = starts.map(|start| start.to_utc()).min()?;
    Some(first.to_rfc3339_opts(SecondsFormat::Millis, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_as_a_relative_address() {
        assert_eq!(
            uri("ops/meine Läden/igdoctor.toml"),
            "ops/meine%20L%C3%A4den/igdoctor.toml"
        );
        assert_eq!(uri("a:b?c#d"), "a%3Ab%3Fc%23d");
    }

    #[test]
    fn text_holds_no_links_and_no_placeholders() {
        let message = Message::new("see [here](https://evil.example) {0} \\");
        assert_eq!(
            message.text,
            "see \\[here\\](https://evil.example) {{0}} \\\\"
        );
    }
}

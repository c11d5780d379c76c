//! The form for a workflow of GitHub: an annotation for each finding, at the tenant's line, then one line about the whole.

use super::document::{Located, Place};
use super::prose::{advice, name, says};
use super::summary;
use super::verdict::note_counts;
use super::weight::{Weight, weight};
use super::{CheckReport, Document, Note};
use crate::speech::Speech;
use crate::terminal::harmless;

/// GitHub shows so many annotations of a kind for a step, and drops the others without a word.
const MOST: usize = 10;
/// Characters of a message; GitHub cuts what is much longer.
const LONGEST: usize = 4000;
/// Characters of a title.
const LONGEST_TITLE: usize = 200;

/// An annotation.
struct Annotation {
    kind: Kind,
    place: Place,
    title: String,
    message: String,
}

/// Kinds of annotations, by gravity.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Error,
    Warning,
    Notice,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Notice];

    const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

/// The document.
#[must_use]
pub fn render(document: &Document<'_>) -> String {
    let speech = Speech::new(document.lang);
    let annotations = annotations(document, &speech);
    let mut text = String::new();
    let mut left_out = 0;
    for kind in Kind::ALL {
        let of_kind = || annotations.iter().filter(|one| one.kind == kind);
        for annotation in of_kind().take(MOST) {
            text.push_str(&annotation.line());
        }
        left_out += of_kind().count().saturating_sub(MOST);
    }
    if left_out > 0 {
        let more = speech.say_with("github-more", &[("count", &left_out.into())]);
        text.push_str(&inert(&more));
    }
    for Located { report, .. } in &document.reports {
        let line = format!("{}: {}", name(report), summary::line(report, &speech));
        text.push_str(&inert(&line));
    }
    text
}

fn annotations(document: &Document<'_>, speech: &Speech) -> Vec<Annotation> {
    let mut all = Vec::new();
    for failed in &document.failed {
        all.push(Annotation {
            kind: Kind::Error,
            place: failed.place.clone(),
            title: harmless(failed.tenant),
            message: harmless(failed.why),
        });
    }
    let above = document
        .notes
        .iter()
        .filter(|note| !note.is(Note::NOT_CHECKED));
    all.extend(above.map(|note| Annotation {
        kind: Kind::Warning,
        place: Place::default(),
        title: note.kind.clone(),
        message: harmless(&note.message),
    }));
    for located in &document.reports {
        let report = located.report;
        let of = if document.many {
            format!("{}: ", name(report))
        } else {
            String::new()
        };
        let checks = report.checks.iter();
        all.extend(checks.filter_map(|check| {
            let kind = match weight(report, check) {
                Weight::Broken => Kind::Error,
                Weight::Unsure | Weight::Doubtful => Kind::Warning,
                Weight::Asked => Kind::Notice,
                Weight::Accepted | Weight::Skipped | Weight::Fine => return None,
            };
            Some(of_check(kind, located, &of, check, speech))
        }));
        let counted = report.notes.iter().filter(|note| note.counts());
        all.extend(counted.map(|note| Annotation {
            kind: if note_counts(report, note) {
                Kind::Error
            } else {
                Kind::Warning
            },
            place: located.place.clone(),
            title: format!("{of}{}", note.kind),
            message: harmless(&note.message),
        }));
    }
    all
}

fn of_check(
    kind: Kind,
    located: &Located<'_>,
    of: &str,
    check: &CheckReport,
    speech: &Speech,
) -> Annotation {
    let cause = check.cause.as_deref().unwrap_or_default();
    let mut lines = vec![says(check)];
    lines.extend(advice(check, speech));
    Annotation {
        kind,
        place: located.place.clone(),
        title: format!("{of}{} ({cause})", check.id),
        message: lines.join("\n"),
    }
}

impl Annotation {
    /// `::error file=igdoctor.toml,line=1,title=…::…`
    fn line(&self) -> String {
        format!(
            "::{} file={},line={},title={}::{}\n",
            self.kind.name(),
            property(&self.place.file),
            self.place.line,
            property(&cut(&self.title, LONGEST_TITLE)),
            data(&cut(&self.message, LONGEST)),
        )
    }
}

/// Text behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A value before it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn cut(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A line that is no command, neither of the new kind nor of the old, which may stand anywhere in it.
fn inert(line: &str) -> String {
    let line = cut(line, LONGEST).replace("##[", "# #[");
    let is_command = line.trim_start().starts_with("::");
    format!("{}{line}\n", if is_command { "- " } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_or_begins_another() {
        let annotation = Annotation {
            kind: Kind::Error,
            place: Place::default(),
            title: "a,b::c%0A".to_owned(),
            message: "100 %\n::error::no\r%0A".to_owned(),
        };
        assert_eq!(
            annotation.line(),
            "::error file=igdoctor.toml,line=1,title=a%2Cb%3A%3Ac%250A::100 %25%0A::error::no%0D%250A\n"
        );
        assert_eq!(inert("::error::x"), "- ::error::x\n");
        assert_eq!(inert("shop ##[error]x"), "shop # #[error]x\n");
    }
}

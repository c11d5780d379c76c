//! Which causes an error can have, the likeliest first.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::call::Call;
use super::plain::recognizes;
use crate::catalog::{Catalog, ErrorClass, ErrorRow, Refusal, Signature, TextRow};
use crate::model::{Cause, Flow};

/// How sure a cause is. The one rule:
///
/// - `certain`: Meta's own words or the subcode name this cause and no other (a row by subcode or by prefix, or words of `texts.toml`
///   or of a platform, without `also`, not `uncertain` and not of class ambiguous);
/// - `likely`: the first one otherwise;
/// - `possible`: every other one, and each where only the call tells which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Nothing else gives this error.
    Certain,
    /// The first to look at.
    Likely,
    /// The next to look at.
    Possible,
}

/// A cause with its certainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The cause.
    pub cause: Cause,
    /// How sure it is.
    pub certainty: Certainty,
}

/// As many causes are told of one error.
const MOST: usize = 6;

/// All that is known of an error.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clues<'a> {
    pub code: Option<i64>,
    pub subcode: Option<i64>,
    pub message: &'a str,
    /// Everything that was pasted, plain.
    pub plain: &'a str,
    pub http: Option<u16>,
    /// The answer was an empty list.
    pub empty: bool,
    pub flow: Option<Flow>,
    pub call: &'a Call,
    pub is_transient: bool,
}

impl Clues<'_> {
    /// What the catalog recognizes it by; where the flow is not known, the usual one.
    fn signature(&self) -> Option<Signature<'_>> {
        Some(Signature {
            code: self.code?,
            subcode: self.subcode,
            message: self.message,
            flow: self.flow.unwrap_or(Flow::Facebook),
            app_credentials: self.call.by_app(),
        })
    }

    /// Letters by which words recognize it and conditions that fit, if they do.
    fn fits(&self, row: &TextRow) -> Option<(usize, usize)> {
        let call = row.call.as_deref();
        let of_call = call.is_none_or(|part| self.call.path.contains(part));
        self.fits_any_call(row).filter(|_| of_call)
    }

    /// The same, whatever the call was.
    fn fits_any_call(&self, row: &TextRow) -> Option<(usize, usize)> {
        let call = row.call.as_deref();
        let holds = row.flow.is_none_or(|flow| self.flow == Some(flow))
            // A status says little beside a code of Meta's.
            && row.http.is_none_or(|http| self.http == Some(http) && self.code.is_none())
            && (!row.empty || self.empty);
        let conditions = [
            call.is_some(),
            row.flow.is_some(),
            row.http.is_some(),
            row.empty,
        ];
        let conditions = conditions.into_iter().filter(|set| *set).count();
        let letters = row
            .has
            .iter()
            .filter_map(|part| recognizes(part, self.plain));
        let letters = if row.has.is_empty() {
            Some(0)
        } else {
            letters.max()
        };
        letters
            .filter(|_| holds)
            .map(|letters| (conditions, letters))
    }
}

/// What an error means.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    pub class: Option<ErrorClass>,
    /// The row of `graph-errors.toml`, where it decided.
    pub row: Option<&'static ErrorRow>,
    pub causes: Vec<Ranked>,
}

/// A source that knows the error.
struct Candidate<'a> {
    /// How exactly: by words or subcode before the code alone; then conditions, then letters that fit.
    weight: (u8, usize, usize),
    cause: &'a str,
    also: &'a [String],
    doubtful: bool,
    class: ErrorClass,
    row: Option<&'static ErrorRow>,
}

/// The weight of what is known by subcode.
const BY_SUBCODE: u8 = 3;
/// Of what is known by words.
const BY_WORDS: u8 = 2;
/// Of what is known by a code without a subcode, or by words that say little.
const BY_CODE: u8 = 1;

/// Ranks the causes of an error.
pub(super) fn rank(
    catalog: &'static Catalog,
    texts: &'static [TextRow],
    clues: &Clues<'_>,
) -> Meaning {
    let mut candidates: Vec<Candidate<'_>> = of_row(catalog, clues).into_iter().collect();
    candidates.extend(of_refusal(catalog, clues));
    let of_texts = texts.iter().filter_map(|row| {
        let (conditions, letters) = clues.fits(row)?;
        Some(Candidate {
            weight: (
                if row.faint { BY_CODE } else { BY_WORDS },
                conditions,
                letters,
            ),
            cause: &row.cause,
            also: &row.also,
            doubtful: row.uncertain || row.class == ErrorClass::Ambiguous,
            class: row.class,
            row: None,
        })
    });
    candidates.extend(of_texts);
    candidates.sort_by_key(|candidate| Reverse(candidate.weight));
    let Some(best) = candidates.first() else {
        return Meaning::default();
    };
    let sure = best.also.is_empty() && !best.doubtful && best.weight.0 >= BY_WORDS;
    let passes = clues.is_transient && (clues.code, clues.subcode) != (Some(-2), Some(2_534_084));
    let mut names: Vec<&str> = if passes {
        vec!["meta-outage"]
    } else {
        Vec::new()
    };
    // What names one cause needs no others, and what knows the code alone adds nothing to what knows more.
    let exact = best.weight.0 >= BY_WORDS;
    let near = |candidate: &&Candidate<'_>| !exact || (!sure && candidate.weight.0 >= BY_WORDS);
    let others = candidates.iter().skip(1).filter(near);
    for candidate in std::iter::once(best).chain(others) {
        names.push(candidate.cause);
        names.extend(candidate.also.iter().map(String::as_str));
    }
    let mut causes: Vec<Ranked> = Vec::new();
    for cause in names.into_iter().filter_map(|name| catalog.cause(name)) {
        let certainty = match causes.first() {
            None if sure && !passes => Certainty::Certain,
            None => Certainty::Likely,
            Some(_) => Certainty::Possible,
        };
        if causes.len() < MOST && !causes.iter().any(|known| known.cause == cause) {
            causes.push(Ranked { cause, certainty });
        }
    }
    Meaning {
        class: Some(if passes {
            ErrorClass::Transient
        } else {
            best.class
        }),
        row: best.row,
        causes,
    }
}

/// The causes that it can have with each call that makes a difference, by a part of the call's path.
pub(super) fn by_call(
    catalog: &'static Catalog,
    texts: &'static [TextRow],
    clues: &Clues<'_>,
) -> Vec<(&'static str, Vec<Cause>)> {
    let rows = texts
        .iter()
        .filter(|row| clues.fits_any_call(row).is_some());
    let of_row = |row: &'static TextRow| {
        let all = std::iter::once(&row.cause).chain(&row.also);
        let causes = all.filter_map(|cause| catalog.cause(cause)).collect();
        Some((row.call.as_deref()?, causes))
    };
    rows.filter_map(of_row).collect()
}

/// What `graph-errors.toml` says.
fn of_row(catalog: &'static Catalog, clues: &Clues<'_>) -> Option<Candidate<'static>> {
    let row = catalog.error(&clues.signature()?)?;
    Some(Candidate {
        weight: weight(
            row.subcode.is_some() || row.either,
            row.prefix.as_deref(),
            row.bare,
            row.flow,
        ),
        cause: &row.cause,
        also: &row.also,
        doubtful: row.uncertain || row.class == ErrorClass::Ambiguous,
        class: row.class,
        row: Some(row),
    })
}

/// What a check says of a refusal of this very question; without the call, only what it says of any.
fn of_refusal(catalog: &'static Catalog, clues: &Clues<'_>) -> Option<Candidate<'static>> {
    let signature = clues
        .signature()
        .filter(|signature| !signature.app_credentials)?;
    let asked = clues.call.question();
    let fits = |refusal: &&Refusal| match (refusal.question, asked) {
        (Some(_), None) => false,
        (question, asked) => asked
            .or(question)
            .or(Some(crate::model::Question::Identity))
            .is_some_and(|asked| refusal.matches(asked, &signature)),
    };
    let refusal = catalog
        .checks()
        .iter()
        .flat_map(|check| &check.refusals)
        .find(fits)?;
    let mut weight = weight(
        refusal.subcode.is_some() || refusal.either,
        refusal.prefix.as_deref(),
        refusal.bare,
        refusal.flow,
    );
    weight.1 += usize::from(refusal.question.is_some());
    let row = catalog.error(&signature);
    Some(Candidate {
        weight,
        cause: &refusal.cause,
        // In general it may mean more.
        also: row.map_or(&[], |row| &row.also),
        doubtful: row.is_none_or(|row| row.uncertain || row.class == ErrorClass::Ambiguous),
        class: row.map_or(ErrorClass::Person, |row| row.class),
        row,
    })
}

fn weight(
    subcode: bool,
    prefix: Option<&str>,
    bare: bool,
    flow: Option<Flow>,
) -> (u8, usize, usize) {
    let flow = usize::from(flow.is_some());
    match prefix {
        _ if subcode => (BY_SUBCODE, flow, 0),
        Some(prefix) => {
            let letters = prefix.chars().filter(|c| c.is_alphanumeric()).count();
            (BY_WORDS, flow, letters)
        }
        None => (if bare { BY_CODE } else { 0 }, flow, 0),
    }
}

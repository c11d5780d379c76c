//! What people see on a screen, written down exactly or nearly.

use super::plain::plain;
use super::rank::{Certainty, Ranked};
use crate::catalog::{Catalog, TextRow};
use crate::platform::Platform;

/// Longer texts are not compared letter by letter.
const LONGEST: usize = 200;
/// From this likeness on, a text counts as the same with a slip.
const ALIKE: f64 = 0.8;

/// The cause of what is seen inside a platform, or of words that differ from known ones by a slip.
pub(super) fn find(
    catalog: &'static Catalog,
    platforms: &[Platform],
    texts: &[TextRow],
    text: &str,
) -> Option<Ranked> {
    let seen = platforms.iter().flat_map(|platform| &platform.texts);
    let seen = seen.flat_map(|seen| seen.all().map(|words| (words, seen.cause.as_str())));
    let whole: Vec<(String, &str)> = seen.map(|(words, cause)| (plain(words), cause)).collect();
    if let Some((_, cause)) = whole
        .iter()
        .find(|(words, _)| text.contains(words.as_str()))
    {
        let certainty = Certainty::Certain;
        return catalog
            .cause(cause)
            .map(|cause| Ranked { cause, certainty });
    }
    if text.chars().count() > LONGEST {
        return None;
    }
    let alone = texts
        .iter()
        .filter(|row| row.call.is_none() && row.http.is_none() && !row.empty);
    let fragments =
        alone.flat_map(|row| row.has.iter().map(|part| (plain(part), row.cause.as_str())));
    let likeness = |words: &str| strsim::normalized_levenshtein(words.trim(), text.trim());
    let (_, cause) = whole
        .into_iter()
        .chain(fragments)
        .map(|(words, cause)| (likeness(&words), cause))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    let certainty = Certainty::Likely;
    catalog
        .cause(cause)
        .map(|cause| Ranked { cause, certainty })
}

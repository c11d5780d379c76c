//! The small language of texts in `checks/`: `{name}`, `{phrase.form}`, `{count|form|form}` and `[[clause that may be left out]]`.

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::model::Language;

/// A text that cannot be filled. Only tests meet it: they read every text of the catalog.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A bracket without its partner.
    #[error("a bracket is not closed: {0}")]
    Open(String),
    /// A grammatical form that the language has no phrases in.
    #[error("`{name}`: {language} has no such form")]
    Grammar {
        /// The placeholder with its form.
        name: String,
        /// The language.
        language: Language,
    },
    /// Another number of plural forms than the language has.
    #[error("`{name}` has {found} plural forms, {language} has {wanted}")]
    Forms {
        /// The placeholder.
        name: String,
        /// Forms it has.
        found: usize,
        /// Forms it should have.
        wanted: usize,
        /// The language.
        language: Language,
    },
}

/// Names of the placeholders of a text without their grammatical forms, each once, in order.
///
/// # Errors
/// When the text is not well formed.
pub fn parts(text: &str, language: Language) -> Result<Vec<String>, TemplateError> {
    let mut names = Vec::new();
    let plain = text.replace("[[", "").replace("]]", "");
    if text.matches("[[").count() != text.matches("]]").count() {
        return Err(TemplateError::Open(text.to_owned()));
    }
    let mut rest = plain.as_str();
    while let Some((_, after)) = rest.split_once('{') {
        let (inner, after) = after
            .split_once('}')
            .ok_or_else(|| TemplateError::Open(text.to_owned()))?;
        let mut forms = inner.split('|');
        let whole = forms.next().unwrap_or_default();
        let (name, form) = whole.split_once('.').unwrap_or((whole, PLAIN));
        if form != PLAIN && !grammar(language).contains(&form) {
            let name = whole.to_owned();
            return Err(TemplateError::Grammar { name, language });
        }
        let name = name.to_owned();
        let (found, wanted) = (forms.count(), categories(language).len());
        if found != 0 && found != wanted {
            return Err(TemplateError::Forms {
                name,
                found,
                wanted,
                language,
            });
        }
        if !names.contains(&name) {
            names.push(name);
        }
        rest = after;
    }
    Ok(names)
}

/// The form of a phrase that needs no name.
pub(super) const PLAIN: &str = "plain";

/// The form of a name within a sentence: Portuguese gives it an article.
pub(super) const IN_TEXT: &str = "text";

/// Forms that phrases take: Portuguese joins article and preposition, Russian declines.
const fn grammar(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => &[],
        Language::PtBr => &["de", "em", "a", "por"],
        Language::Ru => &["gen", "dat", "acc", "ins", "prep"],
    }
}

/// Plural categories in the order in which forms are written.
const fn categories(language: Language) -> &'static [PluralCategory] {
    match language {
        Language::En | Language::PtBr => &[PluralCategory::ONE, PluralCategory::OTHER],
        Language::Ru => &[
            PluralCategory::ONE,
            PluralCategory::FEW,
            PluralCategory::MANY,
        ],
    }
}

/// A value: its text, and its number if it is one.
type Lookup<'a> = &'a dyn Fn(&str) -> Option<(String, Option<i64>)>;

/// Fills a text. A clause in double brackets is left out when a value in it is missing; elsewhere a missing value shows as `?`.
pub(super) fn fill(text: &str, language: Language, value: Lookup<'_>) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        let (clause, after) = after.split_once("]]").unwrap_or((after, ""));
        out.push_str(&plain(before, language, value).0);
        let (filled, complete) = plain(clause, language, value);
        if complete {
            out.push_str(&filled);
        }
        rest = after;
    }
    out.push_str(&plain(rest, language, value).0);
    if text.starts_with('{') {
        capitalized(&out)
    } else {
        out
    }
}

/// Fills a text without clauses; also whether every value was there.
fn plain(text: &str, language: Language, value: Lookup<'_>) -> (String, bool) {
    let mut out = String::with_capacity(text.len() + 16);
    let mut complete = true;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (inner, after) = after.split_once('}').unwrap_or((after, ""));
        let mut parts = inner.split('|');
        let name = parts.next().unwrap_or_default();
        let forms: Vec<&str> = parts.collect();
        match value(name) {
            Some((_, Some(number))) if !forms.is_empty() => {
                out.push_str(form(number, &forms, language))
            }
            Some((text, _)) => out.push_str(&text),
            None => {
                complete = false;
                out.push('?');
            }
        }
        rest = after;
    }
    out.push_str(rest);
    (out, complete)
}

/// The form of a word that goes with a number, by the language's CLDR rules.
fn form<'a>(number: i64, forms: &[&'a str], language: Language) -> &'a str {
    // The rules are kept by bare languages: they know `pt`, not `pt-BR`.
    let tag = language.as_str().split('-').next().unwrap_or_default();
    let id: LanguageIdentifier = tag.parse().unwrap_or_default();
    let rules = PluralRules::create(id, PluralRuleType::CARDINAL);
    let category = rules
        .ok()
        .and_then(|rules| rules.select(number.unsigned_abs()).ok())
        .unwrap_or(PluralCategory::OTHER);
    let index = categories(language)
        .iter()
        .position(|known| *known == category);
    // A category that a language has for fractions and millions only reads like its last form.
    forms
        .get(index.unwrap_or(forms.len().saturating_sub(1)))
        .copied()
        .unwrap_or_default()
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill_with(text: &str, language: Language, days: Option<i64>) -> String {
        fill(text, language, &|name| match name {
            "days" => days.map(|days| (days.to_string(), Some(days))),
            "page" => Some(("the Page “Casa Azul”".to_owned(), None)),
            _ => None,
        })
    }

    #[test]
    fn a_clause_is_left_out_when_its_value_is_missing() {
        let text = "{page} ends[[ in {days} {days|day|days}]].";
        assert_eq!(
            fill_with(text, Language::En, Some(1)),
            "The Page “Casa Azul” ends in 1 day."
        );
        assert_eq!(
            fill_with(text, Language::En, None),
            "The Page “Casa Azul” ends."
        );
    }

    #[test]
    fn portuguese_counts_nothing_as_one() {
        let say = |days| fill_with("{days} {days|dia|dias}", Language::PtBr, Some(days));
        let told = [0, 1, 2, 5, 21, 1_000_000].map(say);
        let expected = [
            "0 dia",
            "1 dia",
            "2 dias",
            "5 dias",
            "21 dias",
            "1000000 dias",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn russian_has_three_forms() {
        let say = |days| fill_with("{days} {days|день|дня|дней}", Language::Ru, Some(days));
        let expected = [
            (1, "1 день"),
            (2, "2 дня"),
            (5, "5 дней"),
            (11, "11 дней"),
            (21, "21 день"),
            (22, "22 дня"),
            (25, "25 дней"),
            (101, "101 день"),
        ];
        for (days, text) in expected {
            assert_eq!(say(days), text);
        }
    }

    #[test]
    fn a_missing_plural_form_is_an_error() {
        assert!(parts("{days|день|дня}", Language::Ru).is_err());
        assert_eq!(
            parts("{a} {b|x|y} [[{a}]]", Language::En).unwrap(),
            ["a", "b"]
        );
    }
}

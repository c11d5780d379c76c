//! What people ask `explain` about, recognized: ids, symptoms, Meta's errors in any wrapping, texts in any language. Pure: no words, no I/O.

mod call;
mod paste;
mod plain;
mod rank;
mod screens;
mod seen;
mod words;

use crate::catalog::{self, Catalog, ErrorClass, ErrorRow, SymptomRow, TextRow};
use crate::model::{Cause, CheckId, Flow, Symptom, nearest};
use crate::platform::Platform;

pub use call::Call;
pub use plain::{LONGEST, bounded, is_text};
pub use rank::{Certainty, Ranked};

/// What an answer is about.
#[derive(Debug)]
pub enum Subject {
    /// A check, by its id.
    Check(CheckId),
    /// A cause, by its name.
    Cause(Cause),
    /// A symptom.
    Symptom(Symptom),
    /// Errors and texts, the first found first. Not all of them need to have causes.
    Errors(Vec<Explained>),
    /// Nothing that is known; perhaps this was meant.
    Nothing(Option<String>),
}

/// One error and what it means.
#[derive(Debug, Default)]
pub struct Explained {
    /// Graph's code.
    pub code: Option<i64>,
    /// Graph's subcode.
    pub subcode: Option<i64>,
    /// HTTP status, where one was told.
    pub http_status: Option<u16>,
    /// What Meta's support asks for.
    pub trace: Option<String>,
    /// What kind of thing it is.
    pub class: Option<ErrorClass>,
    /// What Meta means, where the table knows it.
    pub row: Option<&'static ErrorRow>,
    /// The code is known, the subcode is not: what the code means in general.
    pub family: Option<&'static ErrorRow>,
    /// The causes, likeliest first.
    pub causes: Vec<Ranked>,
    /// Only the call tells which cause it is: parts of a call's path, each with causes that it can have then.
    pub by_call: Vec<(&'static str, Vec<Cause>)>,
}

/// What makes an answer sharper.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// The call that was answered.
    pub call: Call,
    /// The flow.
    pub flow: Option<Flow>,
}

/// Everything that recognition reads.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The checks and errors.
    pub catalog: &'static Catalog,
    /// The words.
    pub texts: &'static [TextRow],
    /// The words of symptoms.
    pub symptoms: &'static [SymptomRow],
    /// The platforms, for what people see inside them.
    pub platforms: &'a [Platform],
}

impl Known<'_> {
    /// Recognizes what somebody asks about.
    #[must_use]
    pub fn recognize(&self, text: &str, around: &Around) -> Subject {
        if let Some(named) = self.named(text) {
            return named;
        }
        let plain = plain::plain(&plain::unescaped(text));
        if let Some(titled) = screens::exactly(self.catalog, &plain) {
            return titled;
        }
        let errors = self.errors(text, around);
        if errors.first().is_none_or(|first| first.causes.is_empty())
            && let Some(told) = screens::described(self.catalog, self.symptoms, &plain)
        {
            return told;
        }
        if errors.is_empty() {
            return Subject::Nothing(self.meant(text));
        }
        Subject::Errors(errors)
    }

    /// An id, a cause or a symptom, also written with spaces or underscores.
    fn named(&self, text: &str) -> Option<Subject> {
        let slug = slug(text)?;
        let check = catalog::id(&slug)
            .or_else(|| catalog::reply_id(&slug))
            .map(Subject::Check);
        let cause = || self.catalog.cause(&slug).map(Subject::Cause);
        check
            .or_else(cause)
            .or_else(|| slug.parse().ok().map(Subject::Symptom))
    }

    /// The id or name that was probably meant.
    fn meant(&self, text: &str) -> Option<String> {
        let slug = slug(text)?;
        let owned = self.catalog.all().iter().flat_map(|check| check.causes());
        let free = self.catalog.free_causes().map(|(cause, _)| cause);
        let symptoms = Symptom::ALL.iter().map(|symptom| symptom.as_str());
        let names = catalog::ids()
            .into_iter()
            .chain(catalog::reply_ids())
            .chain(owned)
            .chain(free)
            .chain(symptoms);
        // `jaro_winkler` is generous with short words.
        let near = nearest(&slug, names)?;
        (strsim::normalized_levenshtein(&slug, near) > 0.6).then(|| near.to_owned())
    }

    fn errors(&self, text: &str, around: &Around) -> Vec<Explained> {
        let text = plain::unescaped(text);
        let named = Call::within(&text);
        let call = if around.call.path.is_empty() {
            &named
        } else {
            &around.call
        };
        let plain = plain::plain(&text);
        let flow = around.flow.or(call.flow()).or_else(|| flow_of(&plain));
        let known = |code, subcode| self.is_known(code, subcode);
        let mut paste = paste::read(&text, &known);
        self.take_loose_subcode(&mut paste);
        if paste.errors.is_empty() && is_login_code(&plain) {
            paste.errors.push(paste::Found {
                code: Some(LOGIN),
                ..paste::Found::default()
            });
        }
        let clues = rank::Clues {
            code: None,
            subcode: None,
            message: "",
            plain: &plain,
            http: paste.http,
            empty: is_empty_list(&text),
            flow,
            call,
            is_transient: false,
        };
        let several = paste.errors.len() > 1;
        let mut found: Vec<Explained> = Vec::new();
        for error in &paste.errors {
            let own = plain::plain(&error.message);
            let of_this = rank::Clues {
                code: error.code,
                subcode: error.subcode,
                message: &error.message,
                plain: if several { &own } else { &plain },
                is_transient: error.is_transient,
                empty: false,
                ..clues
            };
            found.push(self.explained(error, &of_this));
        }
        // An error that is known says more than one that is not, such as the number of a line in a log.
        found.sort_by_key(|explained| explained.causes.is_empty());
        if found.first().is_none_or(|first| first.causes.is_empty()) {
            let by_words = self.by_words(&clues);
            if !by_words.causes.is_empty() {
                found = vec![by_words];
            }
        }
        if found.is_empty() && call.path.is_empty() {
            found.extend(self.by_call(&clues));
        }
        found
    }

    fn explained(&self, error: &paste::Found, clues: &rank::Clues<'_>) -> Explained {
        let meaning = rank::rank(self.catalog, self.texts, clues);
        let family = || {
            let rows = self.catalog.errors().iter();
            let general = |row: &&ErrorRow| {
                Some(row.code) == error.code && row.subcode.is_none() && row.prefix.is_none()
            };
            rows.filter(|row| row.credential.is_none()).find(general)
        };
        Explained {
            code: error.code,
            subcode: error.subcode,
            http_status: clues.http,
            trace: error.trace.clone(),
            class: meaning.class,
            row: meaning.row,
            family: if meaning.causes.is_empty() {
                family()
            } else {
                None
            },
            causes: meaning.causes,
            by_call: Vec::new(),
        }
    }

    /// What is recognized without any code: words of Meta's, then what people see inside a platform.
    fn by_words(&self, clues: &rank::Clues<'_>) -> Explained {
        let meaning = rank::rank(self.catalog, self.texts, clues);
        let mut explained = Explained {
            http_status: clues.http,
            class: meaning.class,
            causes: meaning.causes,
            ..Explained::default()
        };
        let seen = seen::find(self.catalog, self.platforms, self.texts, clues.plain);
        let knows =
            |seen: &Ranked| explained.causes.is_empty() || seen.certainty == Certainty::Certain;
        if let Some(seen) = seen.filter(knows) {
            explained.causes.retain(|known| known.cause != seen.cause);
            for other in &mut explained.causes {
                other.certainty = Certainty::Possible;
            }
            explained.causes.insert(0, seen);
            explained.class = explained.class.or(Some(ErrorClass::Person));
        }
        explained
    }

    /// What is known only together with the call, where the call was not told.
    fn by_call(&self, clues: &rank::Clues<'_>) -> Option<Explained> {
        let by_call = rank::by_call(self.catalog, self.texts, clues);
        let mut causes: Vec<Ranked> = Vec::new();
        // The first of every call, then the second.
        let longest = by_call.iter().map(|(_, of_call)| of_call.len()).max()?;
        for place in 0..longest {
            for (_, of_call) in &by_call {
                let cause = of_call.get(place).copied();
                let cause = cause.filter(|cause| causes.iter().all(|known| known.cause != *cause));
                let certainty = Certainty::Possible;
                causes.extend(cause.map(|cause| Ranked { cause, certainty }));
            }
        }
        Some(Explained {
            http_status: clues.http,
            class: Some(ErrorClass::Ambiguous),
            causes,
            by_call,
            ..Explained::default()
        })
    }

    fn is_known(&self, code: i64, subcode: Option<i64>) -> bool {
        let mut rows = self.catalog.errors().iter();
        rows.any(|row| match subcode {
            None => row.code == code,
            Some(_) => {
                (row.code == code && row.subcode == subcode)
                    || (row.either && Some(row.code) == subcode)
            }
        })
    }

    /// A subcode may stand alone, as in `… for a private reply (2534025)`.
    fn take_loose_subcode(&self, paste: &mut paste::Paste) {
        let code_of = |number: i64| {
            let mut rows = self.catalog.errors().iter();
            rows.find(|row| row.subcode == Some(number) || (row.either && row.code == number))
                .map(|row| row.code)
        };
        let loose = paste
            .numbers
            .iter()
            .find(|number| code_of(**number).is_some());
        match (paste.errors.as_mut_slice(), loose) {
            ([], Some(number)) => paste.errors.push(paste::Found {
                subcode: Some(*number),
                ..paste::Found::default()
            }),
            ([one], Some(number)) if one.subcode.is_none() => one.subcode = Some(*number),
            _ => {}
        }
        for error in &mut paste.errors {
            // A number alone counts as a code, but may be a subcode.
            let code = error
                .code
                .filter(|code| error.subcode.is_none() && !self.is_known(*code, None));
            if let Some(number) = code.filter(|number| code_of(*number).is_some()) {
                (error.code, error.subcode) = (None, Some(number));
            }
            if let (None, Some(subcode)) = (error.code, error.subcode) {
                error.code = code_of(subcode);
            }
        }
    }
}

/// What could be an id or name: a few words without signs.
fn slug(text: &str) -> Option<String> {
    let text = text.trim();
    let part = |c: char| c.is_ascii_alphanumeric() || ['-', '_', ' '].contains(&c);
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic());
    let fits = begins && (3..=48).contains(&text.len()) && text.chars().all(part);
    fits.then(|| text.to_ascii_lowercase().replace(['_', ' '], "-"))
}

/// The code with which the login of the instagram flow refuses. It is an HTTP status too.
const LOGIN: i64 = 400;

/// That code and no more: whoever means the status says so.
fn is_login_code(plain: &str) -> bool {
    let mut words = plain.split_whitespace().rev();
    let named = [
        "code",
        "error",
        "oauthexception",
        "codigo",
        "erro",
        "код",
        "ошибка",
    ];
    words.next().and_then(|word| word.parse().ok()) == Some(LOGIN)
        && words.all(|word| named.contains(&word))
}

/// The flow that the answer itself shows.
fn flow_of(plain: &str) -> Option<Flow> {
    let has = |sign: &str| plain.contains(sign);
    if has(" igapiexception ") || has(" graph instagram com ") || has(" api instagram com ") {
        return Some(Flow::Instagram);
    }
    has(" graph facebook com ").then_some(Flow::Facebook)
}

/// `{"data": []}`
fn is_empty_list(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    text.contains(r#""data":[]"#) || text.contains(r#""data"=>[]"#)
}

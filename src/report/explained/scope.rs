//! What `explain` recognized, put into words.

use super::{
    CauseFacts, CheckFacts, ErrorFacts, Explanation, Kind, Named, Other, SCHEMA_VERSION,
    SymptomFacts, named,
};
use crate::catalog::{Catalog, Check};
use crate::explain::{Certainty, Explained, Ranked, Subject};
use crate::model::{Actor, Area, Args, FixKind, Outcome, Symptom};
use crate::platform::{Platform, Setup};
use crate::report::Fix;
use crate::speech::Speech;
use crate::words::{About, Writer};

/// What an answer is put into words with.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// What igdoctor knows.
    pub catalog: &'static Catalog,
    /// For the steps inside it; none where it is not known.
    pub platform: Option<&'a Platform>,
    /// The language.
    pub speech: &'a Speech,
}

/// Puts an answer into words.
#[must_use]
pub fn explanation(scope: &Scope<'_>, subject: &Subject) -> Explanation {
    let catalog = scope.catalog;
    let mut answer = Explanation {
        schema_version: SCHEMA_VERSION,
        lang: scope.speech.language(),
        kind: Kind::Nothing,
        error: None,
        check: None,
        symptom: None,
        causes: Vec::new(),
        others: Vec::new(),
        hint: None,
        message: None,
    };
    match subject {
        Subject::Check(id) => {
            answer.kind = Kind::Check;
            if let Some(check) = catalog.check(id) {
                answer.check = Some(scope.check(check));
                // A check of a reply tells causes that an error can tell as well.
                let told = check.tells.iter().map(String::as_str);
                answer.causes = told
                    .chain(check.causes())
                    .map(|cause| scope.cause(cause, None, &Args::new()))
                    .collect();
            }
        }
        Subject::Cause(cause) => {
            answer.kind = Kind::Cause;
            answer.causes.push(scope.cause(cause, None, &Args::new()));
        }
        Subject::Symptom(symptom) => {
            answer.kind = Kind::Symptom;
            answer.symptom = Some(scope.symptom(*symptom));
            let free = catalog
                .free_causes()
                .filter(|(_, facts)| facts.symptoms.contains(symptom));
            answer.causes = free
                .map(|(cause, _)| scope.cause(cause, None, &Args::new()))
                .collect();
        }
        Subject::Errors(errors) => {
            answer.kind = Kind::Error;
            let mut all = errors.iter().map(|error| scope.error(error));
            if let Some(first) = all.next() {
                answer.error = Some(first.error);
                answer.causes = first.causes;
            }
            answer.others = all.collect();
            let open = errors.first().filter(|error| !error.by_call.is_empty());
            answer.hint = open.map(|_| scope.speech.say("explain-add-call"));
            let unknown = errors.first().filter(|error| error.causes.is_empty());
            answer.message = unknown.map(|error| scope.unknown(error));
        }
        Subject::Nothing(meant) => {
            let why = match meant {
                Some(name) => scope
                    .speech
                    .say_with("explain-none-meant", &[("name", &name.as_str().into())]),
                None => scope.speech.say("explain-none"),
            };
            let symptoms: Vec<&str> = Symptom::ALL.iter().map(|one| one.as_str()).collect();
            let symptoms = ("symptoms", &symptoms.join(", ").into());
            let hint = scope.speech.say_with("explain-none-hint", &[symptoms]);
            answer.message = Some(format!("{why} {hint}"));
        }
    }
    answer
}

impl Scope<'_> {
    fn writer(&self) -> Writer<'_> {
        Writer::new(self.speech, self.catalog, self.platform, About::default())
    }

    fn error(&self, error: &Explained) -> Other {
        let language = self.speech.language();
        let mut args = Args::new();
        for (name, number) in [("code", error.code), ("subcode", error.subcode)] {
            args.extend(number.map(|number| (name.to_owned(), number.into())));
        }
        let trace = error.trace.as_deref();
        args.extend(trace.map(|trace| ("trace".to_owned(), trace.into())));
        let cause = |ranked: &Ranked| {
            let of_call = error
                .by_call
                .iter()
                .filter(|(_, all)| all.contains(&ranked.cause));
            let calls = of_call.map(|(call, _)| (*call).to_owned()).collect();
            let facts = self.cause(ranked.cause, Some(ranked.certainty), &args);
            CauseFacts { calls, ..facts }
        };
        Other {
            error: ErrorFacts {
                code: error.code,
                subcode: error.subcode,
                class: error.class,
                http_status: error.http_status,
                trace: error.trace.clone(),
                message: error.row.map(|row| row.says(language).to_owned()),
            },
            causes: error.causes.iter().map(cause).collect(),
        }
    }

    /// What can be said of an error that is not known: its family.
    fn unknown(&self, error: &Explained) -> String {
        let number = error.code.unwrap_or_default();
        let code = named(error.code, error.subcode).unwrap_or_default();
        let code = ("code", &code.as_str().into());
        match (error.family, number) {
            (Some(row), _) => {
                let says = row.says(self.speech.language()).into();
                self.speech
                    .say_with("explain-none-subcode", &[code, ("says", &says)])
            }
            (None, 200..=299) => self.speech.say_with("explain-none-permission", &[code]),
            (None, 80_000..=80_099) => self.speech.say_with("explain-none-throttled", &[code]),
            _ => self.speech.say_with("explain-none-code", &[code]),
        }
    }

    fn cause(&self, cause: &str, certainty: Option<Certainty>, args: &Args) -> CauseFacts {
        let writer = self.writer();
        let owner = self.catalog.owner(cause);
        let free = self.catalog.free_cause(cause);
        let mut values = self.usual();
        values.extend(args.clone());
        // A cause without an owner has no values of a check.
        let beside = owner.or_else(|| self.catalog.checks().first());
        let text = beside
            .map(|check| writer.cause(check, cause, &values))
            .unwrap_or_default();
        let facts = beside.map(|check| self.catalog.facts(check, cause));
        let title = match (owner, free) {
            (Some(check), _) => writer.title(check),
            (None, Some(free)) => free.words(self.speech.language()).title.clone(),
            (None, None) => cause.to_owned(),
        };
        CauseFacts {
            cause: cause.to_owned(),
            certainty,
            check: owner.map(|check| check.id.to_owned()),
            outcome: owner.map(|check| self.outcome(check, cause)),
            calls: Vec::new(),
            actor: facts.map_or(Actor::Igdoctor, |facts| facts.actor),
            title,
            message: text.says,
            fix: Fix {
                kind: facts.map_or(FixKind::Manual, |facts| facts.fix),
                steps: text.steps,
                command: None,
            },
            links: owner.map(|check| self.links(check)).unwrap_or_default(),
        }
    }

    /// What a check becomes with a cause of its own; while nobody has answered its questions, it is open.
    fn outcome(&self, check: &Check, cause: &str) -> Outcome {
        if cause.strip_prefix("confirm-") == Some(check.id) {
            Outcome::Ask
        } else {
            self.catalog.facts(check, cause).outcome
        }
    }

    /// Values that a run would know, as they can be said without one.
    fn usual(&self) -> Args {
        let usual = [
            ("account_id", "explain-value-account-id"),
            ("stored_id", "explain-value-stored-id"),
            ("date", "explain-value-date"),
            ("most_bytes", "explain-value-most-bytes"),
            ("word", "explain-value-word"),
            ("token_flow", "explain-value-token-flow"),
            ("flow", "explain-value-flow"),
        ];
        let said = usual.map(|(name, key)| (name.to_owned(), self.speech.say(key).into()));
        said.into_iter().collect()
    }

    fn check(&self, check: &'static Check) -> CheckFacts {
        let writer = self.writer();
        let own = check.questions().into_iter().map(|(id, _)| id);
        let setup = self.setup().map(|setup| setup.id.clone());
        let asks_platform = check.confirm.is_empty() && self.asks_about_platform(check);
        let open: Vec<String> = if asks_platform {
            setup.collect()
        } else {
            own.collect()
        };
        CheckFacts {
            id: check.id.to_owned(),
            area: check.area,
            tier: check.tier,
            severity: check.severity,
            actor: check.actor,
            flows: check.flows.clone(),
            needs: check.needs.clone(),
            symptoms: check.symptoms.clone(),
            title: writer.title(check),
            why: writer.why(check),
            questions: writer.questions(check, &open),
            links: self.links(check),
        }
    }

    /// Whether its questions come from the platform's file.
    fn asks_about_platform(&self, check: &Check) -> bool {
        let owned = |cause: &str| {
            self.catalog
                .owner(cause)
                .is_some_and(|owner| owner.id == check.id)
        };
        self.setup().any(|setup| owned(&setup.when_no))
    }

    /// The platform's own questions.
    fn setup(&self) -> impl Iterator<Item = &Setup> {
        self.platform
            .into_iter()
            .flat_map(|platform| &platform.setup)
    }

    fn links(&self, check: &Check) -> Vec<String> {
        let link = check.link(self.speech.language());
        link.map(str::to_owned).into_iter().collect()
    }

    fn symptom(&self, symptom: Symptom) -> SymptomFacts {
        let writer = self.writer();
        let areas = self.catalog.by_area().flat_map(|(_, checks)| checks);
        // What a person sees is looked for in the setup.
        let areas = areas.filter(|check| check.area != Area::Reply);
        let named = |check: &Check| Named {
            id: check.id.to_owned(),
            title: writer.title(check),
        };
        SymptomFacts {
            id: symptom,
            title: self.speech.say(&format!("symptom-{symptom}")),
            checks: areas
                .filter(|check| check.symptoms.contains(&symptom))
                .map(named)
                .collect(),
        }
    }
}

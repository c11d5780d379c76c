//! The answer of `explain` for a person at a terminal.

use super::Sheet;
use crate::catalog;
use crate::explain::Certainty;
use crate::model::Arg;
use crate::report::explained::{
    CauseFacts, CheckFacts, ErrorFacts, Explanation, Kind, SymptomFacts, named,
};
use crate::speech::Speech;
use crate::terminal::{Look, harmless};

/// An answer as text.
#[must_use]
pub fn render_explained(answer: &Explanation, look: Look, speech: &Speech) -> String {
    let mut page = Page {
        sheet: Sheet::new(look),
        speech,
    };
    page.answer(answer);
    page.sheet.text()
}

struct Page<'a> {
    sheet: Sheet,
    speech: &'a Speech,
}

impl Page<'_> {
    fn answer(&mut self, answer: &Explanation) {
        if let Some(error) = answer.error.as_ref().filter(|_| answer.is_answer()) {
            self.error(error);
        }
        if let Some(check) = &answer.check {
            self.check(check);
            self.causes_of_check(&answer.causes, &check.id);
        } else if let Some(symptom) = &answer.symptom {
            self.symptom(symptom, &answer.causes);
        } else if answer.kind == Kind::Cause {
            for cause in &answer.causes {
                self.title("explain-cause", &cause.cause);
                self.cause(cause);
            }
        } else if !answer.causes.is_empty() {
            self.ranked(&answer.causes);
        }
        let known = answer
            .others
            .iter()
            .filter(|other| !other.causes.is_empty());
        for other in known {
            self.sheet.blank();
            self.sheet
                .paragraph(0, &self.speech.say("explain-also-pasted"));
            self.error(&other.error);
            self.ranked(&other.causes);
        }
        if let Some(hint) = &answer.hint {
            self.sheet.blank();
            self.sheet.paragraph(0, hint);
        }
        if let Some(message) = &answer.message {
            self.sheet.paragraph(0, &harmless(message));
        }
    }

    fn count(&self, key: &str, count: usize) -> String {
        self.speech.say_with(key, &[("count", &count.into())])
    }

    fn heading(&mut self, key: &str, count: usize) {
        let text = self.count(key, count);
        self.sheet.blank();
        self.sheet.heading(&text);
    }

    fn title(&mut self, key: &str, id: &str) {
        let id = self.sheet.look().bold(id);
        let text = self.speech.say_with(key, &[("id", &Arg::Text(id))]);
        self.sheet.paragraph(0, &text);
    }

    fn named(&mut self, key: &str, text: &str) {
        self.sheet.named(2, &self.speech.say(key), text);
    }

    /// What was recognized: the error, what Meta means by it, its trace.
    fn error(&mut self, error: &ErrorFacts) {
        let code = named(error.code, error.subcode);
        let status = error.http_status.map(|status| status.to_string());
        let title = match (code, status) {
            (Some(code), _) => self
                .speech
                .say_with("explain-error", &[("code", &code.into())]),
            (None, Some(status)) => self
                .speech
                .say_with("explain-error-http", &[("code", &status.into())]),
            (None, None) => self.speech.say("explain-text"),
        };
        self.sheet.heading(&title);
        if let Some(message) = &error.message {
            self.named("explain-means", &harmless(message));
        }
        if let Some(trace) = &error.trace {
            self.named("explain-trace", &harmless(trace));
        }
    }

    fn ranked(&mut self, causes: &[CauseFacts]) {
        self.heading("explain-ranked", causes.len());
        for (number, cause) in causes.iter().enumerate() {
            self.sheet.blank();
            let look = self.sheet.look();
            let certainty = cause.certainty.map(|certainty| match certainty {
                Certainty::Certain => "explain-certain",
                Certainty::Likely => "explain-likely",
                Certainty::Possible => "explain-possible",
            });
            let certainty = certainty
                .map(|key| self.speech.say(key))
                .unwrap_or_default();
            let name = look.bold(&cause.cause);
            let certainty = look.dim(&format!("({certainty})"));
            self.sheet
                .paragraph(0, &format!("{}. {name} {certainty}", number + 1));
            self.cause(cause);
        }
    }

    /// What it means, who can act, what to do, how to check it; of one that is only possible, where its steps are.
    fn cause(&mut self, cause: &CauseFacts) {
        if !cause.calls.is_empty() {
            self.named("explain-only-calls", &cause.calls.join(", "));
        }
        if cause.check.is_none() {
            self.sheet.paragraph(2, &cause.title);
        }
        self.sheet.paragraph(2, &harmless(&cause.message));
        if cause.is_refuted() {
            self.named("explain-not-holding", &cause.title);
        }
        let actor = self.speech.say(&format!("actor-{}", cause.actor));
        self.named("finding-who", &actor);
        if cause.certainty == Some(Certainty::Possible) {
            self.whole("explain-more", &format!("igdoctor explain {}", cause.cause));
            return;
        }
        for (number, step) in cause.fix.steps.iter().enumerate() {
            self.sheet
                .item(&format!("{}.", number + 1), &harmless(step));
        }
        for link in &cause.links {
            self.whole("finding-more", link);
        }
        if let Some(check) = &cause.check {
            self.whole("explain-check-it", &command(check));
        }
    }

    fn whole(&mut self, key: &str, text: &str) {
        let name = self.speech.say(key);
        self.sheet.named_whole(2, &name, text);
    }

    fn check(&mut self, check: &CheckFacts) {
        self.title("explain-check", &check.id);
        self.named("explain-states", &check.title);
        self.named("finding-why", &check.why);
        let nothing = self.speech.say("explain-needs-nothing");
        let needs = check.needs.join(", ");
        self.named(
            "explain-needs",
            if needs.is_empty() { &nothing } else { &needs },
        );
        let tier = self.speech.say(&format!("explain-tier-{}", check.tier));
        self.named("explain-tier", &tier);
        let actor = self.speech.say(&format!("actor-{}", check.actor));
        self.named("finding-who", &actor);
        let symptoms: Vec<String> = check.symptoms.iter().map(ToString::to_string).collect();
        if !symptoms.is_empty() {
            self.named("explain-symptoms", &symptoms.join(", "));
        }
        for link in &check.links {
            self.whole("finding-more", link);
        }
        if !check.questions.is_empty() {
            self.heading("explain-questions", check.questions.len());
            for question in &check.questions {
                self.sheet.item("?", question);
            }
        }
    }

    /// Each cause in a sentence; what to do is a question of its own.
    fn causes_of_check(&mut self, causes: &[CauseFacts], check: &str) {
        // What is said while nobody has answered the questions above is no trouble.
        let open = format!("confirm-{check}");
        let causes: Vec<&CauseFacts> = causes.iter().filter(|cause| cause.cause != open).collect();
        self.heading("explain-causes", causes.len());
        self.each(&causes);
        self.sheet.blank();
        self.whole("explain-more", &self.speech.say("explain-a-cause"));
        self.whole("explain-check-it", &command(check));
    }

    fn each(&mut self, causes: &[&CauseFacts]) {
        for cause in causes {
            let name = self.sheet.look().bold(&cause.cause);
            let says = if cause.check.is_some() {
                &cause.message
            } else {
                &cause.title
            };
            self.sheet.item("-", &format!("{name}: {}", harmless(says)));
        }
    }

    fn symptom(&mut self, symptom: &SymptomFacts, causes: &[CauseFacts]) {
        self.title("explain-symptom", symptom.id.as_str());
        self.sheet.paragraph(2, &symptom.title);
        self.heading("explain-symptom-checks", symptom.checks.len());
        for check in &symptom.checks {
            let name = self.sheet.look().bold(&check.id);
            self.sheet.item("-", &format!("{name}: {}", check.title));
        }
        if !causes.is_empty() {
            self.heading("explain-symptom-causes", causes.len());
            self.each(&causes.iter().collect::<Vec<_>>());
        }
        self.sheet.blank();
        self.whole("explain-more", &self.speech.say("explain-a-cause"));
        self.whole(
            "explain-check-it",
            &format!("igdoctor check --symptom {}", symptom.id),
        );
    }
}

/// The command that makes a check.
fn command(check: &str) -> String {
    match catalog::reply_id(check) {
        Some(_) => "igdoctor message".to_owned(),
        // Only a real message tells.
        None if check == "message-round-trip" => "igdoctor trace".to_owned(),
        None => format!("igdoctor check --only {check}"),
    }
}

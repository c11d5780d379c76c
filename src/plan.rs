//! Which checks, in which order, and the smallest set of questions that they need.

use std::collections::BTreeSet;

use chrono::DateTime;

use crate::catalog::{self, Catalog, Check};
use crate::evidence::thread::Which;
use crate::evidence::{Evidence, Selection};
use crate::judge::{Case, Verdict, judge_of};
use crate::model::{Because, BecauseKind, CheckId, Flow, Question};
use crate::speech::{did_you_mean, error};
use crate::tenant::Expectation;

/// Parts of checks that are asked for by name.
const OPTIONAL_PARTS: &[&str] = &[SIGNED_EVENT];
/// Events without content, to be taken and refused by the callback.
pub const SIGNED_EVENT: &str = "signed-event";

/// What is asked for by name alone: parts of checks, then whole checks.
pub fn optional(catalog: &'static Catalog) -> impl Iterator<Item = &'static str> {
    let checks = catalog.checks().iter().filter(|check| check.opt_in);
    OPTIONAL_PARTS
        .iter()
        .copied()
        .chain(checks.map(|check| check.id))
}

/// What is going to be checked.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Checks that were named, or all.
    pub selected: BTreeSet<CheckId>,
    /// Those and the ones they need, each after what it needs, else in table order.
    pub shown: Vec<CheckId>,
    /// Checks that were left out by request.
    pub left_out: BTreeSet<CheckId>,
    /// Checks that were asked for by name.
    pub opted_in: BTreeSet<CheckId>,
    /// Opt-in parts asked for.
    pub with: BTreeSet<String>,
    /// Questions whose answers they read.
    pub questions: BTreeSet<Question>,
    /// The conversation that the question about one is about.
    pub thread: Option<Which>,
}

/// A selection that cannot be.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// No such check.
    #[error("{}", error("error-unknown-check", &[("flag", flag), ("id", id), ("hint", &did_you_mean(.id, catalog::ids()))]))]
    UnknownCheck {
        /// The flag that named it.
        flag: &'static str,
        /// As given.
        id: String,
    },
    /// Wanted and refused.
    #[error("{}", error("error-only-and-skip", &[("check", .0)]))]
    OnlyAndSkip(CheckId),
    /// Nothing is opt-in by this name.
    #[error("{}", error("error-unknown-part", &[("id", id), ("known", known)]))]
    UnknownPart {
        /// As given.
        id: String,
        /// What is.
        known: String,
    },
}

impl Plan {
    /// Plans a selection.
    ///
    /// # Errors
    /// When it names what does not exist, or contradicts itself.
    pub fn new(
        catalog: &'static Catalog,
        selection: &Selection,
        expect: &Expectation,
    ) -> Result<Self, PlanError> {
        let only = known(&selection.only, "--only")?;
        let left_out = known(&selection.skip, "--skip")?;
        if let Some(both) = only.iter().find(|id| left_out.contains(*id)) {
            return Err(PlanError::OnlyAndSkip(both));
        }
        if let Some(id) = selection
            .with
            .iter()
            .find(|part| !optional(catalog).any(|known| known == part.as_str()))
        {
            return Err(PlanError::UnknownPart {
                id: id.clone(),
                known: optional(catalog).collect::<Vec<_>>().join(", "),
            });
        }
        let with: BTreeSet<String> = selection.with.iter().cloned().collect();
        let fits = |check: &&Check| {
            let by_symptom = selection
                .symptom
                .is_none_or(|symptom| check.symptoms.contains(&symptom));
            with.contains(check.id) || ((only.is_empty() || only.contains(check.id)) && by_symptom)
        };
        let selected: BTreeSet<CheckId> = catalog
            .checks()
            .iter()
            .filter(fits)
            .map(|check| check.id)
            .collect();
        let shown = ordered(catalog, &selected);
        let opted_in = with
            .iter()
            .filter_map(|id| catalog::id(id))
            .chain(only)
            .collect();
        let mut plan = Self {
            selected,
            shown,
            left_out,
            opted_in,
            with,
            questions: BTreeSet::new(),
            thread: None,
        };
        plan.questions = plan.questions_for(catalog, expect);
        Ok(plan)
    }

    /// Plans to look at one conversation, and at whose it is, and to make no check of a setup.
    #[must_use]
    pub fn of_thread(which: Which, expect: &Expectation) -> Self {
        let mut questions = BTreeSet::from([Question::Identity, Question::Thread]);
        if expect.flow == Flow::Facebook {
            questions.extend([Question::Pages, Question::Page, Question::ThreadOwner]);
        }
        Self {
            questions,
            thread: Some(which),
            ..Self::default()
        }
    }

    /// Whether a check waits for somebody to ask for it.
    #[must_use]
    pub fn waits(&self, check: &Check) -> bool {
        check.opt_in && !self.opted_in.contains(check.id)
    }

    /// Whether a real message is to be followed, which `trace` alone does.
    #[must_use]
    pub fn follows_message(&self) -> bool {
        self.opted_in.contains("message-round-trip")
    }

    /// Whether a question is to be asked.
    #[must_use]
    pub fn wants(&self, question: Question) -> bool {
        self.questions.contains(&question)
    }

    fn questions_for(&self, catalog: &'static Catalog, expect: &Expectation) -> BTreeSet<Question> {
        let judged = self
            .shown
            .iter()
            .filter(|id| !self.left_out.contains(*id))
            .filter_map(|id| catalog.check(id));
        let possible =
            judged.filter(|check| !self.waits(check) && !never_applies(catalog, check, expect));
        let mut questions: BTreeSet<Question> =
            possible.flat_map(|check| asks(check, expect)).collect();
        // Others read what became of a message too, but nobody follows one for their sake.
        if !self.follows_message() {
            questions.remove(&Question::RoundTrip);
        }
        // What a question builds on has to be asked as well.
        for (question, base) in [
            (Question::Outsider, Question::Conversations),
            (Question::ThreadOwner, Question::Conversations),
            (Question::Account, Question::Identity),
            (Question::Media, Question::Page),
            (Question::Conversations, Question::Identity),
            (Question::Subscription, Question::Identity),
            (Question::Page, Question::Pages),
            (Question::Page, Question::Identity),
        ] {
            if questions.contains(&question) {
                questions.insert(base);
            }
        }
        questions
    }
}

/// Where an address was given, it is not looked up in what the app tells.
fn asks(check: &'static Check, expect: &Expectation) -> impl Iterator<Item = Question> {
    let known = match check.id {
        "webhook-callback" if expect.callback_url.is_some() => Some(Question::AppWebhooks),
        "data-deletion-callback" if expect.deauthorize_url.is_some() => Some(Question::App),
        _ => None,
    };
    let asks = check.asks.iter().copied();
    asks.filter(move |question| Some(*question) != known)
}

/// The flow or the platform has no such thing, whatever Meta would answer: the judge says so without any evidence.
fn never_applies(catalog: &'static Catalog, check: &'static Check, expect: &Expectation) -> bool {
    if !check.flows.contains(&expect.flow) {
        return true;
    }
    let evidence = Evidence::default();
    let case = Case {
        catalog,
        check,
        expect,
        evidence: &evidence,
        now: DateTime::UNIX_EPOCH,
    };
    let verdict = judge_of(check.id).map(|judge| judge(&case));
    matches!(
        verdict,
        Some(Verdict::Skip(Because::Of(
            BecauseKind::Platform | BecauseKind::Flow
        )))
    )
}

/// A selection with all that it needs: each check after what it needs, ties in table order.
fn ordered(catalog: &'static Catalog, selected: &BTreeSet<CheckId>) -> Vec<CheckId> {
    let wanted: Vec<&Check> = catalog
        .checks()
        .iter()
        .filter(|check| {
            selected
                .iter()
                .any(|id| *id == check.id || catalog.needs(id, check.id))
        })
        .collect();
    let mut order: Vec<CheckId> = Vec::with_capacity(wanted.len());
    while let Some(next) = wanted.iter().find(|check| {
        !order.contains(&check.id)
            && check
                .needs
                .iter()
                .all(|need| order.iter().any(|done| done == need))
    }) {
        order.push(next.id);
    }
    order
}

fn known(ids: &[String], flag: &'static str) -> Result<BTreeSet<CheckId>, PlanError> {
    let find = |id: &String| {
        catalog::id(id).ok_or_else(|| PlanError::UnknownCheck {
            flag,
            id: id.clone(),
        })
    };
    ids.iter().map(find).collect()
}

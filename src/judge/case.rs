//! What a judge is given, and what it gives back.

use chrono::{DateTime, Utc};

use crate::catalog::{Catalog, Check, ErrorClass, Meaning};
use crate::evidence::round_trip::RoundTrip;
use crate::evidence::{Evidence, NotAsked, State};
use crate::model::{Arg, Args, Because, BecauseKind, Cause, Flow, Outcome, Question};
use crate::tenant::Expectation;

/// What a judge decides by.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// Everything known of causes and refusals.
    pub catalog: &'static Catalog,
    /// The check in question.
    pub check: &'static Check,
    /// What should be true.
    pub expect: &'a Expectation,
    /// What was answered.
    pub evidence: &'a Evidence,
    /// When the evidence was taken.
    pub now: DateTime<Utc>,
}

/// What a judge says.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The statement holds.
    Pass(Args),
    /// It does not, or not surely; never empty.
    Found(Vec<Finding>),
    /// Only a person can see it.
    Ask,
    /// It is not judged, for this reason.
    Skip(Because),
    /// These questions would have told, but none of them was answered.
    Undecided(Vec<Question>),
}

/// One reason why a statement does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// `fail`, `warn`, `unknown` or `ask`.
    pub outcome: Outcome,
    /// Why.
    pub cause: Cause,
    /// What the words are filled with.
    pub args: Args,
}

impl Finding {
    /// Adds a value for the words.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Adds a value for the words, if there is one.
    #[must_use]
    pub fn with_some(self, name: &str, value: Option<impl Into<Arg>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The same, with another outcome than the catalog's.
    #[must_use]
    pub const fn becoming(mut self, outcome: Outcome) -> Self {
        self.outcome = outcome;
        self
    }
}

impl From<Finding> for Verdict {
    fn from(finding: Finding) -> Self {
        Self::Found(vec![finding])
    }
}

impl Verdict {
    /// The statement holds, and there is nothing more to say.
    #[must_use]
    pub const fn pass() -> Self {
        Self::Pass(Args::new())
    }

    /// Not judged, for a reason that is no other check.
    #[must_use]
    pub const fn skip(because: BecauseKind) -> Self {
        Self::Skip(Because::Of(because))
    }

    /// It stands or falls with another check.
    #[must_use]
    pub const fn skip_for(check: &'static str) -> Self {
        Self::Skip(Because::Check(check))
    }

    /// A pass, unless something was found.
    #[must_use]
    pub fn of(findings: Vec<Finding>) -> Self {
        if findings.is_empty() {
            Self::pass()
        } else {
            Self::Found(findings)
        }
    }

    /// In the instagram flow there is no Page, save where the platform wants one all the same: then only a person sees it.
    #[must_use]
    pub fn without_page(case: &Case<'_>) -> Option<Self> {
        (case.expect.flow == Flow::Instagram).then(|| {
            if case.expect.platform.page_required {
                Self::Ask
            } else {
                Self::skip(BecauseKind::Flow)
            }
        })
    }
}

impl Case<'_> {
    /// A finding with the outcome that the catalog gives its cause.
    #[must_use]
    pub fn finding(&self, cause: Cause) -> Finding {
        Finding {
            outcome: self.catalog.facts(self.check, cause).outcome,
            cause,
            args: Args::new(),
        }
    }

    /// What the refusal of a question means to this check, if the question was refused.
    #[must_use]
    pub fn meaning(&self, question: Question) -> Option<Meaning> {
        let State::Refused(error) = self.evidence.state(question) else {
            return None;
        };
        // In the instagram flow, identity and account are one question; refusals name it identity.
        let question = if question == Question::Account {
            Question::Identity
        } else {
            question
        };
        let signature = error.signature(self.expect.flow);
        // Gone in a moment: then it tells nothing of the setup, whatever its number (graph-api 9).
        if error.class(self.expect.flow) == Some(ErrorClass::Transient) {
            return Some(Meaning::Known {
                cause: "meta-outage",
                class: ErrorClass::Transient,
            });
        }
        Some(self.catalog.meaning(self.check, question, &signature))
    }

    /// The finding that a refused question means for this very check.
    #[must_use]
    pub fn refusal(&self, question: Question) -> Option<Finding> {
        let Some(Meaning::Claimed { cause, outcome }) = self.meaning(question) else {
            return None;
        };
        let owned = self
            .catalog
            .owner(cause)
            .is_some_and(|owner| owner.id == self.check.id);
        owned.then(|| self.refused(question, cause, outcome))
    }

    /// A finding about a refused question, with the numbers that Meta's support asks for.
    #[must_use]
    pub fn refused(&self, question: Question, cause: Cause, outcome: Outcome) -> Finding {
        let finding = Finding {
            outcome,
            cause,
            args: Args::new(),
        };
        let State::Refused(error) = self.evidence.state(question) else {
            return finding;
        };
        finding
            .with("code", error.code)
            .with_some("subcode", error.subcode)
            .with_some("trace", error.trace.clone())
            .with_some("minutes", error.wait_minutes)
    }

    /// The first finding that refused questions mean for this very check.
    #[must_use]
    pub fn first_refusal(&self, questions: &[Question]) -> Option<Finding> {
        questions
            .iter()
            .find_map(|question| self.refusal(*question))
    }

    /// Id of the Instagram account as webhooks carry it: seen, else expected.
    #[must_use]
    pub fn account_id(&self) -> Option<&str> {
        self.evidence
            .account_id()
            .or(self.expect.instagram_id.as_deref())
    }

    /// Name of the Instagram account.
    #[must_use]
    pub fn username(&self) -> Option<&str> {
        self.evidence.username()
    }

    /// Id of the Page: expected, else the one the token belongs to.
    #[must_use]
    pub fn page_id(&self) -> Option<&str> {
        let seen = || self.evidence.page.value().map(|page| page.id.as_str());
        let profile = || {
            self.evidence
                .token
                .value()
                .and_then(|token| token.profile_id.as_deref())
        };
        self.expect
            .page_id
            .as_deref()
            .or_else(seen)
            .or_else(profile)
    }

    /// Whether any of these permissions, in the spelling of either flow, is granted to the app by review and live.
    #[must_use]
    pub fn live_by_review(&self, permissions: &[&str]) -> bool {
        let live = |grant: &crate::evidence::permissions::Grant| {
            grant.status == "live" && permissions.contains(&grant.permission.as_str())
        };
        self.evidence
            .app_permissions
            .value()
            .is_some_and(|grants| grants.iter().any(live))
    }

    /// Whether a question was to be asked and brought nothing: then it is not a person's turn yet.
    #[must_use]
    pub fn came_to_nothing(&self, question: Question) -> bool {
        match self.evidence.state(question) {
            State::Unreachable(_) | State::NotAsked(NotAsked::Usage | NotAsked::Interrupted) => {
                true
            }
            State::Refused(_) => self.is_unclear(question),
            State::Answered | State::NotAsked(_) => false,
        }
    }

    /// Whether a refusal tells neither of the setup nor of this check, and is no ordinary part of messaging.
    fn is_unclear(&self, question: Question) -> bool {
        match self.meaning(question) {
            Some(Meaning::Claimed { .. }) | None => false,
            Some(Meaning::Known { cause, class }) => {
                let own = self
                    .catalog
                    .owner(cause)
                    .is_some_and(|owner| owner.id == self.check.id);
                class != ErrorClass::Expected && !own
            }
            Some(Meaning::Unrecognized) => true,
        }
    }

    /// A rule of thumb for what no field of Graph tells: somebody who wrote was shown, and at least three different people wrote.
    #[must_use]
    pub fn serves_strangers(&self) -> bool {
        self.evidence.outsider.value().is_some() && self.people() >= 3
    }

    /// A message of somebody without a role was followed to Meta: an app that does not serve everybody is shown none.
    #[must_use]
    pub fn showed_stranger(&self) -> bool {
        let trip = self.evidence.round_trip.value();
        trip.is_some_and(RoundTrip::is_from_stranger)
    }

    /// How many different people wrote, as far as the newest threads show.
    #[must_use]
    pub fn people(&self) -> usize {
        let threads = self
            .evidence
            .conversations
            .value()
            .map_or(&[][..], Vec::as_slice);
        crate::evidence::conversations::outsiders(threads, self.account_id()).len()
    }

    /// Whether the list of conversations was answered, and is empty: that proves nothing.
    #[must_use]
    pub fn no_conversations(&self) -> bool {
        self.evidence
            .conversations
            .value()
            .is_some_and(Vec::is_empty)
    }
}

/// Permissions for direct messages, in both flows.
pub(super) const MESSAGES: &[&str] = &[
    "instagram_manage_messages",
    "instagram_business_manage_messages",
];

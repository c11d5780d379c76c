//! Checks that their judge could not decide, because what would have told was refused, unreachable or not asked.

use super::settle::{Carried, Settled, Settler};
use crate::catalog::{Check, Meaning};
use crate::evidence::{NotAsked, State};
use crate::judge::Finding;
use crate::model::{Because, BecauseKind, Cause, CheckId, Outcome, Question};

impl Settler<'_> {
    /// Settles a check by the questions that were not answered (rules 2 to 5).
    pub(super) fn undecided(&mut self, check: &'static Check, questions: &[Question]) -> Settled {
        let questions: Vec<Question> = questions
            .iter()
            .map(|question| self.evidence.base(*question))
            .collect();
        if let Some(finding) = self.case(check).first_refusal(&questions) {
            return Settled::found(finding);
        }
        let mut owner_needs_this = false;
        for question in &questions {
            match self.state_of(check, *question) {
                Unanswered::Claimed(cause, outcome) => {
                    match self.claimed(check, *question, cause, outcome) {
                        Some(settled) => return settled,
                        None => owner_needs_this = true,
                    }
                }
                Unanswered::Unknown(cause) => return self.unknown(check, *question, cause),
                Unanswered::Not(_) => {}
            }
        }
        if owner_needs_this {
            return self.ask_person(check, None);
        }
        let reasons =
            questions
                .iter()
                .filter_map(|question| match self.state_of(check, *question) {
                    Unanswered::Not(kind) => Some(kind),
                    _ => None,
                });
        Settled::skipped(Because::Of(reasons.min().unwrap_or(BecauseKind::Access)))
    }

    fn state_of(&self, check: &'static Check, question: Question) -> Unanswered {
        match self.evidence.state(question) {
            State::Refused(_) => match self.case(check).meaning(question) {
                Some(Meaning::Claimed { cause, outcome }) => Unanswered::Claimed(cause, outcome),
                Some(Meaning::Known { cause, .. }) => Unanswered::Unknown(cause),
                Some(Meaning::Unrecognized) | None => Unanswered::Unknown("unrecognized-refusal"),
            },
            State::Unreachable(trouble) => Unanswered::Unknown(trouble.kind.cause()),
            // It was answered, but with nothing to go by.
            State::Answered => Unanswered::Not(BecauseKind::Config),
            State::NotAsked(why) => Unanswered::Not(match why {
                NotAsked::NotNeeded | NotAsked::Access => BecauseKind::Access,
                NotAsked::Flow => BecauseKind::Flow,
                NotAsked::Config | NotAsked::After(_) => BecauseKind::Config,
                NotAsked::Usage => BecauseKind::Usage,
                NotAsked::Interrupted => BecauseKind::Interrupted,
            }),
        }
    }

    /// Another check owns the refusal's cause (rule 2). `None` where that one needs this one.
    fn claimed(
        &mut self,
        check: &'static Check,
        question: Question,
        cause: Cause,
        outcome: Outcome,
    ) -> Option<Settled> {
        let owner = self.catalog.owner(cause).map(|owner| owner.id)?;
        if self.catalog.needs(owner, check.id) {
            return None;
        }
        let finding = self.case(check).refused(question, cause, outcome);
        if self.is_left_out(owner) {
            return Some(self.carry(Carried::Cause(cause), check, finding));
        }
        let settled = if self.is_shown(owner) || self.done.contains_key(owner) {
            Some(self.result(owner))
        } else {
            None
        };
        let out_of_reach = settled
            .as_ref()
            .is_none_or(|settled| settled.because == Some(Because::Of(BecauseKind::Access)));
        if out_of_reach {
            self.keep(owner, Settled::found(finding));
            return Some(Settled::skipped(Because::Check(owner)));
        }
        Some(match settled.and_then(|settled| settled.told_by()) {
            Some(root) => Settled::skipped(Because::Check(root)),
            // Other evidence shows that the owner is well: then nobody can tell what this refusal is about.
            None => self.unknown(check, question, cause),
        })
    }

    /// The check that carries a question tells that it could not be answered; the others are skipped because of it (rule 4).
    fn unknown(&mut self, check: &'static Check, question: Question, cause: Cause) -> Settled {
        let finding = self.case(check).refused(question, cause, Outcome::Unknown);
        if let Some(trouble) = self.blocked(check, question, cause) {
            return trouble;
        }
        // What the owner of the cause already tells is not told twice.
        let owner = self
            .catalog
            .owner(cause)
            .map(|owner| owner.id)
            .filter(|owner| *owner != check.id && self.is_shown(owner));
        let owner = owner.filter(|owner| !self.catalog.needs(owner, check.id));
        if let Some(root) = owner
            .and_then(|owner| self.result(owner).told_by())
            .filter(|root| *root != check.id)
        {
            return Settled::skipped(Because::Check(root));
        }
        let by_app =
            matches!(self.evidence.state(question), State::Refused(error) if error.app_credentials);
        let key = if by_app {
            Carried::AppCredentials
        } else {
            Carried::Question(question)
        };
        let carrier = carrier(question)
            .filter(|carrier| *carrier != check.id && !by_app && self.is_shown(carrier));
        if carrier.is_some_and(|carrier| self.catalog.needs(carrier, check.id)) {
            // The one that tells of it cannot be judged without this one: then a person's eyes are what is left.
            return self.ask_person(check, None);
        }
        match carrier.and_then(|carrier| self.result(carrier).told_by()) {
            Some(root) => Settled::skipped(Because::Check(root)),
            None => self.carry(key, check, finding),
        }
    }

    /// What blocks every call belongs to `token-valid` (rule 3).
    fn blocked(
        &mut self,
        check: &'static Check,
        question: Question,
        cause: Cause,
    ) -> Option<Settled> {
        let asks_meta = !matches!(
            question,
            Question::Callback | Question::DeletionCallback | Question::Platform
        );
        if check.id == "token-valid" || !asks_meta || !self.is_shown("token-valid") {
            return None;
        }
        let token_valid = self.result("token-valid");
        let same = token_valid.cause == Some(cause)
            || (cause == "wrong-app-id" && token_valid.cause == Some("proof-invalid"));
        same.then(|| Settled::skipped(Because::Check("token-valid")))
    }

    /// The first check that meets something tells of it; the next ones are skipped because of that check.
    fn carry(&mut self, what: Carried, check: &'static Check, finding: Finding) -> Settled {
        let known = self
            .carried
            .iter()
            .find(|(carried, by)| *carried == what && *by != check.id)
            .map(|(_, by)| *by);
        match known {
            Some(by) => Settled::skipped(Because::Check(by)),
            None => {
                self.carried.push((what, check.id));
                Settled::found(finding)
            }
        }
    }
}

/// What an unanswered question amounts to.
enum Unanswered {
    /// A fault of the setup that some check owns.
    Claimed(Cause, Outcome),
    /// Could not tell.
    Unknown(Cause),
    /// Not asked.
    Not(BecauseKind),
}

/// The check that tells when a question could not be answered (design section 6, last column).
const fn carrier(question: Question) -> Option<CheckId> {
    Some(match question {
        Question::Token | Question::Identity | Question::Account => "token-valid",
        Question::Permissions => "required-permissions",
        Question::Pages | Question::Page => "page-access",
        Question::Subscription => "app-connected",
        Question::Conversations => "connected-tools",
        Question::Receivers | Question::ThreadOwner => "default-routing-app",
        Question::Media => "comments-readable",
        Question::App => "app-published",
        Question::AppPermissions | Question::Outsider => "advanced-access",
        Question::AppWebhooks => "webhook-subscription",
        Question::Callback => "webhook-callback",
        Question::DeletionCallback => "data-deletion-callback",
        Question::Platform => "platform-reachable",
        Question::RoundTrip => "message-round-trip",
        Question::Issuer | Question::Thread => return None,
    })
}

//! Which app holds the conversation: no other one may write in it (graph-api 6).

use super::ReplyCase;
use crate::catalog::Meaning;
use crate::evidence::State;
use crate::evidence::thread_owner::INBOXES;
use crate::judge::Finding;
use crate::model::{Outcome, Question};

/// Who holds a conversation.
pub(super) enum Holder {
    /// The app that asked.
    Ours,
    /// Another one, as far as the finding goes.
    Other(Finding),
    /// Nothing tells.
    Untold,
}

impl ReplyCase<'_> {
    /// Who holds the conversation: certain where Meta names the app, else by whether it is ours.
    pub(super) fn holder(&self) -> Holder {
        if let Some(finding) = self.held_elsewhere() {
            return Holder::Other(finding);
        }
        let thread = self.evidence.thread.value();
        let ours = thread.and_then(|thread| thread.as_ref()?.is_owner);
        let owner = self.evidence.thread_owner.value();
        let Some(app) = owner.and_then(|owner| owner.app_id.as_deref()) else {
            // Its own id the owner would see.
            let held = owner.is_some_and(|owner| owner.held);
            return match (ours, held) {
                (Some(true), _) => Holder::Ours,
                (Some(false), _) | (None, true) => {
                    Holder::Other(self.finding("routed-to-other-app"))
                }
                (None, false) => Holder::Untold,
            };
        };
        let own = &self.expect.app_ids;
        if ours == Some(true) || own.iter().any(|id| id == app) {
            return Holder::Ours;
        }
        let cause = if INBOXES.contains(&app) {
            "held-by-native-app"
        } else if ours == Some(false) || !own.is_empty() {
            "routed-to-other-app"
        } else {
            // Which app is ours was not told.
            return Holder::Untold;
        };
        let finding = self.finding(cause).becoming(Outcome::Fail);
        Holder::Other(finding.with("owner_app_id", app))
    }

    /// Meta refused to tell of the conversation because another app holds it.
    fn held_elsewhere(&self) -> Option<Finding> {
        let case = self.as_case();
        let refused = |question: &Question| {
            let State::Refused(_) = self.evidence.state(*question) else {
                return None;
            };
            match case.meaning(*question)? {
                Meaning::Claimed { cause, .. } | Meaning::Known { cause, .. }
                    if ["routed-to-other-app", "held-by-native-app"].contains(&cause) =>
                {
                    Some(case.refused(*question, cause, Outcome::Fail))
                }
                _ => None,
            }
        };
        [Question::Thread, Question::ThreadOwner]
            .iter()
            .find_map(refused)
    }
}

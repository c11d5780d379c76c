//! What only a person can see: the questions of a check, and what was seen lately.

use super::settle::{Settled, Settler};
use crate::catalog::{Check, Confirm};
use crate::judge::Finding;
use crate::model::{Args, Outcome};
use crate::tenant::Seen;

impl Settler<'_> {
    /// Whether a check has something that a person can look at; of the app's own affairs only where the app is one's own.
    pub(super) fn person_can_see(&self, check: &Check) -> bool {
        let allowed =
            self.expect.platform.own_app || !check.confirm.iter().any(|confirm| confirm.own_app);
        allowed && self.questions_to_person(check).next().is_some()
    }

    /// Names of the questions to a person, each with the cause if the answer is no.
    fn questions_to_person<'c>(
        &'c self,
        check: &'c Check,
    ) -> impl Iterator<Item = (String, &'c str)> {
        let platform = &self.expect.platform;
        let asked = |confirm: &Confirm| {
            (platform.comments || !confirm.comments)
                && (platform.page_verified || !confirm.verified)
                && confirm.routing.is_none_or(|only| only == platform.routing)
        };
        let own = check
            .confirm
            .iter()
            .enumerate()
            .filter(move |(_, confirm)| asked(confirm));
        let own = own.map(|(index, confirm)| (index.to_string(), confirm.when_no.as_str()));
        let of_platform = self
            .expect
            .platform
            .setup(self.expect.flow)
            .filter(|_| check.id == "platform-setup");
        own.chain(of_platform.map(|setup| (setup.id.clone(), setup.when_no.as_str())))
    }

    /// Only a person can see it: what was seen lately decides, a no before any open question.
    pub(super) fn ask_person(&self, check: &'static Check, ambiguous: Option<Finding>) -> Settled {
        let case = self.case(check);
        let mut open = Vec::new();
        let mut seen: Vec<&Seen> = Vec::new();
        let mut broken = Vec::new();
        for (question, when_no) in self.questions_to_person(check) {
            match self.expect.seen(check.id, &question, self.now) {
                Some(answer) if answer.yes => seen.push(answer),
                Some(answer) => {
                    let cause = self.catalog.cause(when_no).unwrap_or("internal-error");
                    let finding = case
                        .finding(cause)
                        .becoming(Outcome::Fail)
                        .with("by", "person");
                    let finding = finding
                        .with("questions", vec![question])
                        .with("seen_at", answer.at);
                    broken.push(finding.with_some("seen_by", answer.by.as_deref()));
                }
                None => open.push(question),
            }
        }
        // The first no that nobody accepts, else the first of all; but what is accepted must not hide what nobody looked at.
        let first = broken
            .iter()
            .position(|finding| self.waiver(check.id, finding.cause).is_none());
        if !broken.is_empty() && (first.is_some() || open.is_empty()) {
            return Settled::found(broken.swap_remove(first.unwrap_or_default()));
        }
        let accepted: Vec<String> = broken
            .iter()
            .map(|finding| finding.cause.to_owned())
            .collect();
        // An answer of Meta's with several meanings stays one, even if a person saw the switch on.
        if let Some(finding) = ambiguous {
            return Settled::found(finding);
        }
        if open.is_empty() {
            return Settled::pass(by_person(&seen));
        }
        let cause = self
            .catalog
            .cause(&format!("confirm-{}", check.id))
            .unwrap_or("internal-error");
        Settled::found(
            case.finding(cause)
                .becoming(Outcome::Ask)
                .with("questions", open)
                .with_some("also", (!accepted.is_empty()).then_some(accepted)),
        )
    }
}

/// By whose eyes a check passes, and as of when: the oldest look counts.
fn by_person(seen: &[&Seen]) -> Args {
    let mut args = Args::from([("by".to_owned(), "person".into())]);
    if let Some(oldest) = seen.iter().min_by_key(|answer| answer.at) {
        args.insert("seen_at".to_owned(), oldest.at.into());
        if let Some(by) = &oldest.by {
            args.insert("seen_by".to_owned(), by.as_str().into());
        }
    }
    args
}

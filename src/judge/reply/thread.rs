//! What a conversation tells of a reply in it, and why one could not be read.

use super::{LastInbound, Reply, ReplyCase};
use crate::catalog::{ErrorClass, Meaning};
use crate::evidence::thread::{Messages, Sent, own_ids};
use crate::evidence::{Evidence, NotAsked, State};
use crate::judge::{Case, Finding};
use crate::model::{Cause, Outcome, Question};
use crate::tenant::Expectation;

/// Meta's error for a token that counts no more.
const DEAD_TOKEN: i64 = 190;

impl Reply {
    /// Takes over what the conversation shows, where nothing else was told.
    pub fn learn(&mut self, evidence: &Evidence, expect: &Expectation) {
        let Some(Some(thread)) = evidence.thread.value() else {
            return;
        };
        let own = own_ids(evidence, expect);
        let is_own = |id: &String| own.contains(&id.as_str());
        let senders = || thread.newest.iter().filter_map(|sent| sent.from.as_ref());
        // Where the account is not among them, nobody can tell who is who.
        if !thread.people.iter().chain(senders()).any(is_own) {
            return;
        }
        let mut people = thread.people.clone();
        people.retain(|person| !is_own(person));
        if let (None, [person]) = (&self.to, people.as_slice()) {
            self.to = Some(person.clone());
        }
        self.people = Some(people);
        let inbound = |sent: &&Sent| sent.from.as_ref().is_some_and(|from| !is_own(from));
        let times = thread.newest.iter().filter(inbound).map(|sent| sent.at);
        let last = match times.max() {
            Some(time) => time.map(LastInbound::At),
            None => has_only_own(thread).then_some(LastInbound::Never),
        };
        self.last_inbound = self.last_inbound.or(last);
        self.own_messages = (last.is_none() && !thread.is_whole).then_some(thread.newest.len());
    }
}

/// Every message of the conversation is seen, and of each who sent it.
fn has_only_own(thread: &Messages) -> bool {
    let all_told = thread.newest.iter().all(|sent| sent.from.is_some());
    thread.is_whole && all_told && !thread.newest.is_empty()
}

impl ReplyCase<'_> {
    /// Nobody told it: because the conversation that would have could not be read, or because nobody was to.
    pub(super) fn untold(&self, confirm: Cause, what: &'static str) -> Finding {
        let ask = || {
            let finding = self.ask(confirm).with("untold", what);
            finding.with_some("shown", self.reply.own_messages)
        };
        self.unread().unwrap_or_else(ask)
    }

    /// Why the conversation could not be read. What a refusal means is what it means to every check; of this one it only says that it
    /// could not be told.
    fn unread(&self) -> Option<Finding> {
        if self.evidence.state(Question::Thread) == State::Answered {
            return match self.evidence.thread.value() {
                Some(None) => Some(self.finding("thread-not-visible")),
                _ => None,
            };
        }
        let case = self.as_case();
        let question = self.evidence.base(Question::Thread);
        let cause = match self.evidence.state(question) {
            State::Refused(_) => match case.meaning(question) {
                Some(Meaning::Claimed { cause, .. } | Meaning::Known { cause, .. }) => cause,
                Some(Meaning::Unrecognized) | None => "unrecognized-refusal",
            },
            State::Unreachable(trouble) => trouble.kind.cause(),
            State::Answered | State::NotAsked(_) => return None,
        };
        Some(case.refused(question, cause, Outcome::Unknown))
    }

    /// What keeps the token from reading the conversation keeps it from writing there too.
    pub(super) fn barred(&self) -> Option<Finding> {
        let question = self.evidence.base(Question::Thread);
        let State::Refused(error) = self.evidence.state(question) else {
            return None;
        };
        // Other questions ask for more than a reply does, but by a dead token nothing is sent.
        if question != Question::Thread && error.code != DEAD_TOKEN {
            return None;
        }
        let case = self.as_case();
        let cause = match case.meaning(question)? {
            Meaning::Claimed {
                cause,
                outcome: Outcome::Fail,
            }
            | Meaning::Known {
                cause,
                class: ErrorClass::Person,
            } => cause,
            _ => return None,
        };
        Some(case.refused(question, cause, Outcome::Fail))
    }

    /// The conversation was to be read, and whom it is with is known by nothing but digits.
    pub(super) fn is_unproven(&self) -> bool {
        let was_asked = |question| match self.evidence.state(question) {
            State::Answered => self.evidence.thread.value().is_some_and(Option::is_none),
            State::Refused(_) | State::Unreachable(_) => true,
            State::NotAsked(why) => why == NotAsked::Interrupted,
        };
        was_asked(Question::Thread) || was_asked(self.evidence.base(Question::Thread))
    }

    /// The same as a case of a check of the setup.
    pub(super) fn as_case(&self) -> Case<'_> {
        Case {
            catalog: self.catalog,
            check: self.check,
            expect: self.expect,
            evidence: self.evidence,
            now: self.now,
        }
    }

    /// The conversation was to be read, and was interrupted first.
    pub(super) fn is_interrupted(&self) -> bool {
        let question = self.evidence.base(Question::Thread);
        self.evidence.state(question) == State::NotAsked(NotAsked::Interrupted)
    }
}

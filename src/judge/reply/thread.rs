//! What a conversation tells of a reply in it, and why one could not be read.

use super::{LastInbound, Reply, ReplyCase};
use crate::catalog::Meaning;
use crate::evidence::thread::{Messages, Sent};
use crate::evidence::{Evidence, NotAsked, State};
use crate::judge::{Case, Finding};
use crate::model::{Cause, Outcome, Question};
use crate::tenant::Expectation;

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

/// Ids by which the account goes: as webhooks carry it, as its own token sees it, and the Page's.
fn own_ids<'a>(evidence: &'a Evidence, expect: &'a Expectation) -> Vec<&'a str> {
    let identity = evidence.identity.value();
    let page = evidence.page.value();
    let ids = [
        evidence.account_id(),
        expect.instagram_id.as_deref(),
        identity
            .filter(|identity| identity.account.is_some())
            .map(|identity| identity.id.as_str()),
        page.map(|page| page.id.as_str()),
        expect.page_id.as_deref(),
    ];
    ids.into_iter().flatten().collect()
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
        let case = Case {
            catalog: self.catalog,
            check: self.check,
            expect: self.expect,
            evidence: self.evidence,
            now: self.now,
        };
        if self.evidence.state(Question::Thread) == State::Answered {
            return match self.evidence.thread.value() {
                Some(None) => Some(self.finding("thread-not-visible")),
                _ => None,
            };
        }
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

    /// The conversation was to be read, and was interrupted first.
    pub(super) fn is_interrupted(&self) -> bool {
        let question = self.evidence.base(Question::Thread);
        self.evidence.state(question) == State::NotAsked(NotAsked::Interrupted)
    }
}

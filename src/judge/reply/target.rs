//! The reply names a customer and a sender that can be meant. Whether they exist, only Meta and the platform know.

use super::owner::Holder;
use super::{Kind, ReplyCase};
use crate::address::is_id;
use crate::judge::{Finding, Verdict};
use crate::model::Args;
use crate::platform::IdKind;

pub(super) fn judge(case: &ReplyCase<'_>) -> Verdict {
    let mut found: Vec<Finding> = case.barred().into_iter().collect();
    let holder = match case.holder() {
        Holder::Other(finding) => {
            found.push(finding);
            None
        }
        Holder::Ours => Some("this-app"),
        Holder::Untold => Some("unknown"),
    };
    found.extend([to(case), from(case)].into_iter().flatten());
    let untold: Vec<String> = untold(case).map(str::to_owned).collect();
    if !untold.is_empty() {
        found.push(case.ask("confirm-reply-target").with("untold", untold));
    }
    if !found.is_empty() {
        return Verdict::Found(found);
    }
    // A public answer is in no conversation.
    let holder = holder.filter(|_| case.reply.kind == Kind::Direct);
    let told = holder.map(|holder| ("owner".to_owned(), holder.into()));
    Verdict::Pass(told.into_iter().collect::<Args>())
}

/// What was not told. Only a platform that wants a sender named has to be told one.
fn untold(case: &ReplyCase<'_>) -> impl Iterator<Item = &'static str> {
    let from = !case.own().from.is_empty() && case.reply.from.is_none();
    let to = case.reply.to.is_none();
    let parts = [
        ("to", to),
        ("unproven", !to && case.is_unproven()),
        ("from", from),
    ];
    let untold = parts.into_iter().filter(|(_, untold)| *untold);
    untold.map(|(part, _)| part)
}

fn to(case: &ReplyCase<'_>) -> Option<Finding> {
    let reply = case.reply;
    let to = reply.to.as_deref()?;
    let wrong = |why: &str| Some(case.finding("wrong-recipient-id").with("why", why));
    let is = |id: &Option<String>| id.as_deref() == Some(to);
    let seen = case.evidence.account_id();
    if !is_id(to) {
        return wrong("no-id");
    }
    if is(&case.expect.instagram_id) || is(&case.expect.stored_account_id) || seen == Some(to) {
        return wrong("own-account");
    }
    if is(&case.expect.page_id) {
        return wrong("page");
    }
    let direct = reply.kind == Kind::Direct;
    let people = reply.people.as_ref().filter(|_| direct)?;
    if people.iter().any(|person| person == to) {
        return None;
    }
    wrong("not-in-conversation")
}

fn from(case: &ReplyCase<'_>) -> Option<Finding> {
    let kinds = &case.own().from;
    let wrong = |why: &str| Some(case.finding("wrong-sender-id").with("why", why));
    let from = case.reply.from.as_deref()?;
    if kinds.contains(&IdKind::ChannelUuid) && is_uuid(from) {
        return None;
    }
    if kinds.contains(&IdKind::Username) {
        let name = from.strip_prefix('@').unwrap_or(from);
        let stored = case.expect.stored_username.as_deref();
        let stored = stored.or_else(|| case.evidence.username());
        let other = stored.is_some_and(|stored| {
            let stored = stored.strip_prefix('@').unwrap_or(stored);
            !stored.eq_ignore_ascii_case(name)
        });
        return match (is_username(name), other) {
            (false, _) => wrong("no-channel"),
            (true, true) => wrong("other-username"),
            (true, false) => None,
        };
    }
    let expect = case.expect;
    let own = [
        &expect.instagram_id,
        &expect.page_id,
        &expect.stored_account_id,
    ];
    let own = own.into_iter().flatten().map(String::as_str);
    let mut own = own.chain(case.evidence.account_id()).peekable();
    let known = own.peek().is_some();
    if !is_id(from) {
        return wrong("no-id");
    }
    if known && !own.any(|id| id == from) {
        return wrong("other-account");
    }
    None
}

/// Eight, four, four, four and twelve hexadecimal digits.
fn is_uuid(text: &str) -> bool {
    let lengths = text.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && text.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
}

/// Letters, digits, dots and underscores, 30 at most; a name of digits alone is some id.
fn is_username(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '_';
    (1..=30).contains(&text.len())
        && text.chars().all(fits)
        && !text.chars().all(|c| c.is_ascii_digit())
}

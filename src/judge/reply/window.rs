//! The reply is in time: Meta's windows for direct messages and private replies, the tags that stretch them, and what the platform says.

use chrono::TimeDelta;

use super::{Kind, LastInbound, ReplyCase, days, hours};
use crate::judge::{Finding, Verdict};
use crate::model::{BecauseKind, Outcome};

/// Meta's windows, should its file leave them out.
const HOURS: u32 = 24;
const DAYS: u32 = 7;
/// From so many hours on, a person counts days.
const TWO_DAYS: i64 = 48;

pub(super) fn judge(case: &ReplyCase<'_>) -> Verdict {
    if case.reply.last_inbound.is_none() {
        if case.is_interrupted() {
            return Verdict::skip(BecauseKind::Interrupted);
        }
        // What refuses the reply is told where it is refused.
        if case.barred().is_some() {
            return Verdict::skip_for("reply-target");
        }
    }
    let mut found = Vec::new();
    if let Some(tag) = retired(case) {
        found.push(case.finding("message-tag-retired").with("tag", tag));
    }
    match case.reply.kind {
        Kind::Direct => direct(case, &mut found),
        Kind::PrivateReply => private(case, &mut found),
        // A public answer has no window.
        Kind::Comment => {}
    }
    if case.reply.kind != Kind::Direct && case.is_by_person() {
        found.push(
            case.finding("human-agent-misplaced")
                .becoming(Outcome::Warn),
        );
    }
    if !found.is_empty() {
        return Verdict::Found(found);
    }
    // How long ago is worth knowing where Meta told it.
    let passed = match case.reply.last_inbound {
        Some(LastInbound::At(time)) if case.reply.kind == Kind::Direct => {
            Some(("hours".to_owned(), (case.now - time).num_hours().into()))
        }
        _ => None,
    };
    Verdict::Pass(passed.into_iter().collect())
}

/// A tag that Meta once took.
fn retired<'a>(case: &'a ReplyCase<'_>) -> Option<&'a str> {
    let tag = case.reply.tag.as_deref()?;
    let retired = &case.meta.tags_retired;
    retired.iter().any(|known| known == tag).then_some(tag)
}

/// How long ago the customer wrote; `what` names that where it was not told; the finding where that leads to no window.
fn age(
    case: &ReplyCase<'_>,
    what: &'static str,
    never: &'static str,
) -> Result<TimeDelta, Option<Finding>> {
    match case.reply.last_inbound {
        None => Err(Some(case.untold("confirm-reply-window", what))),
        Some(LastInbound::Never) => {
            let may = case.meta.replies.can_write_first == Some(true);
            Err((!may).then(|| case.finding(never)))
        }
        Some(LastInbound::At(time)) => Ok(case.now - time),
    }
}

fn direct(case: &ReplyCase<'_>, found: &mut Vec<Finding>) {
    let age = match age(case, "last-message", "user-never-wrote") {
        Ok(age) => age,
        Err(finding) => return found.extend(finding),
    };
    let (meta, own) = (&case.meta.replies, case.own());
    let passed = age.num_hours();
    let with_age = |finding: Finding| {
        let in_days = passed >= TWO_DAYS;
        finding
            .with("hours", passed)
            .with_some("ago_hours", (!in_days && passed > 0).then_some(passed))
            .with_some("ago_days", in_days.then_some(passed / 24))
    };
    let closed = || with_age(case.finding("window-closed"));
    let by_person = case.is_by_person();
    let most = meta.human_agent_days.unwrap_or(DAYS);
    if age > days(most) {
        let over = by_person.then_some(i64::from(most));
        found.push(closed().with_some("agent_days", over));
        return;
    }
    // The platform's own window holds for the tag as well: it knows no other.
    let beyond_own = own.direct_window_hours.filter(|most| age > hours(*most));
    if age <= hours(meta.direct_window_hours.unwrap_or(HOURS)) {
        let own = beyond_own.map(|most| closed().with("platform_hours", i64::from(most)));
        found.extend(own);
        let needless = || with_age(case.finding("human-agent-needless"));
        found.extend(by_person.then(|| needless().becoming(Outcome::Warn)));
        return;
    }
    let said = own.said_window_days.filter(|most| age <= days(*most));
    found.extend(match (by_person, beyond_own, said) {
        (true, Some(most), _) => Some(closed().with("platform_hours", i64::from(most))),
        (true, None, _) => None,
        // Whether the platform sets the tag by itself, only its people know.
        (false, _, Some(said)) => {
            Some(with_age(case.ask("window-needs-human-agent")).with("said_days", i64::from(said)))
        }
        (false, Some(_), None) => Some(closed()),
        (false, None, None) => Some(with_age(case.finding("window-needs-human-agent"))),
    });
}

fn private(case: &ReplyCase<'_>, found: &mut Vec<Finding>) {
    let had = case.reply.private_replies;
    let limit = || case.finding("private-reply-limit");
    if let Some(had) = had.filter(|had| *had > 0) {
        found.push(limit().with("sent", i64::from(had)));
    }
    let age = match age(case, "comment-time", "private-reply-limit") {
        Ok(age) => age,
        Err(finding) => return found.extend(finding),
    };
    let both = [
        case.meta.replies.private_reply_days,
        case.own().private_reply_days,
    ];
    let most = both.into_iter().flatten().min().unwrap_or(DAYS);
    if age > days(most) {
        found.push(limit().with("days", i64::from(most)));
    } else if had.is_none() {
        found.push(
            case.ask("confirm-reply-window")
                .with("untold", "private-replies"),
        );
    }
}

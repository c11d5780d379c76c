//! The callback is public, has valid TLS, answers the handshake in time, and refuses a wrong verify token (graph-api 4.2).

use super::{Case, Finding, Verdict};
use crate::evidence::callback::{CallbackFacts, Handshake};
use crate::evidence::probe::Problem;
use crate::evidence::{NotAsked, State};
use crate::model::{BecauseKind, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let Some(facts) = case.evidence.callback.value() else {
        // The address was not given: then the app's own webhooks would have told it.
        let after = State::NotAsked(NotAsked::After(Question::AppWebhooks));
        let unanswered = !matches!(
            case.evidence.state(Question::AppWebhooks),
            State::Answered | State::NotAsked(_)
        );
        return if case.evidence.callback.state() == after && unanswered {
            Verdict::Undecided(vec![Question::AppWebhooks])
        } else if case.evidence.callback.state() == State::NotAsked(NotAsked::Interrupted) {
            Verdict::Undecided(vec![Question::Callback])
        } else {
            Verdict::skip(BecauseKind::Config)
        };
    };
    let found = facts
        .problem
        .map(|problem| by_problem(case, problem))
        .or_else(|| by_answers(case, facts));
    match found {
        Some(finding) => described(facts, finding).into(),
        None => Verdict::of(
            warnings(case, facts)
                .into_iter()
                .map(|finding| described(facts, finding))
                .collect(),
        ),
    }
}

fn by_problem(case: &Case<'_>, problem: Problem) -> Finding {
    let cause = match problem {
        Problem::Private => "callback-private-address",
        Problem::Dns | Problem::Refused | Problem::Timeout | Problem::Reset => {
            "callback-unreachable"
        }
        Problem::ClientCertificate => "callback-client-certificate",
        Problem::Slow => "callback-slow",
        Problem::NoCaCertificates => "no-ca-certificates",
        Problem::NotHttps
        | Problem::Expired
        | Problem::NotYetValid
        | Problem::WrongName
        | Problem::UnknownIssuer
        | Problem::SelfSigned
        | Problem::OldProtocol
        | Problem::Other => "callback-tls-invalid",
    };
    case.finding(cause).with("problem", problem.as_str())
}

/// Faults that keep Meta from delivering.
fn by_answers(case: &Case<'_>, facts: &CallbackFacts) -> Option<Finding> {
    let wrong = facts.to_wrong_token.as_ref()?;
    if let Some(finding) = in_the_way(case, wrong) {
        return Some(finding);
    }
    if let Some(right) = &facts.to_right_token {
        let cause = match right.status {
            200 if right.exact => None,
            200 => Some("callback-wrong-answer"),
            500.. => Some("callback-server-error"),
            _ => Some("callback-refuses-verify-token"),
        };
        if let Some(cause) = cause {
            return Some(case.finding(cause).with("status", i64::from(right.status)));
        }
    }
    let events = facts
        .events
        .filter(|events| events.right < 300 && events.wrong < 300)?;
    Some(
        case.finding("callback-ignores-signature")
            .with("status", i64::from(events.wrong)),
    )
}

/// What answers in place of the callback. A wrong verify token must be refused, and 403 is the right way to do it.
fn in_the_way(case: &Case<'_>, answer: &Handshake) -> Option<Finding> {
    let cause = match answer.status {
        300..=399 => "callback-redirects",
        401 => "callback-login-wall",
        _ if answer.wants_login => "callback-login-wall",
        200..=299 if answer.html && !answer.exact => "callback-login-wall",
        404 | 410 => "callback-not-found",
        405 | 501 => "callback-wrong-answer",
        500.. => "callback-server-error",
        _ => return None,
    };
    let finding = case
        .finding(cause)
        .with("status", i64::from(answer.status))
        .with("ms", answer.ms);
    Some(finding.with_some("location", answer.location.clone()))
}

/// What works today, but is not right.
fn warnings(case: &Case<'_>, facts: &CallbackFacts) -> Vec<Finding> {
    let expiring = facts.days_left.map(|days| {
        case.finding("callback-certificate-expiring")
            .with("days", days)
    });
    let open = facts
        .to_wrong_token
        .as_ref()
        .is_some_and(|answer| answer.status == 200 && answer.exact);
    let ignores = open.then(|| case.finding("callback-ignores-verify-token"));
    let ipv6 = facts.ipv6_only.then(|| case.finding("callback-ipv6-only"));
    expiring.into_iter().chain(ignores).chain(ipv6).collect()
}

fn described(facts: &CallbackFacts, finding: Finding) -> Finding {
    let host = url::Url::parse(&facts.url)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned));
    finding
        .with("url", facts.url.as_str())
        .with_some("host", host)
        .with_some("address", facts.address.map(|address| address.to_string()))
}

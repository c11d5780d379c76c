//! The callback is public, has valid TLS, answers the handshake in time, and refuses a wrong verify token (graph-api 4.2).

use super::{Case, Finding, Verdict};
use crate::evidence::callback::{CallbackFacts, Events, Handshake};
use crate::evidence::probe::Problem;
use crate::evidence::{NotAsked, State};
use crate::model::{BecauseKind, Outcome, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let Some(facts) = case.evidence.callback.value() else {
        return without_answer(case);
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

/// The callback was not asked: its address was not given, and the app's own webhooks did not tell it either.
fn without_answer(case: &Case<'_>) -> Verdict {
    let untold = !matches!(
        case.evidence.state(Question::AppWebhooks),
        State::Answered | State::NotAsked(_)
    );
    match case.evidence.callback.state() {
        State::NotAsked(NotAsked::After(Question::AppWebhooks)) if untold => {
            Verdict::Undecided(vec![Question::AppWebhooks])
        }
        State::Unreachable(_) | State::NotAsked(NotAsked::Interrupted) => {
            Verdict::Undecided(vec![Question::Callback])
        }
        _ => Verdict::skip(BecauseKind::Config),
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
        if let Some(finding) = in_the_way(case, right) {
            return Some(finding);
        }
        let cause = match right.status {
            200..=299 if right.exact => None,
            200..=299 => Some("callback-wrong-answer"),
            _ => Some("callback-refuses-verify-token"),
        };
        if let Some(cause) = cause {
            return Some(case.finding(cause).with("status", i64::from(right.status)));
        }
    }
    by_events(case, facts.events?)
}

/// Events that Meta would send: those rightly signed must be taken, the others must not.
fn by_events(case: &Case<'_>, events: Events) -> Option<Finding> {
    let (cause, status) = match (events.right, events.wrong) {
        (500.., _) => ("callback-server-error", events.right),
        (300.., _) => ("callback-wrong-answer", events.right),
        (_, 200..=299) => ("callback-ignores-signature", events.wrong),
        _ => return None,
    };
    Some(case.finding(cause).with("status", i64::from(status)))
}

/// What answers in place of the callback. A wrong verify token must be refused, and 403 is the right way to do it.
fn in_the_way(case: &Case<'_>, answer: &Handshake) -> Option<Finding> {
    let cause = match answer.status {
        300..=399 => "callback-redirects",
        401 => "callback-login-wall",
        _ if answer.wants_login => "callback-login-wall",
        200..=299 if answer.html && !answer.exact => "callback-login-wall",
        // A limit says nothing of how the callback answers Meta.
        429 => {
            return Some(
                case.finding("callback-server-error")
                    .with("status", 429_i64)
                    .becoming(Outcome::Unknown),
            );
        }
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

//! The callback is public, has valid TLS, answers the handshake in time, and refuses a wrong verify token (graph-api 4.2).

use url::Url;

use super::{Case, Finding, Verdict};
use crate::evidence::callback::{CallbackFacts, Events, Handshake};
use crate::evidence::probe::{ANSWER, Problem, Step};
use crate::evidence::{NotAsked, State};
use crate::model::{BecauseKind, Cause, Outcome, Question};

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    let Some(facts) = case.evidence.callback.value() else {
        return without_answer(case);
    };
    let found = fault(case, facts);
    let warnings = warnings(case, facts).into_iter();
    let others = warnings.filter(|warning| {
        let same = |found: &Finding| found.cause == warning.cause;
        !found.as_ref().is_some_and(same)
    });
    let others: Vec<Finding> = others.collect();
    let all = found.into_iter().chain(others);
    Verdict::of(all.map(|finding| described(facts, finding)).collect())
}

/// Where it ended, in the order of what was asked.
fn fault(case: &Case<'_>, facts: &CallbackFacts) -> Option<Finding> {
    // Whoever answers the right token as Meta wants it has nothing in the way: the rest is how a wrong one is refused.
    let first = facts.to_wrong_token.as_ref();
    first
        .filter(|_| !is_confirmed(facts))
        .and_then(|answer| in_the_way(case, Step::Handshake, &facts.url, answer))
        .or_else(|| {
            let problem = facts.problem?;
            Some(by_problem(case, facts.step, problem))
        })
        .or_else(|| by_answers(case, facts))
}

/// Whether Meta's handshake with the right token succeeds.
fn is_confirmed(facts: &CallbackFacts) -> bool {
    let right = facts.to_right_token.as_ref();
    right.is_some_and(|answer| matches!(answer.status, 200..=299) && answer.exact)
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

fn by_problem(case: &Case<'_>, step: Option<Step>, problem: Problem) -> Finding {
    let cause = match problem {
        Problem::Private => "callback-private-address",
        Problem::Dns
        | Problem::DnsUnanswered
        | Problem::Offline
        | Problem::Refused
        | Problem::Timeout
        | Problem::NoRoute
        | Problem::Reset => "callback-unreachable",
        Problem::NoIpv6 => "callback-ipv6-only",
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
        | Problem::HandshakeRefused
        | Problem::IncompleteChain => "callback-tls-invalid",
        Problem::Other if step == Some(Step::Tcp) => "callback-unreachable",
        Problem::Other => "callback-tls-invalid",
    };
    let waited = (problem == Problem::Slow).then(|| ANSWER.as_secs());
    let finding = case
        .finding(cause)
        .with_some("stage", step.map(Step::as_str))
        .with("reason", problem.as_str())
        .with_some("seconds", waited);
    if problem.tells_nothing() {
        finding.becoming(Outcome::Unknown)
    } else {
        finding
    }
}

/// Faults that keep Meta from delivering.
fn by_answers(case: &Case<'_>, facts: &CallbackFacts) -> Option<Finding> {
    if let Some(right) = &facts.to_right_token {
        if let Some(finding) = in_the_way(case, Step::VerifyToken, &facts.url, right) {
            return Some(finding);
        }
        let fault = match right.status {
            200..=299 if right.exact => None,
            200..=299 if right.near => Some(("callback-wrong-answer", "challenge-changed")),
            200..=299 => Some(("callback-wrong-answer", "challenge-missing")),
            _ => Some(("callback-refuses-verify-token", "refused-token")),
        };
        if let Some((cause, reason)) = fault {
            return Some(at(case, Step::VerifyToken, cause, reason, right.status));
        }
    }
    by_events(case, facts.events?)
}

/// Events that Meta would send: those rightly signed must be taken, the others must not.
fn by_events(case: &Case<'_>, events: Events) -> Option<Finding> {
    let Events { right, wrong } = events;
    Some(match (right, wrong) {
        (429, _) => limited(case, Step::SignedEvent),
        (500.., _) => at(
            case,
            Step::SignedEvent,
            "callback-server-error",
            "server-error",
            right,
        ),
        (300.., _) => at(
            case,
            Step::SignedEvent,
            "callback-wrong-answer",
            "event-refused",
            right,
        ),
        (_, Some(wrong @ 200..=299)) => at(
            case,
            Step::ForgedEvent,
            "callback-ignores-signature",
            "forgery-accepted",
            wrong,
        ),
        _ => return None,
    })
}

/// What answers in place of the callback. A wrong verify token must be refused, and 403 is the right way to do it.
fn in_the_way(case: &Case<'_>, step: Step, url: &str, answer: &Handshake) -> Option<Finding> {
    let location = answer.location.as_deref();
    let (cause, reason) = match answer.status {
        300..=399 if location.is_some_and(|to| leads_to_login(url, to)) => {
            ("callback-login-wall", "redirect-to-login")
        }
        300..=399 => ("callback-redirects", "redirect"),
        401 | 407 => ("callback-login-wall", "asks-for-login"),
        _ if answer.wants_login => ("callback-login-wall", "asks-for-login"),
        200..=299 if answer.html && !answer.exact => ("callback-login-wall", "page-for-people"),
        200..=299 if answer.endless => ("callback-wrong-answer", "endless"),
        429 => return Some(limited(case, step)),
        404 | 410 => ("callback-not-found", "not-found"),
        405 | 501 => ("callback-wrong-answer", "method-refused"),
        500.. => ("callback-server-error", "server-error"),
        _ => return None,
    };
    let finding = at(case, step, cause, reason, answer.status).with("ms", answer.ms);
    Some(finding.with_some("location", answer.location.clone()))
}

/// A limit says nothing of how the callback answers Meta.
fn limited(case: &Case<'_>, step: Step) -> Finding {
    at(case, step, "callback-server-error", "limited", 429).becoming(Outcome::Unknown)
}

fn at(case: &Case<'_>, step: Step, cause: Cause, reason: &str, status: u16) -> Finding {
    case.finding(cause)
        .with("stage", step.as_str())
        .with("reason", reason)
        .with("status", i64::from(status))
}

/// Whether a redirect leads to where people log in. What the server itself is called tells nothing of that.
pub(super) fn leads_to_login(from: &str, location: &str) -> bool {
    let host = |url: &Url| url.host_str().map(str::to_owned);
    let own = Url::parse(from).ok().as_ref().and_then(host);
    let location = match Url::parse(location) {
        Ok(to) if own.is_some() && host(&to) == own => to.path().to_owned(),
        _ => location.to_owned(),
    };
    let words = location
        .split(|c: char| !c.is_ascii_alphanumeric())
        .map(str::to_ascii_lowercase);
    let login = [
        "login",
        "logon",
        "signin",
        "auth",
        "authorize",
        "oauth",
        "oauth2",
        "saml",
        "sso",
    ];
    words.into_iter().any(|word| login.contains(&word.as_str()))
        || location.contains("sign-in")
        || location.contains("sign_in")
}

/// What works today, but is not right.
fn warnings(case: &Case<'_>, facts: &CallbackFacts) -> Vec<Finding> {
    let warning = |cause, step: Step, reason: &str| {
        case.finding(cause)
            .with("stage", step.as_str())
            .with("reason", reason)
    };
    let expiring = facts.days_left.map(|days| {
        warning("callback-certificate-expiring", Step::Tls, "ends-soon").with("days", days)
    });
    let open = facts
        .to_wrong_token
        .as_ref()
        .is_some_and(|answer| answer.status == 200 && answer.exact);
    let ignores = open.then(|| {
        warning(
            "callback-ignores-verify-token",
            Step::Handshake,
            "any-token",
        )
    });
    let ipv6 = facts
        .ipv6_only
        .then(|| warning("callback-ipv6-only", Step::Address, "ipv6-only"));
    // Whoever answers a made-up token so hardly answers the right one better.
    let dressed = facts
        .to_wrong_token
        .as_ref()
        .is_some_and(|answer| matches!(answer.status, 200..=299) && answer.near && !answer.exact);
    let changed = (dressed && facts.to_right_token.is_none()).then(|| {
        let finding = warning(
            "callback-wrong-answer",
            Step::Handshake,
            "challenge-changed",
        );
        finding.becoming(Outcome::Warn)
    });
    let unrefused = facts
        .to_wrong_token
        .as_ref()
        .filter(|_| is_confirmed(facts))
        .and_then(|answer| {
            let (cause, reason) = without_refusal(answer)?;
            let finding = at(case, Step::Handshake, cause, reason, answer.status);
            Some(finding.becoming(Outcome::Warn))
        });
    let slow = slow_in_all(facts).map(|ms| {
        let finding = warning("callback-slow", Step::Handshake, "slow-in-all");
        finding.with("ms", ms).becoming(Outcome::Warn)
    });
    let all = [expiring, ignores, changed, unrefused, slow, ipv6];
    all.into_iter().flatten().collect()
}

/// What a callback does with a made-up token in place of refusing it. Any status that blames the caller is a refusal, and so are plain words.
fn without_refusal(answer: &Handshake) -> Option<(Cause, &'static str)> {
    match answer.status {
        500.. => Some(("callback-server-error", "error-at-made-up-token")),
        300..=399 => Some(("callback-wrong-answer", "no-plain-refusal")),
        200..=299 if answer.endless || (answer.html && !answer.near) => {
            Some(("callback-wrong-answer", "no-plain-refusal"))
        }
        _ => None,
    }
}

/// How long connection and answer took together, where only together they are too slow. Meta may hold connections open, so it is not sure to matter.
fn slow_in_all(facts: &CallbackFacts) -> Option<u64> {
    let ms = facts.connect_ms + facts.to_wrong_token.as_ref()?.ms;
    (u128::from(ms) > ANSWER.as_millis()).then_some(ms)
}

fn described(facts: &CallbackFacts, finding: Finding) -> Finding {
    let host = Url::parse(&facts.url)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned));
    finding
        .with("url", facts.url.as_str())
        .with_some("host", host)
        .with_some("address", facts.address.map(|address| address.to_string()))
}

//! When a token ends.

use igdoctor::evidence::token::TokenFacts;

use super::*;

fn with(expires: Option<TimeDelta>, data_access: Option<TimeDelta>) -> String {
    judged(
        "token-lifetime",
        Flow::Facebook,
        "meta-app",
        |_, evidence| {
            evidence.token = answered(TokenFacts {
                is_valid: true,
                expires_at: expires.map(|left| now() + left),
                data_access_expires_at: data_access.map(|left| now() + left),
                ..TokenFacts::default()
            });
        },
    )
}

#[test]
fn two_weeks_are_a_warning_and_today_is_a_failure() {
    assert_eq!(with(None, None), "pass");
    assert_eq!(with(Some(TimeDelta::days(15)), None), "pass");
    assert_eq!(with(Some(TimeDelta::days(14)), None), "warn expires-soon");
    assert_eq!(with(Some(TimeDelta::hours(25)), None), "warn expires-soon");
    assert_eq!(with(Some(TimeDelta::hours(24)), None), "fail expires-soon");
    assert_eq!(with(None, Some(TimeDelta::days(3))), "warn expires-soon");
    assert_eq!(
        with(Some(TimeDelta::days(60)), Some(TimeDelta::seconds(-1))),
        "fail data-access-expired"
    );
}

/// Of a token that another app issued, `debug_token` tells nothing but that.
#[test]
fn a_token_that_is_not_shown_has_no_lifetime() {
    let verdict = judged(
        "token-lifetime",
        Flow::Facebook,
        "meta-app",
        |_, evidence| evidence.token = answered(TokenFacts::default()),
    );
    assert_eq!(verdict, "skipped access");
}

#[test]
fn an_instagram_token_tells_nothing_but_what_was_stored() {
    let with = |end: Option<DateTime<Utc>>| {
        judged(
            "token-lifetime",
            Flow::Instagram,
            "meta-app",
            |expect, _| expect.token_expires_at = end,
        )
    };
    assert_eq!(with(None), format!("skipped {}", BecauseKind::Access));
    assert_eq!(with(Some(now() + TimeDelta::days(50))), "pass");
    assert_eq!(with(Some(now() + TimeDelta::days(3))), "warn expires-soon");
}

//! Code 200 means several things; in which order they are told apart (graph-api 9.2).

use super::*;

fn with(change: impl FnOnce(&mut Evidence)) -> String {
    judged("token-valid", Flow::Facebook, "meta-app", |_, evidence| {
        change(evidence)
    })
}

/// The order of graph-api 9.2: the trivial call tells a blocked app from a missing permission.
#[test]
fn without_a_subcode_the_trivial_call_decides() {
    assert_eq!(
        with(|e| e.identity = refused(200, None, "")),
        "fail api-access-blocked"
    );
    let permission = |e: &mut Evidence| {
        e.identity = answered(igdoctor::evidence::identity::Identity {
            id: "1".to_owned(),
            name: None,
            account: None,
            without_proof: false,
        });
        e.conversations = refused(200, None, "");
    };
    assert_eq!(with(permission), "pass");
    assert_eq!(
        judged(
            "required-permissions",
            Flow::Facebook,
            "meta-app",
            |_, e| permission(e)
        ),
        "fail permission-missing"
    );
    assert_eq!(
        with(|e| e.subscription = refused(200, None, "(#200) API access blocked.")),
        "fail api-access-blocked"
    );
}

#[test]
fn the_switch_is_off_for_one_subcode_only() {
    for (subcode, expected) in [
        (Some(2_534_041), "fail connected-tools-off"),
        (Some(2_534_048), "undecided"),
        (Some(2_018_028), "undecided"),
        (None, "undecided"),
    ] {
        let verdict = judged("connected-tools", Flow::Facebook, "meta-app", |_, e| {
            e.conversations = refused(200, subcode, "")
        });
        assert_eq!(verdict, expected, "{subcode:?}");
    }
}

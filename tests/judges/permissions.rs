//! Permissions, with and without a list of them.

use igdoctor::evidence::permissions::Grant;

use super::*;

fn grants(list: &[(&str, &str)]) -> Record<Vec<Grant>> {
    answered(
        list.iter()
            .map(|(permission, status)| Grant {
                permission: (*permission).to_owned(),
                status: (*status).to_owned(),
            })
            .collect(),
    )
}

fn with(change: impl FnOnce(&mut Evidence)) -> String {
    judged(
        "required-permissions",
        Flow::Instagram,
        "meta-app",
        |_, evidence| change(evidence),
    )
}

/// The dashboard of the source page writes one name, the login grants the other.
#[test]
fn both_names_of_the_comments_permission_satisfy() {
    for name in [
        "instagram_manage_comments",
        "instagram_business_manage_comments",
    ] {
        let list = [
            ("instagram_business_basic", "granted"),
            ("instagram_business_manage_messages", "granted"),
            (name, "granted"),
        ];
        assert_eq!(with(|e| e.permissions = grants(&list)), "pass", "{name}");
    }
}

#[test]
fn missing_declined_and_expired_are_three_things() {
    let list = [
        ("instagram_business_basic", "declined"),
        ("instagram_business_manage_messages", "expired"),
    ];
    assert_eq!(
        with(|e| e.permissions = grants(&list)),
        "fail permission-missing + fail permission-declined + fail permission-expired"
    );
}

#[test]
fn without_a_list_a_refusal_proves_and_silence_does_not() {
    let thread = Thread {
        updated: None,
        is_owner: None,
        people: Vec::new(),
    };
    assert_eq!(
        with(|e| e.conversations = answered(vec![thread.clone()])),
        "pass"
    );
    assert_eq!(
        with(|e| e.conversations = refused(230, None, "")),
        "fail permission-missing"
    );
    assert_eq!(with(|_| {}), "undecided");
}

/// A permission that the platform does not need is never a finding.
#[test]
fn what_the_platform_does_not_need_is_no_finding() {
    let thread = Thread {
        updated: None,
        is_owner: None,
        people: Vec::new(),
    };
    let verdict = judged(
        "required-permissions",
        Flow::Facebook,
        "rocketchat",
        |_, e| {
            e.conversations = answered(vec![thread]);
            e.media = refused(
                10,
                None,
                "(#10) Application does not have permission for this action",
            );
        },
    );
    assert_eq!(verdict, "pass");
}

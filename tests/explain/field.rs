//! What people really pasted: the errors of reported cases, each with the cause that was found in the end.

use std::collections::BTreeSet;

use igdoctor::catalog;
use igdoctor::explain::{Around, Call, Known, Subject};
use igdoctor::platform::Platform;
use serde::Deserialize;

const CASES: &str = include_str!("../fixtures/field-cases.jsonl");

#[derive(Deserialize)]
struct Case {
    id: String,
    raw_error: Option<String>,
    api_call: Option<String>,
    flow: String,
    root_cause: String,
}

/// The reports' words for a cause, and ours. Several where ours tell apart what the report does not.
const CAUSES: &[(&str, &[&str])] = &[
    ("2fa_required", &["two-factor-required"]),
    // The list that came back was of the permissions, and so was the refusal; what was missing was a Page.
    ("accounts_list_incomplete", &["page-not-selected"]),
    ("app_id_missing", &["wrong-app-id"]),
    ("app_in_dev_mode", &["app-in-development"]),
    (
        "callback_blocked_by_auth",
        &["callback-login-wall", "callback-refuses-verify-token"],
    ),
    ("callback_error_status", &["callback-server-error"]),
    (
        "callback_unreachable",
        &["callback-unreachable", "callback-tls-invalid"],
    ),
    ("cloud_not_connected", &["platform-setup-incomplete"]),
    ("connected_tools_off", &["connected-tools-off"]),
    ("default_routing_app", &["routed-to-other-app"]),
    ("diagnosis_false_pass", &["app-not-connected"]),
    // An empty list proves nothing: the cause that says so is the right one.
    ("empty_list_ambiguous", &["no-conversations-yet"]),
    ("false_failure_retry", &["meta-outage"]),
    // These reports end with "the refusal is the 24-hour rule".
    (
        "human_agent_misuse",
        &["human-agent-misuse", "window-closed"],
    ),
    ("missing_scope", &["permission-missing"]),
    ("native_app_holds_thread", &["held-by-native-app"]),
    // The same refusal: people without a role on the app are not served until it is published and approved.
    (
        "no_advanced_access",
        &["advanced-access-missing", "app-in-development"],
    ),
    ("page_not_selected_in_grant", &["page-not-selected"]),
    ("page_not_subscribed", &["app-not-connected"]),
    ("page_role_lost", &["page-role-lost"]),
    ("platform_bug", &["platform-fault"]),
    ("private_reply_limit", &["private-reply-limit"]),
    ("probe_call_invalid", &["bad-call"]),
    ("provider_app_restricted", &["provider-app-restricted"]),
    ("rate_limited", &["rate-limited"]),
    ("redirect_uri_mismatch", &["redirect-uri-mismatch"]),
    ("restricted_country", &["restricted-country"]),
    ("retired_endpoint", &["retired-endpoint"]),
    ("signature_mismatch", &["signature-mismatch"]),
    ("tested_from_own_account", &["tested-from-own-account"]),
    ("tester_invite_pending", &["tester-invite-pending"]),
    ("token_expired", &["token-expired"]),
    ("token_invalidated_password", &["password-changed"]),
    ("unsupported_content", &["unsupported-content"]),
    (
        "user_not_readable",
        &["user-consent-required", "recipient-private"],
    ),
    ("verify_token_mismatch", &["verify-token-mismatch"]),
    ("webhook_fields_wrong_object", &["fields-on-wrong-object"]),
    ("window_closed", &["window-closed"]),
    (
        "wrong_fb_account_session",
        &["page-role-lost", "page-not-selected"],
    ),
    ("wrong_node_for_flow", &["wrong-node-for-flow"]),
    // The id and the token do not belong together: both say so, each from its side.
    (
        "wrong_page_token",
        &["token-of-other-page", "wrong-recipient-id"],
    ),
    ("wrong_recipient_id", &["wrong-recipient-id"]),
    ("wrong_scope_names_for_flow", &["scope-names-of-other-flow"]),
    ("wrong_token_type", &["page-token-needed"]),
];

/// No error at all, or a sentence of the platform's own for whatever goes wrong at login: the right cause among the first three is enough.
const MISTAKABLE: &[&str] = &["\"data\":[]", "\"data\": []", "Failed to exchange token"];

/// Cases whose text alone says too little, each with the reason.
const DECIDED_BY_CALL: &[&str] = &[
    // An empty list: three other calls answer it more often than the one for comments.
    "fc-097",
];

/// The text alone fits several kinds of calls alike.
fn decided_by_call(case: &Case) -> bool {
    DECIDED_BY_CALL.contains(&case.id.as_str())
}

fn cases() -> Vec<Case> {
    CASES
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn wanted(case: &Case) -> &'static [&'static str] {
    let row = CAUSES.iter().find(|(word, _)| *word == case.root_cause);
    row.unwrap_or_else(|| panic!("{}: {}", case.id, case.root_cause))
        .1
}

/// The causes of an error, the likeliest first.
pub fn causes(text: &str, call: Option<&str>, flow: &str) -> Vec<&'static str> {
    let platforms = Platform::all().unwrap();
    let known = Known {
        catalog: catalog::load().unwrap(),
        texts: catalog::texts().unwrap(),
        symptoms: catalog::symptoms().unwrap(),
        platforms: &platforms,
    };
    let around = Around {
        call: call.map(Call::parse).unwrap_or_default(),
        flow: flow.parse().ok(),
    };
    match known.recognize(text, &around) {
        Subject::Errors(errors) => errors
            .first()
            .map(|error| error.causes.iter().map(|ranked| ranked.cause).collect())
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

#[test]
fn the_right_cause_is_the_first_or_among_the_first_three() {
    let (mut told, mut first, mut late) = (0, 0, Vec::new());
    // The report's word stands for several causes, and not the first of them was found.
    let mut otherwise = 0;
    println!("{:8} {:5} {:28} causes", "case", "place", "reported");
    for case in cases() {
        let Some(text) = &case.raw_error else {
            continue;
        };
        let found = causes(text, case.api_call.as_deref(), &case.flow);
        let right = wanted(&case);
        let place = found.iter().position(|cause| right.contains(cause));
        let mistakable = MISTAKABLE.iter().any(|part| text.contains(part));
        if !mistakable {
            told += 1;
            first += usize::from(place == Some(0));
            otherwise += usize::from(place == Some(0) && found.first() != right.first());
        }
        let shown = place.map_or("-".to_owned(), |place| (place + 1).to_string());
        let mark = if mistakable { "~" } else { "" };
        println!(
            "{:8} {shown:>4}{mark:1} {:28} {}",
            case.id,
            case.root_cause,
            found.join(" ")
        );
        if place.is_none_or(|place| place > 2) {
            late.push(case.id);
        }
    }
    println!(
        "first in {first} of {told}, of these {otherwise} by another cause that the report's word covers"
    );
    assert!(
        told >= 60,
        "{told} carry a code, a subcode or a text that cannot be mistaken"
    );
    assert!(first * 100 >= told * 95, "first in {first} of {told}");
    assert!(late.is_empty(), "not among the first three: {late:?}");
}

/// The same errors as somebody pastes them who says neither the call nor the flow.
#[test]
fn bare_pastes_have_the_right_cause_among_the_first_three() {
    let (mut told, mut first, mut late) = (0, 0, Vec::new());
    for case in cases() {
        let Some(text) = case.raw_error.as_ref().filter(|_| !decided_by_call(&case)) else {
            continue;
        };
        let found = causes(text, None, "unknown");
        let place = found.iter().position(|cause| wanted(&case).contains(cause));
        told += 1;
        first += usize::from(place == Some(0));
        if place.is_none_or(|place| place > 2) {
            late.push(format!(
                "{} {}: {}",
                case.id,
                case.root_cause,
                found.join(" ")
            ));
        }
    }
    println!("bare: first in {first} of {told}, not among the first three: {late:#?}");
    assert!(told >= 65, "{told} say it without their call");
    assert!(first * 100 >= told * 85, "first in {first} of {told}");
    assert!(late.is_empty(), "not among the first three: {late:#?}");
}

/// Every word of the reports leads to causes that exist, so that none is right by mistake.
#[test]
fn the_mapping_names_causes_that_exist() {
    for (word, causes) in CAUSES {
        for cause in *causes {
            let known = catalog::load().unwrap().cause(cause).is_some();
            assert!(known, "{word}: {cause}");
        }
    }
    let used: BTreeSet<String> = cases()
        .into_iter()
        .filter(|case| case.raw_error.is_some())
        .map(|case| case.root_cause)
        .collect();
    let unused: Vec<_> = CAUSES
        .iter()
        .filter(|(word, _)| !used.contains(*word))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// No pattern is a case: none equals a whole text, none is most of a long one, and ids stand nowhere.
#[test]
fn no_case_is_matched_by_its_id_or_whole_text() {
    let letters = |text: &str| -> String {
        text.to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect()
    };
    let files = [
        include_str!("../../checks/texts.toml"),
        include_str!("../../checks/graph-errors.toml"),
    ];
    let fragments = catalog::texts().unwrap().iter().flat_map(|row| &row.has);
    for case in cases() {
        assert!(
            files.iter().all(|file| !file.contains(&case.id)),
            "{}",
            case.id
        );
        let Some(text) = &case.raw_error else {
            continue;
        };
        for fragment in fragments.clone() {
            let (fragment, text) = (letters(fragment), letters(text));
            assert_ne!(fragment, text, "{}", case.id);
            let most = text.chars().count() * 2 / 3;
            let short = text.chars().count() < 60;
            let apart = short || !text.contains(&fragment) || fragment.chars().count() <= most;
            assert!(apart, "{}: {fragment} is nearly the whole text", case.id);
        }
    }
    for fragment in fragments {
        let words = fragment.split_whitespace().count();
        assert!(words <= 9, "a whole sentence: {fragment}");
    }
}

/// Texts that nobody reported in these words: the fragments know what they say, not how it was said once.
#[test]
fn paraphrases_and_translations_are_recognized() {
    for (text, cause) in [
        (
            "Instagram said: you are not the thread owner, message dropped",
            "routed-to-other-app",
        ),
        (
            "(#10) Outro aplicativo está controlando esta conversa agora",
            "routed-to-other-app",
        ),
        (
            "Этой веткой сейчас управляет другое приложение",
            "routed-to-other-app",
        ),
        (
            "действие недопустимо, так как приложение не является владельцем ветки",
            "routed-to-other-app",
        ),
        (
            "Erro: (#10) Esta mensagem foi enviada fora da janela permitida.",
            "window-closed",
        ),
        (
            "Сообщение отправлено вне разрешенного окна",
            "window-closed",
        ),
        (
            "O usuário alterou a senha ou o Facebook mudou a sessão",
            "password-changed",
        ),
        (
            "Срок действия: сеанс пользователя истек 3 мая",
            "token-expired",
        ),
        ("A SESSÃO EXPIROU na terça-feira", "token-expired"),
        ("sessao expirou", "token-expired"),
        (
            "владелец аккаунта отключил доступ к сообщениям Direct",
            "connected-tools-off",
        ),
        (
            "O proprietário desativou o acesso às mensagens diretas do Instagram",
            "connected-tools-off",
        ),
        (
            "Please log in: your access token expired yesterday",
            "token-expired",
        ),
        (
            "App lacks it: you need Advanced Access for instagram_manage_messages",
            "advanced-access-missing",
        ),
        ("HTTP 429 Too Many Requests", "rate-limited"),
        ("upstream answered 502 Bad Gateway", "meta-outage"),
        (
            "Invalid Scopes: pages_messaging, instagram_basic",
            "scope-names-of-other-flow",
        ),
        (
            "Invalid scope: user_media, user_profile",
            "retired-endpoint",
        ),
        (
            "(#200) Для этого действия требуется разрешение pages_messaging",
            "permission-missing",
        ),
        (
            "Signature does not match the one we computed",
            "signature-mismatch",
        ),
    ] {
        assert_eq!(
            causes(text, None, "unknown").first(),
            Some(&cause),
            "{text}"
        );
    }
}

/// What no fragment may catch: everyday words that only look like an error.
#[test]
fn ordinary_sentences_are_no_error() {
    for text in [
        "The customer wrote at 10:15 and we answered on 2024-05-01",
        "Bom dia! Vocês abrem às 9?",
        "Здравствуйте, когда вы работаете?",
        "owner of the shop, thread of wool",
        "order 20 / 30 pieces",
    ] {
        assert!(
            causes(text, None, "unknown").is_empty(),
            "{text}: {:?}",
            causes(text, None, "unknown")
        );
    }
}

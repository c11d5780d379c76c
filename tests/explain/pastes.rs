//! The forms in which an error comes: every wrapping of the same error is the same answer.

use igdoctor::catalog;

use crate::common::run;

fn error(args: &[&str]) -> (serde_json::Value, Vec<String>) {
    let answer = run(&[&["explain", "--format", "json"], args].concat()).json();
    let causes = answer["causes"].as_array().unwrap();
    let causes = causes
        .iter()
        .map(|cause| cause["cause"].as_str().unwrap().to_owned());
    (answer["error"].clone(), causes.collect())
}

#[test]
fn one_error_in_every_wrapping_is_one_answer() {
    let body = r#"{"error":{"message":"The account owner has disabled access","type":"OAuthException","code":200,"error_subcode":2534041,"fbtrace_id":"AbCdEf123"}}"#;
    let in_a_string = serde_json::to_string(body).unwrap();
    let twice = serde_json::to_string(&in_a_string).unwrap();
    for text in [
        body.to_owned(),
        serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(body).unwrap())
            .unwrap(),
        format!("2026-01-05T10:15:00Z ERROR job=17 status: 403 body={body} retry in 5 s"),
        format!(r#"{{"level":"error","status":403,"msg":{in_a_string}}}"#),
        format!("log: {twice}"),
        format!(r#"{{"code":500,"response":{{"body":{in_a_string}}}}}"#),
        body[..body.len() - 20].to_owned(),
        body.replace("\":", "\"=>"),
        body.replace('"', "&quot;"),
        body.replace('"', "'"),
        "200/2534041".to_owned(),
        "200 / 2534041".to_owned(),
        "code=200 / subcode=2534041".to_owned(),
        "code 200, subcode 2534041".to_owned(),
        "[code=200 sub=2534041 type=OAuthException]".to_owned(),
        "Graph API said error 200/2534041 at 10:15".to_owned(),
        "(#200) A conta desativou o acesso (2534041)".to_owned(),
        "Código: 200\nSubcódigo: 2534041".to_owned(),
        "ошибка 200, подкод 2534041".to_owned(),
        "2534041".to_owned(),
    ] {
        let (error, causes) = error(&[&text]);
        let code = (error["code"].as_i64(), error["subcode"].as_i64());
        assert_eq!(code, (Some(200), Some(2_534_041)), "{text}");
        assert_eq!(causes, ["connected-tools-off"], "{text}");
        assert_eq!(error["class"], "person", "{text}");
    }
}

#[test]
fn every_row_of_the_error_table_is_known() {
    for row in catalog::load().unwrap().errors() {
        let message = row.prefix.as_deref().unwrap_or("x");
        // A row for any subcode is asked with one that nobody has described yet.
        let any = !row.bare && !row.either && row.prefix.is_none();
        let subcode = row
            .subcode
            .or(any.then_some(9_999_999))
            .map(|subcode| format!(r#","error_subcode":{subcode}"#));
        let (code, subcode) = (row.code, subcode.unwrap_or_default());
        let text = if code == 400 {
            format!(r#"{{"error_type":"OAuthException","code":400,"error_message":"{message}"}}"#)
        } else {
            format!(r#"{{"error":{{"message":"{message}","code":{code}{subcode}}}}}"#)
        };
        let mut causes = super::field::causes(
            &text,
            row.credential.map(|_| "GET /oauth/access_token"),
            row.flow.map_or("facebook", |flow| flow.as_str()),
        );
        causes.truncate(2);
        assert!(
            causes.contains(&row.cause.as_str()),
            "{text}: {causes:?}, not {}",
            row.cause
        );
    }
}

#[test]
fn certainty_follows_its_one_rule() {
    let certainties = |text: &str| -> Vec<String> {
        let answer = run(&["explain", "--format", "json", text]).json();
        let causes = answer["causes"].as_array().unwrap();
        causes
            .iter()
            .map(|cause| cause["certainty"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(certainties("190/463"), ["certain"]);
    assert_eq!(certainties("100/2534037"), ["likely", "possible"]);
    assert_eq!(
        certainties("10/2018336"),
        ["likely"],
        "one report is not enough"
    );
    assert_eq!(certainties("100/33")[..2], ["likely", "possible"]);
    assert_eq!(
        certainties("Сообщение удалено пользователем Instagram"),
        ["certain"]
    );
    assert_eq!(
        certainties("Сообщние удалено пользователем Instgram"),
        ["likely"],
        "nearly"
    );
}

#[test]
fn the_call_and_the_flow_sharpen_the_answer() {
    let first = |args: &[&str]| error(args).1.first().cloned().unwrap_or_default();
    let unsupported = "(#100) Unsupported request - method type: get";
    assert_eq!(first(&[unsupported]), "bad-call");
    assert_eq!(
        first(&[unsupported, "--flow", "instagram"]),
        "tester-invite-pending"
    );
    let exchange = ["--call", "GET graph.instagram.com/v25.0/access_token"];
    assert_eq!(
        first(&[&[unsupported], &exchange[..]].concat()),
        "advanced-access-missing"
    );
    let empty = r#"{"data": []}"#;
    for (call, cause) in [
        ("GET /{page}/subscribed_apps", "app-not-connected"),
        (
            "GET /{page}/conversations?platform=instagram",
            "no-conversations-yet",
        ),
        ("GET /me/accounts", "page-not-selected"),
    ] {
        assert_eq!(first(&[empty, "--call", call]), cause);
    }
    assert_eq!(
        first(&["100/33", "--call", "GET /{page}"]),
        "page-not-visible"
    );
}

#[test]
fn what_only_the_call_can_tell_is_told_for_each_call() {
    for (text, call, cause) in [
        (r#"{"data":[]}"#, "conversations", "no-conversations-yet"),
        (r#"{"data":[]}"#, "subscribed_apps", "app-not-connected"),
        (r#"{"data":[]}"#, "me/accounts", "page-not-selected"),
        ("404 Not Found", "lookaside", "platform-fault"),
        ("404 Not Found", "webhook", "callback-not-found"),
        ("404", "graph.", "bad-call"),
    ] {
        let run = run(&["explain", "--format", "json", text]);
        let answer = run.json();
        assert_eq!(run.code, 0, "{text}");
        let causes = answer["causes"].as_array().unwrap();
        let place = causes.iter().position(|found| found["cause"] == cause);
        assert!(place.is_some_and(|place| place < 3), "{text}: {cause}");
        let found = &causes[place.unwrap()];
        assert_eq!(found["certainty"], "possible", "{text}: {cause}");
        assert_eq!(found["calls"], serde_json::json!([call]), "{text}: {cause}");
        assert!(
            answer["hint"].as_str().unwrap().contains("--call"),
            "{text}"
        );
    }
    let known = run(&["explain", "--format", "json", "190/463"]).json();
    assert!(known["hint"].is_null());
    let asked = ["--call", "GET /me/accounts", "--format", "json"];
    let known = run(&[&["explain", r#"{"data":[]}"#], &asked[..]].concat()).json();
    assert!(known["hint"].is_null());
}

#[test]
fn a_status_says_less_than_a_code_of_metas() {
    let call = ["--call", "GET graph.facebook.com/me"];
    let text = r#"{"status":404,"error":{"message":"x","code":803}}"#;
    let (_, with) = error(&[&[text], &call[..]].concat());
    let (_, without) = error(&[&["803"], &call[..]].concat());
    assert_eq!(with.first(), without.first());
    assert_eq!(error(&["HTTP 503"]).1[0], "meta-outage");
}

#[test]
fn a_refused_login_has_its_own_shape() {
    let (error, causes) = error(&[
        r#"{"error_type": "OAuthException", "code": 400, "error_message": "Invalid Request: Request parameters are invalid: Invalid redirect_uri"}"#,
    ]);
    assert_eq!(error["code"], 400);
    assert_eq!(causes, ["redirect-uri-mismatch"]);
}

#[test]
fn several_errors_of_one_paste_are_all_answered() {
    let text = "first {\"error\":{\"code\":190,\"error_subcode\":463,\"message\":\"m\"}}\nthen (#200) {\"error\":{\"code\":200,\"error_subcode\":2534041}}\n17 more {\"error\":{\"code\":190,\"error_subcode\":463}}";
    let answer = run(&["explain", "--format", "json", text]).json();
    assert_eq!(answer["causes"][0]["cause"], "token-expired");
    let others: Vec<_> = answer["others"].as_array().unwrap().iter().collect();
    assert!(
        others
            .iter()
            .any(|other| other["causes"][0]["cause"] == "connected-tools-off")
    );
    let human = run(&["explain", text]).words();
    assert!(human.contains("Meta's error 190/463") && human.contains("Meta's error 200/2534041"));
}

#[test]
fn a_number_in_the_message_is_not_the_code() {
    let text = r#"{"error":{"message":"(#100) Tried accessing nonexisting field (error_code=5) on node type (Page)","code":100}}"#;
    let (error, _) = error(&[text]);
    assert_eq!(
        (error["code"].as_i64(), error["subcode"].as_i64()),
        (Some(100), None)
    );
}

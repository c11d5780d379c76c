//! No code, token or secret of a login leaves but on its way to Meta.

use super::*;

/// No secret of a login is in the trace, in an error or in what shows itself for debugging.
#[tokio::test]
async fn no_secret_of_a_login_is_written_down() {
    for flow in [Flow::Facebook, Flow::Instagram] {
        let login = Login::new(flow, |_| {});
        let code = login.code(&login.dialog()).await;
        let short = login.exchange(&code).await.unwrap();
        let long = login
            .graph
            .exchange_long(&login.app, &short.token)
            .await
            .unwrap();
        let mut texts = vec![format!("{code:?} {short:?} {long:?} {:?}", login.graph)];
        if flow == Flow::Instagram {
            let renewed = login.graph.refresh(&long.token).await.unwrap();
            texts.push(format!("{renewed:?}"));
        }
        let again = login.exchange(&code).await.unwrap_err();
        texts.push(format!("{again} {again:?}"));
        let trace = login.graph.har.document();
        let entries = trace["log"]["entries"].as_array().unwrap();
        assert_eq!(entries.len(), if flow == Flow::Facebook { 3 } else { 4 });
        for entry in entries {
            assert_eq!(entry["request"]["headers"], serde_json::json!([]));
        }
        let trace = trace.to_string();
        assert!(
            trace.contains("access_token") && trace.contains("REDACTED"),
            "{trace}"
        );
        texts.push(trace);
        let world = login.sandbox.world();
        let secrets = [&world.app.secret, &world.app.instagram_secret];
        let codes = world.codes.iter().map(|code| &code.text);
        let tokens = world.issued.iter().map(|token| &token.text);
        for secret in secrets.into_iter().chain(codes).chain(tokens) {
            for text in &texts {
                assert!(!text.contains(secret.as_str()), "{secret} in {text}");
            }
        }
        assert!(world.issued.len() >= 2);
    }
}

/// Not even where Meta's refusal repeats them.
#[tokio::test]
async fn no_secret_that_meta_repeats_is_in_an_error() {
    use igdoctor::sandbox::world::{Fault, What};
    let login = Login::instagram(|world| {
        world.faults.push(Fault {
            path: "/oauth/access_token",
            what: What::Refuse(400, 100, None, "bad canary-code of canary-secret"),
            times: None,
        });
    });
    let app = AppKeys {
        id: login.app.id.clone(),
        secret: Some(secret_of("canary-secret")),
    };
    let code = secret_of("canary-code");
    let result = login
        .graph
        .exchange_code(&app, &login.redirect, &code)
        .await;
    let error = refused(result);
    assert_eq!(error.message, "bad REDACTED of REDACTED");
    assert!(!login.graph.har.document().to_string().contains("canary-"));
}

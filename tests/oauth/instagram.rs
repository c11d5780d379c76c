//! Instagram Login: codes, their odd answers, long-lived tokens and their renewal.

use igdoctor::graph::endpoints::{ACCOUNT, ACCOUNT_CONVERSATIONS};
use igdoctor::sandbox::world::SCOPED_ID;

use super::*;

#[tokio::test]
async fn a_code_becomes_a_token_that_lives_long_and_is_renewed() {
    let login = Login::instagram(|_| {});
    let short = login.short().await;
    assert_eq!(short.permissions, INSTAGRAM);
    assert_eq!(short.user_id.as_deref(), Some(SCOPED_ID));
    assert_eq!(short.expires_in, None);
    let long = login
        .graph
        .exchange_long(&login.app, &short.token)
        .await
        .unwrap();
    assert_eq!(long.expires_in.unwrap().as_secs(), LONG);
    let renewed = login.graph.refresh(&long.token).await.unwrap();
    assert_eq!(renewed.permissions, INSTAGRAM);
    assert_eq!(renewed.expires_in.unwrap().as_secs(), LONG);
    let texts = [&short, &long, &renewed].map(|issued| issued.token.expose());
    assert!(texts.iter().all(|text| text.starts_with("IGAAGsandbox")));
    assert!(texts[0] != texts[1] && texts[1] != texts[2]);
    for issued in [&short, &long, &renewed] {
        login.get(&ACCOUNT, &issued.token).await.unwrap();
        login
            .get(&ACCOUNT_CONVERSATIONS, &issued.token)
            .await
            .unwrap();
    }
    // The host of the code and those of the tokens know no version.
    assert_eq!(count(&login, "POST /oauth/access_token"), 1);
}

#[tokio::test]
async fn every_shape_of_the_answer_is_read() {
    for shape in [
        CodeAnswer::Listed,
        CodeAnswer::Flat,
        CodeAnswer::FlatWithList,
    ] {
        let login = Login::instagram(|world| world.login.code_answer = shape);
        let issued = login.short().await;
        assert_eq!(issued.permissions, INSTAGRAM, "{shape:?}");
        assert_eq!(issued.user_id.as_deref(), Some(SCOPED_ID), "{shape:?}");
    }
}

#[tokio::test]
async fn a_used_code_is_refused_in_the_odd_envelope() {
    let login = Login::instagram(|_| {});
    let code = login.code(&login.dialog()).await;
    login.exchange(&code).await.unwrap();
    let error = refused(login.exchange(&code).await);
    assert_eq!(
        (error.http_status, error.code, error.subcode),
        (400, 400, None)
    );
    assert!(error.message.starts_with("Matching code was not found"));
}

#[tokio::test]
async fn a_wrong_secret_brings_nothing() {
    let mut login = Login::instagram(|_| {});
    let short = login.short().await;
    let code = login.code(&login.dialog()).await;
    login.app.secret = Some(secret_of("sandbox-app-secret"));
    assert_eq!(refused(login.exchange(&code).await).code, 400);
    refused(login.graph.exchange_long(&login.app, &short.token).await);
    assert_eq!(login.sandbox.world().issued.len(), 1);
}

#[tokio::test]
async fn a_long_lived_token_is_not_exchanged_again() {
    let login = Login::instagram(|_| {});
    let own = secret_of(&login.sandbox.world().token.text);
    let error = refused(login.graph.exchange_long(&login.app, &own).await);
    assert_eq!(error.code, 452);
    login.graph.refresh(&own).await.unwrap();
    login.get(&ACCOUNT, &own).await.unwrap();
}

#[tokio::test]
async fn a_renewal_comes_too_early_or_too_late_or_lacks_a_permission() {
    let early = Login::instagram(|world| world.login.too_young = true);
    let own = secret_of(&early.sandbox.world().token.text);
    refused(early.graph.refresh(&own).await);
    assert_eq!(count(&early, "GET /refresh_access_token"), 1);

    let late = Login::instagram(|world| {
        world.token.dead = Some((190, Some(463), "Session has expired"));
    });
    let error = refused(late.graph.refresh(&own).await);
    assert_eq!((error.code, error.subcode), (190, Some(463)));
    // A login brings what lives again.
    let issued = late.short().await;
    late.get(&ACCOUNT, &issued.token).await.unwrap();
    // A short-lived one is for exchange, not for renewal.
    refused(late.graph.refresh(&issued.token).await);

    let without = Login::instagram(|world| {
        world
            .permissions
            .retain(|(name, _)| name != "instagram_business_basic");
    });
    assert_eq!(refused(without.graph.refresh(&own).await).code, 10);
}

#[tokio::test]
async fn a_renewal_may_end_the_old_token() {
    let login = Login::instagram(|world| world.login.refresh_kills_old = true);
    let own = secret_of(&login.sandbox.world().token.text);
    let renewed = login.graph.refresh(&own).await.unwrap();
    login.get(&ACCOUNT, &renewed.token).await.unwrap();
    let Err(Failure::Refused(error)) = login.get(&ACCOUNT, &own).await else {
        panic!("the old token lives")
    };
    assert_eq!((error.code, error.subcode), (190, Some(467)));
}

#[tokio::test]
async fn what_the_person_declined_is_not_among_the_permissions() {
    let login = Login::instagram(|world| {
        world.login.declined = vec!["instagram_business_manage_messages"];
    });
    let issued = login.short().await;
    assert_eq!(issued.permissions, ["instagram_business_basic"]);
    let Err(Failure::Refused(error)) = login.get(&ACCOUNT_CONVERSATIONS, &issued.token).await
    else {
        panic!("messages are shown")
    };
    assert_eq!(error.code, 230);
}

#[tokio::test]
async fn addresses_of_this_machine_and_names_of_the_other_login_are_refused() {
    let login = Login::instagram(|_| {});
    let local = Dialog {
        redirect: "http://localhost:8123/back".parse().unwrap(),
        ..login.dialog()
    };
    let page = browse(local.address()).await.unwrap_err();
    assert!(page.contains("Invalid redirect_uri"), "{page}");
    let other = Dialog {
        scopes: vec!["instagram_manage_messages".to_owned()],
        ..login.dialog()
    };
    let page = browse(other.address()).await.unwrap_err();
    assert!(page.contains("Invalid scope"), "{page}");
}

/// An app that takes signed calls only takes a signed renewal too.
#[tokio::test]
async fn a_renewal_is_signed_where_the_secret_is_known() {
    let mut login = Login::instagram(|world| world.app.requires_proof = true);
    let own = secret_of(&login.sandbox.world().token.text);
    assert_eq!(refused(login.graph.refresh(&own).await).code, 100);
    login.graph = Graph::new(Settings {
        proof_secret: login.app.secret.clone(),
        ..settings(&login.sandbox, Flow::Instagram)
    });
    login.graph.refresh(&own).await.unwrap();
}

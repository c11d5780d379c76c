//! Facebook Login: codes and tokens, what the person grants, and what the app allows.

use igdoctor::graph::endpoints::{DEBUG_TOKEN, IDENTITY, PAGE_SUBSCRIPTION};
use igdoctor::graph::{Param, flow_of_token};

use super::*;

#[tokio::test]
async fn a_code_becomes_a_token_that_lives_long() {
    let login = Login::facebook(|_| {});
    let short = login.short().await;
    assert_eq!(flow_of_token(&short.token), Some(Flow::Facebook));
    assert!(short.token.expose().len() >= 24);
    let hours = short.expires_in.unwrap().as_secs() / 3600;
    assert!((1..=2).contains(&hours), "{hours} hours");
    let long = login
        .graph
        .exchange_long(&login.app, &short.token)
        .await
        .unwrap();
    assert_eq!(long.expires_in.unwrap().as_secs(), LONG);
    assert_ne!(long.token.expose(), short.token.expose());
    // A long-lived one is renewed by the same exchange, and all of them work.
    let renewed = login
        .graph
        .exchange_long(&login.app, &long.token)
        .await
        .unwrap();
    for token in [&short.token, &long.token, &renewed.token] {
        assert_eq!(login.list(&PAGES, token).await[0]["id"], PAGE_ID);
        let granted = login.permissions(token).await;
        assert_eq!(
            granted,
            FACEBOOK.map(|name| (name.to_owned(), "granted".to_owned()))
        );
    }
    let own = secret_of(&login.sandbox.world().token.text);
    assert_eq!(login.permissions(&own).await.len(), 7);
}

#[tokio::test]
async fn the_pages_of_a_login_have_tokens_of_their_own() {
    let login = Login::facebook(|_| {});
    let short = login.short().await;
    let own = secret_of(&login.sandbox.world().token.text);
    let mut seen = Vec::new();
    for person in [&short.token, &own] {
        let page = &login.list(&PAGES, person).await[0];
        let token = secret_of(page["access_token"].as_str().unwrap());
        let mut call = Call::new(&PAGE_SUBSCRIPTION, &token);
        call.id = Some(PAGE_ID);
        login.graph.get(&call).await.result.unwrap();
        seen.push(token.expose().to_owned());
    }
    assert_ne!(seen[0], seen[1]);
}

#[tokio::test]
async fn a_token_comes_without_the_secret() {
    let mut login = Login::facebook(|_| {});
    login.redirect = FACEBOOK_END_PAGE.parse().unwrap();
    let dialog = Dialog {
        response: Response::Token,
        ..login.dialog()
    };
    let Returned::Token {
        token, expires_in, ..
    } = login.returned(&dialog).await.unwrap()
    else {
        panic!("no token")
    };
    assert_eq!(expires_in.unwrap().as_secs(), 5400);
    login.get(&IDENTITY, &token).await.unwrap();
    assert_eq!(count(&login, "GET /oauth/access_token"), 0);
}

#[tokio::test]
async fn a_token_of_another_app_is_known_by_debug_token() {
    let login = Login::facebook(|world| world.login.other_app = true);
    let dialog = Dialog {
        response: Response::Token,
        ..login.dialog()
    };
    let Returned::Token { token, .. } = login.returned(&dialog).await.unwrap() else {
        panic!("no token")
    };
    let app_token = login.app.token().unwrap();
    let mut call = Call::new(&DEBUG_TOKEN, &app_token);
    call.app_credentials = true;
    call.params = vec![("input_token", Param::Hidden(token.clone()))];
    let answer = login.graph.get(&call).await.result.unwrap();
    assert_ne!(answer["data"]["app_id"], APP_ID);
    assert_eq!(answer["data"]["is_valid"], true);
    let error = refused(login.graph.exchange_long(&login.app, &token).await);
    assert_eq!(error.code, 190);
}

#[tokio::test]
async fn what_was_declined_is_granted_when_asked_again() {
    let login = Login::facebook(|world| {
        world.login.declined = vec!["instagram_manage_comments"];
    });
    let first = login.short().await;
    let declined = (
        "instagram_manage_comments".to_owned(),
        "declined".to_owned(),
    );
    assert!(login.permissions(&first.token).await.contains(&declined));
    let dialog = Dialog {
        rerequest: true,
        ..login.dialog()
    };
    let code = login.code(&dialog).await;
    let second = login.exchange(&code).await.unwrap();
    assert!(!login.permissions(&second.token).await.contains(&declined));
}

#[tokio::test]
async fn only_pages_that_were_ticked_are_seen() {
    let other = "104512345670002";
    let login = Login::facebook(|world| {
        let mut page = world.pages[0].clone();
        page.id = other.to_owned();
        world.pages.push(page);
        world.login.ticked = Some(vec![other.to_owned()]);
    });
    let issued = login.short().await;
    let pages = login.list(&PAGES, &issued.token).await;
    assert_eq!(pages.len(), 1, "{pages:?}");
    assert_eq!(pages[0]["id"], other);
    let own = secret_of(&login.sandbox.world().token.text);
    assert_eq!(login.list(&PAGES, &own).await.len(), 2);
}

#[tokio::test]
async fn a_business_login_takes_its_configuration_and_no_permissions() {
    let login = Login::facebook(|world| world.login.business_login = Some("4711"));
    let mut dialog = login.dialog();
    assert!(
        browse(dialog.address())
            .await
            .unwrap_err()
            .contains("config_id")
    );
    dialog.config_id = Some("4712".to_owned());
    assert!(
        browse(dialog.address())
            .await
            .unwrap_err()
            .contains("config_id")
    );
    dialog.config_id = Some("4711".to_owned());
    let mut both = dialog.address();
    both.query_pairs_mut()
        .append_pair("scope", "pages_show_list");
    assert!(browse(both).await.unwrap_err().contains("permission"));
    let code = login.code(&dialog).await;
    let issued = login.exchange(&code).await.unwrap();
    assert_eq!(login.permissions(&issued.token).await.len(), 7);
}

#[tokio::test]
async fn a_code_is_good_once_and_for_its_own_address() {
    let login = Login::facebook(|_| {});
    let code = login.code(&login.dialog()).await;
    let other = FACEBOOK_END_PAGE.parse().unwrap();
    let elsewhere = login.graph.exchange_code(&login.app, &other, &code).await;
    assert_eq!(refused(elsewhere).subcode, Some(36_008));
    login.exchange(&code).await.unwrap();
    let error = refused(login.exchange(&code).await);
    assert_eq!((error.code, error.subcode), (100, Some(36_009)));
    let unknown = refused(login.exchange(&secret_of("AQDnobodysCode")).await);
    assert_eq!((unknown.code, unknown.subcode), (100, None));
}

#[tokio::test]
async fn a_wrong_secret_brings_nothing_and_is_tried_once() {
    let login = Login::facebook(|_| {});
    let code = login.code(&login.dialog()).await;
    let mut app = login.app.clone();
    for (secret, id) in [
        (Some("sandbox-other-secret"), APP_ID),
        (None, APP_ID),
        (Some("sandbox-app-secret"), "1"),
    ] {
        app.secret = secret.map(secret_of);
        app.id = id.to_owned();
        refused(
            login
                .graph
                .exchange_code(&app, &login.redirect, &code)
                .await,
        );
    }
    // Code 1 passes for a failure that may pass, but a code must not be sent twice.
    assert_eq!(count(&login, "GET /oauth/access_token"), 3);
    login.exchange(&code).await.unwrap();
}

#[tokio::test]
async fn addresses_of_this_machine_work_only_where_the_app_allows_them() {
    for (allows, address) in [
        (true, "http://localhost:8123/back"),
        (true, "http://127.0.0.1:8123/back?a=b"),
        (false, "http://localhost:8123/back"),
    ] {
        let mut login = Login::facebook(|world| world.login.allows_loopback = allows);
        login.redirect = address.parse().unwrap();
        if allows {
            login.short().await;
        } else {
            let page = browse(login.dialog().address()).await.unwrap_err();
            assert!(page.contains("URL Blocked"), "{page}");
        }
    }
}

#[tokio::test]
async fn an_app_that_is_not_the_worlds_sees_a_page_and_no_redirect() {
    let mut login = Login::facebook(|_| {});
    login.app.id = INSTAGRAM_APP_ID.to_owned();
    let page = browse(login.dialog().address()).await.unwrap_err();
    assert!(page.contains("Invalid App ID"), "{page}");
}

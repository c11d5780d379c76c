//! Logging in, over real HTTP: a browser that follows nothing, the dialogs and tokens of a served world, and the library's calls.

#[path = "../common/mod.rs"]
mod common;

mod facebook;
mod instagram;
mod secrets;

use common::serve;
use igdoctor::graph::endpoints::{Endpoint, PAGES, PERMISSIONS};
use igdoctor::graph::oauth::{
    Dialog, FACEBOOK_END_PAGE, Issued, Response, ReturnError, Returned, read, state,
};
use igdoctor::graph::{Call, DEFAULT_VERSION, Failure, Graph, GraphError, Settings};
use igdoctor::model::Flow;
use igdoctor::sandbox::Sandbox;
use igdoctor::sandbox::world::{APP_ID, CodeAnswer, INSTAGRAM_APP_ID, PAGE_ID, World};
use igdoctor::secret::{AppKeys, Secret};
use serde_json::Value;
use url::Url;

const REDIRECT: &str = "https://example.com/igdoctor";
const FACEBOOK: [&str; 4] = [
    "pages_show_list",
    "pages_manage_metadata",
    "instagram_manage_messages",
    "instagram_manage_comments",
];
const INSTAGRAM: [&str; 2] = [
    "instagram_business_basic",
    "instagram_business_manage_messages",
];
/// Life of a long-lived token, in seconds.
const LONG: u64 = 5_183_944;

/// A login to a served world.
struct Login {
    sandbox: Sandbox,
    graph: Graph,
    app: AppKeys,
    state: String,
    redirect: Url,
}

impl Login {
    fn new(flow: Flow, change: impl FnOnce(&mut World)) -> Self {
        let (name, id, secret) = match flow {
            Flow::Facebook => ("healthy-facebook-user", APP_ID, "sandbox-app-secret"),
            Flow::Instagram => (
                "healthy-instagram",
                INSTAGRAM_APP_ID,
                "sandbox-instagram-secret",
            ),
        };
        let sandbox = serve(name, change);
        let graph = Graph::new(settings(&sandbox, flow));
        Self {
            sandbox,
            graph,
            app: AppKeys {
                id: id.to_owned(),
                secret: Some(secret_of(secret)),
            },
            state: state().unwrap(),
            redirect: REDIRECT.parse().unwrap(),
        }
    }

    fn facebook(change: impl FnOnce(&mut World)) -> Self {
        Self::new(Flow::Facebook, change)
    }

    fn instagram(change: impl FnOnce(&mut World)) -> Self {
        Self::new(Flow::Instagram, change)
    }

    fn dialog(&self) -> Dialog<'_> {
        let scopes: &[&str] = match self.graph.flow() {
            Flow::Facebook => &FACEBOOK,
            Flow::Instagram => &INSTAGRAM,
        };
        Dialog {
            base: Some(self.sandbox.graph_url()),
            version: DEFAULT_VERSION,
            flow: self.graph.flow(),
            app_id: self.app.id.clone(),
            redirect: self.redirect.clone(),
            state: &self.state,
            scopes: scopes.iter().map(|name| (*name).to_owned()).collect(),
            config_id: None,
            rerequest: false,
            response: Response::Code,
        }
    }

    /// Where the browser ends, as the login reads it.
    async fn returned(&self, dialog: &Dialog<'_>) -> Result<Returned, ReturnError> {
        let address = browse(dialog.address()).await.unwrap();
        let end = dialog.redirect.as_str();
        assert!(address.starts_with(end), "{address} is not at {end}");
        read(&address, &self.state)
    }

    async fn code(&self, dialog: &Dialog<'_>) -> Secret {
        match self.returned(dialog).await.unwrap() {
            Returned::Code(code) => code,
            other => panic!("{other:?}"),
        }
    }

    async fn exchange(&self, code: &Secret) -> Result<Issued, Failure> {
        self.graph
            .exchange_code(&self.app, &self.redirect, code)
            .await
    }

    /// A login as it should be, to its short-lived token.
    async fn short(&self) -> Issued {
        let code = self.code(&self.dialog()).await;
        self.exchange(&code).await.unwrap()
    }

    async fn list(&self, endpoint: &'static Endpoint, token: &Secret) -> Vec<Value> {
        let call = Call::new(endpoint, token);
        self.graph.list(&call).await.result.unwrap()
    }

    async fn get(&self, endpoint: &'static Endpoint, token: &Secret) -> Result<Value, Failure> {
        self.graph.get(&Call::new(endpoint, token)).await.result
    }

    /// Permissions of a person's token with what became of them.
    async fn permissions(&self, token: &Secret) -> Vec<(String, String)> {
        let text = |item: &Value, key: &str| item[key].as_str().unwrap().to_owned();
        self.list(&PERMISSIONS, token)
            .await
            .iter()
            .map(|item| (text(item, "permission"), text(item, "status")))
            .collect()
    }
}

fn settings(sandbox: &Sandbox, flow: Flow) -> Settings {
    Settings {
        base: Some(sandbox.graph_url()),
        version: DEFAULT_VERSION,
        flow,
        proof_secret: None,
        pause: std::time::Duration::from_millis(1),
        no_roots: false,
        record: true,
    }
}

fn secret_of(text: &str) -> Secret {
    Secret::parse(text, "test").unwrap()
}

/// A browser with a person who logs in at once: the address it is sent to, or the page that the person sees.
async fn browse(address: Url) -> Result<String, String> {
    drop(rustls::crypto::ring::default_provider().install_default());
    let browser = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .build()
        .unwrap();
    let answer = browser.get(address).send().await.unwrap();
    match answer.headers().get("location") {
        Some(location) => Ok(location.to_str().unwrap().to_owned()),
        None => {
            assert_eq!(answer.status().as_u16(), 400);
            Err(answer.text().await.unwrap())
        }
    }
}

fn refused(result: Result<Issued, Failure>) -> GraphError {
    match result {
        Err(Failure::Refused(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn count(login: &Login, line: &str) -> usize {
    let log = login.sandbox.log();
    log.iter().filter(|known| *known == line).count()
}

#[tokio::test]
async fn somebody_who_goes_away_declined() {
    for flow in [Flow::Facebook, Flow::Instagram] {
        let login = Login::new(flow, |world| world.login.cancels = true);
        let error = login.returned(&login.dialog()).await.unwrap_err();
        assert!(
            matches!(&error, ReturnError::Declined { reason } if reason == "user_denied"),
            "{error:?}"
        );
        assert!(login.sandbox.world().codes.is_empty());
    }
}

#[tokio::test]
async fn another_state_is_not_this_login() {
    for flow in [Flow::Facebook, Flow::Instagram] {
        let login = Login::new(flow, |world| world.login.answers_state = Some("other"));
        let error = login.returned(&login.dialog()).await.unwrap_err();
        assert!(matches!(error, ReturnError::WrongState), "{error:?}");
        assert!(!format!("{error} {error:?}").contains(&login.state));
    }
}

#[tokio::test]
async fn an_address_that_is_not_entered_is_not_gone_to() {
    for flow in [Flow::Facebook, Flow::Instagram] {
        let mut login = Login::new(flow, |_| {});
        login.redirect = "https://example.com/elsewhere".parse().unwrap();
        browse(login.dialog().address()).await.unwrap_err();
        assert!(login.sandbox.world().codes.is_empty());
    }
}

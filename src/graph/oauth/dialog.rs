//! The address of the login dialog, which a person opens in a browser.

use url::Url;

use crate::graph::GraphVersion;
use crate::model::Flow;
use crate::speech::error;

/// Facebook's own page to end at, for apps without a server: the token stands in the fragment of its address.
pub const FACEBOOK_END_PAGE: &str = "https://www.facebook.com/connect/login_success.html";

/// A login to be asked for.
#[derive(Clone, Debug)]
pub struct Dialog<'a> {
    /// Stands for all of Meta's hosts, from `--graph-url`.
    pub base: Option<Url>,
    /// Version of the dialog; Instagram's has none.
    pub version: GraphVersion,
    /// Which login.
    pub flow: Flow,
    /// Id of the app; of the Instagram app in the instagram flow.
    pub app_id: String,
    /// Where the browser ends. The same must be told when the code is exchanged.
    pub redirect: Url,
    /// From [`state`]; it must come back.
    pub state: &'a str,
    /// Permissions to ask for. A configuration has its own.
    pub scopes: Vec<String>,
    /// Configuration of Facebook Login for Business, in place of the permissions.
    pub config_id: Option<String>,
    /// Ask again for what the person declined before.
    pub rerequest: bool,
    /// What is to come back. Instagram knows only codes.
    pub response: Response,
}

/// What a login ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Response {
    /// A code, which the app's secret turns into a token.
    Code,
    /// The token itself.
    Token,
}

impl Dialog<'_> {
    /// Where the person logs in. There is nothing secret in it.
    #[must_use]
    pub fn address(&self) -> Url {
        let (host, path) = match self.flow {
            Flow::Facebook => (
                "https://www.facebook.com",
                format!("/{}/dialog/oauth", self.version),
            ),
            Flow::Instagram => ("https://www.instagram.com", "/oauth/authorize".to_owned()),
        };
        let mut url = self
            .base
            .clone()
            .or_else(|| host.parse().ok())
            .unwrap_or_else(|| unreachable!("hosts are addresses"));
        let base = url.path().trim_end_matches('/').to_owned();
        url.set_path(&format!("{base}{path}"));
        self.write_parameters(&mut url);
        url
    }

    fn write_parameters(&self, url: &mut Url) {
        let facebook = self.flow == Flow::Facebook;
        let response = match self.response {
            Response::Token if facebook => "token",
            Response::Code | Response::Token => "code",
        };
        let mut query = url.query_pairs_mut();
        query
            .append_pair("client_id", &self.app_id)
            .append_pair("redirect_uri", self.redirect.as_str())
            .append_pair("response_type", response);
        match self.config_id.as_ref().filter(|_| facebook) {
            Some(id) => query.append_pair("config_id", id),
            None => query.append_pair("scope", &self.scopes.join(",")),
        };
        query.append_pair("state", self.state);
        if self.rerequest {
            if facebook {
                query.append_pair("auth_type", "rerequest");
            } else {
                query.append_pair("force_reauth", "true");
            }
        }
    }
}

/// This machine has no source of randomness, so no login can be told from a forged one.
#[derive(Debug, thiserror::Error)]
#[error("{}", error("error-randomness", &[("error", .0)]))]
pub struct NoRandomness(#[from] getrandom::Error);

/// A mark of 128 random bits, by which the answer to one login is known.
///
/// # Errors
/// When the system gives no random bytes.
pub fn state() -> Result<String, NoRandomness> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::DEFAULT_VERSION;

    fn dialog(flow: Flow) -> Dialog<'static> {
        Dialog {
            base: None,
            version: DEFAULT_VERSION,
            flow,
            app_id: "12".to_owned(),
            redirect: "https://example.com/back?a=b".parse().unwrap(),
            state: "abc",
            scopes: vec!["one".to_owned(), "two".to_owned()],
            config_id: None,
            rerequest: false,
            response: Response::Code,
        }
    }

    #[test]
    fn addresses_of_both_logins() {
        assert_eq!(
            dialog(Flow::Facebook).address().as_str(),
            "https://www.facebook.com/v26.0/dialog/oauth?client_id=12&redirect_uri=https%3A%2F%2Fexample.com%2Fback%3Fa%3Db&response_type=code&scope=one%2Ctwo&state=abc"
        );
        assert_eq!(
            dialog(Flow::Instagram).address().as_str(),
            "https://www.instagram.com/oauth/authorize?client_id=12&redirect_uri=https%3A%2F%2Fexample.com%2Fback%3Fa%3Db&response_type=code&scope=one%2Ctwo&state=abc"
        );
    }

    #[test]
    fn a_configuration_stands_in_place_of_the_permissions() {
        let mut facebook = dialog(Flow::Facebook);
        facebook.config_id = Some("77".to_owned());
        facebook.response = Response::Token;
        let address = facebook.address();
        let query = address.query().unwrap();
        assert!(query.contains("config_id=77") && query.contains("response_type=token"));
        assert!(!query.contains("scope="), "{query}");
    }

    #[test]
    fn asking_again_is_said_in_each_logins_own_way() {
        for (flow, said) in [
            (Flow::Facebook, "auth_type=rerequest"),
            (Flow::Instagram, "force_reauth=true"),
        ] {
            let mut again = dialog(flow);
            assert!(!again.address().as_str().contains(said));
            again.rerequest = true;
            assert!(again.address().as_str().contains(said));
        }
    }

    #[test]
    fn one_base_stands_for_both_hosts() {
        for (flow, path) in [
            (Flow::Facebook, "/meta/v26.0/dialog/oauth"),
            (Flow::Instagram, "/meta/oauth/authorize"),
        ] {
            let mut other = dialog(flow);
            other.base = Some("http://127.0.0.1:9/meta/".parse().unwrap());
            assert_eq!(other.address().path(), path);
            assert_eq!(other.address().port(), Some(9));
        }
    }

    #[test]
    fn no_two_states_are_the_same() {
        let (one, two) = (state().unwrap(), state().unwrap());
        assert_eq!(one.len(), 32);
        assert_ne!(one, two);
    }
}

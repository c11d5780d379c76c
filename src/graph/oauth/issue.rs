//! Calls by which tokens are had and renewed. None is made twice: a code works once, and a renewal changes something at Meta.

use std::time::Duration;

use serde_json::Value;
use url::Url;

use crate::graph::endpoints::{Endpoint, oauth};
use crate::graph::{Call, Failure, Graph, Param, Trouble, TroubleKind};
use crate::model::Flow;
use crate::secret::{AppKeys, Secret};

/// A token that Meta gave out.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The token.
    pub token: Secret,
    /// Time until it ends; `None` is never or not told.
    pub expires_in: Option<Duration>,
    /// Permissions granted, where Meta tells them: Instagram does, save for an exchange.
    pub permissions: Vec<String>,
    /// Id of the account, where Instagram tells it. Which of its ids that is, is uncertain.
    pub user_id: Option<String>,
}

impl Graph {
    /// Exchanges a code for a token. `redirect` is the one that the dialog was told. Without its secret the app is refused.
    ///
    /// # Errors
    /// When Meta refuses or gives no readable answer. Either way the code counts as used.
    pub async fn exchange_code(
        &self,
        app: &AppKeys,
        redirect: &Url,
        code: &Secret,
    ) -> Result<Issued, Failure> {
        let endpoint = match self.flow() {
            Flow::Facebook => &oauth::FACEBOOK_CODE,
            Flow::Instagram => &oauth::INSTAGRAM_CODE,
        };
        let mut params = vec![("client_id", Param::Open(app.id.clone()))];
        params.extend(secret_of(app));
        params.push(("redirect_uri", Param::Open(redirect.as_str().to_owned())));
        params.push(("code", Param::Hidden(code.clone())));
        self.issue(endpoint, params).await
    }

    /// Exchanges a short-lived token for a long-lived one. In the facebook flow this renews long-lived ones as well.
    ///
    /// # Errors
    /// When Meta refuses or gives no readable answer.
    pub async fn exchange_long(&self, app: &AppKeys, token: &Secret) -> Result<Issued, Failure> {
        let given = Param::Hidden(token.clone());
        let mut params: Vec<_> = secret_of(app).collect();
        let endpoint = match self.flow() {
            Flow::Facebook => {
                params.push(("client_id", Param::Open(app.id.clone())));
                params.push(("fb_exchange_token", given));
                &oauth::FACEBOOK_LONG
            }
            Flow::Instagram => {
                params.push(("access_token", given));
                &oauth::INSTAGRAM_LONG
            }
        };
        self.issue(endpoint, params).await
    }

    /// Has a long-lived token of the instagram flow renewed. It takes no secret, but is signed if one is known.
    ///
    /// # Errors
    /// When Meta refuses, as it does within the token's first 24 hours, or gives no readable answer.
    pub async fn refresh(&self, token: &Secret) -> Result<Issued, Failure> {
        let mut params = vec![("access_token", Param::Hidden(token.clone()))];
        if let Some(secret) = &self.settings.proof_secret {
            let proof = secret.sign(token.expose().as_bytes());
            params.push(("appsecret_proof", Param::Hidden(proof)));
        }
        self.issue(&oauth::INSTAGRAM_REFRESH, params).await
    }

    async fn issue(
        &self,
        endpoint: &'static Endpoint,
        params: Vec<(&'static str, Param)>,
    ) -> Result<Issued, Failure> {
        let body = self.only_once(&Call::bare(endpoint, params)).await?;
        let issued = issued(&body)
            .ok_or("an answer without a usable `access_token`")
            .map_err(|what| Failure::Unreachable(Trouble::new(TroubleKind::Unreadable, what)))?;
        self.redactor.learn(&issued.token);
        Ok(issued)
    }
}

fn secret_of(app: &AppKeys) -> impl Iterator<Item = (&'static str, Param)> {
    let hidden = |secret: &Secret| ("client_secret", Param::Hidden(secret.clone()));
    app.secret.as_ref().map(hidden).into_iter()
}

/// Reads a token, flat or in a list of one: Instagram documents the one and sends the other (graph-api 1.4).
fn issued(body: &Value) -> Option<Issued> {
    let body = body.pointer("/data/0").unwrap_or(body);
    let number = |value: &Value| value.as_u64().or_else(|| value.as_str()?.parse().ok());
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    Some(Issued {
        token: Secret::parse(body.get("access_token")?.as_str()?, "").ok()?,
        expires_in: body
            .get("expires_in")
            .and_then(number)
            .filter(|seconds| *seconds > 0)
            .map(Duration::from_secs),
        permissions: body.get("permissions").map(names).unwrap_or_default(),
        user_id: body.get("user_id").and_then(text),
    })
}

/// Names in a list, or between commas.
fn names(value: &Value) -> Vec<String> {
    let parts: Vec<&str> = match value {
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        Value::String(text) => text.split(',').collect(),
        _ => Vec::new(),
    };
    parts
        .into_iter()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_shape_of_an_answer_is_read() {
        let token = "IGAAtoken";
        for body in [
            json!({"data": [{"access_token": token, "user_id": "1020", "permissions": "a,b"}]}),
            json!({"access_token": token, "user_id": 1020, "permissions": "a, b"}),
            json!({"access_token": token, "user_id": "1020", "permissions": ["a", "b"]}),
        ] {
            let issued = issued(&body).unwrap();
            assert_eq!(issued.token.expose(), token);
            assert_eq!(issued.permissions, ["a", "b"], "{body}");
            assert_eq!(issued.user_id.as_deref(), Some("1020"));
            assert_eq!(issued.expires_in, None);
            assert!(!format!("{issued:?}").contains(token));
        }
    }

    #[test]
    fn the_time_may_be_missing_or_text() {
        let seconds = |body: Value| issued(&body).unwrap().expires_in.map(|time| time.as_secs());
        assert_eq!(
            seconds(json!({"access_token": "E", "expires_in": 5_183_944})),
            Some(5_183_944)
        );
        assert_eq!(
            seconds(json!({"access_token": "E", "expires_in": "60"})),
            Some(60)
        );
        assert_eq!(seconds(json!({"access_token": "E", "expires_in": 0})), None);
        assert_eq!(seconds(json!({"access_token": "E"})), None);
    }

    #[test]
    fn an_answer_without_a_token_is_none() {
        for body in [
            json!({}),
            json!({"data": []}),
            json!({"access_token": ""}),
            json!({"access_token": "two words"}),
        ] {
            assert!(issued(&body).is_none(), "{body}");
        }
    }
}

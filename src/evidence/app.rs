//! `app`: the Meta app's settings, by its own credentials.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Record, decode};
use crate::graph::{Call, Graph, endpoints};
use crate::secret::Secret;

/// An app. `None` where Meta did not tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppFacts {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// It has the address of a privacy policy, without which it cannot be live.
    pub has_privacy_policy: Option<bool>,
    /// Restrictions by age or country that hide it from people.
    pub restrictions: Option<Value>,
    /// Address that Meta tells when a person removes the app.
    #[serde(default)]
    pub deauthorize_url: Option<String>,
}

/// Asks for the app.
pub async fn ask(graph: &Graph, app: &str, app_token: &Secret) -> Record<AppFacts> {
    #[derive(Deserialize)]
    struct Raw {
        id: String,
        name: Option<String>,
        privacy_policy_url: Option<String>,
        restrictions: Option<Value>,
        deauth_callback_url: Option<String>,
    }
    let mut call = Call::new(&endpoints::APP, app_token);
    (call.id, call.app_credentials) = (Some(app), true);
    let exchange = graph.get(&call).await;
    let told = exchange.left_out != Some("privacy_policy_url");
    Record::read(exchange, |body| {
        let raw: Raw = decode(body)?;
        let empty = |value: &Value| {
            value.is_null()
                || value.as_object().is_some_and(serde_json::Map::is_empty)
                || value.as_array().is_some_and(Vec::is_empty)
        };
        Ok(AppFacts {
            id: raw.id,
            name: raw.name,
            has_privacy_policy: told
                .then(|| raw.privacy_policy_url.is_some_and(|url| !url.is_empty())),
            restrictions: raw.restrictions.filter(|value| !empty(value)),
            deauthorize_url: raw.deauth_callback_url.filter(|url| !url.is_empty()),
        })
    })
}

//! `app-webhooks`: webhook subscriptions of the app, by its own credentials.

use serde::{Deserialize, Deserializer, Serialize};

use super::{Record, decode_all};
use crate::graph::{Call, Graph, GraphVersion, endpoints};
use crate::secret::Secret;

/// The webhook of one object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Webhook {
    /// `instagram`, `page`, …
    pub object: String,
    /// Address that Meta calls.
    pub callback_url: Option<String>,
    /// Meta delivers, where it tells.
    pub active: Option<bool>,
    /// Fields delivered.
    #[serde(default)]
    pub fields: Vec<Field>,
}

/// A field, with the version its payload follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// `messages`, …
    pub name: String,
    /// `v26.0`, …
    pub version: Option<GraphVersion>,
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Shape {
            Name(String),
            Full {
                name: String,
                version: Option<String>,
            },
        }
        Ok(match Shape::deserialize(deserializer)? {
            Shape::Name(name) => Self {
                name,
                version: None,
            },
            Shape::Full { name, version } => Self {
                name,
                version: version.and_then(|text| text.parse().ok()),
            },
        })
    }
}

/// Asks for the app's webhooks.
pub async fn ask(graph: &Graph, app: &str, app_token: &Secret) -> Record<Vec<Webhook>> {
    let mut call = Call::new(&endpoints::APP_WEBHOOKS, app_token);
    (call.id, call.app_credentials) = (Some(app), true);
    Record::read(graph.list(&call).await, decode_all)
}

//! What evidence says of the platform's address, also as it was kept while Rocket.Chat was the only platform that could be asked.

use serde::Deserialize;
use serde_json::Value;

use super::{Body, PlatformFacts, Said};
use crate::evidence::probe::{Problem, Step};

/// Both forms: what the one lacks is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    url: String,
    address: Option<std::net::IpAddr>,
    problem: Option<Problem>,
    step: Option<Step>,
    answers: Vec<Said>,
    status: Option<u16>,
    alive: bool,
    other_host: Option<String>,
    omnichannel: Option<bool>,
    online: Option<bool>,
    department_online: Option<bool>,
}

impl From<Kept> for PlatformFacts {
    fn from(kept: Kept) -> Self {
        Self {
            answers: if kept.answers.is_empty() {
                kept.older()
            } else {
                kept.answers
            },
            url: kept.url,
            address: kept.address,
            problem: kept.problem,
            step: kept.step,
        }
    }
}

impl Kept {
    /// The answers of the earlier form, as the questions of Rocket.Chat's file are called.
    fn older(&self) -> Vec<Said> {
        let Some(status) = self.status else {
            return Vec::new();
        };
        let said = |probe: &str, status: u16, values: &[(&str, Option<bool>)]| {
            let values = values.iter();
            let told = values.filter_map(|(at, is)| Some(((*at).to_owned(), Value::Bool((*is)?))));
            let values: std::collections::BTreeMap<String, Value> = told.collect();
            Said {
                probe: probe.to_owned(),
                status: Some(status),
                body: Some(if values.is_empty() {
                    Body::Other
                } else {
                    Body::Json
                }),
                values,
                ..Said::default()
            }
        };
        let online = "/config/online";
        let mut info = said("info", status, &[("/success", self.alive.then_some(true))]);
        info.location = self
            .other_host
            .as_ref()
            .map(|host| format!("https://{host}/"));
        let livechat = [("/config/enabled", self.omnichannel), (online, self.online)];
        let department = [(online, self.department_online)];
        vec![
            info,
            said("livechat", 200, &livechat),
            said("department", 200, &department),
        ]
    }
}

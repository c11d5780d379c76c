//! Calls that change something. None is ever made twice by itself: whether the first one took can only be read.

use serde_json::{Value, json};

use super::call::{Call, Param};
use super::client::Graph;
use super::endpoints::{Endpoint, Method, writes};
use super::error::{Failure, Trouble, TroubleKind};
use crate::model::Flow;
use crate::secret::Secret;

impl Graph {
    /// Connects the token's app to the Page, or in the instagram flow to the account, with exactly these fields.
    ///
    /// # Errors
    /// When Meta refuses, or no readable answer comes: then it may or may not have happened.
    pub async fn subscribe(
        &self,
        token: &Secret,
        page: Option<&str>,
        fields: &[String],
    ) -> Result<(), Failure> {
        let endpoint = match self.flow() {
            Flow::Facebook => &writes::SUBSCRIBE_PAGE,
            Flow::Instagram => &writes::SUBSCRIBE_ACCOUNT,
        };
        let mut call = Call::new(endpoint, token);
        call.id = page;
        call.params = vec![("subscribed_fields", Param::Open(fields.join(",")))];
        self.write(&call).await
    }

    /// Disconnects the token's app from the Page or account.
    ///
    /// # Errors
    /// As above.
    pub async fn unsubscribe(&self, token: &Secret, page: Option<&str>) -> Result<(), Failure> {
        let endpoint = match self.flow() {
            Flow::Facebook => &writes::UNSUBSCRIBE_PAGE,
            Flow::Instagram => &writes::UNSUBSCRIBE_ACCOUNT,
        };
        let mut call = Call::new(endpoint, token);
        call.id = page;
        self.write(&call).await
    }

    /// Adds fields to a webhook of the app and switches it on. Its address and verify token become these.
    ///
    /// # Errors
    /// As above.
    pub async fn add_webhook(
        &self,
        app: (&str, &Secret),
        object: &str,
        callback_url: &str,
        fields: &[String],
        verify_token: &Secret,
    ) -> Result<(), Failure> {
        self.write_app(
            &writes::ADD_WEBHOOK,
            app,
            vec![
                ("object", Param::Open(object.to_owned())),
                ("callback_url", Param::Open(callback_url.to_owned())),
                ("fields", Param::Open(fields.join(","))),
                ("verify_token", Param::Hidden(verify_token.clone())),
            ],
        )
        .await
    }

    /// Takes fields out of a webhook of the app.
    ///
    /// # Errors
    /// As above.
    pub async fn remove_webhook_fields(
        &self,
        app: (&str, &Secret),
        object: &str,
        fields: &[String],
    ) -> Result<(), Failure> {
        // Without fields Meta would remove the whole webhook.
        if fields.is_empty() {
            return Ok(());
        }
        let params = vec![
            ("object", Param::Open(object.to_owned())),
            ("fields", Param::Open(fields.join(","))),
        ];
        self.write_app(&writes::REMOVE_WEBHOOK, app, params).await
    }

    /// Removes the webhook of one object.
    ///
    /// # Errors
    /// As above.
    pub async fn remove_webhook(&self, app: (&str, &Secret), object: &str) -> Result<(), Failure> {
        let params = vec![("object", Param::Open(object.to_owned()))];
        self.write_app(&writes::REMOVE_WEBHOOK, app, params).await
    }

    /// Sends a text from the account to itself. `own` is its id in the conversation with itself.
    ///
    /// # Errors
    /// As above.
    pub async fn send_to_self(
        &self,
        token: &Secret,
        page: Option<&str>,
        own: &str,
        text: &str,
    ) -> Result<(), Failure> {
        let endpoint = match self.flow() {
            Flow::Facebook => &writes::SEND,
            Flow::Instagram => &writes::SEND_BY_ACCOUNT,
        };
        let mut call = Call::new(endpoint, token);
        call.id = page;
        call.params = vec![
            ("recipient", Param::Open(json!({ "id": own }).to_string())),
            ("message", Param::Open(json!({ "text": text }).to_string())),
        ];
        let body = self.only_once(&call).await?;
        match body.get("message_id").and_then(Value::as_str) {
            Some(_) => Ok(()),
            None => Err(unsaid()),
        }
    }

    async fn write_app(
        &self,
        endpoint: &'static Endpoint,
        (id, token): (&str, &Secret),
        params: Vec<(&'static str, Param)>,
    ) -> Result<(), Failure> {
        let mut call = Call::new(endpoint, token);
        (call.id, call.app_credentials, call.params) = (Some(id), true, params);
        self.write(&call).await
    }

    /// Meta says `{"success":true}`, or it did not happen as asked.
    async fn write(&self, call: &Call<'_>) -> Result<(), Failure> {
        debug_assert!(call.endpoint.method != Method::Get);
        let body = self.only_once(call).await?;
        match body.get("success").and_then(Value::as_bool) {
            Some(true) => Ok(()),
            _ => Err(unsaid()),
        }
    }
}

fn unsaid() -> Failure {
    Failure::Unreachable(Trouble::new(
        TroubleKind::Unreadable,
        "Meta answered the change without saying that it was made",
    ))
}

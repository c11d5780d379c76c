//! The call that was answered with an error, as people write it down: `POST /me/messages`, `GET graph.instagram.com/v21.0/{id}`.

use crate::model::{Flow, Question};

/// Segments of a path that end where the question begins.
const QUESTIONS: &[(&str, Question)] = &[
    ("me/accounts", Question::Pages),
    ("me/permissions", Question::Permissions),
    ("debug_token", Question::Token),
    ("subscribed_apps", Question::Subscription),
    ("subscriptions", Question::AppWebhooks),
    ("conversations", Question::Conversations),
    ("secondary_receivers", Question::Receivers),
    ("thread_owner", Question::ThreadOwner),
    ("media", Question::Media),
    ("permissions", Question::AppPermissions),
    ("me", Question::Identity),
];

/// Ends of paths that the app itself calls with its id and secret.
const BY_APP: &[&str] = &["oauth/access_token", "debug_token"];

/// A call, as far as it says anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Call {
    /// Host and path, lower case, without the query.
    pub path: String,
    /// It only reads.
    reads: bool,
}

impl Call {
    /// Reads a call; a method that is not named counts as reading.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let text = text.trim().to_ascii_lowercase();
        let (method, rest) = text.split_once(char::is_whitespace).unwrap_or(("", &text));
        let known = is_method(method);
        let path = if known { rest } else { &text };
        let path = path.trim().split(['?', ' ']).next().unwrap_or_default();
        Self {
            path: path.trim_end_matches('/').to_owned(),
            reads: !known || method == "get",
        }
    }

    /// The call that a paste itself names by an address of Meta's: `GET https://graph.facebook.com/v21.0/me`, `(/v25.0/access_token)`.
    #[must_use]
    pub fn within(text: &str) -> Self {
        let ends = |c: char| c.is_whitespace() || "\"'`()<>[]{},;".contains(c);
        let mut before = "";
        for word in text.split(ends).filter(|word| !word.is_empty()) {
            let rest = word.split_once("://").map_or(word, |(_, rest)| rest);
            let of_meta = ["graph.facebook.com/", "graph.instagram.com/"];
            let versioned = rest
                .strip_prefix("/v")
                .and_then(|version| version.split_once('/'))
                .is_some_and(|(version, _)| version.parse::<f32>().is_ok());
            if versioned || of_meta.iter().any(|host| rest.starts_with(host)) {
                let method = if is_method(&before.to_ascii_lowercase()) {
                    before
                } else {
                    ""
                };
                return Self::parse(&format!("{method} {rest}"));
            }
            before = if word.len() <= 6 { word } else { "" };
        }
        Self::default()
    }

    /// Where it went: the host tells the flow.
    #[must_use]
    pub fn flow(&self) -> Option<Flow> {
        if self.path.contains("instagram.com") {
            Some(Flow::Instagram)
        } else {
            self.path.contains("facebook.com").then_some(Flow::Facebook)
        }
    }

    /// Which of our questions it is.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        let ends = |end: &str| {
            let before = self.path.strip_suffix(end);
            before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
        };
        let known = QUESTIONS.iter().find(|(end, _)| ends(end));
        known.filter(|_| self.reads).map(|(_, question)| *question)
    }

    /// It was made with the app's own id and secret.
    #[must_use]
    pub fn by_app(&self) -> bool {
        BY_APP.iter().any(|end| self.path.ends_with(end))
    }
}

fn is_method(word: &str) -> bool {
    ["get", "post", "delete", "put"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_tells_its_question_and_its_flow() {
        for (text, question, flow) in [
            (
                "GET /{page}/conversations?platform=instagram",
                Some(Question::Conversations),
                None,
            ),
            ("POST /{page}/subscribed_apps", None, None),
            (
                "https://graph.instagram.com/v21.0/me",
                Some(Question::Identity),
                Some(Flow::Instagram),
            ),
            (
                "get graph.facebook.com/me/accounts/",
                Some(Question::Pages),
                Some(Flow::Facebook),
            ),
            ("POST /me/messages", None, None),
            ("", None, None),
        ] {
            let call = Call::parse(text);
            assert_eq!((call.question(), call.flow()), (question, flow), "{text}");
        }
        for (text, call) in [
            (
                r#"log: POST https://graph.facebook.com/v21.0/me/messages?x=1 said {"error"}"#,
                "POST graph.facebook.com/v21.0/me/messages",
            ),
            (
                "no way (/v25.0/access_token) [code=100]",
                "/v25.0/access_token",
            ),
            ("see https://example.com/v21.0/me, /value/of", ""),
        ] {
            assert_eq!(Call::within(text).path, Call::parse(call).path, "{text}");
        }
        assert!(Call::within("POST /v21.0/me").question().is_none());
        assert!(Call::parse("GET /oauth/access_token").by_app());
    }
}

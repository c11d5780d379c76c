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
        let known = ["get", "post", "delete", "put"].contains(&method);
        let path = if known { rest } else { &text };
        let path = path.trim().split(['?', ' ']).next().unwrap_or_default();
        Self {
            path: path.trim_end_matches('/').to_owned(),
            reads: !known || method == "get",
        }
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
        assert!(Call::parse("GET /oauth/access_token").by_app());
    }
}

//! The address at which the browser ended, as a person pastes it or as a server of ours received it.

use std::time::Duration;

use url::form_urlencoded;

use crate::graph::Redactor;
use crate::secret::{Secret, SecretError};
use crate::speech::error;

/// More of Meta's words than this are not repeated.
const WORDS: usize = 300;

/// What a login brought.
#[derive(Clone, Debug)]
pub enum Returned {
    /// To be exchanged for a token, once.
    Code(Secret),
    /// The token itself.
    Token {
        /// Short-lived, as a rule.
        token: Secret,
        /// Its long-lived companion, where Facebook sends one.
        long_lived: Option<Secret>,
        /// Time until the token ends; `None` is never or not told.
        expires_in: Option<Duration>,
    },
}

/// Why there is nothing to go on with. Never holds a code, a token or a state.
#[derive(Debug, thiserror::Error)]
pub enum ReturnError {
    /// No code, no token and no error in it.
    #[error("{}", error("error-return-unrecognized", &[]))]
    Unrecognized,
    /// The mark of the login is not in it.
    #[error("{}", error("error-return-missing-state", &[]))]
    MissingState,
    /// It bears the mark of another login.
    #[error("{}", error("error-return-wrong-state", &[]))]
    WrongState,
    /// The person did not agree.
    #[error("{}", error("error-return-declined", &[("reason", reason)]))]
    Declined {
        /// Meta's word for it: `user_denied`.
        reason: String,
    },
    /// Meta's dialog refused.
    #[error("{}", error("error-return-failed", &[("message", message)]))]
    Failed {
        /// `error_code`.
        code: Option<i64>,
        /// Meta's words.
        message: String,
    },
    /// The code or token cannot be one.
    #[error(transparent)]
    Malformed(#[from] SecretError),
}

/// Reads what came back: a whole address, or its part with the parameters.
///
/// # Errors
/// When the login failed, is not the one with this state, or cannot be found in the text.
pub fn read(text: &str, state: &str) -> Result<Returned, ReturnError> {
    let parameters = Parameters::find(text);
    let answers = ["code", "access_token", "error", "error_code"];
    if answers.iter().all(|name| parameters.get(name).is_none()) {
        return Err(ReturnError::Unrecognized);
    }
    let given = parameters.get("state");
    if given.is_some_and(|given| given != state) {
        return Err(ReturnError::WrongState);
    }
    // A refusal does no harm, and some of Meta's come without the state.
    if let Some(error) = parameters.error() {
        return Err(error);
    }
    if given.is_none() {
        return Err(ReturnError::MissingState);
    }
    let secret = |text: &str| Secret::parse(text, &error("secret-place-pasted", &[]));
    match (parameters.get("access_token"), parameters.get("code")) {
        (Some(token), _) => Ok(Returned::Token {
            token: secret(token)?,
            long_lived: parameters.get("long_lived_token").map(secret).transpose()?,
            expires_in: parameters
                .get("expires_in")
                .and_then(|seconds| seconds.parse().ok())
                .filter(|seconds| *seconds > 0)
                .map(Duration::from_secs),
        }),
        (None, Some(code)) => Ok(Returned::Code(secret(code.trim_end_matches("#_"))?)),
        (None, None) => Err(ReturnError::Unrecognized),
    }
}

/// Parameters of query and fragment.
struct Parameters(Vec<(String, String)>);

impl Parameters {
    fn find(text: &str) -> Self {
        let text = text.trim().trim_matches(['"', '\'', '<', '>']);
        let (head, fragment) = text.split_once('#').unwrap_or((text, ""));
        let query = match head.split_once('?') {
            Some((_, query)) => query,
            None if head.contains("://") => "",
            None => head,
        };
        let pairs = |text: &str| {
            form_urlencoded::parse(text.as_bytes())
                .into_owned()
                .collect::<Vec<_>>()
        };
        Self([pairs(query), pairs(fragment)].concat())
    }

    /// The first parameter of this name.
    fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    fn error(&self) -> Option<ReturnError> {
        let (error, code) = (self.get("error"), self.get("error_code"));
        error.or(code)?;
        if error == Some("access_denied") {
            let reason = self.get("error_reason").unwrap_or("access_denied");
            return Some(ReturnError::Declined {
                reason: self.clean(reason),
            });
        }
        let message = [
            "error_message",
            "error_description",
            "error_reason",
            "error",
        ]
        .into_iter()
        .find_map(|name| self.get(name))
        .unwrap_or_default();
        Some(ReturnError::Failed {
            code: code.and_then(|code| code.parse().ok()),
            message: self.clean(message),
        })
    }

    /// Words of the address that may be shown: without its own secrets, and without what a terminal would obey.
    fn clean(&self, words: &str) -> String {
        let redactor = Redactor::default();
        ["code", "access_token", "long_lived_token", "state"]
            .into_iter()
            .filter_map(|name| Secret::parse(self.get(name)?, "").ok())
            .for_each(|secret| redactor.learn(&secret));
        redactor
            .text(words)
            .chars()
            .filter(|c| !c.is_control())
            .take(WORDS)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATE: &str = "0123456789abcdef0123456789abcdef";

    fn code(text: &str) -> String {
        match read(text, STATE).unwrap() {
            Returned::Code(code) => code.expose().to_owned(),
            other => panic!("{other:?}"),
        }
    }

    fn error(text: &str) -> ReturnError {
        let error = read(text, STATE).unwrap_err();
        for text in [error.to_string(), format!("{error:?}")] {
            for secret in [STATE, "AQDcode", "EAAtoken"] {
                assert!(!text.contains(secret), "{text}");
            }
        }
        error
    }

    #[test]
    fn a_code_is_found_however_it_was_pasted() {
        for text in [
            "https://example.com/back?code=AQDcode-_1&state=STATE",
            "  https://example.com/back?code=AQDcode-_1&state=STATE#_\n",
            "<https://example.com/back?state=STATE&code=AQDcode-_1#_=_>",
            "http://localhost:4000/?x=y&code=AQDcode-_1%23_&state=STATE",
            "?code=AQDcode-_1&state=STATE#_",
            "code=AQDcode-_1&state=STATE",
        ] {
            assert_eq!(code(&text.replace("STATE", STATE)), "AQDcode-_1", "{text}");
        }
    }

    #[test]
    fn a_token_stands_in_the_fragment() {
        let text = format!(
            "https://www.facebook.com/connect/login_success.html#access_token=EAAtoken1&data_access_expiration_time=1801860330&expires_in=5400&long_lived_token=EAAtoken2&state={STATE}"
        );
        let Returned::Token {
            token,
            long_lived,
            expires_in,
        } = read(&text, STATE).unwrap()
        else {
            panic!("no token")
        };
        assert_eq!(token.expose(), "EAAtoken1");
        assert_eq!(long_lived.unwrap().expose(), "EAAtoken2");
        assert_eq!(expires_in, Some(Duration::from_secs(5400)));
    }

    #[test]
    fn a_token_without_end_has_no_time() {
        let text = format!("#access_token=EAAtoken1&expires_in=0&state={STATE}");
        let returned = read(&text, STATE).unwrap();
        assert!(matches!(
            returned,
            Returned::Token {
                expires_in: None,
                long_lived: None,
                ..
            }
        ));
        assert!(!format!("{returned:?}").contains("EAAtoken1"));
    }

    #[test]
    fn only_the_login_that_was_asked_for_counts() {
        assert!(matches!(
            error("https://example.com/?code=AQDcode1&state=other"),
            ReturnError::WrongState
        ));
        assert!(matches!(error("code=AQDcode1"), ReturnError::MissingState));
        assert!(matches!(
            error("https://example.com/?error=access_denied&state=other"),
            ReturnError::WrongState
        ));
    }

    #[test]
    fn a_refusal_is_told() {
        let declined = error(
            "https://example.com/?error=access_denied&error_code=200&error_description=Permissions+error&error_reason=user_denied#_=_",
        );
        assert!(matches!(declined, ReturnError::Declined { reason } if reason == "user_denied"));
        let failed = error(
            "https://example.com/?error_code=191&error_message=URL+blocked%1b[2J+EAAtoken0123456789abc#_=_",
        );
        assert!(
            matches!(failed, ReturnError::Failed { code: Some(191), message } if message == "URL blocked[2J REDACTED")
        );
        let scope = error(&format!(
            "?error=invalid_scope&error_description=no+{STATE}&state={STATE}"
        ));
        assert!(
            matches!(scope, ReturnError::Failed { code: None, message } if message == "no REDACTED")
        );
    }

    #[test]
    fn anything_else_is_not_recognized() {
        for text in [
            "",
            "  ",
            "https://example.com/",
            "AQDcode1",
            "state=1",
            "#_",
        ] {
            assert!(matches!(error(text), ReturnError::Unrecognized), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_a_secret_is_refused() {
        for value in ["", "AQDcode%20x", "AQDcode%0ax", "AQDcod%C3%A9"] {
            let text = format!("https://example.com/?code={value}&state={STATE}");
            assert!(matches!(error(&text), ReturnError::Malformed(_)), "{value}");
        }
    }
}

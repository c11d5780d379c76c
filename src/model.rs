//! The words of igdoctor: every concept has one name, used in code, files, flags and reports.
//!
//! A leaf: it knows nothing of Meta, of files or of terminals.

mod arg;

use std::time::{Duration, Instant};

pub use arg::{Arg, Args};

/// The id of a check, as in `checks/<id>.toml`. Ids are never renamed or reused.
pub type CheckId = &'static str;

/// Why an outcome is not `pass`: a stable slug such as `connected-tools-off`. Never renamed or reused.
pub type Cause = &'static str;

/// A word that is not in the vocabulary, with the words that are. Whoever tells it to a person says it in a sentence.
#[derive(Debug, thiserror::Error)]
#[error("{word}: {known}")]
pub struct UnknownWord {
    /// The word as it was given.
    pub word: String,
    /// The words that would have been right, comma-separated.
    pub known: String,
}

/// Declares an enum whose variants have one spelling everywhere: JSON, TOML, flags and output.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every value, in the order of the vocabulary.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The one spelling of this value.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::model::UnknownWord;

            fn from_str(word: &str) -> Result<Self, $crate::model::UnknownWord> {
                Self::ALL.iter().copied().find(|known| known.as_str() == word).ok_or_else(|| $crate::model::UnknownWord {
                    word: word.to_owned(),
                    known: Self::ALL.iter().map(|known| known.as_str()).collect::<Vec<_>>().join(", "),
                })
            }
        }
    };
}

pub(crate) use vocabulary;

vocabulary! {
    /// What became of a check.
    Outcome {
        /// The statement holds.
        Pass = "pass",
        /// It works, but something will or may go wrong.
        Warn = "warn",
        /// The statement does not hold.
        Fail = "fail",
        /// Could not tell: refused, unreachable, throttled. Neither broken nor healthy.
        Unknown = "unknown",
        /// Only a person can see it.
        Ask = "ask",
        /// Not judged; `because` says why.
        Skipped = "skipped",
        /// Not `pass`, but accepted by somebody until a date.
        Waived = "waived",
    }
}

vocabulary! {
    /// How much a `fail` counts.
    Severity {
        /// Counts for `--fail-on warning` only.
        Warning = "warning",
        /// Counts always.
        Error = "error",
    }
}

vocabulary! {
    /// Who can mend it.
    Actor {
        /// Who holds the Instagram account, usually on the phone.
        AccountOwner = "account-owner",
        /// Who manages the Facebook Page.
        PageAdmin = "page-admin",
        /// Who holds a role on the Meta app.
        AppDeveloper = "app-developer",
        /// Who runs the messaging platform.
        PlatformOperator = "platform-operator",
        /// Meta itself.
        Meta = "meta",
        /// This tool: a fault of its own.
        Igdoctor = "igdoctor",
    }
}

vocabulary! {
    /// How the account was connected, and so which host and tokens serve it.
    Flow {
        /// Facebook Login, Page tokens, graph.facebook.com.
        Facebook = "facebook",
        /// Instagram Login, Instagram tokens, graph.instagram.com.
        Instagram = "instagram",
    }
}

vocabulary! {
    /// Whose token it is, in the facebook flow.
    TokenKind {
        /// Of a Page.
        Page = "page",
        /// Of a person or system user; Page tokens are derived from it.
        User = "user",
    }
}

vocabulary! {
    /// What we hold; also the least a check needs (its tier). Each level includes those before it.
    Access {
        /// Public probes, and what a person sees.
        None = "none",
        /// A token issued by the platform's app.
        Token = "token",
        /// That, and the app's id and secret.
        App = "app",
    }
}

vocabulary! {
    /// Group of checks; `account` to `platform` are the five stations of the message path.
    Area {
        /// Before the path: may we look at all.
        Access = "access",
        /// The Instagram account.
        Account = "account",
        /// The Facebook Page.
        Page = "page",
        /// The Meta app.
        App = "app",
        /// The webhook.
        Webhook = "webhook",
        /// The messaging platform.
        Platform = "platform",
        /// After the path: do messages come.
        Messages = "messages",
        /// Beside the path: would one reply be accepted.
        Reply = "reply",
    }
}

vocabulary! {
    /// What may be done about a cause.
    FixKind {
        /// igdoctor applies it after one yes.
        Safe = "safe",
        /// igdoctor applies it, each change shown exactly and confirmed alone.
        Careful = "careful",
        /// Steps for a person.
        Manual = "manual",
    }
}

vocabulary! {
    /// What the person sees.
    Symptom {
        /// Direct messages do not arrive.
        NoMessages = "no-messages",
        /// Comments do not arrive.
        NoComments = "no-comments",
        /// Replies are refused.
        ReplyFails = "reply-fails",
        /// Private replies to comments are refused.
        PrivateReplyFails = "private-reply-fails",
    }
}

vocabulary! {
    /// What a platform expects of conversation routing.
    #[derive(Default)]
    Routing {
        /// Its app is the default, or there is none.
        #[default]
        OursOrNone = "ours-or-none",
        /// Its app is chosen as the default.
        Chosen = "chosen",
    }
}

vocabulary! {
    /// A language that igdoctor speaks.
    Language {
        /// English.
        En = "en",
        /// Brazilian Portuguese.
        PtBr = "pt-BR",
        /// Russian.
        Ru = "ru",
    }
}

vocabulary! {
    /// One thing asked of the outside world. Many checks may read its answer.
    Question {
        /// What kind of token is this, and how long does it live.
        Token = "token",
        /// Which app issued the token.
        Issuer = "issuer",
        /// Whose token is it.
        Identity = "identity",
        /// The same call in the instagram flow, where it describes the account.
        Account = "account",
        /// Permissions granted to a user token.
        Permissions = "permissions",
        /// Pages granted to a user token.
        Pages = "pages",
        /// The Page's own fields.
        Page = "page",
        /// Apps and fields subscribed on the Page or account.
        Subscription = "subscription",
        /// Instagram conversations.
        Conversations = "conversations",
        /// Secondary receivers of conversation routing.
        Receivers = "receivers",
        /// Recent posts and whether their comments can be read.
        Media = "media",
        /// The Meta app's settings.
        App = "app",
        /// Permissions the app was granted by review.
        AppPermissions = "app-permissions",
        /// Webhook subscriptions of the app.
        AppWebhooks = "app-webhooks",
        /// Profile of somebody who wrote to the account.
        Outsider = "outsider",
        /// Who owns the newest thread.
        ThreadOwner = "thread-owner",
        /// One conversation, about a reply in it.
        Thread = "thread",
        /// The callback address, probed directly.
        Callback = "callback",
        /// The addresses for data deletion and for removing the app, probed directly.
        DeletionCallback = "deletion-callback",
        /// The platform's own address, probed directly.
        Platform = "platform",
        /// One real message, followed by `trace`.
        RoundTrip = "round-trip",
    }
}

vocabulary! {
    /// Why something is skipped, in order of precedence where several hold.
    BecauseKind {
        /// `--skip`.
        Request = "request",
        /// Not asked for by `--with` or `--only`.
        OptIn = "opt-in",
        /// The platform has no such thing.
        Platform = "platform",
        /// The flow has no such thing.
        Flow = "flow",
        /// Another check is the root.
        Check = "check",
        /// What we hold does not reach so far.
        Access = "access",
        /// Nothing to compare with was given.
        Config = "config",
        /// Meta's limits are near.
        Usage = "usage",
        /// The run was interrupted first.
        Interrupted = "interrupted",
    }
}

impl Question {
    /// Whether the answer depends on the token we hold. The rest is answered to the app's own id and secret, or to anybody.
    #[must_use]
    pub const fn by_token(self) -> bool {
        !matches!(
            self,
            Self::Token
                | Self::App
                | Self::AppPermissions
                | Self::AppWebhooks
                | Self::Callback
                | Self::DeletionCallback
                | Self::Platform
                | Self::RoundTrip
        )
    }
}

/// Why a check was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The root cause is this other check.
    Check(CheckId),
    /// Any other reason.
    Of(BecauseKind),
}

impl Because {
    /// The kind alone.
    #[must_use]
    pub const fn kind(self) -> BecauseKind {
        match self {
            Self::Check(_) => BecauseKind::Check,
            Self::Of(kind) => kind,
        }
    }
}

/// The nearest of some names to a misspelled one, if any is near enough to suggest.
#[must_use]
pub(crate) fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(word, name), name))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// Whole milliseconds since a moment.
#[must_use]
pub(crate) fn milliseconds(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// `90s`, `5m`, `2h`: a whole number of seconds, minutes or hours, and not none.
#[must_use]
pub fn duration(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let seconds = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => return None,
    };
    let seconds = number.parse::<u64>().ok()?.checked_mul(seconds)?;
    (seconds > 0).then(|| Duration::from_secs(seconds))
}

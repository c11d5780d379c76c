//! Judging one reply before it is sent: what Meta takes, and what the platform takes.

mod bulk;
mod content;
mod owner;
mod target;
mod thread;
mod window;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Finding, Verdict};
use crate::catalog::{Catalog, Check};
use crate::evidence::Evidence;
use crate::model::{Args, Cause, CheckId, Outcome, vocabulary};
use crate::platform::{Content, General, Replies};
use crate::tenant::Expectation;

vocabulary! {
    /// What kind of reply it is.
    #[derive(Default)]
    Kind {
        /// A direct message.
        #[default]
        Direct = "direct",
        /// A direct message that answers a comment.
        PrivateReply = "private-reply",
        /// A public answer to a comment.
        Comment = "comment",
    }
}

/// When the customer last wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastInbound {
    /// Never.
    Never,
    /// Then.
    At(DateTime<Utc>),
}

/// A picture, as far as a look at its file tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Size of the file.
    pub bytes: u64,
    /// `png`, `jpeg` … by its first bytes, whatever it is called; none if it is no picture that is known.
    pub kind: Option<&'static str>,
    /// Width and height in pixels.
    pub sides: Option<(u64, u64)>,
}

/// What is known of a reply. What is not known is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// What kind it is.
    pub kind: Kind,
    /// Its text.
    pub text: Option<String>,
    /// Its pictures.
    pub images: Vec<Image>,
    /// What else is in it.
    pub content: Vec<Content>,
    /// When the customer last wrote; for a private reply, when the comment was written.
    pub last_inbound: Option<LastInbound>,
    /// How many alike are sent within five minutes, with this one.
    pub alike: Option<u32>,
    /// Its message tag.
    pub tag: Option<String>,
    /// Private replies that the comment has had.
    pub private_replies: Option<u32>,
    /// Whom it goes to.
    pub to: Option<String>,
    /// Whose it is.
    pub from: Option<String>,
    /// Everybody in the conversation but the account, where Meta told.
    pub people: Option<Vec<String>>,
    /// The newest messages of the conversation, if the account sent them all and there are older ones, which nobody sees.
    pub own_messages: Option<usize>,
}

/// What a reply is judged by.
#[derive(Clone, Copy, Debug)]
pub struct ReplyCase<'a> {
    /// Everything known of causes.
    pub catalog: &'static Catalog,
    /// The check in question.
    pub check: &'static Check,
    /// Whose reply it is.
    pub expect: &'a Expectation,
    /// What Meta takes.
    pub meta: &'a General,
    /// The reply.
    pub reply: &'a Reply,
    /// What was asked of Meta, if anything was.
    pub evidence: &'a Evidence,
    /// When it is to be sent.
    pub now: DateTime<Utc>,
}

/// A judge of a reply.
pub type ReplyJudge = fn(&ReplyCase<'_>) -> Verdict;

/// Every check of a reply has one.
const JUDGES: &[(CheckId, ReplyJudge)] = &[
    ("reply-window", window::judge),
    ("reply-target", target::judge),
    ("reply-content", content::judge),
    ("reply-bulk", bulk::judge),
];

/// The judge of a check of a reply.
#[must_use]
pub fn judge_of(check: &str) -> Option<ReplyJudge> {
    let found = JUDGES.iter().find(|(id, _)| *id == check);
    found.map(|(_, judge)| *judge)
}

impl ReplyCase<'_> {
    /// A finding with the outcome that the catalog gives its cause.
    fn finding(&self, cause: Cause) -> Finding {
        Finding {
            outcome: self.catalog.facts(self.check, cause).outcome,
            cause,
            args: Args::new(),
        }
    }

    /// What only a person can tell was not told.
    fn ask(&self, cause: Cause) -> Finding {
        self.finding(cause).becoming(Outcome::Ask)
    }

    /// The platform's own limits.
    const fn own(&self) -> &Replies {
        &self.expect.platform.replies
    }

    /// Whether it carries the tag of what a person writes after the window.
    fn is_by_person(&self) -> bool {
        self.reply.tag.as_deref() == Some(self.meta.human_agent_tag.as_str())
    }
}

fn hours(hours: u32) -> TimeDelta {
    TimeDelta::hours(i64::from(hours))
}

fn days(days: u32) -> TimeDelta {
    TimeDelta::days(i64::from(days))
}

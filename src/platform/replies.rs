//! Limits on replies: a platform's own, and Meta's, which hold for every platform.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{PlatformError, Source};
use crate::model::vocabulary;
use crate::toml_error;

/// Limits on replies. What is left out is not limited there, or not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Replies {
    /// Whether one may write to somebody who never wrote.
    pub can_write_first: Option<bool>,
    /// Hours after the customer's last message in which a reply is accepted.
    pub direct_window_hours: Option<u32>,
    /// Days in which a person may still reply, with the human agent tag.
    pub human_agent_days: Option<u32>,
    /// Days of the window as the platform words it, where Meta grants less without a tag.
    pub said_window_days: Option<u32>,
    /// Days after a comment in which it can be answered by a direct message.
    pub private_reply_days: Option<u32>,
    /// Length of a direct message.
    pub text_max: Option<Length>,
    /// Length of a public answer to a comment.
    pub comment_max: Option<Length>,
    /// Width and height of an image.
    pub image_side_px: Option<Side>,
    /// Size of an image.
    pub image_max_bytes: Option<u64>,
    /// From when on alike messages count as bulk.
    pub bulk: Option<Bulk>,
    /// What names the customer; the first always works.
    pub to: Vec<IdKind>,
    /// What names the sending account; the first always works.
    pub from: Vec<IdKind>,
}

/// A greatest length, the length itself included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    /// At most so many.
    pub most: usize,
    /// Of what.
    pub unit: Unit,
}

vocabulary! {
    /// What a length counts. A letter beyond ASCII takes several bytes.
    Unit {
        /// As people count.
        Characters = "characters",
        /// Of UTF-8.
        Bytes = "bytes",
    }
}

impl Length {
    /// How long a text is, counted so.
    #[must_use]
    pub fn of(self, text: &str) -> usize {
        match self.unit {
            Unit::Characters => text.chars().count(),
            Unit::Bytes => text.len(),
        }
    }
}

/// Pixels of each side of an image, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// At least.
    pub min: u32,
    /// At most.
    pub max: u32,
}

/// From when on alike messages count as bulk, and are kept aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bulk {
    /// More alike messages than this …
    pub more_than: u32,
    /// … within so many minutes.
    pub minutes: u32,
    /// How long they are kept, waiting for the customer's answer.
    pub kept_months: Option<u32>,
}

vocabulary! {
    /// What can name a customer or a sending account.
    IdKind {
        /// The customer's id in webhooks, `sender.id`.
        Igsid = "igsid",
        /// The platform's own id of the channel.
        ChannelUuid = "channel-uuid",
        /// The account's name, with or without @.
        Username = "username",
    }
}

vocabulary! {
    /// What does not come through, or cannot be sent.
    Content {
        /// Several photos in one direct message.
        PhotoGallery = "photo-gallery",
        /// A reel that somebody passed on.
        ForwardedReel = "forwarded-reel",
        /// A story that somebody passed on.
        ForwardedStory = "forwarded-story",
        /// A long video.
        Igtv = "igtv",
        /// A reel.
        Reel = "reel",
        /// Passing a message on into a direct conversation.
        Forwarding = "forwarding",
        /// A voice or video call.
        Call = "call",
        /// A conversation of more than two.
        GroupChat = "group-chat",
        /// A photo or video that disappears once seen.
        DisappearingMedia = "disappearing-media",
        /// Some moving pictures and stickers.
        GifOrSticker = "gif-or-sticker",
        /// Something passed on that is private or has ended.
        PrivateShare = "private-share",
    }
}

/// What Meta itself allows, whatever the platform says: `checks/replies.toml`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct General {
    /// Its limits.
    pub replies: Replies,
    /// Message tags that it once took.
    pub tags_retired: Vec<String>,
    /// The tag of what a person writes after the window.
    pub human_agent_tag: String,
    /// Kinds of pictures that it takes.
    pub image_kinds: Vec<String>,
    /// Pictures in one message, at most.
    pub images_max: usize,
    /// What it does not deliver.
    pub unsupported: Vec<Content>,
    /// The pages this comes from.
    pub sources: BTreeMap<String, Source>,
    /// Which of them says a key.
    pub source_of: BTreeMap<String, String>,
}

impl General {
    /// The text of the embedded file.
    pub const TEXT: &'static str = include_str!("../../checks/replies.toml");

    /// The embedded file.
    ///
    /// # Errors
    /// Only if igdoctor was built from a broken file.
    pub fn load() -> Result<Self, PlatformError> {
        toml::from_str(Self::TEXT).map_err(|error| {
            PlatformError::Invalid(toml_error::explain("replies.toml", Self::TEXT, &error))
        })
    }
}

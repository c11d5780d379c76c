//! One thing that a webhook request tells of.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::model::vocabulary;

vocabulary! {
    /// What happened.
    Kind {
        /// Somebody wrote.
        Message = "message",
        /// A message of the account's own, told back.
        Echo = "echo",
        /// A message was taken back.
        Deleted = "deleted",
        /// A message that Meta does not hand over.
        Unsupported = "unsupported",
        /// A message was changed.
        Edit = "edit",
        /// Somebody reacted to a message.
        Reaction = "reaction",
        /// Somebody took a reaction back.
        ReactionRemoved = "reaction-removed",
        /// Somebody read a message.
        Read = "read",
        /// A button was pressed.
        Postback = "postback",
        /// Somebody came by a link or an advertisement.
        Referral = "referral",
        /// Somebody agreed to be written to.
        Optin = "optin",
        /// The conversation was passed to an app.
        PassControl = "pass-thread-control",
        /// An app took the conversation.
        TakeControl = "take-thread-control",
        /// An app asks for the conversation.
        RequestControl = "request-thread-control",
        /// A comment.
        Comment = "comment",
        /// A comment during a broadcast.
        LiveComment = "live-comment",
        /// The account was named somewhere.
        Mention = "mention",
        /// Something else.
        Other = "other",
    }
}

vocabulary! {
    /// Where in the request it stands.
    Channel {
        /// The app holds the conversation, or none does (graph-api 6.1).
        Messaging = "messaging",
        /// Another app holds it.
        Standby = "standby",
        /// A field of the webhook.
        Changes = "changes",
    }
}

vocabulary! {
    /// What is in a message, and no more than that.
    Holds {
        /// Text.
        Text = "text",
        /// A picture.
        Image = "image",
        /// A video.
        Video = "video",
        /// Sound.
        Audio = "audio",
        /// A file.
        File = "file",
        /// A post that was passed on.
        Share = "share",
        /// A reel.
        Reel = "reel",
        /// The account was named in a story.
        StoryMention = "story-mention",
        /// A photo or video that disappears.
        Ephemeral = "ephemeral",
        /// A sticker or something like it.
        Sticker = "sticker",
        /// The choice of a ready answer.
        QuickReply = "quick-reply",
        /// It answers a message.
        ReplyToMessage = "reply-to-message",
        /// It answers a story.
        ReplyToStory = "reply-to-story",
        /// It came by a link or an advertisement.
        Referral = "referral",
        /// Something else.
        Other = "other",
    }
}

vocabulary! {
    /// What a platform is to do with it.
    Duty {
        /// Show it, and let it be answered.
        ShowMessage = "show-message",
        /// Show that something came that cannot be shown.
        ShowNotice = "show-notice",
        /// Show it as the account's own, and not answer.
        ShowOwn = "show-own",
        /// Change what is shown already.
        Update = "update",
        /// Do what the button stands for.
        Act = "act",
        /// Keep in mind where the person comes from.
        Remember = "remember",
        /// Keep in mind that the person agreed to be written to.
        NoteConsent = "note-consent",
        /// Look only: another app holds the conversation.
        ListenOnly = "listen-only",
        /// Note who holds the conversation now.
        FollowControl = "follow-control",
        /// Hand the conversation to the app that asks for it, or keep it.
        DecideControl = "decide-control",
        /// Show the comment.
        ShowComment = "show-comment",
        /// Ask the API what it is about.
        LookUp = "look-up",
        /// Refuse it: it may not be Meta's.
        Refuse = "refuse",
        /// Show it to nobody who works for this account: it is about another one.
        OtherAccount = "other-account",
        /// It is about the Page's own messages, not about Instagram's.
        OtherProduct = "other-product",
        /// Answer 200 and no more: it is a test.
        Nothing = "nothing",
        /// Answer 200 and pass it over.
        PassOver = "pass-over",
    }
}

vocabulary! {
    /// What is worth a word.
    Note {
        /// A message that came as a field of the webhook.
        MessageInChanges = "message-in-changes",
        /// A field of the webhook that stands in the entry itself.
        FlatField = "flat-field",
        /// An edit that changed nothing, which may stand for the message itself.
        EditOfNothing = "edit-of-nothing",
        /// The account wrote to itself.
        OwnMessage = "own-message",
    }
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part {
    /// What it is.
    pub kind: Holds,
    /// Of text: how many characters.
    pub characters: Option<usize>,
    /// Of text: how many bytes.
    pub bytes: Option<usize>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// What happened.
    pub kind: Kind,
    /// Where it stands.
    pub channel: Channel,
    /// The field of the webhook, where it is one that is known.
    pub field: Option<String>,
    /// Id of the account, or of the Page for object `page`.
    pub account_id: Option<String>,
    /// The dashboard's own test.
    pub test: bool,
    /// Told back: the account itself sent it.
    pub echo: bool,
    /// The customer's id: whom an answer goes to.
    pub customer_id: Option<String>,
    /// Of a comment: its id, to which a private reply goes. Of a mention: the comment that it stands in.
    pub comment_id: Option<String>,
    /// Of a conversation that changed hands: the app that holds it now.
    pub new_owner_app_id: Option<String>,
    /// When.
    pub time: Option<DateTime<Utc>>,
    /// What is in it.
    pub parts: Vec<Part>,
    /// What a platform is to do.
    pub duty: Duty,
    /// What is worth a word.
    pub notes: Vec<Note>,
}

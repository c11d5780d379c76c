//! Kinds of nodes and the fields they have, as far as anybody who looks into a setup may ask for them. The names are those of Meta's specification.

/// A kind of node.
#[derive(Debug)]
pub(super) struct Kind {
    /// Its name in refusals.
    pub name: &'static str,
    /// Fields shown to calls that name none.
    pub unasked: &'static [&'static str],
    /// Further fields.
    pub others: &'static [&'static str],
    /// Fields that are nodes themselves.
    pub nodes: &'static [(&'static str, &'static Self)],
}

impl Kind {
    /// Whether nodes of this kind have a field of this name.
    pub fn has(&self, field: &str) -> bool {
        self.unasked.contains(&field) || self.others.contains(&field) || self.inner(field).is_some()
    }

    /// The kind of a field that is a node itself.
    pub fn inner(&self, field: &str) -> Option<&'static Self> {
        self.nodes
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, kind)| *kind)
    }
}

/// A person on Facebook.
pub(super) const USER: Kind = Kind {
    name: "User",
    unasked: &["name", "id"],
    others: &[
        "email",
        "first_name",
        "last_name",
        "link",
        "locale",
        "middle_name",
        "name_format",
        "short_name",
        "timezone",
        "updated_time",
        "verified",
    ],
    nodes: &[],
};

/// An Instagram account as a Page's node shows it.
pub(super) const IG_USER: Kind = Kind {
    name: "IGUser",
    unasked: &["id"],
    others: &[
        "biography",
        "followers_count",
        "follows_count",
        "has_profile_pic",
        "ig_id",
        "is_published",
        "legacy_instagram_user_id",
        "media_count",
        "name",
        "profile_picture_url",
        "username",
        "website",
    ],
    nodes: &[],
};

/// An Instagram account as its own token sees it.
pub(super) const IG_ACCOUNT: Kind = Kind {
    name: "IGUserForIGOnlyAPI",
    unasked: &["id"],
    others: &[
        "account_type",
        "biography",
        "followers_count",
        "follows_count",
        "media_count",
        "name",
        "profile_picture_url",
        "user_id",
        "username",
        "website",
    ],
    nodes: &[],
};

const PAGE_FIELDS: &[&str] = &[
    "about",
    "access_token",
    "category",
    "description",
    "does_viewer_have_page_permission_link_ig",
    "emails",
    "fan_count",
    "followers_count",
    "has_added_app",
    "has_transitioned_to_new_page_experience",
    "is_messenger_bot_get_started_enabled",
    "is_messenger_platform_bot",
    "is_owned",
    "is_published",
    "is_verified",
    "is_webhooks_subscribed",
    "link",
    "location",
    "messaging_feature_status",
    "phone",
    "username",
    "verification_status",
    "website",
];

const PAGE_NODES: &[(&str, &Kind)] = &[
    ("connected_instagram_account", &IG_USER),
    ("connected_page_backed_instagram_account", &IG_USER),
    ("instagram_business_account", &IG_USER),
];

/// A Page.
pub(super) const PAGE: Kind = Kind {
    name: "Page",
    unasked: &["name", "id"],
    others: PAGE_FIELDS,
    nodes: PAGE_NODES,
};

/// A Page in the list of a person's Pages, where it also has the tasks of that person.
pub(super) const LISTED_PAGE: Kind = Kind {
    name: "Page",
    unasked: &["access_token", "category", "name", "id", "tasks"],
    others: PAGE_FIELDS,
    nodes: PAGE_NODES,
};

/// A business portfolio.
pub(super) const BUSINESS: Kind = Kind {
    name: "Business",
    unasked: &["id", "name"],
    others: &[
        "created_time",
        "link",
        "timezone_id",
        "verification_status",
        "vertical",
    ],
    nodes: &[],
};

/// A permission and what became of it.
pub(super) const PERMISSION: Kind = Kind {
    name: "Permission",
    unasked: &["permission", "status"],
    others: &[],
    nodes: &[],
};

/// An app.
pub(super) const APP: Kind = Kind {
    name: "Application",
    unasked: &["name", "id"],
    others: &[
        "app_domains",
        "app_type",
        "category",
        "company",
        "contact_email",
        "created_time",
        "deauth_callback_url",
        "has_messenger_product",
        "icon_url",
        "link",
        "logo_url",
        "namespace",
        "owner_business",
        "privacy_policy_url",
        "restrictions",
        "terms_of_service_url",
    ],
    nodes: &[],
};

/// An app connected to a Page.
pub(super) const CONNECTED_APP: Kind = Kind {
    name: "Application",
    unasked: &["category", "link", "name", "id", "subscribed_fields"],
    others: &[],
    nodes: &[],
};

/// The same in the instagram flow.
pub(super) const CONNECTED_TO_ACCOUNT: Kind = Kind {
    name: "IGUserSubscribedAppsData",
    unasked: &["app_id", "subscribed_fields"],
    others: &[],
    nodes: &[],
};

/// A webhook of an app.
pub(super) const WEBHOOK: Kind = Kind {
    name: "ApplicationSubscriptions",
    unasked: &["object", "callback_url", "active", "fields"],
    others: &[],
    nodes: &[],
};

/// Somebody in a conversation.
const PARTICIPANT: Kind = Kind {
    name: "User",
    unasked: &["username", "id"],
    others: &["email", "name"],
    nodes: &[],
};

/// A message of a conversation.
const MESSAGE: Kind = Kind {
    name: "UnifiedMessage",
    unasked: &["id", "created_time"],
    others: &["message", "sticker", "tags"],
    nodes: &[("from", &PARTICIPANT), ("to", &PARTICIPANT)],
};

/// A conversation.
pub(super) const THREAD: Kind = Kind {
    name: "UnifiedThread",
    unasked: &["id", "updated_time"],
    others: &[
        "can_reply",
        "folder",
        "is_owner",
        "is_subscribed",
        "link",
        "message_count",
        "name",
        "scoped_thread_key",
        "snippet",
        "unread_count",
        "wallpaper",
    ],
    nodes: &[
        ("former_participants", &PARTICIPANT),
        ("messages", &MESSAGE),
        ("participants", &PARTICIPANT),
        ("senders", &PARTICIPANT),
    ],
};

/// Somebody who wrote.
pub(super) const PERSON: Kind = Kind {
    name: "IGBusinessScopedID",
    unasked: &["id"],
    others: &[
        "follower_count",
        "is_business_follow_user",
        "is_user_follow_business",
        "is_verified_user",
        "name",
        "profile_pic",
        "username",
    ],
    nodes: &[],
};

/// A comment.
const COMMENT: Kind = Kind {
    name: "IGComment",
    unasked: &["id"],
    others: &[
        "from",
        "hidden",
        "like_count",
        "media",
        "parent_id",
        "text",
        "timestamp",
        "user",
        "username",
    ],
    nodes: &[],
};

/// A post.
pub(super) const MEDIA: Kind = Kind {
    name: "IGMedia",
    unasked: &["id"],
    others: &[
        "caption",
        "comments_count",
        "is_comment_enabled",
        "like_count",
        "media_product_type",
        "media_type",
        "media_url",
        "permalink",
        "shortcode",
        "thumbnail_url",
        "timestamp",
        "username",
    ],
    nodes: &[("comments", &COMMENT)],
};

//! Every request igdoctor can make to Meta, in one table, with the reason why it may be made.
//!
//! The table is not a comment on the code: calls are built from it. A test holds it against Meta's own specification.

pub mod oauth;
pub mod threads;
pub mod writes;

/// Which of Meta's hosts answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// graph.facebook.com
    Facebook,
    /// graph.instagram.com
    Instagram,
    /// api.instagram.com, which answers one step of the login alone.
    InstagramLogin,
}

impl Host {
    /// The address of the host.
    #[must_use]
    pub const fn origin(self) -> &'static str {
        match self {
            Self::Facebook => "https://graph.facebook.com",
            Self::Instagram => "https://graph.instagram.com",
            Self::InstagramLogin => "https://api.instagram.com",
        }
    }
}

/// How a request is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Parameters in the address.
    Get,
    /// Parameters in a form.
    Post,
    /// Parameters in the address; something is removed.
    Delete,
}

impl Method {
    /// Its name in HTTP.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

/// Why a request may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Meta's machine-readable specification has this node and edge (`#get` is the node itself); the answer is of type `returns`.
    Spec {
        /// Node of the specification.
        node: &'static str,
        /// Edge of the node.
        edge: &'static str,
        /// Type whose fields are asked for.
        returns: &'static str,
    },
    /// Documented by Meta outside the specification, on this page of developers.facebook.com.
    Documented(&'static str),
}

/// One kind of request.
#[derive(Debug)]
pub struct Endpoint {
    /// How it is made.
    pub method: Method,
    /// Path with placeholders, as reports show it.
    pub path: &'static str,
    /// Which host.
    pub host: Host,
    /// The version stands before the path.
    pub versioned: bool,
    /// Parameters that never change.
    pub params: &'static [(&'static str, &'static str)],
    /// Fields without which the answer is of no use.
    pub fields: &'static [&'static str],
    /// Fields that Meta may refuse (“nonexisting field (X)”); then they are dropped and the call is made once more.
    pub optional: &'static [&'static str],
    /// Its answer holds what customers wrote: nothing keeps it.
    pub private: bool,
    /// Why it may be made.
    pub basis: Basis,
}

const fn spec(node: &'static str, edge: &'static str, returns: &'static str) -> Basis {
    Basis::Spec {
        node,
        edge,
        returns,
    }
}

/// What most rows have in common: a versioned read call of graph.facebook.com without parameters and fields.
const READ: Endpoint = Endpoint {
    method: Method::Get,
    path: "",
    host: Host::Facebook,
    versioned: true,
    params: &[],
    fields: &[],
    optional: &[],
    private: false,
    basis: Basis::Documented(""),
};

/// What is this token. Its parameter is a secret.
pub const DEBUG_TOKEN: Endpoint = Endpoint {
    path: "/debug_token",
    basis: Basis::Documented("docs/graph-api/reference/debug_token"),
    ..READ
};

/// The app that issued the token.
pub const ISSUER: Endpoint = Endpoint {
    path: "/app",
    fields: &["id", "name"],
    basis: Basis::Documented("docs/graph-api/reference/application"),
    ..READ
};

/// Whose token it is.
pub const IDENTITY: Endpoint = Endpoint {
    path: "/me",
    fields: &["id", "name"],
    basis: spec("User", "#get", "User"),
    ..READ
};

/// The account itself, in the instagram flow.
pub const ACCOUNT: Endpoint = Endpoint {
    path: "/me",
    host: Host::Instagram,
    fields: &["id", "username"],
    optional: &["user_id", "account_type", "media_count"],
    basis: spec("IGUserForIGOnlyAPI", "#get", "IGUserForIGOnlyAPI"),
    ..READ
};

/// Permissions of a user token.
pub const PERMISSIONS: Endpoint = Endpoint {
    path: "/me/permissions",
    basis: spec("User", "permissions", "Permission"),
    ..READ
};

/// Fields of a Page in a list. `tasks` belongs to the edge and is documented with it.
const LISTED_PAGE: &[&str] = &[
    "id",
    "name",
    "access_token",
    "tasks",
    "instagram_business_account{id,username}",
];

/// Pages granted to a user token, each with its own token.
pub const PAGES: Endpoint = Endpoint {
    path: "/me/accounts",
    params: &[("limit", "100")],
    fields: LISTED_PAGE,
    basis: spec("User", "accounts", "Page"),
    ..READ
};

/// Business portfolios of a user token: Pages reached only through one are missing from `/me/accounts` (graph-api 1.3).
pub const BUSINESSES: Endpoint = Endpoint {
    path: "/me/businesses",
    params: &[("limit", "25")],
    fields: &["id", "name"],
    basis: spec("User", "businesses", "Business"),
    ..READ
};

/// Pages that a business owns.
pub const OWNED_PAGES: Endpoint = Endpoint {
    path: "/{business}/owned_pages",
    params: &[("limit", "100")],
    fields: &[
        "id",
        "name",
        "access_token",
        "instagram_business_account{id,username}",
    ],
    basis: spec("Business", "owned_pages", "Page"),
    ..READ
};

/// Pages of others that a business works for.
pub const CLIENT_PAGES: Endpoint = Endpoint {
    path: "/{business}/client_pages",
    params: &[("limit", "100")],
    fields: &[
        "id",
        "name",
        "access_token",
        "instagram_business_account{id,username}",
    ],
    basis: spec("Business", "client_pages", "Page"),
    ..READ
};

/// The Page.
pub const PAGE: Endpoint = Endpoint {
    path: "/{page}",
    fields: &[
        "id",
        "name",
        "instagram_business_account{id,ig_id,username}",
    ],
    optional: &[
        "connected_instagram_account{id,username}",
        "is_published",
        "is_webhooks_subscribed",
        "messaging_feature_status",
        "verification_status",
    ],
    basis: spec("Page", "#get", "Page"),
    ..READ
};

/// Apps connected to the Page, with their fields.
pub const PAGE_SUBSCRIPTION: Endpoint = Endpoint {
    path: "/{page}/subscribed_apps",
    basis: spec("Page", "subscribed_apps", "Application"),
    ..READ
};

/// The token's own app connected to the account, with its fields.
pub const ACCOUNT_SUBSCRIPTION: Endpoint = Endpoint {
    path: "/me/subscribed_apps",
    host: Host::Instagram,
    basis: spec(
        "IGUserForIGOnlyAPI",
        "subscribed_apps",
        "IGUserSubscribedAppsData",
    ),
    ..READ
};

/// Conversations: who wrote and when, never what. A small page, because a large one is refused (graph-api 8).
pub const PAGE_CONVERSATIONS: Endpoint = Endpoint {
    path: "/{page}/conversations",
    params: &[("platform", "instagram"), ("limit", "10")],
    fields: &["id", "updated_time", "participants{id}"],
    optional: &["is_owner"],
    basis: spec("Page", "conversations", "UnifiedThread"),
    ..READ
};

/// The same in the instagram flow.
pub const ACCOUNT_CONVERSATIONS: Endpoint = Endpoint {
    path: "/me/conversations",
    host: Host::Instagram,
    params: &[("platform", "instagram"), ("limit", "10")],
    fields: &["id", "updated_time", "participants{id}"],
    optional: &["is_owner"],
    basis: spec("IGUserForIGOnlyAPI", "conversations", "UnifiedThread"),
    ..READ
};

/// Secondary receivers: shown to the primary one only.
pub const RECEIVERS: Endpoint = Endpoint {
    path: "/{page}/secondary_receivers",
    params: &[("platform", "INSTAGRAM")],
    fields: &["id", "name"],
    basis: spec("Page", "secondary_receivers", "Application"),
    ..READ
};

/// Who owns a thread.
pub const THREAD_OWNER: Endpoint = Endpoint {
    path: "/{page}/thread_owner",
    basis: spec("Page", "thread_owner", "PageThreadOwner"),
    ..READ
};

/// Recent posts, and whether a comment of each can be read.
pub const PAGE_MEDIA: Endpoint = Endpoint {
    path: "/{instagram}/media",
    params: &[("limit", "5")],
    fields: &["id", "comments_count", "comments.limit(1){id}"],
    basis: spec("IGUser", "media", "IGMedia"),
    ..READ
};

/// The same in the instagram flow.
pub const ACCOUNT_MEDIA: Endpoint = Endpoint {
    path: "/me/media",
    host: Host::Instagram,
    params: &[("limit", "5")],
    fields: &["id", "comments_count", "comments.limit(1){id}"],
    basis: spec("IGUserForIGOnlyAPI", "media", "IGMedia"),
    ..READ
};

/// Somebody who wrote to the account. A field that names nobody is enough: only whether Meta answers counts.
pub const OUTSIDER: Endpoint = Endpoint {
    path: "/{person}",
    fields: &["is_user_follow_business"],
    basis: Basis::Documented("docs/messenger-platform/instagram/features/user-profile"),
    ..READ
};

/// The same in the instagram flow.
pub const ACCOUNT_OUTSIDER: Endpoint = Endpoint {
    path: "/{person}",
    host: Host::Instagram,
    fields: &["is_user_follow_business"],
    basis: Basis::Documented("docs/messenger-platform/instagram/features/user-profile"),
    ..READ
};

/// The app's settings. None of its fields says live or development (graph-api 7.2).
pub const APP: Endpoint = Endpoint {
    path: "/{app}",
    fields: &["id", "name"],
    optional: &["privacy_policy_url", "restrictions", "deauth_callback_url"],
    basis: spec("Application", "#get", "Application"),
    ..READ
};

/// Permissions the app was granted by review. The answer has `permission` and `status` (graph-api 7.2, uncertain).
pub const APP_PERMISSIONS: Endpoint = Endpoint {
    path: "/{app}/permissions",
    basis: spec("Application", "permissions", "ApplicationPermission"),
    ..READ
};

/// Webhook subscriptions of the app.
pub const APP_WEBHOOKS: Endpoint = Endpoint {
    path: "/{app}/subscriptions",
    basis: spec("Application", "subscriptions", "ApplicationSubscriptions"),
    ..READ
};

/// The whole table.
pub const ALL: &[&Endpoint] = &[
    &DEBUG_TOKEN,
    &ISSUER,
    &IDENTITY,
    &ACCOUNT,
    &PERMISSIONS,
    &PAGES,
    &BUSINESSES,
    &OWNED_PAGES,
    &CLIENT_PAGES,
    &PAGE,
    &PAGE_SUBSCRIPTION,
    &ACCOUNT_SUBSCRIPTION,
    &PAGE_CONVERSATIONS,
    &ACCOUNT_CONVERSATIONS,
    &threads::THREAD,
    &threads::ACCOUNT_THREAD,
    &threads::PAGE_THREAD,
    &threads::ACCOUNT_THREAD_WITH,
    &threads::THREAD_TEXTS,
    &threads::ACCOUNT_THREAD_TEXTS,
    &RECEIVERS,
    &THREAD_OWNER,
    &PAGE_MEDIA,
    &ACCOUNT_MEDIA,
    &OUTSIDER,
    &ACCOUNT_OUTSIDER,
    &APP,
    &APP_PERMISSIONS,
    &APP_WEBHOOKS,
    &writes::SUBSCRIBE_PAGE,
    &writes::UNSUBSCRIBE_PAGE,
    &writes::SUBSCRIBE_ACCOUNT,
    &writes::UNSUBSCRIBE_ACCOUNT,
    &writes::ADD_WEBHOOK,
    &writes::REMOVE_WEBHOOK,
    &writes::SEND,
    &writes::SEND_BY_ACCOUNT,
    &oauth::FACEBOOK_CODE,
    &oauth::FACEBOOK_LONG,
    &oauth::INSTAGRAM_CODE,
    &oauth::INSTAGRAM_LONG,
    &oauth::INSTAGRAM_REFRESH,
];

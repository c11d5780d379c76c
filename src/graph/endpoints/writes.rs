//! Requests that change something at Meta. A check makes none of them; a repair makes each only after it has read what it changes.

use super::{Endpoint, Host, Method, READ, spec};

/// Connects the token's app to the Page, with exactly these fields: what it had before and is not named is gone (graph-api 3.1).
pub const SUBSCRIBE_PAGE: Endpoint = Endpoint {
    method: Method::Post,
    path: "/{page}/subscribed_apps",
    basis: spec("Page", "subscribed_apps", "Application"),
    ..READ
};

/// Disconnects the token's app from the Page; other apps stay.
pub const UNSUBSCRIBE_PAGE: Endpoint = Endpoint {
    method: Method::Delete,
    ..SUBSCRIBE_PAGE
};

/// Connects the token's app to the account, with exactly these fields.
pub const SUBSCRIBE_ACCOUNT: Endpoint = Endpoint {
    method: Method::Post,
    path: "/me/subscribed_apps",
    host: Host::Instagram,
    basis: spec(
        "IGUserForIGOnlyAPI",
        "subscribed_apps",
        "IGUserSubscribedAppsData",
    ),
    ..READ
};

/// Disconnects the token's app from the account.
pub const UNSUBSCRIBE_ACCOUNT: Endpoint = Endpoint {
    method: Method::Delete,
    ..SUBSCRIBE_ACCOUNT
};

/// Adds fields to a webhook of the app, for all its customers; replaces its address and verify token, and switches it on (graph-api 4.1).
pub const ADD_WEBHOOK: Endpoint = Endpoint {
    method: Method::Post,
    path: "/{app}/subscriptions",
    basis: spec("Application", "subscriptions", "ApplicationSubscriptions"),
    ..READ
};

/// Takes fields out of a webhook of the app. Without an object it would remove every webhook, so the object is always named.
pub const REMOVE_WEBHOOK: Endpoint = Endpoint {
    method: Method::Delete,
    ..ADD_WEBHOOK
};

/// Sends a message. Only from the account to itself, and only where somebody agreed to it (graph-api 8).
pub const SEND: Endpoint = Endpoint {
    method: Method::Post,
    path: "/{page}/messages",
    basis: spec("Page", "messages", "Page"),
    ..READ
};

/// The same in the instagram flow.
pub const SEND_BY_ACCOUNT: Endpoint = Endpoint {
    path: "/me/messages",
    host: Host::Instagram,
    basis: spec("IGUserForIGOnlyAPI", "messages", "IGUserForIGOnlyAPI"),
    ..SEND
};

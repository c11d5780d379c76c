//! Requests about one conversation.

use super::{Endpoint, Host, READ, spec};

/// What a conversation tells of its people and messages: who and when, never what. No more messages can be seen (graph-api 8).
const FIELDS: &[&str] = &[
    "id",
    "participants{id}",
    "messages.limit(20){created_time,from{id}}",
];

/// One conversation.
pub const THREAD: Endpoint = Endpoint {
    path: "/{thread}",
    fields: FIELDS,
    optional: &["is_owner"],
    basis: spec("UnifiedThread", "#get", "UnifiedThread"),
    ..READ
};

/// The same in the instagram flow.
pub const ACCOUNT_THREAD: Endpoint = Endpoint {
    host: Host::Instagram,
    ..THREAD
};

/// The conversation with one person.
pub const PAGE_THREAD: Endpoint = Endpoint {
    path: "/{page}/conversations",
    params: &[("platform", "instagram"), ("limit", "1")],
    fields: FIELDS,
    optional: &["is_owner"],
    basis: spec("Page", "conversations", "UnifiedThread"),
    ..READ
};

/// The same in the instagram flow.
pub const ACCOUNT_THREAD_WITH: Endpoint = Endpoint {
    path: "/me/conversations",
    host: Host::Instagram,
    basis: spec("IGUserForIGOnlyAPI", "conversations", "UnifiedThread"),
    ..PAGE_THREAD
};

/// The newest messages of one conversation with their texts. Only `trace` reads them, to find its own word (graph-api 8).
pub const THREAD_TEXTS: Endpoint = Endpoint {
    fields: &["messages.limit(5){created_time,from{id},message}"],
    optional: &[],
    private: true,
    ..THREAD
};

/// The same in the instagram flow.
pub const ACCOUNT_THREAD_TEXTS: Endpoint = Endpoint {
    host: Host::Instagram,
    ..THREAD_TEXTS
};

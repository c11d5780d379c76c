//! What a sandbox world consists of. Answers come from this state, so that a repair changes it and the next check sees it.

mod actor;
mod callback;
mod fault;
mod login;

pub use super::signed_requests::SignedRequests;
pub use actor::{Actor, Delivery, Message, Tells};
pub use callback::Callback;
pub use fault::{Fault, What};
pub use login::{Code, CodeAnswer, Grant, IssuedToken, Login};

use chrono::{DateTime, Utc};

use crate::model::{Access, Flow};
use crate::platform::Platform;

/// Stands for the address of the world's own callback until its port is known.
pub const CALLBACK: &str = "sandbox:callback";

/// The tenant's Page.
pub const PAGE_ID: &str = "104512345678901";
/// Its Instagram account, as webhooks name it.
pub const ACCOUNT_ID: &str = "17841405309211844";
/// The account's app-scoped id.
pub const SCOPED_ID: &str = "26012345678901234";
/// The account's older id.
pub const LEGACY_ID: &str = "117114624612614";
/// The platform's app.
pub const APP_ID: &str = "912301501380919";
/// The platform's Instagram app.
pub const INSTAGRAM_APP_ID: &str = "867555782500454";
/// Instagram's own inbox.
pub const INBOX_APP_ID: &str = crate::evidence::thread_owner::INBOX;
/// The person behind a user token.
pub const PERSON_ID: &str = "122125711268905986";

/// Everything that is true in a world.
#[derive(Clone, Debug)]
pub struct World {
    /// How the account was connected.
    pub flow: Flow,
    /// Platform of the tenant.
    pub platform: &'static str,
    /// What the tenant holds.
    pub access: Access,
    /// The token the tenant holds.
    pub token: Token,
    /// How further logins go.
    pub login: Login,
    /// Codes that they brought.
    pub codes: Vec<Code>,
    /// Tokens that they brought. They work beside the tenant's.
    pub issued: Vec<IssuedToken>,
    /// Permissions granted, each with `granted`, `declined` or `expired`.
    pub permissions: Vec<(String, &'static str)>,
    /// Every Page there is; the first is the tenant's.
    pub pages: Vec<Page>,
    /// The tenant's Instagram account.
    pub account: Account,
    /// The platform's app.
    pub app: App,
    /// Default app of conversation routing.
    pub default_app: Option<String>,
    /// Conversations, newest first.
    pub threads: Vec<Thread>,
    /// Posts, newest first.
    pub posts: Vec<Post>,
    /// The callback server.
    pub callback: Callback,
    /// What is done at the addresses for data deletion and for removing the app.
    pub signed_requests: SignedRequests,
    /// The Rocket.Chat server.
    pub rocket: Option<Rocket>,
    /// What Meta may answer either way, because nobody has confirmed it.
    pub uncertain: Uncertain,
    /// What goes wrong on the way.
    pub faults: Vec<Fault>,
    /// Milliseconds before every answer.
    pub latency_ms: u64,
    /// What the tenant expects.
    pub expects: Expects,
    /// Somebody who sends a message when `trace` asks for one.
    pub actor: Option<Actor>,
    /// When it was made: times of conversations count from there.
    pub born: DateTime<Utc>,
}

/// The token the tenant holds.
#[derive(Clone, Debug)]
pub struct Token {
    /// `EAA…` or `IGAA…`; not a secret, but treated as one.
    pub text: String,
    /// Whose it is.
    pub kind: Kind,
    /// Whether the tenant knows the kind beforehand.
    pub kind_known: bool,
    /// How every call made with it is refused: code, subcode, message.
    pub dead: Option<(i64, Option<i64>, &'static str)>,
    /// App that issued it.
    pub app_id: String,
    /// Days until it ends; `None` is never.
    pub expires_in_days: Option<i64>,
    /// Days until access to the person's data ends; `None` is never.
    pub data_access_in_days: Option<i64>,
    /// Permissions granted for these ids only.
    pub only_for: Vec<(&'static str, Vec<String>)>,
}

/// Whose token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Of the tenant's Page.
    Page,
    /// Of a person.
    User,
    /// Of an Instagram account.
    Instagram,
}

/// A Facebook Page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// It is published.
    pub published: bool,
    /// `not_verified`, `blue_verified`.
    pub verification: &'static str,
    /// What the person may do there.
    pub tasks: Vec<&'static str>,
    /// Whether the token sees it at all.
    pub visible: bool,
    /// Listed in `/me/accounts`; otherwise only through the business.
    pub listed: bool,
    /// Id and name of the linked account.
    pub linked: Option<(String, String)>,
    /// Apps connected to it: id, name, fields.
    pub apps: Vec<Connected>,
}

/// An app connected to a Page or account.
#[derive(Clone, Debug)]
pub struct Connected {
    /// Its id.
    pub app_id: String,
    /// Its name.
    pub name: String,
    /// Fields it gets.
    pub fields: Vec<String>,
}

/// An Instagram account.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its name.
    pub username: String,
    /// `BUSINESS`, `MEDIA_CREATOR`, `PERSONAL`.
    pub account_type: &'static str,
    /// “Allow access to messages” is on.
    pub message_access: bool,
    /// Meta restricted it (25/2207050).
    pub restricted: bool,
    /// Messaging through the API is open to it (else 36103).
    pub eligible: bool,
    /// The link between account, person and Page can be verified (else 10/2534077).
    pub link_verifiable: bool,
    /// Messaging is restricted (10/1893063).
    pub messaging_restricted: bool,
    /// The tester invitation was accepted, where the app needs it.
    pub joined_app: bool,
    /// Apps connected to it in the instagram flow.
    pub apps: Vec<Connected>,
}

/// A Meta app.
#[derive(Clone, Debug)]
pub struct App {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its secret.
    pub secret: String,
    /// Secret of its Instagram app.
    pub instagram_secret: String,
    /// Calls without a proof are refused.
    pub requires_proof: bool,
    /// Meta blocked it or its developer.
    pub blocked: bool,
    /// It is live.
    pub live: bool,
    /// It may serve people without a role.
    pub advanced_access: bool,
    /// It has a privacy policy.
    pub privacy_policy: bool,
    /// Restrictions by age or country.
    pub restricted: bool,
    /// Its webhooks.
    pub webhooks: Vec<Webhook>,
}

/// A webhook of an app.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// `instagram`, `page`.
    pub object: String,
    /// Address that Meta calls; [`CALLBACK`] for the world's own.
    pub callback_url: String,
    /// Meta delivers.
    pub active: bool,
    /// Fields with their versions.
    pub fields: Vec<(String, String)>,
}

/// A conversation.
#[derive(Clone, Debug)]
pub struct Thread {
    /// The person who wrote.
    pub person: String,
    /// Has a role on the app.
    pub has_role: bool,
    /// Minutes since the person last wrote.
    pub minutes_ago: i64,
    /// Minutes since each message of the account, newest first.
    pub own: Vec<i64>,
    /// App that owns it, if any.
    pub owner: Option<String>,
    /// Its newest messages, newest first, as far as they matter.
    pub messages: Vec<Message>,
}

/// A post.
#[derive(Clone, Copy, Debug)]
pub struct Post {
    /// Comments as Meta counts them.
    pub comments: u64,
    /// They can be read.
    pub readable: bool,
}

/// A Rocket.Chat server.
#[derive(Clone, Debug)]
pub struct Rocket {
    /// It answers at all.
    pub reachable: bool,
    /// Its address is a private one.
    pub private: bool,
    /// It sends visitors to another host.
    pub redirects: bool,
    /// What stands in front of it.
    pub front: Front,
    /// Omnichannel is on.
    pub enabled: bool,
    /// Somebody is online.
    pub online: bool,
    /// Departments, each with whether somebody of it is online.
    pub departments: Vec<(&'static str, bool)>,
}

/// What answers in place of a platform's server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    /// Nothing.
    Nothing,
    /// A proxy, with a page of its own and status 200 for every address.
    Page,
    /// A login, to which everybody is sent.
    Login,
}

/// Facts that `graph-api.md` marks uncertain; a world can set them either way.
#[derive(Clone, Copy, Debug)]
pub struct Uncertain {
    /// `is_owner` is answered in the instagram flow.
    pub instagram_is_owner: bool,
    /// `GET /app` is answered to a Page token.
    pub app_of_token: bool,
    /// Object `instagram` is listed in the instagram flow.
    pub instagram_webhook_listed: bool,
    /// `/{app}/permissions` lists what is live.
    pub app_permissions: bool,
    /// `secondary_receivers` is answered to the default app.
    pub receivers: bool,
    /// A webhook of the object `instagram` can be written through the API (graph-api 4.1).
    pub instagram_webhook_writable: bool,
}

/// What the tenant expects, beyond what the world makes true.
#[derive(Clone, Debug, Default)]
pub struct Expects {
    /// The Page; `None`: it must be found.
    pub page_id: Option<String>,
    /// The account; `None`: it is not told.
    pub instagram_id: Option<String>,
    /// The app; `None`: it is not told.
    pub app_id: Option<String>,
    /// Another callback address than the world's own.
    pub callback_url: Option<String>,
    /// The callback address is given, not only found in the app's webhooks.
    pub callback_given: bool,
    /// The verify token is known.
    pub knows_verify_token: bool,
    /// A secret that is not the app's.
    pub wrong_secret: bool,
    /// The flow was stated.
    pub flow_stated: Option<Flow>,
    /// Id the platform stores.
    pub stored_account_id: Option<String>,
    /// Name the platform stores.
    pub stored_username: Option<String>,
    /// Department of the Page.
    pub department: Option<&'static str>,
    /// What a person saw: check, question, yes.
    pub answers: Vec<(&'static str, &'static str, bool)>,
    /// The journal shows that the app was connected.
    pub was_connected: bool,
    /// Opt-in parts asked for.
    pub with: Vec<&'static str>,
    /// The time limit of the whole check, in milliseconds.
    pub timeout_ms: Option<u64>,
    /// The machine has no certificates.
    pub no_roots: bool,
    /// The judge of this check panics.
    pub panics: Option<&'static str>,
    /// The platform asks for more than its file says, as one's own platform file may.
    pub platform_change: Option<fn(&mut Platform)>,
}

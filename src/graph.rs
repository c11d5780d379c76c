//! Meta's Graph API: what may be asked, how it is asked, and what its answers and refusals are. It knows no check.

mod address;
mod call;
mod client;
mod code_word;
pub mod endpoints;
mod error;
mod har;
mod http;
pub mod oauth;
mod paging;
mod redact;
mod token;
mod usage;
mod version;
pub mod webhook;
mod write;

pub(crate) use address::is_loopback;
pub use call::{Call, Exchange, Param, Settings};
pub use client::Graph;
pub use code_word::CodeWord;
pub use error::{CallNote, Failure, GraphError, Stage, Trouble, TroubleKind};
pub use har::Har;
pub use redact::Redactor;
pub use token::flow_of_token;
pub use usage::USAGE_LIMIT;
pub use version::{DEFAULT_VERSION, GraphVersion, is_dead};

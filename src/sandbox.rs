//! A local Graph API over real HTTP on loopback, with a callback and a Rocket.Chat server beside it.
//!
//! Answers come from a world's state, not from canned text: what is written to a world is what the next call reads.

mod actor;
mod answer;
mod callback;
mod cut;
mod faults;
mod graph;
mod ledger;
mod listen;
mod query;
mod rocketchat;
mod server;
mod signature;
mod signed_requests;
mod state;
pub mod tenant;
mod tls;
pub mod world;
pub mod worlds;

pub use callback::{VERIFY_TOKEN, names};
pub use server::{Sandbox, SandboxError};
pub use tenant::{Hints, tenant};

//! Mending what the Graph API can mend: plan, apply, journal, undo (design section 9).
//!
//! Every write replaces or adds something that others may rely on, so each is read before and after, and written down before it is made.

mod apply;
pub mod change;
pub mod journal;
pub mod plan;
mod state;
mod undo;

pub use apply::{Applied, Mender};
pub use change::Change;
pub use journal::{Journal, JournalError, was_connected};
pub use plan::{Blocked, Fix, plan};
pub use undo::{Interrupted, can_be_undone, is_open};

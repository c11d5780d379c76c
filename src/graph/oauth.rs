//! Logging in: the address of Meta's dialog, what comes back from it, and the calls by which tokens are had and renewed (graph-api 1.4, 1.5).

mod dialog;
mod issue;
mod returned;

pub use dialog::{Dialog, FACEBOOK_END_PAGE, NoRandomness, Response, state};
pub use issue::Issued;
pub use returned::{ReturnError, Returned, read};

//! The doors that a caller without a token comes through: the dialogs of both logins, and the addresses that give out and renew tokens (graph-api 1.4, 1.5).

mod codes;
mod dialog;
mod facebook;
mod instagram;

use axum::http::Method;

use super::request::Request;
use crate::model::Flow;
use crate::sandbox::answer::Answer;
use crate::sandbox::world::World;

/// A door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Door {
    /// A page on which a person logs in.
    Dialog(Flow),
    /// `graph.facebook.com/v26.0/oauth/access_token`
    Facebook,
    /// `api.instagram.com/oauth/access_token`
    InstagramCode,
    /// `graph.instagram.com/access_token`
    InstagramLong,
    /// `graph.instagram.com/refresh_access_token`
    InstagramRefresh,
}

impl Door {
    /// The door that a call comes to, if it is no ordinary call. Those of Instagram bear no version.
    pub fn of(request: &Request) -> Option<Self> {
        match (request.path.as_str(), request.versioned) {
            ("/dialog/oauth", _) => Some(Self::Dialog(Flow::Facebook)),
            ("/oauth/authorize", false) => Some(Self::Dialog(Flow::Instagram)),
            ("/oauth/access_token", false) if request.method == Method::POST => {
                Some(Self::InstagramCode)
            }
            ("/oauth/access_token", _) => Some(Self::Facebook),
            ("/access_token", false) => Some(Self::InstagramLong),
            ("/refresh_access_token", false) => Some(Self::InstagramRefresh),
            _ => None,
        }
    }

    /// What comes of it. What is given out here is part of the world from then on.
    pub fn answer(self, world: &mut World, request: &Request) -> Answer {
        let path = &request.path;
        match self {
            Self::Dialog(flow) => dialog::answer(world, flow, request),
            Self::Facebook => Answer::new(facebook::answer(world, request), path),
            Self::InstagramCode => Answer::of_instagram_login(instagram::code(world, request)),
            Self::InstagramLong => Answer::new(instagram::long(world, request), path),
            Self::InstagramRefresh => Answer::new(instagram::refresh(world, request), path),
        }
    }
}

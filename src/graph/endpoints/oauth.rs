//! Requests by which tokens are had and renewed. Their secrets are parameters, as Meta demands; none carries a header with a token.

use super::{Basis, Endpoint, Host, Method, READ};

/// A code of Facebook Login becomes a token.
pub const FACEBOOK_CODE: Endpoint = Endpoint {
    path: "/oauth/access_token",
    basis: Basis::Documented("docs/facebook-login/guides/advanced/manual-flow"),
    ..READ
};

/// A short-lived token of Facebook Login becomes a long-lived one.
pub const FACEBOOK_LONG: Endpoint = Endpoint {
    path: "/oauth/access_token",
    params: &[("grant_type", "fb_exchange_token")],
    basis: Basis::Documented("docs/facebook-login/guides/access-tokens/get-long-lived"),
    ..READ
};

/// A code of Instagram Login becomes a token.
pub const INSTAGRAM_CODE: Endpoint = Endpoint {
    method: Method::Post,
    path: "/oauth/access_token",
    host: Host::InstagramLogin,
    versioned: false,
    params: &[("grant_type", "authorization_code")],
    basis: Basis::Documented(LOGIN),
    ..READ
};

/// A short-lived token of Instagram Login becomes a long-lived one.
pub const INSTAGRAM_LONG: Endpoint = Endpoint {
    path: "/access_token",
    host: Host::Instagram,
    versioned: false,
    params: &[("grant_type", "ig_exchange_token")],
    basis: Basis::Documented(LOGIN),
    ..READ
};

/// A long-lived token of Instagram Login is replaced by one that lives longer.
pub const INSTAGRAM_REFRESH: Endpoint = Endpoint {
    path: "/refresh_access_token",
    host: Host::Instagram,
    versioned: false,
    params: &[("grant_type", "ig_refresh_token")],
    basis: Basis::Documented("docs/instagram-platform/reference/refresh_access_token"),
    ..READ
};

const LOGIN: &str = "docs/instagram-platform/instagram-api-with-instagram-login/business-login";

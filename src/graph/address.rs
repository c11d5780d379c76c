//! Where a call goes.

use url::Url;

use super::call::Call;
use super::client::Graph;
use super::endpoints::Host;

impl Graph {
    /// The address of a call, without its parameters.
    pub(super) fn url(&self, call: &Call<'_>) -> Url {
        let mut url = self
            .settings
            .base
            .clone()
            .or_else(|| call.endpoint.host.origin().parse().ok())
            .unwrap_or_else(|| unreachable!("origins are addresses"));
        let path: String = call
            .endpoint
            .path
            .split('/')
            .map(|part| {
                if part.starts_with('{') {
                    call.id.unwrap_or(part)
                } else {
                    part
                }
            })
            .collect::<Vec<_>>()
            .join("/");
        let base = url.path().trim_end_matches('/').to_owned();
        if call.endpoint.versioned {
            url.set_path(&format!("{base}/{}{path}", self.settings.version));
        } else {
            url.set_path(&format!("{base}{path}"));
        }
        url
    }

    /// Where Meta is for this run.
    #[must_use]
    pub fn home(&self) -> Option<Url> {
        let base = self.settings.base.clone();
        base.or_else(|| Host::Facebook.origin().parse().ok())
    }

    /// A loopback `--graph-url` is a sandbox: no proxy, and loopback callbacks count as public.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.settings.base.as_ref().is_some_and(is_loopback)
    }
}

/// Whether an address points to this very machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost",
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

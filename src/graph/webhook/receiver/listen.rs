//! Where to listen, as it is written on the command line.

use std::net::{Ipv4Addr, SocketAddr};
use std::str::FromStr;

use crate::speech::error;

/// A place of this machine: `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`, or a port alone, which only this machine reaches. Port 0 is any free one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listen(pub SocketAddr);

/// It is no such place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", error("error-listen-address", &[]))]
pub struct ListenError;

impl FromStr for Listen {
    type Err = ListenError;

    fn from_str(text: &str) -> Result<Self, ListenError> {
        let port = |digits: &str| {
            let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            let port = digits.parse().ok().filter(|_| plain).ok_or(ListenError)?;
            Ok(Self((Ipv4Addr::LOCALHOST, port).into()))
        };
        if let Some(digits) = text.strip_prefix("localhost:") {
            return port(digits);
        }
        match text.parse() {
            Ok(address) => Ok(Self(address)),
            Err(_) => port(text.strip_prefix(':').unwrap_or(text)),
        }
    }
}

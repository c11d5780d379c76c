//! Where a name leads, and whether this machine is in a position to tell.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpStream;
use url::Url;

use super::{CONNECT, Problem, Rules};

/// Longest time for a look whether this machine reaches anybody.
const WITNESS: Duration = Duration::from_secs(3);

/// Every address of a name, as the machine's resolver or the rules tell; never empty.
pub(super) async fn resolve(url: &Url, rules: &Rules) -> Result<Vec<SocketAddr>, Problem> {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let port = url.port_or_known_default().unwrap_or(443);
    let told = rules.names.iter().find(|(name, _)| name == host);
    let found: Vec<SocketAddr> = match told {
        Some((_, told)) => told.iter().map(|ip| SocketAddr::new(*ip, port)).collect(),
        None => tokio::time::timeout(CONNECT, tokio::net::lookup_host((host, port)))
            .await
            .map_err(|_| Problem::DnsUnanswered)?
            .map_err(|error| unresolved(&error))?
            .collect(),
    };
    if found.is_empty() {
        return Err(Problem::Dns);
    }
    Ok(found)
}

/// What a resolver's refusal means. Only what surely says that there is no such name counts as that.
fn unresolved(error: &io::Error) -> Problem {
    // Windows: host not found, no data.
    if cfg!(windows) && matches!(error.raw_os_error(), Some(11001 | 11004)) {
        return Problem::Dns;
    }
    // The numbers of getaddrinfo do not come through, and its words are English: no locale is ever set. Of glibc, musl, macOS and the BSDs.
    let text = error.to_string();
    let absent = [
        "Name or service not known",
        "No address associated with",
        "Name does not resolve",
        "Name has no usable address",
        "nodename nor servname provided",
        "hostname nor servname provided",
        "no address associated with",
    ];
    if absent.iter().any(|words| text.contains(words)) {
        Problem::Dns
    } else {
        Problem::DnsUnanswered
    }
}

/// Whether this machine reaches Meta directly, as far as anybody told where that is.
pub(super) async fn is_online(rules: &Rules) -> bool {
    let Some(meta) = &rules.meta else {
        return true;
    };
    let reaches = async {
        for address in resolve(meta, rules).await.unwrap_or_default() {
            match TcpStream::connect(address).await {
                Ok(_) => return true,
                // On this machine there is no way to lose: that nobody listens there is an answer.
                Err(_) if address.ip().is_loopback() => return true,
                Err(_) => {}
            }
        }
        false
    };
    tokio::time::timeout(WITNESS, reaches)
        .await
        .unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_no_means_that_a_name_does_not_exist() {
        let by = |text: &str| {
            let text = format!("failed to lookup address information: {text}");
            unresolved(&io::Error::other(text))
        };
        for text in [
            "Name or service not known",
            "No address associated with hostname",
            "Name does not resolve",
            "nodename nor servname provided, or not known",
        ] {
            assert_eq!(by(text), Problem::Dns, "{text}");
        }
        for text in [
            "Temporary failure in name resolution",
            "Try again",
            "Non-recoverable failure in name resolution",
            "System error",
            "Device or resource busy",
        ] {
            assert_eq!(by(text), Problem::DnsUnanswered, "{text}");
        }
    }
}

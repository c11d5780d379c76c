//! Which addresses can be reached from the internet, by the registries of special addresses (RFC 6890 and what came after).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address can be reached from the internet: not private, loopback, link-local, shared, reserved or multicast.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, c, _] = v4.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let benchmark = a == 198 && (b == 18 || b == 19);
    let special = v4.is_private()
        || v4.is_loopback()
        || v4.is_link_local()
        || v4.is_documentation()
        || v4.is_multicast()
        || a == 0
        || a >= 240;
    // 192.0.0.0/24 is for protocols, 192.88.99.0/24 was for relays.
    let protocols = (a, b, c) == (192, 0, 0) || (a, b, c) == (192, 88, 99);
    !(special || shared || benchmark || protocols)
}

/// Only `2000::/3` is given out to networks, and not all of that. An address that carries an IPv4 address is as public as that one.
fn is_public_v6(v6: Ipv6Addr) -> bool {
    let [a, b, c, ..] = v6.segments();
    let carried = |high: u16, low: u16| {
        let ([w, x], [y, z]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(w, x, y, z))
    };
    if let Some(v4) = v6.to_ipv4_mapped() {
        return is_public_v4(v4);
    }
    let [.., high, low] = v6.segments();
    match (a, b) {
        // Translated by NAT64 (RFC 6052); what an operator translates on its own, `64:ff9b:1::/48`, stays inside.
        (0x64, 0xff9b) => v6.segments()[2..6] == [0; 4] && carried(high, low),
        // 6to4 (RFC 3056).
        (0x2002, high) => carried(high, c),
        // Protocols, Teredo among them, and documentation.
        (0x2001, 0..=0x1ff | 0x0db8) => false,
        (0x3fff, 0..=0x0fff) => false,
        _ => a & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn public(text: &str) -> bool {
        is_public(text.parse().unwrap())
    }

    #[test]
    fn addresses_that_meta_cannot_reach_are_not_public() {
        for private in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.254",
            "127.0.0.1",
            "127.255.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.254",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.10",
            "198.18.0.1",
            "198.19.255.254",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
        ] {
            assert!(!public(private), "{private}");
        }
        for open in [
            "8.8.8.8",
            "100.63.255.255",
            "100.128.0.1",
            "157.240.1.1",
            "172.15.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "198.20.0.1",
        ] {
            assert!(public(open), "{open}");
        }
    }

    #[test]
    fn the_same_holds_for_ipv6() {
        for private in [
            "::",
            "::1",
            "::7f00:1",
            "::10.0.0.1",
            "100::1",
            "2001::1",
            "2001:2::1",
            "2001:db8::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd00::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!public(private), "{private}");
        }
        for open in ["2001:4860:4860::8888", "2a03:2880::1", "2606:4700::1111"] {
            assert!(public(open), "{open}");
        }
    }

    /// However an IPv4 address is dressed, it leads to the same place.
    #[test]
    fn an_ipv4_address_inside_an_ipv6_one_counts() {
        for private in [
            "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::10.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b:1::8.8.8.8",
            "2002:0a00:0001::1",
            "2002:7f00:0001::1",
        ] {
            assert!(!public(private), "{private}");
        }
        for open in ["::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:0808:0808::1"] {
            assert!(public(open), "{open}");
        }
    }
}

//! The callback server of a world.

/// How the callback server behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callback {
    /// As Meta wants it.
    Good,
    /// Nothing listens.
    Absent,
    /// Its address is a private one.
    Private,
    /// Its name is a public one, which leads to a private address.
    PrivateName,
    /// Its name does not exist.
    NoName,
    /// Its certificate signs itself.
    SelfSigned,
    /// Its certificate is for another name.
    WrongName,
    /// Its certificate ended.
    Expired,
    /// Its certificate ends within this many days.
    Expiring(i64),
    /// The authority that signed its certificate is itself signed by a known one, but does not come along.
    IncompleteChain,
    /// It speaks no TLS that is still allowed.
    OldTls,
    /// It demands a client certificate.
    ClientCertificate,
    /// It redirects.
    Redirects,
    /// It redirects to a login page.
    LoginRedirect,
    /// A login page answers in its place.
    LoginWall,
    /// 404.
    NotFound,
    /// It takes this many milliseconds.
    Slow(u64),
    /// The connection is cut after the headers.
    CutOff,
    /// The answer never ends.
    Endless,
    /// It answers the right token with something else than the challenge.
    WrongAnswer,
    /// It answers any token.
    IgnoresVerifyToken,
    /// It refuses the right token.
    RefusesVerifyToken,
    /// It takes events with a wrong signature.
    IgnoresSignature,
    /// 500.
    ServerError,
    /// Reachable by IPv6 only.
    Ipv6Only,
}

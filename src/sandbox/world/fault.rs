//! What goes wrong on the way to an answer.

use super::World;

/// One thing that goes wrong.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Calls whose path ends so; empty for all. `POST /subscribed_apps` means only those of this method.
    pub path: &'static str,
    /// What happens.
    pub what: What,
    /// How many times; `None` is always.
    pub times: Option<u32>,
}

/// What goes wrong.
#[derive(Clone, Debug)]
pub enum What {
    /// Graph refuses: HTTP status, code, subcode, message.
    Refuse(u16, i64, Option<i64>, &'static str),
    /// A page of HTML with this status.
    Html(u16),
    /// The body ends in the middle.
    Cut,
    /// The connection closes without an answer.
    Drop,
    /// No answer for this many milliseconds.
    Hang(u64),
    /// The answer comes with this percentage of usage.
    Usage(u64),
    /// The answer names this version.
    Version(&'static str),
    /// This field does not exist.
    NoField(&'static str),
    /// A list comes in pages of this size.
    Paged(usize),
    /// A list comes in pages without end.
    Loop,
    /// A body larger than anybody reads.
    Huge,
    /// Where this text stands in the answer, half of a pair of code units stands, which JSON can write and no text can hold.
    HalfPair(&'static str),
    /// Graph redirects.
    Redirect,
    /// Graph says that it did it, and did nothing.
    Pretend,
    /// The call has its effect, and only then this happens to its answer.
    After(Box<Self>),
    /// This happens to the call of this number, counted from 1, and to no other.
    Nth(u32, Box<Self>),
    /// Somebody else changes the world just before the call is answered.
    Meanwhile(fn(&mut World)),
}

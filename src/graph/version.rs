//! Graph API versions: which one is asked for, which are dead.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::speech::error;

/// The newest version (2026-07-29; graph-api 11).
pub const DEFAULT_VERSION: GraphVersion = GraphVersion {
    major: 26,
    minor: 0,
};

/// A version such as `v26.0`, compared by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct GraphVersion {
    major: u16,
    minor: u16,
}

/// Text that is no version.
#[derive(Debug, thiserror::Error)]
#[error("{}", error("error-version", &[("version", .0)]))]
pub struct BadVersion(String);

impl FromStr for GraphVersion {
    type Err = BadVersion;

    fn from_str(text: &str) -> Result<Self, BadVersion> {
        let parse = || {
            let (major, minor) = text.strip_prefix('v')?.split_once('.')?;
            Some(Self {
                major: major.parse().ok()?,
                minor: minor.parse().ok()?,
            })
        };
        parse().ok_or_else(|| BadVersion(text.to_owned()))
    }
}

impl TryFrom<String> for GraphVersion {
    type Error = BadVersion;

    fn try_from(text: String) -> Result<Self, BadVersion> {
        text.parse()
    }
}

impl From<GraphVersion> for String {
    fn from(version: GraphVersion) -> Self {
        version.to_string()
    }
}

impl fmt::Display for GraphVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v{}.{}", self.major, self.minor)
    }
}

/// Whether a version no longer lives at this time. Known ends: v21 about October 2026, v24 2028-02-18, v25 2028-07-29
/// (graph-api 11); of those between, nothing is known, so nothing is claimed.
#[must_use]
pub fn is_dead(version: GraphVersion, now: DateTime<Utc>) -> bool {
    let end = match version.major {
        0..=21 => NaiveDate::from_ymd_opt(2026, 10, 31),
        24 => NaiveDate::from_ymd_opt(2028, 2, 18),
        25 => NaiveDate::from_ymd_opt(2028, 7, 29),
        _ => None,
    };
    end.is_some_and(|end| now.date_naive() > end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number_not_by_text() {
        let v = |text: &str| text.parse::<GraphVersion>().unwrap();
        assert!(v("v9.0") < v("v26.0"));
        assert_eq!(v("v26.0").to_string(), "v26.0");
        assert!("26".parse::<GraphVersion>().is_err());
    }

    #[test]
    fn a_version_is_dead_only_where_its_end_is_known_and_past() {
        let now = "2026-11-21T00:00:00Z".parse().unwrap();
        let dead = |text: &str| is_dead(text.parse().unwrap(), now);
        assert!(dead("v19.0") && dead("v21.0"));
        assert!(!dead("v22.0") && !dead("v24.0") && !dead("v26.0"));
    }
}

//! Usage headers: how near Meta's limits are.

use reqwest::header::HeaderMap;
use serde_json::Value;

/// Above this percentage, questions that are only nice to have are not asked.
pub const USAGE_LIMIT: u64 = 75;

/// What the usage headers of one answer say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Usage {
    /// The highest percentage in any of them.
    pub percent: u64,
    /// Minutes until calls are taken again, while throttled.
    pub wait_minutes: Option<i64>,
}

impl Usage {
    /// Reads `X-App-Usage`, `X-Page-Usage` and `X-Business-Use-Case-Usage` (graph-api 10). Other shapes are ignored: they are advice, not answers.
    pub fn read(headers: &HeaderMap) -> Self {
        let mut usage = Self::default();
        for name in ["x-app-usage", "x-page-usage", "x-business-use-case-usage"] {
            let value = headers
                .get(name)
                .and_then(|text| serde_json::from_slice::<Value>(text.as_bytes()).ok());
            if let Some(value) = value {
                usage.collect(&value);
            }
        }
        usage
    }

    fn collect(&mut self, value: &Value) {
        match value {
            Value::Object(object) => {
                for key in ["call_count", "total_time", "total_cputime"] {
                    let percent = object.get(key).and_then(Value::as_f64).unwrap_or(0.0);
                    self.percent = self.percent.max(percent.clamp(0.0, 1000.0) as u64);
                }
                let wait = object
                    .get("estimated_time_to_regain_access")
                    .and_then(Value::as_i64)
                    .filter(|minutes| *minutes > 0);
                self.wait_minutes = self.wait_minutes.max(wait);
                object
                    .values()
                    .filter(|inner| inner.is_array() || inner.is_object())
                    .for_each(|inner| self.collect(inner));
            }
            Value::Array(list) => list.iter().for_each(|inner| self.collect(inner)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &'static str, value: &'static str) -> Usage {
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().unwrap());
        Usage::read(&headers)
    }

    #[test]
    fn the_highest_percentage_of_any_header_counts() {
        assert_eq!(
            read(
                "x-app-usage",
                r#"{"call_count":28,"total_time":81,"total_cputime":25}"#
            )
            .percent,
            81
        );
        let business = r#"{"104512345678901":[{"type":"messenger","call_count":100,"total_time":25,"estimated_time_to_regain_access":19}]}"#;
        assert_eq!(
            read("x-business-use-case-usage", business),
            Usage {
                percent: 100,
                wait_minutes: Some(19)
            }
        );
    }

    #[test]
    fn a_header_that_is_not_json_is_ignored() {
        assert_eq!(read("x-app-usage", "oops"), Usage::default());
    }
}

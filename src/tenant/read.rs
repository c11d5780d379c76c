//! How single values of `igdoctor.toml` are read. No error repeats a value: it may be a token, pasted into the wrong place.

use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::de::{Error, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};
use toml::value::Datetime;
use url::Url;

use crate::address::{id_hint, is_id, is_of_web_server};
use crate::speech;
use crate::toml_error::{self, ours};

pub(super) fn id<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    // Without quotes an id is a number for TOML.
    let text = from.deserialize_any(TextOrNumber)?;
    if is_id(&text) {
        Ok(Some(text))
    } else {
        Err(ours(&id_hint()))
    }
}

pub(super) fn address<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Url>, D::Error> {
    let text = String::deserialize(from)?;
    text.parse()
        .ok()
        .filter(is_of_web_server)
        .map(Some)
        .ok_or_else(|| ours(&speech::error("error-tenant-address", &[])))
}

pub(super) fn word<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    sentence(from).map(Some)
}

pub(super) fn sentence<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    if text.trim().is_empty() {
        return Err(ours(&speech::error("error-tenant-empty", &[])));
    }
    Ok(text.trim().to_owned())
}

pub(super) fn ids<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<String>>, D::Error> {
    let list = Vec::<String>::deserialize(from)?;
    let named = |name: &String| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    if list.iter().all(named) {
        Ok(Some(list))
    } else {
        Err(ours(&speech::error("error-tenant-field", &[])))
    }
}

pub(super) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    from.deserialize_any(Moment)
        .map(|moment| moment.date_naive())
}

pub(super) fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<DateTime<Utc>, D::Error> {
    from.deserialize_any(Moment)
}

pub(super) fn optional_moment<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<DateTime<Utc>>, D::Error> {
    moment(from).map(Some)
}

/// A text, or a number that was meant as one.
struct TextOrNumber;

impl Visitor<'_> for TextOrNumber {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        toml_error::expect(f, "error-toml-id")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<String, E> {
        Ok(number.to_string())
    }
}

/// A date or a time, with or without quotes.
struct Moment;

impl<'de> Visitor<'de> for Moment {
    type Value = DateTime<Utc>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        toml_error::expect(f, "error-toml-date")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<DateTime<Utc>, E> {
        let whole = || {
            DateTime::parse_from_rfc3339(text)
                .ok()
                .map(|time| time.to_utc())
        };
        let start_of_day = || {
            let day: NaiveDate = text.parse().ok()?;
            Some(day.and_time(NaiveTime::MIN).and_utc())
        };
        whole()
            .or_else(start_of_day)
            .ok_or_else(|| ours(&speech::error("error-tenant-date", &[])))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<DateTime<Utc>, A::Error> {
        let time = Datetime::deserialize(MapAccessDeserializer::new(map))?;
        self.visit_str(&time.to_string())
    }
}

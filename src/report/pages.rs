//! The table of Pages: granted to the token, beside those linked and expected. Most cases of “no Page found” are answered by it.

use std::collections::BTreeMap;

use super::PageRow;
use crate::evidence::Saved;

/// Rows by Page id.
#[derive(Default)]
struct Rows(BTreeMap<String, PageRow>);

impl Rows {
    /// The row of a Page, with its name if that was not known before.
    fn of(&mut self, id: &str, name: Option<&str>) -> &mut PageRow {
        let empty = || PageRow {
            id: id.to_owned(),
            name: None,
            granted: false,
            linked: false,
            expected: false,
        };
        let row = self.0.entry(id.to_owned()).or_insert_with(empty);
        row.name = row.name.take().or_else(|| name.map(str::to_owned));
        row
    }
}

/// Every Page that a run met.
pub(super) fn pages(saved: &Saved) -> Vec<PageRow> {
    let evidence = &saved.evidence;
    let mut rows = Rows::default();
    for page in evidence.pages.value().into_iter().flatten() {
        let row = rows.of(&page.id, Some(&page.name));
        (row.granted, row.linked) = (true, page.instagram.is_some());
    }
    if let Some(page) = evidence.page.value() {
        rows.of(&page.id, page.name.as_deref()).linked |=
            page.instagram.is_some() || page.connected.is_some();
    }
    if let Some((id, name)) = own_page(saved) {
        rows.of(id, name).granted = true;
    }
    if let Some(id) = &saved.expect.page_id {
        rows.of(id, None).expected = true;
    }
    rows.0.into_values().collect()
}

/// The Page that a Page token belongs to.
fn own_page(saved: &Saved) -> Option<(&str, Option<&str>)> {
    let evidence = &saved.evidence;
    let profile = evidence
        .token
        .value()
        .and_then(|token| token.profile_id.as_deref());
    let identity = evidence
        .identity
        .value()
        .filter(|identity| identity.account.is_none() && evidence.pages.value().is_none());
    let id = profile.or_else(|| identity.map(|identity| identity.id.as_str()))?;
    Some((
        id,
        identity
            .filter(|identity| identity.id == id)
            .and_then(|identity| identity.name.as_deref()),
    ))
}

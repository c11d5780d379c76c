//! Saved reports as files: read whole, with the platforms that they are about.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Result, anyhow, bail};

use super::ending::link;
use crate::catalog::Catalog;
use crate::files;
use crate::model::{Arg, Language};
use crate::platform::Platform;
use crate::report::{Stored, TenantFacts};
use crate::speech::{self, Speech};
use crate::terminal::{harmless, say_stderr};

/// A report of ten thousand tenants has less.
const MEGABYTES: u64 = 512;

/// Reads a document with reports; `-` is standard input.
///
/// # Errors
/// What is wrong with the file, and where in it.
pub(super) fn read(path: &Path) -> Result<Stored> {
    let stdin = path == Path::new("-");
    let file = if stdin {
        "-".to_owned()
    } else {
        path.display().to_string()
    };
    let read = if stdin {
        files::stdin().and_then(bytes)
    } else {
        File::open(path).and_then(bytes)
    };
    let bytes = read.map_err(|why| {
        anyhow!(speech::error(
            "saved-unreadable",
            &[("file", &file), ("why", &link(&why))]
        ))
    })?;
    if bytes.len() as u64 > MEGABYTES << 20 {
        bail!(speech::error(
            "saved-too-long",
            &[("file", &file), ("megabytes", &MEGABYTES)]
        ));
    }
    Stored::parse(&text(&bytes)).map_err(|why| {
        anyhow!(speech::error(
            "saved-bad",
            &[("file", &file), ("why", &why)]
        ))
    })
}

fn bytes(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take((MEGABYTES << 20) + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text of a file. A shell of Windows writes `>` as UTF-16, with a mark before it.
fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, rest @ ..] => {
            let units = rest.chunks_exact(2);
            let units = units.filter_map(|unit| Some(u16::from_le_bytes(unit.try_into().ok()?)));
            String::from_utf16_lossy(&units.collect::<Vec<_>>())
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Says everything anew in a language. The platforms of the reports, in the same order, come back. `missing` are those that are not
/// here: each is told of once.
///
/// # Errors
/// Only if igdoctor was built from broken files.
pub(super) fn say(
    stored: &mut Stored,
    catalog: &'static Catalog,
    language: Language,
    missing: &mut Vec<String>,
) -> Result<Vec<Platform>> {
    let mut platforms = Vec::new();
    for report in stored.reports() {
        let tenant = &report.tenant;
        if let Ok(platform) = Platform::find(&tenant.platform) {
            platforms.push(platform);
            continue;
        }
        platforms.push(stand_in(tenant)?);
        if !missing.contains(&tenant.platform) {
            missing.push(tenant.platform.clone());
            let name = Arg::Text(harmless(&tenant.platform));
            let speech = Speech::new(language);
            say_stderr(&speech.say_with("saved-platform", &[("platform", &name)]));
        }
    }
    stored.say(catalog, &platforms, language);
    Ok(platforms)
}

/// A platform that is not here: a file of one's own that is elsewhere, or one of a later igdoctor.
fn stand_in(tenant: &TenantFacts) -> Result<Platform> {
    let name = Arg::Text(tenant.platform_name.clone());
    let reconnect = |language: Language| {
        Speech::new(language).say_with("saved-reconnect", &[("platform", &name)])
    };
    Ok(Platform::stand_in(
        &tenant.platform,
        &tenant.platform_name,
        &reconnect,
    )?)
}

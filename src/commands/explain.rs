//! `igdoctor explain`: what a check, a cause, a symptom or an error means, and what to do.

use std::ffi::OsString;
use std::io::Read as _;

use anyhow::{Context, Result, ensure};
use clap::Args;

use super::flags::{FormFlags, LookFlags, Plain, parse};
use crate::catalog;
use crate::explain::{Around, Call, Known, bounded, is_text};
use crate::files;
use crate::model::Flow;
use crate::platform::Platform;
use crate::report::explained::{Scope, explanation};
use crate::report::{EXIT_FINDINGS, EXIT_HEALTHY, human, json};
use crate::speech::{Speech, error};
use crate::terminal::write_stdout;

/// Read of standard input, at most; the rest is left there.
const MOST: u64 = 16 << 20;

/// Flags of `explain`.
#[derive(Args, Debug)]
pub struct Flags {
    /// A check, a cause, a symptom, an error such as 190/463, or an error pasted whole; `-` reads standard input
    #[arg(value_name = "WHAT", allow_hyphen_values = true)]
    what: OsString,
    /// More words of it, where they were not quoted
    #[arg(hide = true)]
    more: Vec<OsString>,
    /// The call that was answered with the error, such as "POST /me/messages"
    #[arg(long, value_name = "CALL")]
    call: Option<String>,
    /// How the account is connected: facebook or instagram
    #[arg(long, value_name = "FLOW", value_parser = parse::<Flow>)]
    flow: Option<Flow>,
    /// The messaging platform, for the steps inside it: an id (`igdoctor list --platforms`) or a file of your own
    #[arg(long, value_name = "ID")]
    platform: Option<String>,
    #[command(flatten)]
    form: FormFlags,
    #[command(flatten)]
    look: LookFlags,
}

/// Explains. Ends with 1 when there is no answer.
///
/// # Errors
/// When nothing was given, or it cannot be read.
pub fn run(flags: &Flags) -> Result<u8> {
    let catalog = super::catalog()?;
    let texts = catalog::texts().map_err(super::broken_build)?;
    let symptoms = catalog::symptoms().map_err(super::broken_build)?;
    let speech = Speech::new(flags.look.language());
    let platform = flags.platform.as_deref().map(Platform::find).transpose()?;
    let mut platforms = Platform::all()?;
    platforms.extend(
        platform
            .iter()
            .filter(|platform| platform.is_file())
            .cloned(),
    );
    let text = flags.text()?;
    ensure!(!text.trim().is_empty(), error("error-explain-nothing", &[]));
    let around = Around {
        call: flags.call.as_deref().map(Call::parse).unwrap_or_default(),
        flow: flags.flow,
    };
    let known = Known {
        catalog,
        texts,
        symptoms,
        platforms: &platforms,
    };
    let subject = known.recognize(&text, &around);
    let scope = Scope {
        catalog,
        platform: platform.as_ref(),
        speech: &speech,
    };
    let answer = explanation(&scope, &subject);
    let document = match flags.form.format {
        Plain::Json => json::document(&answer)?,
        Plain::Human => human::render_explained(&answer, flags.look.look(), &speech),
    };
    write_stdout(&document)?;
    Ok(if answer.is_answer() {
        EXIT_HEALTHY
    } else {
        EXIT_FINDINGS
    })
}

impl Flags {
    /// What was asked about: the words of the command line, or standard input.
    fn text(&self) -> Result<String> {
        if self.what == "-" && self.more.is_empty() {
            let mut bytes = Vec::new();
            files::stdin()
                .and_then(|stdin| stdin.take(MOST).read_to_end(&mut bytes))
                .with_context(|| error("error-cannot-read-stdin", &[]))?;
            ensure!(is_text(&bytes), error("error-explain-not-text", &[]));
            return Ok(bounded(&bytes));
        }
        let all = std::iter::once(&self.what).chain(&self.more);
        let words: Vec<_> = all.map(|word| word.to_string_lossy()).collect();
        Ok(bounded(words.join(" ").as_bytes()))
    }
}

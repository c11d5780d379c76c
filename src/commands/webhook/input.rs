//! A saved request, from one file or from its parts.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;

use crate::commands::deliver::Named;
use crate::graph::webhook::Request;
use crate::speech::error;

/// Meta sends far less.
const MEGABYTES: u64 = 32;

/// Where the request is.
#[derive(Args, Debug)]
#[command(next_help_heading = "The request")]
pub(super) struct InputFlags {
    /// The request as HTTP text: headers, an empty line, the body; `-` is standard input
    #[arg(
        value_name = "FILE",
        required_unless_present = "body",
        conflicts_with = "body"
    )]
    file: Option<PathBuf>,
    /// The body alone, byte for byte; `-` is standard input
    #[arg(long, value_name = "FILE")]
    body: Option<PathBuf>,
    /// The headers, one a line
    #[arg(long, value_name = "FILE")]
    headers: Option<PathBuf>,
    /// A header, such as 'X-Hub-Signature-256: sha256=…'; repeatable
    #[arg(long, value_name = "NAME: VALUE")]
    header: Vec<String>,
}

impl InputFlags {
    /// The files that are read, each with its flag.
    pub fn files(&self) -> Vec<Named<'_>> {
        vec![
            ("FILE", self.file.as_deref()),
            ("--body", self.body.as_deref()),
            ("--headers", self.headers.as_deref()),
        ]
    }

    /// The request.
    ///
    /// # Errors
    /// When a file cannot be read or is too long, or a header is none.
    pub fn request(&self) -> Result<Request> {
        let mut request = match (&self.file, &self.body) {
            (Some(path), _) => Request::read(&read(path)?),
            (None, Some(path)) => Request {
                body: read(path)?,
                ..Request::default()
            },
            (None, None) => Request::default(),
        };
        if let Some(path) = &self.headers {
            let stdin = Path::new("-");
            let twice = [&self.file, &self.body]
                .into_iter()
                .flatten()
                .any(|other| other == stdin);
            ensure!(
                path != stdin || !twice,
                error("error-webhook-stdin-twice", &[])
            );
            request.add_headers(&String::from_utf8_lossy(&read(path)?));
        }
        for header in &self.header {
            ensure!(
                request.add_header(header),
                error("error-webhook-header", &[])
            );
        }
        Ok(request)
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let shown = path.display();
    let bytes = if path == Path::new("-") {
        bytes(io::stdin().lock())
    } else {
        File::open(path).and_then(bytes)
    };
    let bytes = bytes.with_context(|| error("error-webhook-file", &[("path", &shown)]))?;
    if bytes.len() as u64 > MEGABYTES << 20 {
        bail!(error(
            "error-webhook-too-long",
            &[("path", &shown), ("megabytes", &MEGABYTES)]
        ));
    }
    Ok(bytes)
}

fn bytes(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take((MEGABYTES << 20) + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

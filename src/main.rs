//! The `igdoctor` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    igdoctor::run()
}

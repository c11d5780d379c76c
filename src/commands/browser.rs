//! Opening an address in the person's own browser.

use std::process::Stdio;

use crate::secret::children_without_secrets;

/// Opens an address, if this machine has a browser. It gets none of our secrets, and cannot write onto the terminal.
pub(super) fn open(address: &str) {
    for mut command in open::commands(address) {
        children_without_secrets(&mut command);
        let quiet = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if quiet.spawn().is_ok() {
            break;
        }
    }
}

//! Programs that igdoctor starts: none of them gets a secret of ours by its environment.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// Variables that hold secrets wherever they are set.
const OURS: &[&str] = &[
    "IGDOCTOR_TOKEN",
    "IGDOCTOR_APP_SECRET",
    "IGDOCTOR_INSTAGRAM_APP_SECRET",
    "IGDOCTOR_VERIFY_TOKEN",
];

/// Those that a tenant names.
static NAMED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// From now on, no child gets this variable.
pub fn hide(name: &str) {
    NAMED
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .insert(name.to_owned());
}

/// Takes every variable that holds a secret out of the environment of a program that is about to be started.
pub fn children_without_secrets(command: &mut Command) {
    for name in OURS {
        command.env_remove(name);
    }
    for name in NAMED.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        command.env_remove(name);
    }
}

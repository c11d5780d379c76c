//! Ctrl-C where there are no Unix terminals.

use std::io;

use super::Mode;

/// Here dialoguer changes nothing that outlives it.
#[derive(Debug)]
pub(super) struct Settings;

impl Settings {
    pub(super) fn now() -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) fn set(&self, _: Mode) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn put_back(&self) {}

    pub(super) fn forget_typed(&self) {}
}

/// Ctrl-C.
pub(super) struct Signals;

impl Signals {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) async fn next(&mut self) -> bool {
        // Where it cannot be waited for, it still ends the program by itself.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        false
    }
}

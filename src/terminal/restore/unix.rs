//! Settings and signals of a Unix terminal.

use std::io;

use rustix::termios::{
    LocalModes, OptionalActions, QueueSelector, SpecialCodeIndex, Termios, tcflush, tcgetattr,
    tcsetattr,
};
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::Mode;

/// In place of a key: there is no such key.
const NO_KEY: u8 = if cfg!(any(target_os = "linux", target_os = "android")) {
    0
} else {
    0xff
};

/// The terminal's settings as they were found.
#[derive(Debug)]
pub(super) struct Settings(Termios);

impl Settings {
    pub(super) fn now() -> io::Result<Self> {
        Ok(Self(tcgetattr(io::stdin())?))
    }

    /// Sets the terminal for a prompt.
    pub(super) fn set(&self, mode: Mode) -> io::Result<()> {
        let mut settings = self.0.clone();
        let when = match mode {
            Mode::Lines => return Ok(()),
            Mode::Hidden => {
                settings.local_modes -= LocalModes::ECHO | LocalModes::ECHONL;
                // Ctrl-Z would leave the shell without echo, and `fg` would bring the echo back into the prompt.
                settings.special_codes[SpecialCodeIndex::VSUSP] = NO_KEY;
                OptionalActions::Flush
            }
            Mode::Keys => {
                // Between two keys dialoguer goes back to these: what is pasted would be shown twice here and there,
                // and Ctrl-C would meet a terminal that is just being changed.
                settings.local_modes -= LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG;
                OptionalActions::Now
            }
        };
        Ok(tcsetattr(io::stdin(), when, &settings)?)
    }

    /// A terminal that has gone away needs no settings.
    pub(super) fn put_back(&self) {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.0);
    }

    /// What was typed for a prompt must not reach the shell.
    pub(super) fn forget_typed(&self) {
        let _ = tcflush(io::stdin(), QueueSelector::IFlush);
    }
}

/// The signals that end a program.
pub(super) struct Signals {
    interrupt: Signal,
    terminate: Signal,
    hang_up: Signal,
}

impl Signals {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
        })
    }

    /// Comes with the next signal: whether the terminal was closed.
    pub(super) async fn next(&mut self) -> bool {
        tokio::select! {
            _ = self.interrupt.recv() => false,
            _ = self.terminate.recv() => false,
            _ = self.hang_up.recv() => true,
        }
    }
}

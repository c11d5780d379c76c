//! Leaves the terminal as it was found, whatever ends a prompt: echo on, cursor visible, the line ended.
//!
//! Once somebody has listened for Ctrl-C, the system no longer ends the program by itself, and what reads a prompt
//! tries again. So from the first prompt on a thread waits for the signals that end a program.

#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod unix;

use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::{io, thread};

#[cfg(not(unix))]
use self::elsewhere as system;
#[cfg(unix)]
use self::unix as system;
use super::put_stderr;

/// Exit code of a program that was interrupted.
const INTERRUPTED: i32 = 130;
/// Ends the line; the cursor is visible again.
const WITH_CURSOR: &str = "\u{1b}[?25h\n";

/// How a prompt reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Whole lines, edited and shown by the terminal.
    Lines,
    /// Whole lines, edited by the terminal and not shown.
    Hidden,
    /// Key by key, shown by the prompt. It may have hidden the cursor.
    Keys,
}

/// The prompt that is open, and who else wants to know of signals.
#[derive(Debug)]
struct State {
    open: Option<(Mode, system::Settings)>,
    listening: usize,
}

static STATE: Mutex<State> = Mutex::new(State {
    open: None,
    listening: 0,
});

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// While it lives, Ctrl-C and SIGTERM are somebody else's to act on, unless a prompt is open.
#[derive(Debug)]
pub struct Listening(());

impl Listening {
    /// Somebody acts on the signals from now on.
    #[must_use]
    pub fn begin() -> Self {
        state().listening += 1;
        Self(())
    }
}

impl Listening {
    /// The signal has come, and somebody acts on it. Whoever watches over the prompts may see it later than that, and must not
    /// end the program in the middle.
    pub fn to_the_end(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        state().listening -= 1;
    }
}

/// While it lives, the terminal is set for a prompt.
#[derive(Debug)]
pub(super) struct Open(());

impl Open {
    /// Sets the terminal for a prompt.
    ///
    /// # Errors
    /// When the terminal refuses; nothing secret may be asked then.
    pub(super) fn new(mode: Mode) -> io::Result<Self> {
        let mut state = state();
        let found = system::Settings::now()?;
        found.set(mode)?;
        state.open = Some((mode, found));
        Ok(Self(()))
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        if let Some((mode, found)) = state().open.take() {
            // What was pasted with a line break in it goes on: the rest of a secret must reach neither screen nor shell.
            if mode == Mode::Hidden {
                found.forget_typed();
            }
            found.put_back();
        }
    }
}

/// Ends the program as a signal would, with the terminal as it was found. Only for a prompt that was interrupted.
#[expect(
    clippy::exit,
    reason = "what reads a prompt does not come back from a signal, so no error can travel up from there"
)]
pub(super) fn leave() -> ! {
    // Not given back: nobody else ends the program or changes the terminal in between.
    let state = state();
    if let Some((mode, found)) = &state.open {
        put_stderr(if *mode == Mode::Keys {
            WITH_CURSOR
        } else {
            "\n"
        });
        found.forget_typed();
        found.put_back();
    }
    std::process::exit(INTERRUPTED)
}

/// Waits for signals from now on. False if that cannot be: then nothing may be asked.
pub(super) fn watch() -> bool {
    static WATCHES: OnceLock<bool> = OnceLock::new();
    *WATCHES.get_or_init(|| {
        let (ready, registered) = channel();
        let thread = thread::Builder::new().name("signals".to_owned());
        thread.spawn(move || wait(&ready)).is_ok() && registered.recv().is_ok()
    })
}

fn wait(ready: &Sender<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let Ok(runtime) = runtime else {
        return;
    };
    runtime.block_on(async {
        let Ok(mut signals) = system::Signals::new() else {
            return;
        };
        // Whoever asked has not gone away: it waits for this.
        let _ = ready.send(());
        loop {
            let hung_up = signals.next().await;
            let left_to_others = {
                let state = state();
                state.open.is_none() && state.listening > 0
            };
            if hung_up || !left_to_others {
                leave();
            }
        }
    });
}

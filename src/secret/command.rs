//! A program that prints a secret, such as the reader of a vault.
//!
//! No shell, no input, a time limit, and an environment without secrets of ours. It runs in a process group of its own, so that
//! all that it started ends with it; a program that asks on the terminal is therefore stopped by the system and runs into its limit.

use std::io::{ErrorKind, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use secrecy::SecretString;

use crate::secret::harmless::last_line;
use crate::secret::{LIMIT, SecretError, children_without_secrets};

/// As much of what it says on standard error is kept: the end, where the reason stands.
const KEPT: usize = 4096;
/// A program that has closed its output ends soon after.
const PAUSE: Duration = Duration::from_millis(5);
/// What it says is waited for so long after its end; something that it left behind may hold the pipe open.
const LAST_WORDS: Duration = Duration::from_millis(200);

/// What the program prints. `source` names it in errors, without its arguments.
pub(super) fn output(
    args: &[String],
    limit: Duration,
    source: &str,
) -> Result<SecretString, SecretError> {
    let deadline = Instant::now() + limit;
    let mut child = started(args)?;
    let printed = read_apart(child.stdout.take(), up_to_limit);
    let said = read_apart(child.stderr.take(), the_end);
    let too_slow = || SecretError::TooSlow {
        program: program_of(args),
        seconds: limit.as_secs(),
    };
    let Ok(bytes) = printed.recv_timeout(limit) else {
        end_all(&mut child);
        return Err(too_slow());
    };
    if bytes.len() > LIMIT {
        end_all(&mut child);
        return Err(SecretError::TooLarge(source.to_owned()));
    }
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if Instant::now() < deadline => std::thread::sleep(PAUSE),
            Ok(None) => {
                end_all(&mut child);
                return Err(too_slow());
            }
            Err(source) => {
                return Err(SecretError::NotStarted {
                    program: program_of(args),
                    source,
                });
            }
        }
    };
    if !status.success() {
        let said = said.recv_timeout(LAST_WORDS).unwrap_or_default();
        let said = last_line(&String::from_utf8_lossy(&said));
        return Err(SecretError::Failed {
            program: program_of(args),
            status,
            said: if said.is_empty() {
                said
            } else {
                format!(": {said}")
            },
        });
    }
    String::from_utf8(bytes)
        .map(SecretString::from)
        .map_err(|_| SecretError::Malformed(source.to_owned()))
}

/// The program alone, as it is shown: arguments may hold anything.
pub(super) fn program_of(args: &[String]) -> String {
    args.first().cloned().unwrap_or_default()
}

fn started(args: &[String]) -> Result<Child, SecretError> {
    let mut command = Command::new(program_of(args));
    command
        .args(args.iter().skip(1))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    children_without_secrets(&mut command);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn().map_err(|source| {
        let program = program_of(args);
        if source.kind() == ErrorKind::NotFound {
            SecretError::NoSuchCommand(program)
        } else {
            SecretError::NotStarted { program, source }
        }
    })
}

/// Ends the program with all that it started; on Windows it alone.
fn end_all(child: &mut Child) {
    // It was not waited for yet, so its number is still its own. What has ended by itself cannot be ended.
    #[cfg(unix)]
    let _ = rustix::process::kill_process_group(
        rustix::process::Pid::from_child(child),
        rustix::process::Signal::KILL,
    );
    let _ = child.kill();
    let _ = child.wait();
}

/// Reads on a thread of its own: a program that cannot get rid of what it says never ends.
fn read_apart<R: Read + Send + 'static>(
    pipe: Option<R>,
    read: impl FnOnce(R) -> Vec<u8> + Send + 'static,
) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        // Nobody listens any more if it took too long.
        let _ = sender.send(pipe.map(read).unwrap_or_default());
    });
    receiver
}

/// The whole, or one byte more than is allowed.
fn up_to_limit(pipe: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What could be read is judged with the exit status.
    let _ = pipe.take(LIMIT as u64 + 1).read_to_end(&mut bytes);
    bytes
}

/// The last of it.
fn the_end(mut pipe: impl Read) -> Vec<u8> {
    let (mut bytes, mut piece) = (Vec::new(), [0; KEPT]);
    while let Ok(count @ 1..) = pipe.read(&mut piece) {
        bytes.extend_from_slice(piece.get(..count).unwrap_or_default());
        let over = bytes.len().saturating_sub(KEPT);
        bytes.drain(..over);
    }
    bytes
}

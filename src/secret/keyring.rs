//! The system's keyring: Secret Service, macOS Keychain or Windows Credential Manager.
//!
//! A locked keyring asks a person, and can hang for ever. So every access has a plain thread of its own and a time limit. It must
//! not be made from async code: the caller waits. Entries are UTF-8 text, since KWallet keeps nothing else, and Windows keeps
//! at most 1280 characters: tokens have about 300.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use keyring_core::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};

use crate::secret::SecretError;
use crate::secret::harmless::last_line;
use crate::speech::error;

/// Under this name all entries of igdoctor stand.
const SERVICE: &str = "igdoctor";
/// A person may be typing the password of the keyring.
const LIMIT: Duration = Duration::from_secs(60);
/// After this time it is told what is being waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// The text of an entry.
pub(super) fn read(name: &str, waiting: &dyn Fn()) -> Result<SecretString, SecretError> {
    access(name, waiting, |entry| {
        entry.get_password().map(SecretString::from)
    })
}

/// Sets the text of an entry, and makes the entry if it is not there.
pub(super) fn store(name: &str, text: SecretString, waiting: &dyn Fn()) -> Result<(), SecretError> {
    access(name, waiting, move |entry| {
        entry.set_password(text.expose_secret())
    })
}

/// Removes an entry; `false` if it was not there.
pub(super) fn delete(name: &str, waiting: &dyn Fn()) -> Result<bool, SecretError> {
    match access(name, waiting, Entry::delete_credential) {
        Ok(()) => Ok(true),
        Err(SecretError::NotInKeyring(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

fn access<T: Send + 'static>(
    name: &str,
    waiting: &dyn Fn(),
    work: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
) -> Result<T, SecretError> {
    let entry = name.to_owned();
    in_time(PATIENCE, LIMIT, waiting, move || {
        if let Err(fault) = keyring::Entry::store_status() {
            return Err(SecretError::NoKeyring(reason(fault)));
        }
        Entry::new(SERVICE, &entry)
            .and_then(|found| work(&found))
            .map_err(|error| told(&error, entry))
    })
}

/// Runs it on a thread of its own; what takes too long is left behind there.
fn in_time<T: Send + 'static>(
    patience: Duration,
    limit: Duration,
    waiting: &dyn Fn(),
    work: impl FnOnce() -> Result<T, SecretError> + Send + 'static,
) -> Result<T, SecretError> {
    let (sender, receiver) = mpsc::channel();
    std::thread::Builder::new()
        .name("keyring".to_owned())
        .spawn(move || {
            // Nobody listens any more if it took too long.
            let _ = sender.send(work());
        })
        .map_err(|error| SecretError::Keyring(last_line(&error.to_string())))?;
    let answer = receiver.recv_timeout(patience).or_else(|error| {
        if error == RecvTimeoutError::Timeout {
            waiting();
            return receiver.recv_timeout(limit.saturating_sub(patience));
        }
        Err(error)
    });
    match answer {
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) => Err(SecretError::TimedOut(limit.as_secs())),
        Err(RecvTimeoutError::Disconnected) => {
            Err(SecretError::Keyring(error("error-keyring-broke-off", &[])))
        }
    }
}

/// The many errors of keyrings as our few. Those that hold what was read are never looked into.
fn told(fault: &Error, entry: String) -> SecretError {
    match fault {
        Error::NoEntry => SecretError::NotInKeyring(entry),
        Error::Ambiguous(_) => SecretError::SeveralInKeyring(entry),
        Error::NoDefaultStore => SecretError::NoKeyring(error("error-keyring-none-set-up", &[])),
        Error::BadEncoding(_) | Error::BadDataFormat(..) | Error::BadStoreFormat(_) => {
            SecretError::Malformed(error("secret-place-keyring", &[("name", &entry)]))
        }
        Error::NoStorageAccess(inner) | Error::PlatformFailure(inner) => {
            // The type depends on the system; the names of its variants are part of its interface.
            match (format!("{inner:?}").as_str(), fault) {
                ("Prompt" | "PromptDisconnected", _) => SecretError::Dismissed,
                ("Locked", _) => SecretError::Locked,
                // What a Secret Service says that nobody ever logged in to.
                ("NoResult", _) => {
                    SecretError::NoKeyring(error("error-keyring-no-collection", &[]))
                }
                ("Unavailable", _) | (_, Error::NoStorageAccess(_)) => {
                    SecretError::NoKeyring(reason(fault))
                }
                _ => SecretError::Keyring(reason(fault)),
            }
        }
        Error::TooLong(..) => {
            SecretError::Keyring(error("error-keyring-too-long", &[("name", &entry)]))
        }
        Error::Invalid(..) => {
            SecretError::Keyring(error("error-keyring-no-such-name", &[("name", &entry)]))
        }
        _ => SecretError::Keyring(error("error-keyring-cannot", &[])),
    }
}

/// What the system says of it, where that cannot hold what was stored.
fn reason(fault: &Error) -> String {
    match fault {
        Error::NoStorageAccess(inner) | Error::PlatformFailure(inner) => {
            last_line(&inner.to_string())
        }
        Error::Invalid(..) => error("error-keyring-none-known", &[]),
        _ => error("error-keyring-not-opened", &[]),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    const SHORT: Duration = Duration::from_millis(20);

    #[test]
    fn what_hangs_is_left_after_the_limit_and_told_once() {
        let told = Cell::new(0);
        let result = in_time(SHORT, SHORT * 3, &|| told.set(told.get() + 1), || {
            std::thread::sleep(Duration::from_secs(5));
            Ok(())
        });
        assert!(matches!(result, Err(SecretError::TimedOut(_))));
        assert_eq!(told.get(), 1);
    }

    #[test]
    fn what_answers_at_once_is_not_told() {
        let result = in_time(Duration::from_secs(5), LIMIT, &|| panic!("told"), || Ok(7));
        assert_eq!(result.unwrap(), 7);
    }

    #[test]
    fn a_panic_of_the_library_is_an_error() {
        let result = in_time(LIMIT, LIMIT, &|| (), || -> Result<(), _> {
            panic!("broken")
        });
        assert!(matches!(result, Err(SecretError::Keyring(_))));
    }

    /// What the library hands over with its errors can be the token.
    #[test]
    fn no_error_shows_what_was_read() {
        let read = b"EAACanaryTokenOfTheCustomer0123456789\xff";
        let inner = || {
            Box::new(std::io::Error::other(
                "refused EAACanaryTokenOfTheCustomer01",
            ))
        };
        for error in [
            Error::BadEncoding(read.to_vec()),
            Error::BadDataFormat(read.to_vec(), inner()),
            Error::BadStoreFormat("EAACanary".to_owned()),
            Error::PlatformFailure(inner()),
            Error::NoStorageAccess(inner()),
            Error::NotSupportedByStore("EAACanary".to_owned()),
            Error::TooLong("EAACanary".to_owned(), 2560),
        ] {
            let told = told(&error, "casa-azul/token".to_owned());
            assert!(!format!("{told} {told:?}").contains("Canary"), "{told:?}");
        }
    }
}

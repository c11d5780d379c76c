//! What is had before anything is asked: the word, the listener, and whoever answers.

use std::net::SocketAddr;

use anyhow::{Result, bail};

use super::person::Person;
use super::{Flags, Ready};
use crate::engine::trace::Ear;
use crate::graph::CodeWord;
use crate::graph::webhook::{Expected, Receiver};
use crate::speech::{Speech, error};
use crate::terminal::{Look, Prompt};

/// That.
pub(super) struct Begin<'a> {
    pub word: CodeWord,
    pub ear: Option<Ear>,
    /// Where the listener is.
    pub address: Option<SocketAddr>,
    pub person: Person<'a>,
}

impl<'a> Begin<'a> {
    /// Opens the listener, if one is wished.
    ///
    /// # Errors
    /// When nobody could listen, or nobody could agree to `--self`.
    pub fn new(flags: &Flags, ready: &Ready, speech: &'a Speech) -> Result<Self> {
        let word = CodeWord::random()?;
        let expected = Expected {
            verify_token: ready.tenant.credentials.verify_token.clone(),
            secrets: ready.signers.clone(),
            code_word: Some(word.clone()),
        };
        let receiver = flags
            .listen
            .map(|listen| Receiver::open(listen, expected))
            .transpose()?;
        let look = Look::of_stderr(flags.look.color, flags.look.is_accessible());
        let world = ready.sandbox.as_ref().map(|sandbox| sandbox.world());
        let person = Person {
            prompt: Prompt::new(flags.no_input, look, speech),
            tells: world.and_then(|world| Some(world.actor?.tells)),
            speech,
        };
        if flags.own && !flags.yes && person.prompt.is_none() {
            bail!(error("error-trace-consent", &[]));
        }
        Ok(Self {
            word,
            address: receiver.as_ref().map(Receiver::address),
            ear: receiver.map(Ear::new),
            person,
        })
    }
}

//! Whether a command may ask, and of whom.

use clap::Args;

use super::flags::LookFlags;
use crate::speech::Speech;
use crate::terminal::{Look, Prompt};

/// Whether anything may be asked.
#[derive(Args, Clone, Copy, Debug, Default)]
pub struct Asking {
    /// Never ask anything of whoever runs this
    #[arg(long)]
    pub no_input: bool,
}

/// A way to ask, if anybody is there to answer.
pub(super) fn asker<'a>(
    asking: &Asking,
    look: &LookFlags,
    speech: &'a Speech,
) -> Option<Prompt<'a>> {
    let look = Look::of_stderr(look.color, look.is_accessible());
    Prompt::new(asking.no_input, look, speech)
}

//! What goes wrong with one call, before its answer or in it.

use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::world::{What, World};

/// A body larger than anybody reads.
const HUGE: usize = 3 << 20;

/// What stands in place of the real answer.
#[derive(Debug)]
pub(super) enum Instead {
    /// A refusal.
    Refusal(Refusal),
    /// A page for people, with this status.
    Page(u16),
    /// A redirect, which Graph never gives.
    Redirect,
    /// The end of the connection.
    Hangup,
}

/// The faults that one call meets.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// What stands in place of the real answer.
    pub instead: Option<Instead>,
    /// Milliseconds that the answer waits.
    pub delay_ms: u64,
    /// The version that the answer names.
    pub version: Option<&'static str>,
    /// Fields that do not exist.
    pub missing: Vec<&'static str>,
    /// Largest page of a list.
    pub page_size: Option<usize>,
    /// A list has no last page.
    pub endless: bool,
    usage: Option<u64>,
    cut: bool,
    huge: bool,
}

impl Faults {
    /// Takes the faults of a call out of the world: those that happen a number of times have happened once more.
    pub fn take(world: &mut World, path: &str) -> Self {
        let mut faults = Self::default();
        for fault in world
            .faults
            .iter_mut()
            .filter(|fault| path.ends_with(fault.path) && fault.times != Some(0))
        {
            // Only one thing can stand in place of an answer; the next waits for its own call.
            if faults.add(&fault.what) {
                fault.times = fault.times.map(|times| times - 1);
            }
        }
        faults
    }

    fn add(&mut self, what: &What) -> bool {
        match what {
            What::Refuse(status, code, subcode, message) => {
                return self.stand_in(Instead::Refusal(Refusal {
                    status: *status,
                    code: *code,
                    subcode: *subcode,
                    message: (*message).to_owned(),
                }));
            }
            What::Html(status) => return self.stand_in(Instead::Page(*status)),
            What::Redirect => return self.stand_in(Instead::Redirect),
            What::Drop => return self.stand_in(Instead::Hangup),
            What::Hang(ms) => self.delay_ms += ms,
            What::Cut => self.cut = true,
            What::Usage(percent) => self.usage = Some(*percent),
            What::Version(version) => self.version = Some(version),
            What::NoField(field) => self.missing.push(field),
            What::Paged(size) => self.page_size = Some(*size),
            What::Loop => self.endless = true,
            What::Huge => self.huge = true,
        }
        true
    }

    fn stand_in(&mut self, instead: Instead) -> bool {
        let free = self.instead.is_none();
        self.instead.get_or_insert(instead);
        free
    }

    /// Does to an answer what happens to it on the way.
    pub fn dress(&self, mut answer: Answer) -> Answer {
        if let Some(percent) = self.usage {
            answer = answer.header(
                "x-app-usage",
                format!(
                    r#"{{"call_count":{percent},"total_time":{percent},"total_cputime":{percent}}}"#
                ),
            );
        }
        if self.huge {
            answer = answer.padded(HUGE);
        }
        if self.cut { answer.cut() } else { answer }
    }
}

//! What goes wrong with one call, before its answer or in it.

use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::graph::request::Request;
use crate::sandbox::world::{Fault, What, World};

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
    /// The word that it was done, and nothing was.
    Pretence,
}

/// The faults that one call meets.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// What stands in place of the real answer.
    pub instead: Option<Instead>,
    /// The call has its effect all the same.
    pub takes_effect: bool,
    /// Milliseconds that the call waits for its effect.
    pub delay_ms: u64,
    /// Milliseconds that the answer waits after it.
    pub delay_after_ms: u64,
    /// The version that the answer names.
    pub version: Option<&'static str>,
    /// Fields that do not exist.
    pub missing: Vec<&'static str>,
    /// Largest page of a list.
    pub page_size: Option<usize>,
    /// A list has no last page.
    pub endless: bool,
    usage: Option<u64>,
    half_pair: Option<&'static str>,
    cut: bool,
    huge: bool,
}

impl Faults {
    /// Takes the faults of a call out of the world: those that happen a number of times have happened once more.
    pub fn take(world: &mut World, request: &Request) -> Self {
        let mut faults = Self::default();
        let mut meanwhile = Vec::new();
        for fault in world
            .faults
            .iter_mut()
            .filter(|fault| concerns(fault, request) && fault.times != Some(0))
        {
            // Only one thing can stand in place of an answer; the next waits for its own call.
            let happened = match &mut fault.what {
                What::Meanwhile(change) => {
                    meanwhile.push(*change);
                    true
                }
                What::Nth(number, what) => {
                    *number = number.saturating_sub(1);
                    if *number > 0 {
                        continue;
                    }
                    fault.times = Some(1);
                    match &**what {
                        What::Meanwhile(change) => {
                            meanwhile.push(*change);
                            true
                        }
                        what => faults.add(what),
                    }
                }
                what => faults.add(what),
            };
            if happened {
                fault.times = fault.times.map(|times| times - 1);
            }
        }
        for change in meanwhile {
            change(world);
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
            What::Pretend => return self.stand_in(Instead::Pretence),
            What::After(what) => {
                self.takes_effect = true;
                if let What::Hang(ms) = **what {
                    self.delay_after_ms += ms;
                } else {
                    return self.add(what);
                }
            }
            What::Hang(ms) => self.delay_ms += ms,
            What::Cut => self.cut = true,
            What::Usage(percent) => self.usage = Some(*percent),
            What::Version(version) => self.version = Some(version),
            What::NoField(field) => self.missing.push(field),
            What::Paged(size) => self.page_size = Some(*size),
            What::Loop => self.endless = true,
            What::Huge => self.huge = true,
            What::HalfPair(place) => self.half_pair = Some(place),
            // They are taken out of the world above.
            What::Nth(..) | What::Meanwhile(_) => {}
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
        if let Some(place) = self.half_pair {
            answer = answer.with_half_pair(place);
        }
        if self.huge {
            answer = answer.padded(HUGE);
        }
        if self.cut { answer.cut() } else { answer }
    }
}

/// Whether a fault is one of this call.
fn concerns(fault: &Fault, request: &Request) -> bool {
    match fault.path.split_once(' ') {
        Some((method, path)) => request.method == *method && request.path.ends_with(path),
        None => request.path.ends_with(fault.path),
    }
}

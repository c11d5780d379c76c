//! Answers that are still to come: whoever reads one judges too early, and that is noticed.

use std::cell::Cell;
use std::rc::Rc;

/// Notices when an answer is read that is still to come.
///
/// Judging is deterministic. What was judged without reading such an answer would be judged the same with all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watch(Rc<Cell<bool>>);

impl Watch {
    /// Does something. `None` if it read an answer that is still to come.
    pub fn unless_too_early<R>(&self, read: impl FnOnce() -> R) -> Option<R> {
        self.0.set(false);
        let result = read();
        (!self.0.get()).then_some(result)
    }

    pub(super) fn notice(&self) {
        self.0.set(true);
    }
}

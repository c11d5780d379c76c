//! Which questions are still open, so that nothing is said too early.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use crate::model::Question;

/// The questions of a plan whose answers may still come, or come anew.
#[derive(Debug)]
pub(super) struct Open {
    planned: BTreeSet<Question>,
    rest: RefCell<BTreeSet<Question>>,
    /// Answered, but perhaps to be asked once more in another way.
    doubted: RefCell<BTreeSet<Question>>,
    /// Which Page it is about is certain, or will not become certain any more.
    whom_known: Cell<bool>,
}

impl Open {
    pub fn new(planned: &BTreeSet<Question>, whom_known: bool) -> Self {
        Self {
            planned: planned.clone(),
            rest: RefCell::new(planned.clone()),
            doubted: RefCell::default(),
            whom_known: Cell::new(whom_known),
        }
    }

    /// Nothing more will come of these.
    pub fn close(&self, questions: &[Question]) {
        let mut rest = self.rest.borrow_mut();
        for question in questions {
            rest.remove(question);
        }
    }

    /// What comes of these may be asked anew.
    pub fn doubt(&self, questions: &[Question]) {
        self.doubted.borrow_mut().extend(questions);
    }

    /// What was doubted stands.
    pub fn trust(&self) {
        self.doubted.borrow_mut().clear();
    }

    /// What was doubted is asked anew.
    pub fn reopen(&self) {
        let doubted = self.doubted.take();
        let mut rest = self.rest.borrow_mut();
        rest.extend(doubted.intersection(&self.planned));
    }

    /// It is certain which Page it is about, or that none will be found.
    pub fn know_whom(&self) {
        self.whom_known.set(true);
    }

    /// Questions that nothing came of yet.
    pub fn unanswered(&self) -> Vec<Question> {
        self.rest.borrow().iter().copied().collect()
    }

    /// Questions whose answers nobody may build on yet. `None` while not even the Page is certain.
    pub fn uncertain(&self) -> Option<BTreeSet<Question>> {
        self.whom_known.get().then(|| {
            let rest = self.rest.borrow();
            rest.union(&self.doubted.borrow()).copied().collect()
        })
    }
}

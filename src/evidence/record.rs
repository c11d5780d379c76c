//! The answer to a question, or what came instead, with the calls that it took.

use serde::{Deserialize, Serialize};

use super::Watch;
use crate::graph::{CallNote, Exchange, Failure, GraphError, Trouble};
use crate::model::Question;

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer<T> {
    /// The answer.
    Answered(T),
    /// Meta refused.
    Refused(GraphError),
    /// No readable answer.
    Unreachable(Trouble),
    /// Not asked.
    NotAsked(NotAsked),
    /// Still to come; never kept.
    #[serde(skip)]
    Awaited(Watch),
}

impl<T> From<Failure> for Answer<T> {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(error) => Self::Refused(error),
            Failure::Unreachable(trouble) => Self::Unreachable(trouble),
        }
    }
}

/// Why a question was not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotAsked {
    /// No selected check reads it, or another question answers it as well.
    NotNeeded,
    /// What we hold does not reach so far.
    Access,
    /// The flow has no such thing.
    Flow,
    /// Something to ask about was not given: an id or an address.
    Config,
    /// Meta's limits are near.
    Usage,
    /// The run was interrupted first.
    Interrupted,
    /// It builds on this question, which gave nothing to build on.
    After(Question),
}

/// An answer with what is remembered of the calls that brought it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record<T> {
    /// What came of it.
    pub answer: Answer<T>,
    /// One note per HTTP exchange.
    #[serde(default)]
    pub notes: Vec<CallNote>,
}

impl<T> Default for Record<T> {
    fn default() -> Self {
        Self::not_asked(NotAsked::NotNeeded)
    }
}

impl<T> Record<T> {
    /// A question that was not asked.
    #[must_use]
    pub const fn not_asked(why: NotAsked) -> Self {
        Self {
            answer: Answer::NotAsked(why),
            notes: Vec::new(),
        }
    }

    /// A question that was answered.
    #[must_use]
    pub const fn answered(answer: T, notes: Vec<CallNote>) -> Self {
        Self {
            answer: Answer::Answered(answer),
            notes,
        }
    }

    /// A question that was not.
    #[must_use]
    pub fn failed(failure: Failure, notes: Vec<CallNote>) -> Self {
        Self {
            answer: failure.into(),
            notes,
        }
    }

    /// The answer, if it was asked for and there is one.
    ///
    /// # Errors
    /// Why there is none, if it was asked for.
    pub fn outcome(&self) -> Result<Option<&T>, Failure> {
        match self.state() {
            State::Refused(error) => Err(Failure::Refused(error.clone())),
            State::Unreachable(trouble) => Err(Failure::Unreachable(trouble.clone())),
            State::Answered | State::NotAsked(_) => Ok(self.value()),
        }
    }

    /// The answer, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match &self.answer {
            Answer::Answered(value) => Some(value),
            Answer::Awaited(watch) => {
                watch.notice();
                None
            }
            _ => None,
        }
    }

    /// Whatever came of it, without the answer's type.
    #[must_use]
    pub fn state(&self) -> State<'_> {
        match &self.answer {
            Answer::Answered(_) => State::Answered,
            Answer::Refused(error) => State::Refused(error),
            Answer::Unreachable(trouble) => State::Unreachable(trouble),
            Answer::NotAsked(why) => State::NotAsked(*why),
            Answer::Awaited(watch) => {
                watch.notice();
                State::NotAsked(NotAsked::NotNeeded)
            }
        }
    }

    /// Notes of the calls that it took.
    pub(super) fn notes(&self) -> &[CallNote] {
        if let Answer::Awaited(watch) = &self.answer {
            watch.notice();
        }
        &self.notes
    }

    /// The same with an answer made of this one.
    pub(crate) fn map<R>(self, make: impl FnOnce(T) -> R) -> Record<R> {
        let answer = match self.answer {
            Answer::Answered(value) => Answer::Answered(make(value)),
            Answer::Refused(error) => Answer::Refused(error),
            Answer::Unreachable(trouble) => Answer::Unreachable(trouble),
            Answer::NotAsked(why) => Answer::NotAsked(why),
            Answer::Awaited(watch) => Answer::Awaited(watch),
        };
        Record {
            answer,
            notes: self.notes,
        }
    }

    /// Turns what Meta said into what the question is about.
    pub(super) fn read<R>(
        exchange: Exchange<R>,
        read: impl FnOnce(R) -> Result<T, Trouble>,
    ) -> Self {
        let answer = match exchange.result {
            Ok(raw) => read(raw).map_or_else(Answer::Unreachable, Answer::Answered),
            Err(failure) => failure.into(),
        };
        Self {
            answer,
            notes: exchange.notes,
        }
    }
}

/// What came of a question, whatever its answer looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State<'a> {
    /// There is an answer.
    Answered,
    /// Meta refused.
    Refused(&'a GraphError),
    /// No readable answer.
    Unreachable(&'a Trouble),
    /// Not asked.
    NotAsked(NotAsked),
}

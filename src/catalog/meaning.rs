//! What a refusal by Meta means: a fault that a check owns, something known, or nothing.

use super::{Catalog, Check, ErrorClass, Signature};
use crate::model::{Cause, Outcome, Question};

/// What a refusal means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It tells of a fault in the setup, which the check that owns the cause reports.
    Claimed {
        /// The cause.
        cause: Cause,
        /// The outcome on the check that owns it.
        outcome: Outcome,
    },
    /// It is known, but tells nothing about the setup: a limit, an outage, a wrong call.
    Known {
        /// The cause.
        cause: Cause,
        /// What kind of thing it is.
        class: ErrorClass,
    },
    /// Nobody knows it.
    Unrecognized,
}

impl Catalog {
    /// Whether a refusal can tell a cause that this check owns.
    #[must_use]
    pub fn is_told_by_refusals(&self, check: &str) -> bool {
        let told = self.checks.iter().flat_map(|other| &other.refusals);
        told.filter_map(|refusal| self.owner(&refusal.cause))
            .any(|owner| owner.id == check)
    }

    /// What a refusal given to a question means. A check's own file comes before the general table, unless the table knows the error more
    /// exactly; `first` is looked at before the other checks.
    #[must_use]
    pub fn meaning(
        &'static self,
        first: &Check,
        question: Question,
        signature: &Signature<'_>,
    ) -> Meaning {
        let row = self
            .error(signature)
            .and_then(|row| Some((row, self.cause(&row.cause)?)));
        let known = row.map_or(Meaning::Unrecognized, |(row, cause)| Meaning::Known {
            cause,
            class: row.class,
        });
        let own =
            std::iter::once(first).chain(self.checks.iter().filter(|check| check.id != first.id));
        let refusal = (!signature.app_credentials)
            .then(|| {
                own.flat_map(|check| &check.refusals)
                    .find(|refusal| refusal.matches(question, signature))
            })
            .flatten();
        let Some((refusal, cause)) =
            refusal.and_then(|refusal| Some((refusal, self.cause(&refusal.cause)?)))
        else {
            return known;
        };
        match row {
            Some((row, exact)) if row.exactness() > refusal.exactness() => {
                let same_owner = self.owner(exact).is_some_and(|owner| {
                    self.owner(cause).is_some_and(|other| other.id == owner.id)
                });
                if same_owner {
                    Meaning::Claimed {
                        cause: exact,
                        outcome: refusal.outcome,
                    }
                } else {
                    known
                }
            }
            _ => Meaning::Claimed {
                cause,
                outcome: refusal.outcome,
            },
        }
    }
}

//! The app may serve people without a role on it.

use super::app_published::by_traces;
use super::{Case, Verdict};
use crate::model::Question;

pub(super) fn judge(case: &Case<'_>) -> Verdict {
    match case.first_refusal(&[Question::Outsider, Question::Conversations]) {
        Some(finding) => finding.into(),
        None => by_traces(case),
    }
}

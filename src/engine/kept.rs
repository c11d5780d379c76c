//! A run as it can be kept: without secrets, with the Page that was found.

use url::Url;

use super::Errand;
use super::ask::Asker;
use crate::address::masked;
use crate::evidence::{Answer, Asked, Ending, Evidence, Saved};
use crate::model::milliseconds;
use crate::tenant::Expectation;

impl Asker<'_> {
    /// Ends early, with what there is.
    pub(super) fn end(&self, why: Ending) {
        let unanswered = self.open.unanswered();
        self.with_evidence(|evidence| evidence.close(&unanswered, why));
    }

    /// The run as it can be kept, with these answers.
    pub(super) fn saved(&self, evidence: Evidence, interrupted: bool) -> Saved {
        let Errand {
            selection,
            plan,
            manner,
            graph,
            ..
        } = self.errand;
        Saved {
            schema_version: Saved::SCHEMA_VERSION,
            taken_at: self.begun.at,
            duration_ms: milliseconds(self.begun.clock),
            expect: self.expectation(),
            selection: selection.clone(),
            planned: plan.questions.iter().copied().collect(),
            asked: Asked {
                url: manner.graph_url.as_ref().map(ToString::to_string),
                version_requested: manner.version.to_string(),
                version_answered: graph.version_answered(),
                calls: graph.calls(),
                rounds: graph.rounds(),
                usage_percent: graph.usage_percent(),
            },
            evidence: kept(evidence),
            interrupted,
        }
    }
    /// What is expected, with the Page that was found, as it can be kept.
    fn expectation(&self) -> Expectation {
        let mut expect = self.tenant.expect.clone();
        expect.callback_url = expect.callback_url.as_ref().map(masked);
        expect.data_deletion_url = expect.data_deletion_url.as_ref().map(masked);
        expect.deauthorize_url = expect.deauthorize_url.as_ref().map(masked);
        expect.platform_url = expect.platform_url.as_ref().map(masked);
        // What a platform file names has become the expected addresses, if no flag named others.
        expect.platform.callback_url = None;
        expect.platform.platform_url = None;
        expect.page_id = expect.page_id.or_else(|| self.found_page.borrow().clone());
        expect
    }
}

/// Answers as they can be kept: addresses without what they hide.
fn kept(mut evidence: Evidence) -> Evidence {
    if let Answer::Answered(webhooks) = &mut evidence.app_webhooks.answer {
        webhooks
            .iter_mut()
            .filter_map(|webhook| webhook.callback_url.as_mut())
            .for_each(mask);
    }
    if let Answer::Answered(app) = &mut evidence.app.answer {
        app.deauthorize_url.iter_mut().for_each(mask);
    }
    evidence
}

fn mask(address: &mut String) {
    if let Ok(url) = address.parse::<Url>() {
        *address = masked(&url).to_string();
    }
}

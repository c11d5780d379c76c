//! A webhook request, for a person.

use super::{Options, Sheet};
use crate::graph::webhook::{Duty, Event, Kind, Note, Part, Signature, Standing};
use crate::model::{Arg, Outcome};
use crate::report::webhook::{Webhook, WebhookEvent, Whose};
use crate::speech::Speech;

/// The whole as text.
#[must_use]
pub fn render_webhook(webhook: &Webhook, options: &Options) -> String {
    let speech = Speech::new(webhook.lang);
    let mut sheet = Sheet::new(options.look);
    if webhook.handshake {
        sheet.paragraph(0, &speech.say("webhook-handshake"));
        return sheet.text();
    }
    if let Some(told) = &webhook.signature {
        signature(&mut sheet, told, &speech);
    }
    if webhook.cut {
        sheet.paragraph(2, &speech.say("webhook-cut"));
    }
    if options.quiet {
        return sheet.text();
    }
    let bytes = Arg::from(webhook.bytes);
    sheet.named(
        0,
        &speech.say("webhook-body"),
        &speech.say_with("webhook-bytes", &[("count", &bytes)]),
    );
    match (webhook.problem, &webhook.object) {
        (Some(problem), _) => {
            sheet.paragraph(2, &speech.say(&format!("webhook-problem-{problem}")))
        }
        (None, Some(object)) => sheet.named(0, &speech.say("webhook-object"), object),
        (None, None) => sheet.paragraph(2, &speech.say("webhook-object-unknown")),
    }
    if webhook.problem.is_none() {
        sheet.blank();
        sheet.heading(
            &speech.say_with("webhook-events", &[("count", &webhook.events.len().into())]),
        );
    }
    for (number, told) in webhook.events.iter().enumerate() {
        event(&mut sheet, number + 1, told, &speech);
    }
    if webhook.more > 0 {
        sheet.paragraph(
            0,
            &speech.say_with("webhook-more", &[("count", &webhook.more.into())]),
        );
    }
    sheet.text()
}

fn signature(sheet: &mut Sheet, told: &Signature, speech: &Speech) {
    let look = sheet.look();
    let outcome = match told.standing {
        Standing::Right => Outcome::Pass,
        Standing::Unchecked => Outcome::Unknown,
        Standing::Wrong | Standing::Malformed | Standing::Absent => Outcome::Fail,
    };
    let word = speech.say(&format!("webhook-signature-{}", told.standing));
    sheet.named(
        0,
        &speech.say("webhook-signature"),
        &look.mark(outcome, &word),
    );
    if let Some(signer) = told.signer {
        sheet.paragraph(2, &speech.say(&format!("webhook-signer-{signer}")));
    }
    if let Some(altered) = told.altered {
        sheet.paragraph(2, &speech.say(&format!("webhook-altered-{altered}")));
    } else if told.standing == Standing::Wrong {
        sheet.paragraph(2, &speech.say("webhook-wrong-why"));
    }
    if told.only_old {
        sheet.paragraph(2, &speech.say("webhook-only-old"));
    }
}

fn event(sheet: &mut Sheet, number: usize, told: &WebhookEvent, speech: &Speech) {
    let event = &told.event;
    let look = sheet.look();
    sheet.blank();
    let kind = speech.say(&format!("webhook-kind-{}", event.kind));
    sheet.paragraph(0, &format!("{number}. {}", look.bold(&kind)));
    sheet.paragraph(2, &place(event, speech));
    if let Some(id) = &event.account_id {
        let whose = speech.say(&format!("webhook-account-{}", told.account));
        sheet.named(
            2,
            &speech.say("webhook-account"),
            &format!("{id} ({whose})"),
        );
    }
    ids(sheet, event, speech);
    if let Some(id) = &event.new_owner_app_id {
        let whose = match told.new_owner {
            Some(Whose::Expected) => Some("webhook-owner-this"),
            Some(Whose::Other) => Some("webhook-owner-other"),
            _ => None,
        };
        let owner = match whose {
            Some(key) => format!("{id} ({})", speech.say(key)),
            None => id.clone(),
        };
        sheet.named(2, &speech.say("webhook-owner"), &owner);
    }
    if let Some(time) = event.time {
        sheet.named(
            2,
            &speech.say("webhook-time"),
            &speech.moment(&time.to_rfc3339()),
        );
    }
    if !event.parts.is_empty() {
        let parts: Vec<String> = event.parts.iter().map(|held| part(held, speech)).collect();
        sheet.named(2, &speech.say("webhook-holds"), &parts.join(", "));
    }
    for note in &event.notes {
        sheet.paragraph(2, &speech.say(&format!("webhook-note-{note}")));
    }
    sheet.named(2, &speech.say("webhook-duty"), &told.message);
}

/// The field, and where in the request it stands.
fn place(event: &Event, speech: &Speech) -> String {
    let changes_hands = matches!(
        event.kind,
        Kind::PassControl | Kind::TakeControl | Kind::RequestControl
    );
    let name = Arg::Text(event.channel.to_string());
    let channel = if changes_hands {
        // Who holds it is what it tells itself.
        speech.say_with("webhook-array", &[("name", &name)])
    } else {
        speech.say(&format!("webhook-channel-{}", event.channel))
    };
    let Some(field) = &event.field else {
        return channel;
    };
    let field = Arg::Text(field.clone());
    if event.notes.contains(&Note::FlatField) {
        return speech.say_with("webhook-field-alone", &[("field", &field)]);
    }
    let channel = Arg::Text(channel);
    speech.say_with("webhook-field", &[("field", &field), ("channel", &channel)])
}

/// Whom an answer goes to.
fn ids(sheet: &mut Sheet, event: &Event, speech: &Speech) {
    let to = speech.say("webhook-to");
    // To those of a test nobody can answer, and nobody answers the account itself.
    let nobody = event.test
        || (event.echo && event.comment_id.is_some())
        || matches!(
            event.duty,
            Duty::Refuse | Duty::OtherAccount | Duty::OtherProduct
        );
    let private_reply = matches!(event.kind, Kind::Comment | Kind::LiveComment);
    let with_to = |id: &String, is_to: bool| {
        if is_to && !nobody {
            format!("{id} ({to})")
        } else {
            id.clone()
        }
    };
    if let Some(id) = &event.comment_id {
        sheet.named(
            2,
            &speech.say("webhook-comment"),
            &with_to(id, private_reply),
        );
    }
    if let Some(id) = &event.customer_id {
        let id = with_to(id, event.comment_id.is_none());
        sheet.named(2, &speech.say("webhook-customer"), &id);
    }
}

fn part(part: &Part, speech: &Speech) -> String {
    let kind = speech.say(&format!("webhook-holds-{}", part.kind));
    match (part.characters, part.bytes) {
        (Some(characters), Some(bytes)) => speech.say_with(
            "webhook-length",
            &[
                ("kind", &Arg::Text(kind)),
                ("characters", &characters.into()),
                ("bytes", &bytes.into()),
            ],
        ),
        _ => kind,
    }
}

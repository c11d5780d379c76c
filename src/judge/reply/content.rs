//! The reply is short enough, and its pictures and the rest of it are of kinds that Meta and the platform take.

use super::{Image, Kind, ReplyCase};
use crate::judge::{Finding, Verdict};
use crate::platform::{Content, Length};

pub(super) fn judge(case: &ReplyCase<'_>) -> Verdict {
    let reply = case.reply;
    if reply.text.is_none() && reply.images.is_empty() && reply.content.is_empty() {
        return case.ask("confirm-reply-content").into();
    }
    let mut found: Vec<Finding> = Vec::new();
    found.extend(reply.text.as_deref().and_then(|text| length(case, text)));
    found.extend(images(case));
    found.extend(unsupported(case));
    Verdict::of(found)
}

fn length(case: &ReplyCase<'_>, text: &str) -> Option<Finding> {
    let (meta, own) = (&case.meta.replies, case.own());
    let (meta, own) = match case.reply.kind {
        Kind::Direct | Kind::PrivateReply => (meta.text_max, own.text_max),
        Kind::Comment => (meta.comment_max, own.comment_max),
    };
    let long = |limit: &Length| limit.of(text) > limit.most;
    let (refused, refused_there) = (
        meta.as_ref().is_some_and(long),
        own.as_ref().is_some_and(long),
    );
    if !refused && !refused_there {
        return None;
    }
    let mut finding = case
        .finding("text-too-long")
        .with_some("bytes", meta.map(|_| text.len()))
        .with_some("most_bytes", meta.map(|limit| limit.most));
    // Where the two differ, both are said.
    if let Some(own) = own {
        let name = if case.reply.kind == Kind::Comment {
            "comment_most"
        } else if refused_there {
            "platform_refuses"
        } else {
            "platform_takes"
        };
        finding = finding
            .with(name, own.most)
            .with("unit", own.unit.as_str())
            .with("length", own.of(text));
    }
    Some(finding)
}

fn images(case: &ReplyCase<'_>) -> Option<Finding> {
    let images = &case.reply.images;
    let refused = || case.finding("image-refused");
    if !images.is_empty() && case.reply.kind == Kind::Comment {
        return Some(refused().with("why", "in-a-comment"));
    }
    if images.len() > case.meta.images_max {
        return Some(refused().with("why", "too-many"));
    }
    images.iter().find_map(|image| refusal(case, image))
}

/// What is wrong with one picture.
fn refusal(case: &ReplyCase<'_>, image: &Image) -> Option<Finding> {
    let (meta, own) = (&case.meta.replies, case.own());
    let mut why: Vec<String> = Vec::new();
    let mut finding = case.finding("image-refused");
    match image.kind {
        None => why.push("no-picture".to_owned()),
        Some(kind) if !case.meta.image_kinds.iter().any(|known| known == kind) => {
            why.push("other-kind".to_owned());
        }
        Some(_) => {}
    }
    let most = [meta.image_max_bytes, own.image_max_bytes];
    if most.into_iter().flatten().any(|most| image.bytes > most) {
        why.push("too-big".to_owned());
    }
    let sides = [meta.image_side_px, own.image_side_px];
    if let Some((width, height)) = image.sides {
        let fits =
            |side: u64, (min, max): (u32, u32)| (u64::from(min)..=u64::from(max)).contains(&side);
        for limit in sides.into_iter().flatten() {
            let limit = (limit.min, limit.max);
            if fits(width, limit) && fits(height, limit) {
                continue;
            }
            why.push("sides".to_owned());
            finding = finding
                .with("width", width)
                .with("height", height)
                .with("side_min", i64::from(limit.0))
                .with("side_max", i64::from(limit.1));
        }
    }
    (!why.is_empty()).then(|| finding.with("why", why))
}

/// What cannot be sent, by Meta or by the platform. Several pictures are what platforms call a gallery.
fn unsupported(case: &ReplyCase<'_>) -> Option<Finding> {
    let reply = case.reply;
    let gallery = (reply.images.len() > 1).then_some(Content::PhotoGallery);
    let held = || reply.content.iter().copied().chain(gallery);
    // Where the two differ, each is said for itself.
    let named = |refused: &[Content]| {
        let all = held().filter(|content| refused.contains(content));
        let mut names: Vec<String> = all.map(|content| content.to_string()).collect();
        names.dedup();
        (!names.is_empty()).then_some(names)
    };
    let meta = named(&case.meta.unsupported);
    let own = named(&case.expect.platform.unsupported);
    if meta.is_none() && own.is_none() {
        return None;
    }
    let finding = case.finding("cannot-be-sent");
    Some(
        finding
            .with_some("content", meta)
            .with_some("platform_content", own),
    )
}

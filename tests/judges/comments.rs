//! Comments.

use igdoctor::evidence::media::Post;

use super::*;

#[test]
fn hidden_only_if_there_are_some_and_none_is_shown() {
    let with = |posts: &[(u64, usize)]| {
        let posts = posts
            .iter()
            .map(|(count, read)| Post {
                comments_count: *count,
                comments_read: *read,
            })
            .collect();
        judged("comments-readable", Flow::Facebook, "meta-app", |_, e| {
            e.media = answered(posts)
        })
    };
    assert_eq!(with(&[]), "pass");
    assert_eq!(with(&[(0, 0), (0, 0)]), "pass");
    assert_eq!(with(&[(5, 0), (2, 1)]), "pass");
    assert_eq!(with(&[(5, 0), (0, 0)]), "warn comments-hidden");
    assert_eq!(
        judged("comments-readable", Flow::Facebook, "rocketchat", |_, _| {}),
        "skipped platform"
    );
}

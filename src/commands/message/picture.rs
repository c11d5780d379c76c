//! A look at a picture's file: its size, and what its first bytes say of kind, width and height.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use imagesize::ImageType;

use crate::judge::reply::Image;
use crate::speech::error;

/// Width and height stand within so many bytes; only what a camera writes before them is long.
const MOST: u64 = 16 << 20;

/// Looks at a file. One that is no picture is told by the judge.
///
/// # Errors
/// When it cannot be read.
pub(super) fn look_at(path: &Path) -> Result<Image> {
    let shown = path.display().to_string();
    let named: [(&str, &dyn std::fmt::Display); 2] = [("flag", &"--image"), ("path", &shown)];
    let cannot = || error("error-message-file", &named);
    let about = std::fs::metadata(path).with_context(cannot)?;
    // A pipe would never end, and has no size.
    ensure!(about.is_file(), error("error-message-no-file", &named));
    let mut bytes = Vec::new();
    let file = File::open(path).with_context(cannot)?;
    file.take(MOST)
        .read_to_end(&mut bytes)
        .with_context(cannot)?;
    Ok(Image {
        bytes: about.len(),
        kind: imagesize::image_type(&bytes).ok().and_then(name),
        sides: imagesize::blob_size(&bytes)
            .ok()
            .map(|size| (size.width as u64, size.height as u64)),
    })
}

const fn name(kind: ImageType) -> Option<&'static str> {
    match kind {
        ImageType::Png => Some("png"),
        ImageType::Jpeg => Some("jpeg"),
        ImageType::Gif => Some("gif"),
        ImageType::Webp => Some("webp"),
        _ => None,
    }
}

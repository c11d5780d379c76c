//! Texts that igdoctor brings along. They lie packed in the binary (`packed/build.rs`) and are unpacked when they are read.

/// The packed bytes of a text, by its path in the project, in parts as for `concat!`.
macro_rules! packed {
    ($($part:expr),+) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/packed/", $($part),+)) as &[u8]
    };
}

pub(crate) use packed;

/// The text. What cannot be unpacked is an empty one, and whoever reads it says that igdoctor was built from broken files.
#[must_use]
pub(crate) fn unpacked(bytes: &[u8]) -> String {
    let text = miniz_oxide::inflate::decompress_to_vec_zlib(bytes).unwrap_or_default();
    String::from_utf8(text).unwrap_or_default()
}

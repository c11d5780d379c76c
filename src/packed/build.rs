//! Runs before igdoctor is built: packs the texts of `checks/` and `src/speech/`, which are a tenth of the binary as they stand.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Hard, as it is done once.
const LEVEL: u8 = 9;

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    println!("cargo::rerun-if-changed=src/packed/build.rs");
    for folder in ["checks", "src/speech"] {
        println!("cargo::rerun-if-changed={folder}");
        pack(Path::new(folder), &out.join("packed"))?;
    }
    Ok(())
}

/// Packs the texts of a folder, each to a file of its own below `out`.
fn pack(folder: &Path, out: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pack(&path, out)?;
        } else if path
            .extension()
            .is_some_and(|end| end == "toml" || end == "ftl")
        {
            let packed = miniz_oxide::deflate::compress_to_vec_zlib(&fs::read(&path)?, LEVEL);
            let file = out.join(&path);
            file.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(file, packed)?;
        }
    }
    Ok(())
}

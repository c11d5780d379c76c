//! A file that is read or written is not written over by another one of the same run.

mod common;

use common::run;

#[test]
fn two_flags_that_name_one_file_are_refused_and_the_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("one.txt");
    std::fs::write(&file, "POST / HTTP/1.1\n\n{}").unwrap();
    let one = file.to_str().unwrap();
    let check = ["check", "--sandbox", "healthy-facebook"];
    let trace = ["trace", "--sandbox", "message-arrives"];
    for args in [
        &["check", "--evidence", one, "--output", one][..],
        &[&check[..], &["--output", one, "--save-evidence", one]].concat(),
        &[&check[..], &["--save-evidence", one, "--trace-http", one]].concat(),
        &[&trace[..], &["--output", one, "--trace-http", one]].concat(),
        &["message", "--text-file", one, "--output", one],
        &["message", "--image", one, "--output", one],
        &["webhook", "verify", one, "--output", one],
        &["show", one, "--output", one],
    ] {
        let run = run(args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.stderr);
        assert!(
            run.stderr.contains("the same file"),
            "{args:?}: {}",
            run.stderr
        );
        let kept = std::fs::read_to_string(&file).unwrap();
        assert!(kept.starts_with("POST /"), "{args:?}");
    }
}

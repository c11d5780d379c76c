//! The page is written where it was asked for, and its exit code is that of the report.

use std::fs;

use super::common::run;

#[test]
fn it_goes_to_a_file_or_to_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html");
    let path = file.to_str().unwrap();
    let to_file = run(&[
        "check",
        "--sandbox",
        "connected-tools-off",
        "--format",
        "html",
        "-o",
        path,
    ]);
    assert_eq!((to_file.code, to_file.stdout.as_str()), (1, ""));
    assert!(
        to_file.stderr.contains("The report is in"),
        "{}",
        to_file.stderr
    );
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.ends_with("</html>\n"));
    let to_stdout = run(&[
        "check",
        "--sandbox",
        "connected-tools-off",
        "--format",
        "html",
    ]);
    assert_eq!(to_stdout.code, 1);
    // Whoever reads the page checks again at a terminal.
    assert!(!written.contains("--format html") && !written.contains("report.html"));
}

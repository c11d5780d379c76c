//! Wrong use: each is told before anybody is asked to do anything.

use super::*;

fn says(run: &Run, what: &str) {
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains(what), "{}", run.stderr);
}

#[test]
fn nothing_to_look_with() {
    says(&run(&["trace"]), "igdoctor trace --sandbox");
    says(&run(&["trace", "--no-token"]), "--listen");
    says(&run(&["trace", "--no-token", "--self", "--yes"]), "--self");
}

#[test]
fn flags_that_do_not_fit() {
    says(
        &run(&[
            "trace",
            "--sandbox",
            "message-arrives",
            "--self",
            "--sender",
            "stranger",
        ]),
        "--sender",
    );
    says(
        &run(&["trace", "--sandbox", "message-arrives", "--yes"]),
        "--self",
    );
    says(
        &run(&[
            "trace",
            "--sandbox",
            "message-arrives",
            "--sender",
            "nobody",
        ]),
        "stranger",
    );
    says(
        &run(&[
            "trace",
            "--sandbox",
            "message-arrives",
            "--listen",
            "nowhere",
        ]),
        "127.0.0.1:8080",
    );
    says(
        &run(&["trace", "--sandbox", "message-arrives", "--wait", "soon"]),
        "--wait",
    );
    says(
        &run(&["trace", "--sandbox", "message-arrives", "--format", "html"]),
        "html",
    );
    says(
        &run(&["trace", "--sandbox", "message-arrives", "--skip", CHECK]),
        "--skip",
    );
    says(&run(&["trace", "--sandbox", "no-token-hunion"]), "--listen");
    says(
        &run(&["trace", "--sandbox", "no-such-world"]),
        "no-such-world",
    );
    says(
        &run(&[
            "trace",
            "--sandbox",
            "message-arrives",
            "--skip",
            "no-such-check",
        ]),
        "no-such-check",
    );
}

#[test]
fn an_address_that_is_taken() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    says(&trace("message-arrives", &["--listen", &address]), &address);
}

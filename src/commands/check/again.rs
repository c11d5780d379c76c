//! The command that checks again: the one that was given, without its selection.

/// The command as it was given, quoted for a shell, without `--only`, `--skip`, `--symptom` and where its result went.
pub(super) fn command() -> String {
    from(
        std::env::args()
            .collect::<Vec<_>>()
            .get(1..)
            .unwrap_or_default(),
    )
}

fn from(args: &[String]) -> String {
    const LEFT_OUT: [&str; 8] = [
        "--only",
        "--skip",
        "--symptom",
        "--output",
        "-o",
        "--evidence",
        "--save-evidence",
        "--trace-http",
    ];
    const ALONE: [&str; 6] = ["-q", "--quiet", "-v", "-vv", "--verbose", "--strict"];
    let mut command = "igdoctor".to_owned();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if ALONE.contains(&arg.as_str()) {
            continue;
        }
        if LEFT_OUT.contains(&arg.as_str()) {
            args.next();
        } else if !LEFT_OUT.iter().any(|flag| {
            flag.starts_with("--")
                && arg
                    .strip_prefix(flag)
                    .is_some_and(|rest| rest.starts_with('='))
        }) {
            command.push(' ');
            command.push_str(&quoted(arg));
        }
    }
    command
}

fn quoted(arg: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+[]".contains(c);
    if !arg.is_empty() && arg.chars().all(plain) {
        arg.to_owned()
    } else {
        format!("'{}'", arg.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_is_left_out_and_the_rest_quoted() {
        let args = [
            "check",
            "--platform",
            "my shop.toml",
            "--only=a,b",
            "--skip",
            "c",
            "--page",
            "1",
        ]
        .map(str::to_owned);
        assert_eq!(
            from(&args),
            "igdoctor check --platform 'my shop.toml' --page 1"
        );
    }
}

//! The command that checks again: the one that was given, without what belonged to that one run.

use std::time::Duration;

use url::Url;

use crate::address::shown;
use crate::model::duration;

/// How long a check may take unless told.
const USUAL: Duration = Duration::from_secs(60);

/// Flags with a value that belong to one run: what was selected, what it was compared with, and where and in which form things were written.
const WITH_VALUE: [&str; 9] = [
    "--only",
    "--skip",
    "--symptom",
    "--format",
    "--output",
    "-o",
    "--save-evidence",
    "--trace-http",
    "--compare",
];

/// Verbs come first, but for the language, which may stand before them.
fn place_after_verb(args: &[String]) -> usize {
    let mut place = 0;
    while let Some(arg) = args.get(place) {
        match arg.as_str() {
            "--lang" => place += 2,
            _ if arg.starts_with("--lang=") => place += 1,
            _ => return place + 1,
        }
    }
    args.len()
}

/// The command as it was given, quoted for a shell, without selection, files, form, quietness and verbosity.
pub(super) fn command() -> String {
    from(&args().collect::<Vec<_>>())
}

/// The command as it was given, whole, with more flags behind it.
pub(super) fn whole(more: &[String]) -> String {
    let args: Vec<String> = args().chain(more.iter().cloned()).collect();
    let words = args.iter().map(|arg| quoted(arg));
    std::iter::once("igdoctor".to_owned())
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}

/// What was given; an argument that is no text as near to it as text can be.
fn args() -> impl Iterator<Item = String> {
    std::env::args_os()
        .skip(1)
        .map(|arg| arg.to_string_lossy().into_owned())
}

/// The same about the tenant that was meant, where none was named: the next run must not ask again.
pub(super) fn command_about(tenant: &str) -> String {
    let mut args: Vec<String> = args().collect();
    args.insert(place_after_verb(&args), tenant.to_owned());
    from(&args)
}

/// The same for one of many tenants, in place of `--all`.
pub(super) fn command_for(tenant: &str) -> String {
    let one = |arg: String| {
        if arg == "--all" {
            tenant.to_owned()
        } else {
            arg
        }
    };
    from(&args().map(one).collect::<Vec<_>>())
}

fn from(args: &[String]) -> String {
    let mut command = "igdoctor".to_owned();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if WITH_VALUE.contains(&arg.as_str()) {
            args.next();
        } else if arg == "--timeout" {
            // One that was too short would be so again.
            let time = args.next();
            if let Some(time) = time.filter(|time| !is_short(time)) {
                command.push_str(&format!(" --timeout {}", quoted(time)));
            }
        } else if !of_one_run(arg) {
            command.push(' ');
            command.push_str(&quoted(arg));
        }
    }
    command
}

/// `--only=a`, `-ofile`, `-q`, `-vv`.
fn of_one_run(arg: &str) -> bool {
    let joined = |flag: &&str| {
        arg.strip_prefix(*flag)
            .is_some_and(|rest| rest.starts_with('=') || *flag == "-o")
    };
    let short = |letter: char| {
        arg.len() > 1
            && arg
                .strip_prefix('-')
                .is_some_and(|rest| rest.chars().all(|c| c == letter))
    };
    let short_time = arg.strip_prefix("--timeout=").is_some_and(is_short);
    short_time
        || WITH_VALUE.iter().any(joined)
        || ["--quiet", "--verbose", "--fail-on-new"].contains(&arg)
        || short('q')
        || short('v')
}

/// Whether a time is shorter than what is usual.
fn is_short(time: &str) -> bool {
    duration(time).is_some_and(|time| time < USUAL)
}

pub(super) fn quoted(arg: &str) -> String {
    let arg = without_secrets(arg);
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+[]".contains(c);
    if !arg.is_empty() && arg.chars().all(plain) {
        arg
    } else {
        format!("'{}'", arg.replace('\'', r"'\''"))
    }
}

/// An address without what it may hide; a `…` shows that something is to be filled in again.
fn without_secrets(arg: &str) -> String {
    let (flag, value) = match arg.split_once('=') {
        Some((flag, value)) if flag.starts_with("--") => (format!("{flag}="), value),
        _ => (String::new(), arg),
    };
    match value.parse::<Url>() {
        Ok(url)
            if url.has_host()
                && (url.query().is_some()
                    || !url.username().is_empty()
                    || url.password().is_some()) =>
        {
            format!("{flag}{}?…", shown(&url))
        }
        _ => arg.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_hides_stays_hidden() {
        let args = [
            "check",
            "--callback-url",
            "https://user:pw@example.com/hook?key=1",
            "--platform-url=https://example.com/?a=b",
        ];
        let command = from(&args.map(str::to_owned));
        assert_eq!(
            command,
            "igdoctor check --callback-url 'https://example.com/hook?…' '--platform-url=https://example.com/?…'"
        );
    }

    #[test]
    fn the_selection_is_left_out_and_the_rest_quoted() {
        let args = [
            "check",
            "-q",
            "--platform",
            "my shop.toml",
            "--only=a,b",
            "--skip",
            "c",
            "--page",
            "1",
            "-vvv",
            "-ofile",
            "--strict",
        ];
        assert_eq!(
            from(&args.map(str::to_owned)),
            "igdoctor check --platform 'my shop.toml' --page 1 --strict"
        );
    }

    #[test]
    fn a_time_that_was_too_short_is_not_given_again() {
        let again = |time: &[&str]| {
            let args = [&["check", "casa-azul"], time].concat();
            from(&args.into_iter().map(str::to_owned).collect::<Vec<_>>())
        };
        for short in [&["--timeout", "1s"][..], &["--timeout=59s"]] {
            assert_eq!(again(short), "igdoctor check casa-azul");
        }
        let long = again(&["--timeout", "5m"]);
        assert_eq!(long, "igdoctor check casa-azul --timeout 5m");
    }

    #[test]
    fn a_language_may_stand_before_the_verb() {
        for (args, place) in [
            (&["check", "--strict"][..], 1),
            (&["--lang", "ru", "check"], 3),
            (&["--lang=ru", "check"], 2),
        ] {
            let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
            assert_eq!(place_after_verb(&args), place);
        }
    }
}

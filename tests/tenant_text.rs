//! Whatever stands in `igdoctor.toml`: it is read, or refused in one line with its place and without a value.

use std::path::Path;

use igdoctor::tenant::TenantFile;
use proptest::prelude::*;

const EXAMPLE: &str = include_str!("fixtures/igdoctor.toml");

fn read(text: &str) -> Result<TenantFile, String> {
    TenantFile::parse(Path::new("igdoctor.toml"), text).map_err(|error| error.to_string())
}

/// A token may be pasted anywhere; no message repeats it.
#[test]
fn no_message_repeats_a_value() {
    const CANARY: &str = "EAAGcanary0123456789abcdefghij";
    let texts: Vec<&str> = EXAMPLE.split('"').skip(1).step_by(2).collect();
    assert!(texts.len() > 30, "{texts:?}");
    let mut refused = 0;
    for place in 0..texts.len() {
        let mut parts: Vec<&str> = EXAMPLE.split('"').collect();
        parts[place * 2 + 1] = CANARY;
        if let Err(told) = read(&parts.join("\"")) {
            refused += 1;
            assert!(!told.contains("canary"), "{told}");
        }
    }
    assert!(refused > 20, "{refused}");
    for lines in [
        format!("{CANARY} = 1"),
        format!("{CANARY} = {CANARY}"),
        format!("\"{CANARY}"),
        format!("page = {CANARY}"),
        format!("severity = {{ {CANARY} = \"error\" }}"),
        format!("[[tenants.a.{CANARY}]]"),
        format!("[tenants.\"{CANARY}{CANARY}{CANARY}\"]"),
    ] {
        let told = read(&format!("[tenants.a]\n{lines}\n")).unwrap_err();
        assert!(!told.contains("canary"), "{told}");
    }
}

/// What a person or an accident may do to a text.
fn broken(text: &'static str) -> impl Strategy<Value = String> {
    let lines = text.lines().count();
    let change = (
        0..5_u8,
        0..lines,
        0..lines,
        any::<prop::sample::Index>(),
        any::<char>(),
    );
    prop::collection::vec(change, 1..4).prop_map(move |changes| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for (way, one, other, place, c) in changes {
            let (one, other) = (one % lines.len(), other % lines.len());
            match way {
                0 => drop(lines.remove(one)),
                1 => lines.insert(other, lines[one].clone()),
                2 => lines.swap(one, other),
                way => {
                    let mut chars: Vec<char> = lines[one].chars().collect();
                    let at = place.index(chars.len() + 1);
                    if way == 3 || at == chars.len() {
                        chars.insert(at, c);
                    } else {
                        chars[at] = c;
                    }
                    lines[one] = chars.into_iter().collect();
                }
            }
        }
        lines.join("\n")
    })
}

/// It is read, or refused with a place that exists.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let Err(told) = read(text) else { return Ok(()) };
    let parts: Vec<&str> = told.splitn(4, ':').collect();
    prop_assert_eq!((parts.len(), parts[0]), (4, "igdoctor.toml"), "{}", &told);
    let line: usize = parts[1].parse().unwrap();
    let column: usize = parts[2].parse().unwrap();
    let of_text = text.split('\n').nth(line - 1);
    prop_assert!(
        of_text.is_some_and(|text| column <= text.chars().count() + 1),
        "{}",
        &told
    );
    prop_assert!(
        parts[3].starts_with(' ') && !told.contains('\n'),
        "{}",
        &told
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_file_is_read_or_refused_with_its_place(text in broken(EXAMPLE)) {
        holds(&text)?;
    }

    #[test]
    fn any_text_is_read_or_refused_with_its_place(text in "(?s).{0,200}", value in "(?s).{0,40}") {
        holds(&text)?;
        holds(&format!("[tenants.a]\n{text}"))?;
        holds(&format!("[tenants.a]\npage = {value}"))?;
        holds(&format!("[tenants.a]\nseverity = {{ {value} = {value:?} }}\nwaivers = [{{ until = {value} }}]"))?;
    }
}

//! Errors of our own, in every language: nobody who reads Portuguese or Russian is left with an English sentence.

mod common;

use common::pool::for_each;
use common::tenants::Folder;
use common::{Run, finish};

/// Words that stand in nearly every English sentence, and in none of another language.
const ENGLISH: &[&str] = &[
    "the", "is", "not", "cannot", "this", "which", "has", "must", "there", "and", "it", "of",
    "could", "does", "write", "was", "unknown", "known", "mean",
];

/// What the operating system says in its own words.
const SYSTEM: &str = "Not a directory";

/// A tenant whose token is looked for in the keyring, which is not there.
const CASA: &str = "platform = \"meta-app\"\npage = \"104512345678901\"";
/// A platform of one's own, up to what is wrong in it.
const MINE: &str = r#"name = "Mine"
calls_it = "channel"
flows = ["facebook"]
WRONG
[facebook]
permissions = [["instagram_basic"]]
webhook_object = "instagram"
webhook_fields = ["messages"]
account_fields = ["messages"]

[en]
reconnect = "Connect it again."
"#;

/// One mistake: a folder, a command there, and a variable.
struct Mistake {
    tenants: String,
    mine: String,
    args: Vec<&'static str>,
    env: Option<(&'static str, &'static str)>,
}

impl Mistake {
    /// A command about a tenant that is right.
    fn of(args: &[&'static str]) -> Self {
        Self::with(CASA, args)
    }

    fn with(lines: &str, args: &[&'static str]) -> Self {
        Self {
            tenants: format!("[tenants.casa-azul]\n{lines}\n"),
            mine: MINE.replace("WRONG\n", ""),
            args: args.to_vec(),
            env: None,
        }
    }

    /// A line of the tenants' file that is wrong.
    fn line(lines: &str) -> Self {
        Self::with(lines, &["tenant", "list"])
    }

    /// A place in a platform file that is wrong.
    fn platform(from: &str, to: &str) -> Self {
        let mut mistake = Self::of(&["check", "--no-token", "--platform", "mine.toml"]);
        mistake.mine = mistake.mine.replacen(from, to, 1);
        mistake
    }

    fn env(mut self, name: &'static str, value: &'static str) -> Self {
        self.env = Some((name, value));
        self
    }

    fn file(mut self, text: &str) -> Self {
        self.tenants = text.to_owned();
        self
    }

    fn run(&self, language: &str) -> Run {
        let folder = Folder::new(&self.tenants);
        folder.put("mine.toml", &self.mine);
        folder.put("empty", "");
        folder.put("spaces", "two words");
        let mut command = folder.igdoctor(&self.args);
        command
            .env("LANG", language)
            .env("IGDOCTOR_STATE_DIR", folder.path("state"));
        if let Some((name, value)) = self.env {
            command.env(name, value);
        }
        finish(command)
    }
}

fn lines() -> Vec<Mistake> {
    let mut lines: Vec<String> = [
        "pge = \"1\"",
        "zzzzzz = \"1\"",
        "flow = \"facebok\"",
        "flow = 3",
        "lang = \"de\"",
        "page = \"abc\"",
        "page = true",
        "page = \"1\"\npage = \"2\"",
        "callback_url = \"nowhere\"",
        "department = \"\"",
        "webhook_fields = [\"Bad Field\"]",
        "webhook_fields = \"messages\"",
        "token_expires_at = \"soon\"",
        "token_expires_at = true",
        "severity.zzzz = \"error\"",
        "severity.webhook-fieldz = \"error\"",
        "platform = \"hunionn\"",
        "platform = \"hunion\"\nflow = \"instagram\"",
        "secrets.token = { stdin = true }\nsecrets.app_secret = { stdin = true }",
        "[[tenants.casa-azul.waivers]]\ncheck = \"token-valid\"\nreason = \"x\"\nauthor = \"Ana\"\nuntil = 2030-01-01",
        "[[tenants.casa-azul.waivers]]\ncheck = \"inbox-access\"\nauthor = \"Ana\"\nuntil = 2030-01-01",
    ]
    .map(str::to_owned)
    .to_vec();
    lines.extend(
        [
            "\"pasted\"",
            "{ envv = \"A\" }",
            "{ }",
            "{ env = \"A\", readable_by_others = true }",
            "{ env = \"A\", timeout = \"3s\" }",
            "{ stdin = false }",
            "{ env = \"1A\" }",
            "{ file = \"\" }",
            "{ file = \"a\", readable_by_others = 3 }",
            "{ keyring = \"\" }",
            "{ command = [] }",
            "{ command = [\"a\"], timeout = \"9h\" }",
        ]
        .map(|way| format!("secrets.token = {way}")),
    );
    let seen = [
        ("inbox-access", "x", "2100-01-01"),
        ("zzzz", "x", "2026-01-01"),
        ("token-valid", "x", "2026-01-01"),
        ("inbox-access", "zzzz", "2026-01-01"),
    ];
    lines.extend(seen.map(|(check, question, at)| {
        format!("[[tenants.casa-azul.confirmations]]\ncheck = \"{check}\"\nquestion = \"{question}\"\nanswer = \"yes\"\nby = \"Ana\"\nat = {at}")
    }));
    let mut mistakes: Vec<Mistake> = lines.iter().map(|line| Mistake::line(line)).collect();
    mistakes.push(Mistake::line("").file("[tenants.\"-x\"]\n"));
    mistakes
}

fn platforms() -> Vec<Mistake> {
    let set = |text: &str| Mistake::platform("[facebook]\n", &format!("{text}\n[facebook]\n"));
    vec![
        Mistake::platform("[\"facebook\"]", "[]"),
        Mistake::platform("[\"facebook\"]", "[\"instagram\"]"),
        Mistake::platform("[[\"instagram_basic\"]]", "[[]]"),
        Mistake::platform("name = \"Mine\"\n", ""),
        set("webhook_fields_off = [\"messages\"]"),
        set("replies.image_side_px = { min = 3, max = 2 }"),
        set("callback_url = \"nowhere\""),
        set("guide_order = [\"zzzz\"]"),
        set("guide_order = [\"inbox-access\", \"inbox-access\"]"),
        set("source_of = { zzzz = \"inferred\" }"),
        set("source_of = { name = \"zzzz\" }"),
        set("[[setup]]\nid = \"1\"\nwhen_no = \"x\"\nen = \"Is it?\""),
        set("[[setup]]\nid = \"one\"\nwhen_no = \"zzzz\"\nen = \"Is it?\""),
        set("[[texts]]\ncause = \"zzzz\"\nen = \"It is.\""),
    ]
}

fn commands() -> Vec<Mistake> {
    let of = |args: &[&'static str]| Mistake::of(args);
    let no_file = |args: &[&'static str]| Mistake::of(args).file("");
    let two = "[tenants.a]\n[tenants.b]\n";
    let with =
        |lines: &str, args: &[&'static str]| Mistake::with(&format!("{CASA}\n{lines}"), args);
    vec![
        no_file(&["check"]),
        no_file(&["check", "--all"]),
        no_file(&["tenant", "show", "casa"]),
        of(&["check"]),
        of(&["check", "casa-azl"]),
        of(&["check"]).file(two),
        of(&["tenant", "show"]).file(two),
        of(&["check", "--no-token", "--only", "conected-tools"]),
        of(&[
            "check",
            "--no-token",
            "--only",
            "inbox-access",
            "--skip",
            "inbox-access",
        ]),
        of(&["check", "--no-token", "--with", "zzzz"]),
        of(&["check", "--platform", "zzzz", "--no-token"]),
        of(&["check", "--platform", "zzzz.toml", "--no-token"]),
        of(&["check", "--config", "zzzz.toml"]),
        of(&["check", "--sandbox", "helthy"]),
        of(&["check", "--evidence", "zzzz.json"]),
        of(&["check", "--evidence", "mine.toml"]),
        of(&["check", "--no-token", "--output", "zzzz/report"]),
        of(&["check", "--all", "--page", "1"]),
        of(&["check", "--all"]).env("IGDOCTOR_TOKEN", "x"),
        with("secrets.token = { stdin = true }", &["check", "--all"]),
        of(&["check", "--graph-url", "http://example.com"]),
        of(&["check", "--graph-url", "https://user@example.com"]),
        of(&["check", "--token-file", "zzzz"]),
        of(&["check", "--token-file", "empty"]),
        of(&["check", "--token-file", "spaces"]),
        of(&["check", "--token-stdin"]),
        of(&["check", "--page", "1", "--platform", "planfix"])
            .env("IGDOCTOR_INSTAGRAM_APP_SECRET", "secret"),
        of(&[
            "check",
            "--page",
            "1",
            "--flow",
            "instagram",
            "--platform",
            "hunion",
        ]),
        with("secrets.token = { env = \"NONE\" }", &["check"]),
        with("secrets.app_secret = { env = \"NONE\" }", &["check"]),
        with(
            "secrets.token = { command = [\"no-such-program\"] }",
            &["check"],
        ),
        with("secrets.token = { command = [\"false\"] }", &["check"]),
        with(
            "secrets.token = { command = [\"sleep\", \"9\"], timeout = \"1s\" }",
            &["check"],
        ),
        with("secrets.token = { keyring = \"x/token\" }", &["check"]),
        of(&["tenant", "add"]),
        of(&["tenant", "add", "casa-azul"]),
        of(&["tenant", "add", ".x", "--platform", "hunion"]).file(two),
        of(&["tenant", "add", "b", "--secret", "zzzz"]),
        of(&["tenant", "add", "b", "--secret", "zzzz=env:A"]),
        of(&[
            "tenant",
            "add",
            "b",
            "--platform",
            "hunion",
            "--flow",
            "instagram",
        ]),
        of(&["tenant", "add", "b"]),
        of(&["tenant", "remove", "casa-azul"]),
        no_file(&["auth", "login"]),
        with("secrets.token = { file = \"t\" }", &["auth", "login"]),
        with("secrets.token = { file = \"zzzz/t\" }", &["auth", "login"]),
        with(
            "secrets.token = { file = \"t\" }",
            &["auth", "login", "--browser"],
        ),
        with(
            "secrets.token = { file = \"t\" }\napp = \"12\"",
            &["auth", "login", "--browser"],
        ),
        with(
            "secrets.token = { file = \"t\" }\napp = \"12\"",
            &["auth", "login", "--browser", "--loopback"],
        ),
        with("secrets.token = { env = \"A\" }", &["auth", "login"]),
        with("secrets.token = { file = \"t\" }", &["auth", "refresh"]),
        with("secrets.token = { env = \"A\" }", &["auth", "logout"]),
        with("secrets.token = { command = [\"a\"] }", &["auth", "logout"]),
        of(&["undo", "casa-azul:x"]),
        of(&["undo", "--page", "1", "--no-token"]),
        of(&["undo", "facebook-1:7", "--no-token"]),
        of(&["repair", "--only", "zzzz"]),
        of(&["repair", "--sandbox", "connected-tools-off"]),
        of(&["repair", "--page", "1"]),
        of(&["list"]).env("IGDOCTOR_LANG", "de"),
    ]
}

/// The words of a message that are its own: neither code nor names.
fn words(message: &str) -> Vec<String> {
    let ours = message.replace(SYSTEM, "");
    let plain: String = ours.split('`').step_by(2).collect();
    plain
        .split(|c: char| !c.is_alphabetic() && !"-_./=".contains(c))
        .map(str::to_lowercase)
        .collect()
}

#[test]
fn no_english_sentence_remains_and_every_code_is_the_same() {
    let mistakes: Vec<Mistake> = [lines(), platforms(), commands()]
        .into_iter()
        .flatten()
        .collect();
    assert!(mistakes.len() > 40, "{}", mistakes.len());
    let faults = for_each(&mistakes, faults).concat();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is wrong with the way in which a mistake is told.
fn faults(mistake: &Mistake) -> Vec<String> {
    let mut faults = Vec::new();
    let of = format!("{:?}\n{}", mistake.args, mistake.tenants);
    let english = mistake.run("C.UTF-8");
    if english.code == 0 {
        faults.push(format!("no mistake: {of}"));
    }
    for language in ["pt_BR.UTF-8", "ru_RU.UTF-8"] {
        let run = mistake.run(language);
        if run.code != english.code {
            faults.push(format!("another exit code: {of}\n{}", run.stderr));
        }
        let left: Vec<String> = words(&run.stderr)
            .into_iter()
            .filter(|word| ENGLISH.contains(&word.as_str()))
            .collect();
        if run.stderr == english.stderr || !left.is_empty() {
            faults.push(format!("{:?} {left:?}\n{}", mistake.args, run.stderr));
        }
    }
    faults
}

/// What is said of a flag's value stands inside a sentence of the parser of the command line.
#[test]
fn values_of_flags_are_refused_in_every_language() {
    let cases = [
        (
            &["check", "--page", "abc"],
            "só tem dígitos",
            "состоит только из цифр",
        ),
        (
            &["check", "--timeout", "9"],
            "escreva um tempo",
            "укажите время",
        ),
        (
            &["check", "--flow", "facebok"],
            "você quis dizer `facebook`?",
            "возможно, имелось в виду `facebook`?",
        ),
        (
            &["check", "--graph-version", "26"],
            "não é uma versão",
            "не версия",
        ),
        (
            &["check", "--callback-url", "x"],
            "escreva o endereço inteiro",
            "напишите его целиком",
        ),
        (
            &["check", "--callback-url", "ftp://x.example"],
            "não é o endereço de um servidor web",
            "это не адрес веб-сервера",
        ),
    ];
    for (args, portuguese, russian) in cases {
        for (language, wanted) in [("pt_BR", portuguese), ("ru_RU", russian)] {
            let run = Mistake::of(args).run(language);
            let said: Vec<&str> = run.stderr.split_whitespace().collect();
            assert!(said.join(" ").contains(wanted), "{args:?}: {}", run.stderr);
            assert_eq!(run.code, 2);
        }
    }
}

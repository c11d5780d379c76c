//! Prompts in a real terminal: what is asked, what is taken for an answer, and how the terminal is left.
//!
//! No command is asked here: this very file is the program that prompts, as `a_program_that_asks`.
#![cfg(unix)]

#[path = "../common/mod.rs"]
mod common;
mod endings;
mod lists;

use std::env;

use common::pty::Pty;
use igdoctor::model::Language;
use igdoctor::speech::Speech;
use igdoctor::terminal::{ColorChoice, Listening, Look, Prompt, PromptError};

/// Says which program `a_program_that_asks` is to be.
const ASKS: &str = "TEST_ASKS";

/// A program that asks, in a terminal.
fn asking(what: &str, env: &[(&str, &str)]) -> Option<Pty> {
    let program = env::current_exe().unwrap();
    let args = ["--exact", "a_program_that_asks", "--nocapture"];
    let program = [&[program.to_str().unwrap()], &args[..]].concat();
    Pty::start(&program, &[&[(ASKS, what)], env].concat())
}

/// Not a test by itself: the tests below start it in a terminal. It prints answers between `<` and `>`.
#[test]
fn a_program_that_asks() {
    let Ok(what) = env::var(ASKS) else { return };
    let said = |name: &str| env::var_os(name).is_some();
    let language = match env::var("TEST_LANG").as_deref() {
        Ok("ru") => Language::Ru,
        Ok("pt-BR") => Language::PtBr,
        _ => Language::En,
    };
    let speech = Speech::new(language);
    let look = Look::of_stderr(ColorChoice::Auto, said("TEST_ACCESSIBLE"));
    let Some(prompt) = Prompt::new(said("TEST_NO_INPUT"), look, &speech) else {
        println!("<nobody is there>");
        std::process::exit(2);
    };
    let answer = match what.as_str() {
        "line" => prompt.line("Number of the Page", None, digits),
        "default" => prompt.line("Name", Some("casa-azul"), |_| Ok(())),
        "long" => prompt.line(["How is it?"; 20].join(" ").as_str(), Some("well"), |_| {
            Ok(())
        }),
        "yes-no" => prompt.yes_no("Go on?", None).map(|yes| yes.to_string()),
        "default-no" => prompt
            .yes_no("Change it?", Some(false))
            .map(|yes| yes.to_string()),
        "hidden" => prompt
            .hidden("Token")
            .map(|secret| secret.expose().to_owned()),
        "tenants" => prompt
            .choose("Which tenant?", &tenants(), 0)
            .map(|index| index.to_string()),
        "pages" => prompt
            .choose("Which Page?", &pages(), 1)
            .map(|index| index.to_string()),
        "seen" => prompt
            .choose_or_answer("Is it on?", &seen(), &[Some(true), Some(false)], 2)
            .map(|index| index.to_string()),
        "between" => prompt.yes_no("Go on?", None).map(|_| between(false)),
        "listening" => prompt.yes_no("Go on?", None).map(|_| between(true)),
        other => panic!("no program {other}"),
    };
    match answer {
        Ok(answer) => println!("<{answer}>"),
        Err(PromptError::Closed) => println!("<closed>"),
        Err(PromptError::Left) => println!("<left>"),
        Err(PromptError::Terminal(error)) => println!("<{error}>"),
    }
    std::process::exit(7);
}

fn digits(text: &str) -> Result<(), String> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(())
    } else {
        Err("A Page has a number of digits only.".to_owned())
    }
}

fn seen() -> Vec<String> {
    ["Yes", "No", "I don't know"].map(str::to_owned).to_vec()
}

fn tenants() -> Vec<String> {
    (1..=300).map(|number| format!("tenant-{number}")).collect()
}

/// Names as they come from outside: too long, of wide characters, and hostile.
fn pages() -> Vec<String> {
    vec![
        "Кофейня «Солнечный зайчик» на углу Большой Никитской и Малой Бронной улиц, Москва".into(),
        "日本語のページ".repeat(10),
        "Evil\u{1b}[2J\u{202e}\nname".into(),
    ]
}

/// Runs on after a prompt until Ctrl-C: its own matter if it listens, the end of it if not.
fn between(listening: bool) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let listener = listening.then(Listening::begin);
    runtime.block_on(async {
        let interrupt = tokio::signal::unix::SignalKind::interrupt();
        let mut interrupted = tokio::signal::unix::signal(interrupt).unwrap();
        eprintln!("running");
        if listening {
            interrupted.recv().await;
            // The guard of the prompts may see the signal later than we do.
            listener.into_iter().for_each(Listening::to_the_end);
        } else {
            tokio::time::sleep(std::time::Duration::from_secs(60)).await;
        }
    });
    "ran on".to_owned()
}

/// Sees a question, answers, and gives the answer that the program understood.
#[track_caller]
fn answered(pty: Pty, question: &str, keys: impl FnOnce(&Pty)) -> (String, String) {
    pty.until(question);
    keys(&pty);
    let ended = pty.end();
    assert_eq!(ended.code, 7, "{}", ended.screen);
    ended.left_in_order();
    let answer = ended.stdout.split_once('<').unwrap().1;
    let answer = answer.rsplit_once('>').unwrap().0.to_owned();
    (answer, ended.screen)
}

#[test]
fn a_refused_line_says_why_and_is_typed_anew() {
    let Some(pty) = asking("line", &[]) else {
        return;
    };
    let (answer, screen) = answered(pty, "Number of the Page: ", |pty| {
        pty.types(" 1045x ");
        pty.presses(&["Enter"]);
        pty.until_it("the question again", |screen| {
            screen
                .trim_end()
                .ends_with("digits only.\nNumber of the Page:")
        });
        pty.types("1045");
        pty.presses(&["Left", "Left", "0", "Enter"]);
    });
    assert_eq!(answer, "10045");
    assert_eq!(
        screen.trim_end(),
        "Number of the Page: 1045x\nA Page has a number of digits only.\nNumber of the Page: 10045"
    );
}

#[test]
fn what_is_pasted_is_shown_once() {
    let Some(pty) = asking("default", &[]) else {
        return;
    };
    let (answer, screen) = answered(pty, "Name [casa-azul]: ", |pty| {
        pty.types("Café do João — Кафе\n");
    });
    assert_eq!(answer, "Café do João — Кафе");
    assert_eq!(screen.trim_end(), "Name [casa-azul]: Café do João — Кафе");
}

#[test]
fn enter_takes_the_default() {
    let Some(pty) = asking("default", &[]) else {
        return;
    };
    let (answer, screen) = answered(pty, "Name [casa-azul]: ", |pty| pty.presses(&["Enter"]));
    assert_eq!(answer, "casa-azul");
    assert_eq!(screen.trim_end(), "Name [casa-azul]: casa-azul");
}

#[test]
fn a_long_question_stands_above_its_answer() {
    let Some(pty) = asking("long", &[]) else {
        return;
    };
    let (answer, screen) = answered(pty, "> ", |pty| pty.types("so so\n"));
    assert_eq!(answer, "so so");
    assert!(screen.contains("[well]\n> so so"), "{screen}");
    assert_eq!(screen.matches("How").count(), 20, "{screen}");
}

#[test]
fn yes_and_no_are_asked_in_the_language_of_the_person() {
    for (language, question, please, typed, meant) in [
        ("en", "Go on? [y/n] ", "Please answer", "Y", "true"),
        ("pt-BR", "Go on? [s/n] ", "Responda", "Sim", "true"),
        ("pt-BR", "Go on? [s/n] ", "Responda", "não", "false"),
        ("ru", "Go on? [д/н] ", "Ответьте", "Д", "true"),
        ("ru", "Go on? [д/н] ", "Ответьте", "нет", "false"),
    ] {
        let Some(pty) = asking("yes-no", &[("TEST_LANG", language)]) else {
            return;
        };
        let (answer, screen) = answered(pty, question, |pty| {
            pty.presses(&["Enter"]);
            pty.until(please);
            pty.types("perhaps\n");
            pty.until(&format!("perhaps\n{please}"));
            pty.types(&format!("{typed}\n"));
        });
        assert_eq!(answer, meant, "{screen}");
    }
}

#[test]
fn the_default_answer_is_a_capital_letter() {
    let Some(pty) = asking("default-no", &[]) else {
        return;
    };
    let (answer, screen) = answered(pty, "Change it? [y/N] ", |pty| pty.presses(&["Enter"]));
    assert_eq!(answer, "false");
    assert_eq!(screen.trim_end(), "Change it? [y/N] no");
}

#[test]
fn nothing_of_a_secret_is_shown() {
    for env in [&[][..], &[("TEST_ACCESSIBLE", "1")]] {
        let Some(pty) = asking("hidden", env) else {
            return;
        };
        let (answer, screen) = answered(pty, "Token [not shown while you type]: ", |pty| {
            pty.presses(&["Enter"]);
            pty.until("Nothing was typed.");
            pty.types("EAAB two\n");
            pty.until("That holds characters");
            pty.types(" EAABcanary123 \n");
        });
        assert_eq!(answer, "EAABcanary123");
        assert!(
            !screen.contains("EAAB") && !screen.contains('*'),
            "{screen}"
        );
    }
}

#[test]
fn nothing_is_asked_where_nobody_answers() {
    for env in [("TEST_NO_INPUT", "1"), ("CI", "true")] {
        let Some(pty) = asking("line", &[env]) else {
            return;
        };
        let ended = pty.end();
        assert_eq!(ended.code, 2);
        assert!(
            ended.stdout.contains("<nobody is there>"),
            "{}",
            ended.stdout
        );
        assert_eq!(ended.screen.trim(), "");
    }
    let Some(pty) = asking("line", &[("CI", "")]) else {
        return;
    };
    pty.until("Number of the Page: ");
    // dialoguer by itself would ask `/dev/tty`.
    let program = env::current_exe().unwrap();
    let line = format!(
        "echo 1 | {} --exact a_program_that_asks --nocapture",
        program.display()
    );
    let Some(pty) = Pty::start(&["sh", "-c", &line], &[(ASKS, "line")]) else {
        return;
    };
    let ended = pty.end();
    assert_eq!(ended.code, 2);
    assert_eq!(ended.screen.trim(), "");
}

#[test]
fn color_is_left_out_where_it_is_not_wanted() {
    for (env, colored) in [(&[][..], true), (&[("NO_COLOR", "1")], false)] {
        let Some(pty) = asking("default", env) else {
            return;
        };
        pty.until("Name [casa-azul]: ");
        assert_eq!(pty.colored().contains('\u{1b}'), colored);
    }
}

//! Which language is spoken: the flag, `IGDOCTOR_LANG`, the tenant, the machine, English.

use crate::common::tenants::Folder;
use crate::common::{self, finish, igdoctor, serve};
use serde_json::Value;

/// The language of a report about nothing but the way in which it was asked for.
fn spoken(flag: Option<&str>, variables: &[(&str, &str)]) -> String {
    let mut args = vec!["list", "--format", "json"];
    args.extend(flag.iter().flat_map(|flag| ["--lang", flag]));
    let mut command = igdoctor(&args);
    command.env_remove("LANG").envs(variables.iter().copied());
    let report: Value = finish(command).json();
    report["lang"].as_str().unwrap().to_owned()
}

#[test]
fn the_flag_goes_first_then_our_variable_then_the_machine_then_english() {
    let lang = ("LANG", "ru_RU.UTF-8");
    let messages = ("LC_MESSAGES", "pt_BR.UTF-8");
    let all = ("LC_ALL", "en_US.UTF-8");
    let ours = ("IGDOCTOR_LANG", "ru");
    assert_eq!(spoken(None, &[]), "en");
    assert_eq!(spoken(None, &[lang]), "ru");
    assert_eq!(spoken(None, &[lang, messages]), "pt-BR");
    assert_eq!(spoken(None, &[lang, messages, all]), "en");
    assert_eq!(spoken(None, &[lang, messages, all, ours]), "ru");
    assert_eq!(spoken(Some("pt-BR"), &[lang, messages, all, ours]), "pt-BR");
}

#[test]
fn a_machine_that_speaks_something_else_hears_english() {
    assert_eq!(
        spoken(None, &[("LC_ALL", "de_DE.UTF-8"), ("LANG", "ru_RU.UTF-8")]),
        "en"
    );
    assert_eq!(spoken(None, &[("LC_ALL", ""), ("LANG", "pt_PT")]), "pt-BR");
}

#[test]
fn a_language_that_is_not_spoken_is_refused_by_name() {
    let mut command = igdoctor(&["list"]);
    command.env("IGDOCTOR_LANG", "deutsch");
    let run = finish(command);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("IGDOCTOR_LANG"), "{}", run.stderr);
    assert!(run.stderr.contains("en, pt-BR, ru"), "{}", run.stderr);
    let run = common::run(&["list", "--lang", "de"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--lang"), "{}", run.stderr);
}

#[test]
fn a_tenant_s_language_goes_before_the_machine_s_and_after_our_variable() {
    let sandbox = serve("connected-tools-off", |_| {});
    let folder = Folder::of(&[("loja", &sandbox)]);
    let path = folder.path("igdoctor.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text.replacen("[tenants.loja]", "[tenants.loja]\nlang = \"pt-BR\"", 1);
    std::fs::write(&path, text).unwrap();
    let lang = |variables: &[(&str, &str)]| {
        let mut command = folder.check(&sandbox, &["loja", "--format", "json"]);
        command.envs(variables.iter().copied());
        finish(command).json()["lang"].as_str().unwrap().to_owned()
    };
    assert_eq!(lang(&[("LC_ALL", "ru_RU.UTF-8")]), "pt-BR");
    assert_eq!(lang(&[("IGDOCTOR_LANG", "ru")]), "ru");
}

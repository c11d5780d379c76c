//! Names that can be completed. Nothing here asks a network or a keyring.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};

use crate::model::{Flow, Language, Severity, Symptom};
use crate::plan::optional;
use crate::platform::Platform;
use crate::sandbox::worlds;
use crate::speech::{self, Speech};
use crate::tenant::{self, TenantFile};
use crate::words::{About, Writer, platform_name};

/// The command line with the names that its arguments take, wherever an argument of that name stands. `typed` is what stands
/// on it so far.
pub fn offered(command: clap::Command, typed: &[OsString]) -> clap::Command {
    let pages = pages(&command, typed);
    named(command).mut_subcommand("man", |man| {
        man.mut_arg("command", |arg| {
            let one = |(name, about): &(String, Option<StyledStr>)| {
                CompletionCandidate::new(name).help(about.clone())
            };
            arg.add(ArgValueCandidates::new(move || {
                pages.iter().map(one).collect()
            }))
        })
    })
}

/// The commands below those that are named behind `man`: each has a page.
fn pages(command: &clap::Command, typed: &[OsString]) -> Vec<(String, Option<StyledStr>)> {
    let words = typed.iter().filter_map(|word| word.to_str());
    let mut of = command;
    for word in words.skip_while(|word| *word != "man").skip(1) {
        of = of.find_subcommand(word).unwrap_or(of);
    }
    of.get_subcommands()
        .filter(|command| command.get_name() != "help")
        .map(|command| (command.get_name().to_owned(), command.get_about().cloned()))
        .collect()
}

fn named(command: clap::Command) -> clap::Command {
    command
        .mut_args(|arg| match candidates(arg.get_id().as_str()) {
            Some(candidates) => arg.add(candidates),
            None => arg,
        })
        .mut_subcommands(named)
}

fn candidates(argument: &str) -> Option<ArgValueCandidates> {
    let of = match argument {
        "only" | "skip" => checks,
        "sandbox" | "world" => worlds,
        "platform" => platforms,
        "tenant" => tenants,
        "what" => explained,
        "with" => || plain(crate::catalog::load().into_iter().flat_map(optional)),
        "symptom" => symptoms,
        "fail_on" => || plain(Severity::ALL.iter().map(|word| word.as_str())),
        "flow" => || plain(Flow::ALL.iter().map(|word| word.as_str())),
        "lang" => || plain(Language::ALL.iter().map(|word| word.as_str())),
        _ => return None,
    };
    Some(ArgValueCandidates::new(of))
}

fn plain(names: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<CompletionCandidate> {
    let names = names.into_iter();
    names
        .map(|name| CompletionCandidate::new(name.as_ref()))
        .collect()
}

fn with_help(name: &str, help: String) -> CompletionCandidate {
    CompletionCandidate::new(name).help(Some(StyledStr::from(help)))
}

/// The checks, with what they say.
fn checks() -> Vec<CompletionCandidate> {
    let Ok(catalog) = crate::commands::catalog() else {
        return Vec::new();
    };
    let speech = Speech::new(speech::of_errors());
    let writer = Writer::new(&speech, catalog, None, About::default());
    let checks = catalog.checks().iter();
    checks
        .map(|check| with_help(check.id, writer.title(check)))
        .collect()
}

fn symptoms() -> Vec<CompletionCandidate> {
    let speech = Speech::new(speech::of_errors());
    let symptoms = Symptom::ALL.iter();
    symptoms
        .map(|symptom| with_help(symptom.as_str(), speech.say(&format!("symptom-{symptom}"))))
        .collect()
}

/// What can be explained by its name: checks, symptoms, causes.
fn explained() -> Vec<CompletionCandidate> {
    let mut all = checks();
    all.extend(symptoms());
    if let Ok(catalog) = crate::commands::catalog() {
        all.extend(plain(catalog.replies().iter().map(|check| check.id)));
        all.extend(plain(catalog.all().iter().flat_map(|check| check.causes())));
        all.extend(plain(catalog.free_causes().map(|(cause, _)| cause)));
    }
    all
}

fn worlds() -> Vec<CompletionCandidate> {
    worlds::told(speech::of_errors())
        .map(|(world, about)| with_help(world.name, about))
        .collect()
}

fn platforms() -> Vec<CompletionCandidate> {
    let speech = Speech::new(speech::of_errors());
    let platforms = Platform::all().unwrap_or_default();
    platforms
        .iter()
        .map(|platform| with_help(&platform.id, platform_name(platform, &speech)))
        .collect()
}

/// The tenants of the file at hand; of one that cannot be used, none.
fn tenants() -> Vec<CompletionCandidate> {
    let path = tenant::find(None).ok().flatten();
    let file = path.and_then(|path| TenantFile::read(&path).ok());
    file.map_or_else(Vec::new, |file| plain(file.tenants.keys()))
}

//! `igdoctor sandbox`: the worlds, and serving one.

use std::io::Write as _;

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use serde_json::json;

use super::flags::{FormFlags, LookFlags, Plain};
use super::signals::interrupted;
use crate::model::{Access, Arg, Flow};
use crate::report::human::{Sheet, table};
use crate::report::json;
use crate::sandbox::world::{APP_ID, Fault, World};
use crate::sandbox::worlds::{self, Named};
use crate::sandbox::{Sandbox, VERIFY_TOKEN};
use crate::speech::{Speech, did_you_mean, error};
use crate::terminal::write_stdout;

/// Flags of `sandbox`.
#[derive(Args, Debug)]
pub struct Flags {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Serve a world until Ctrl-C; it keeps its state
    Serve {
        /// The world (`igdoctor sandbox list`)
        world: String,
        /// Port of the Graph API; a free one if left out
        #[arg(long, default_value_t = 0)]
        port: u16,
        /// Milliseconds before every answer of the Graph API
        #[arg(long, value_name = "MS", default_value_t = 0)]
        latency: u64,
        /// Let calls go wrong, PATH=WHAT: throttle, transient, cut, drop, hang, html, redirect, huge, loop, usage, hostile; repeatable
        #[arg(long, value_name = "PATH=WHAT")]
        fault: Vec<Fault>,
    },
    /// List the worlds
    List {
        #[command(flatten)]
        form: FormFlags,
        #[command(flatten)]
        look: LookFlags,
    },
}

/// Serves or lists. Ends with 0.
///
/// # Errors
/// When there is no such world or the port is taken.
pub fn run(flags: &Flags) -> Result<u8> {
    match &flags.verb {
        Verb::Serve {
            world,
            port,
            latency,
            fault,
        } => serve(world, *port, *latency, fault),
        Verb::List { form, look } => list(form.format, look),
    }?;
    Ok(crate::report::EXIT_HEALTHY)
}

/// The world of a name, or what to write instead.
pub(super) fn find(name: &str) -> Result<&'static Named> {
    if let Some(named) = worlds::find(name) {
        return Ok(named);
    }
    let hint = did_you_mean(name, worlds::all().map(|world| world.name));
    bail!(error(
        "error-sandbox-unknown",
        &[("name", &name), ("hint", &hint)],
    ))
}

fn list(format: Plain, flags: &LookFlags) -> Result<()> {
    let text = match format {
        Plain::Json => {
            let expected = |world: &Named| -> Vec<_> {
                world.expected.iter().map(|(check, outcome, cause)| json!({"check": check, "outcome": outcome, "cause": cause})).collect()
            };
            let worlds: Vec<_> = worlds::told(flags.language()).map(|(world, about)| json!({"name": world.name, "about": about, "expected": expected(world)})).collect();
            json::document(&json!({"schema_version": 1, "worlds": worlds}))?
        }
        Plain::Human => {
            let speech = Speech::new(flags.language());
            let mut sheet = Sheet::new(flags.look());
            let rows: Vec<[String; 2]> = worlds::told(flags.language())
                .map(|(world, about)| [world.name.to_owned(), about])
                .collect();
            let heads = ["sandbox-world", "sandbox-about"].map(|key| speech.say(key));
            table::write(&mut sheet, &heads, rows.iter().map(|row| row.as_slice()));
            let example = Arg::from("connected-tools-off");
            sheet.paragraph(
                0,
                &speech.say_with(
                    "sandbox-closing",
                    &[("count", &rows.len().into()), ("world", &example)],
                ),
            );
            sheet.text()
        }
    };
    write_stdout(&text)?;
    Ok(())
}

fn serve(name: &str, port: u16, latency: u64, faults: &[Fault]) -> Result<()> {
    let mut world = (find(name)?.make)();
    world.latency_ms = latency;
    world.faults.extend_from_slice(faults);
    let sandbox = Sandbox::start_on(world.clone(), port)
        .with_context(|| error("error-sandbox-port", &[("port", &port)]))?;
    // Probes of another process must be able to trust the world's certificates.
    let mut roots = tempfile::Builder::new()
        .prefix("igdoctor-sandbox-")
        .suffix(".pem")
        .tempfile()?;
    roots.write_all(sandbox.ca_pem().as_bytes())?;
    write_stdout(&usage(
        name,
        &world,
        &sandbox,
        &roots.path().display().to_string(),
    ))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(interrupted());
    let (calls, rounds) = (sandbox.calls(), sandbox.rounds());
    let told = error("sandbox-calls", &[("calls", &calls), ("rounds", &rounds)]);
    write_stdout(&format!("\n{told}\n"))?;
    Ok(())
}

/// The variables and flags with which another process checks the world.
fn usage(name: &str, world: &World, sandbox: &Sandbox, roots: &str) -> String {
    let served = error(
        "sandbox-served",
        &[("world", &name), ("url", &sandbox.graph_url())],
    );
    let mut lines = vec![format!("# {served}")];
    lines.push(format!("export SSL_CERT_FILE='{roots}'"));
    if world.access >= Access::Token {
        lines.push(format!("export IGDOCTOR_TOKEN='{}'", world.token.text));
    }
    if world.access == Access::App {
        lines.push(format!("export IGDOCTOR_APP_SECRET='{}'", world.app.secret));
    }
    if world.expects.knows_verify_token {
        lines.push(format!("export IGDOCTOR_VERIFY_TOKEN='{VERIFY_TOKEN}'"));
    }
    let mut command = format!(
        "igdoctor check --graph-url {} --platform {} --app {APP_ID}",
        sandbox.graph_url(),
        world.platform
    );
    for (flag, value) in [
        ("--page", &world.expects.page_id),
        ("--instagram", &world.expects.instagram_id),
        ("--stored-account-id", &world.expects.stored_account_id),
    ] {
        if let Some(value) = value {
            command.push_str(&format!(" {flag} {value}"));
        }
    }
    if let Some(url) = sandbox.platform_url() {
        command.push_str(&format!(" --platform-url {url}"));
    }
    if world.expects.callback_given {
        command.push_str(&format!(" --callback-url {}", sandbox.callback_url()));
    }
    if world.expects.with.contains(&"data-deletion-callback") {
        command.push_str(&format!(
            " --data-deletion-url {}",
            sandbox.data_deletion_url()
        ));
    }
    for part in &world.expects.with {
        command.push_str(&format!(" --with {part}"));
    }
    if world.access == Access::None {
        command.push_str(" --no-token");
    }
    if world.flow == Flow::Instagram && world.access == Access::None {
        command.push_str(" --flow instagram");
    }
    lines.push(command);
    lines.join("\n") + "\n"
}

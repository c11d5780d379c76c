//! `igdoctor tenant add`: a new tenant, by flags or by questions.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Args;
use url::Url;

use crate::address::{id_hint, is_id};
use crate::commands::asked::{Asking, asker};
use crate::commands::connection::web_address;
use crate::commands::flags::{LookFlags, meta_id, parse};
use crate::commands::tell::tell;
use crate::model::{Arg, Flow};
use crate::places;
use crate::platform::Platform;
use crate::secret::{Source, looks_secret};
use crate::speech::{Speech, error};
use crate::tenant::edit::Edit;
use crate::tenant::file::check_name;
use crate::tenant::sources::Wanted;
use crate::tenant::{TenantFile, find};
use crate::terminal::Prompt;
use crate::words::platform_name;

/// Flags of `tenant add`.
#[derive(Args, Debug)]
pub(super) struct Flags {
    /// Its name: letters, digits, - _ and . only
    name: Option<String>,
    /// The file of tenants; else igdoctor.toml in this folder, else in your configuration folder, where it is made if there is none
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Messaging platform: an id (`igdoctor list --platforms`) or the path of a file of your own
    #[arg(long, value_name = "ID")]
    platform: Option<String>,
    /// How the account was connected: facebook (Facebook Login) or instagram (Instagram Login)
    #[arg(long, value_parser = parse::<Flow>)]
    flow: Option<Flow>,
    /// Id of the Facebook Page
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    page: Option<String>,
    /// Id of the Instagram account (1784…)
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    instagram: Option<String>,
    /// Id of the platform's Meta app
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    app: Option<String>,
    /// Id of its Instagram app
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    instagram_app: Option<String>,
    /// Address that Meta should call
    #[arg(long, value_name = "URL", value_parser = web_address)]
    callback_url: Option<Url>,
    /// Address for data deletion requests, for the check data-deletion-callback
    #[arg(long, value_name = "URL", value_parser = web_address)]
    data_deletion_url: Option<Url>,
    /// Address that Meta tells when a person removes the app, where the app's settings do not name it
    #[arg(long, value_name = "URL", value_parser = web_address)]
    deauthorize_url: Option<Url>,
    /// The platform's own address, where it has one
    #[arg(long, value_name = "URL", value_parser = web_address)]
    platform_url: Option<Url>,
    /// Department of the Page, in platforms that have such a thing
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    /// Id of the account as the platform stores it
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    stored_account_id: Option<String>,
    /// Name of the account as the platform stores it
    #[arg(long, value_name = "NAME")]
    stored_username: Option<String>,
    /// Configuration of Facebook Login for Business, if the app uses it
    #[arg(long, value_name = "ID", value_parser = meta_id)]
    login_config_id: Option<String>,
    /// Address that the browser ends at after a login; the app must list it
    #[arg(long, value_name = "URL", value_parser = web_address)]
    login_redirect_url: Option<Url>,
    /// Where a secret comes from: KEY=env:NAME, KEY=file:PATH or KEY=keyring, where KEY is token, app_secret, instagram_app_secret or verify_token; repeatable
    // Not parsed by clap, which repeats what it refuses: it could be the secret itself.
    #[arg(long, value_name = "KEY=WAY")]
    secret: Vec<String>,
    #[command(flatten)]
    asking: Asking,
    #[command(flatten)]
    look: LookFlags,
}

/// A source as a flag names it.
#[derive(Clone, Debug)]
enum Way {
    Environment(String),
    File(PathBuf),
    Keyring,
}

impl Way {
    fn source(&self, wanted: Wanted, tenant: &str) -> Source {
        match self {
            Self::Environment(name) => Source::Environment(name.clone()),
            Self::File(path) => Source::File {
                path: path.clone(),
                shared: false,
            },
            Self::Keyring => wanted.keyring_entry(tenant),
        }
    }
}

pub(super) fn run(flags: &Flags) -> Result<()> {
    let secrets: Vec<(Wanted, Way)> = flags
        .secret
        .iter()
        .map(|text| secret(text))
        .collect::<Result<_, _>>()
        .map_err(anyhow::Error::msg)?;
    let path = file(flags)?;
    let known = TenantFile::read_or_none(&path)?;
    let speech = Speech::new(flags.look.language());
    let asker = asker(&flags.asking, &flags.look, &speech);
    let name = name(flags, known.as_ref(), asker.as_ref(), &speech)?;
    let platform = platform(flags, asker.as_ref(), &speech)?;
    let flow = flow(flags, &platform, asker.as_ref(), &speech)?;
    let mut values = vec![("platform", from_anywhere(&platform.id, platform.is_file())?)];
    values.extend(flow.map(|flow| ("flow", flow.as_str().to_owned())));
    let flow = flow.or(platform.flows.first().copied());
    let ids = [
        (
            "page",
            &flags.page,
            (flow == Some(Flow::Facebook)).then_some("tenant-ask-page"),
        ),
        ("instagram", &flags.instagram, Some("tenant-ask-instagram")),
        (
            "app",
            &flags.app,
            platform.own_app.then_some("tenant-ask-app"),
        ),
        (
            "instagram_app",
            &flags.instagram_app,
            (platform.own_app && flow == Some(Flow::Instagram))
                .then_some("tenant-ask-instagram-app"),
        ),
    ];
    for (key, given, question) in ids {
        let typed = match (given, asker.as_ref(), question) {
            (None, Some(asker), Some(question)) => ask_id(asker, &speech.say(question))?,
            _ => None,
        };
        values.extend(given.clone().or(typed).map(|id| (key, id)));
    }
    values.extend(flags.others());
    // Answers take their time, in which others may write the file.
    let mut edit = Edit::open(&path)?;
    ensure!(!edit.has(&name), exists(&name));
    for (key, value) in &values {
        edit.set(&name, key, value);
    }
    for (wanted, way) in &secrets {
        edit.set_source(&name, *wanted, &way.source(*wanted, &name));
    }
    edit.save()?;
    let done = speech.say_with(
        "tenant-added",
        &[
            ("tenant", &Arg::from(name.as_str())),
            ("path", &Arg::Text(path.display().to_string())),
        ],
    );
    tell(&flags.look, &done)
}

impl Flags {
    /// What only flags say.
    fn others(&self) -> impl Iterator<Item = (&'static str, String)> {
        let url = |url: &Option<Url>| url.as_ref().map(Url::to_string);
        [
            ("callback_url", url(&self.callback_url)),
            ("data_deletion_url", url(&self.data_deletion_url)),
            ("deauthorize_url", url(&self.deauthorize_url)),
            ("platform_url", url(&self.platform_url)),
            ("department", self.department.clone()),
            ("stored_account_id", self.stored_account_id.clone()),
            ("stored_username", self.stored_username.clone()),
            ("login.config_id", self.login_config_id.clone()),
            ("login.redirect_url", url(&self.login_redirect_url)),
        ]
        .into_iter()
        .filter_map(|(key, value)| Some((key, value?)))
    }
}

/// The file to write: the one that is named or found, else a new one among the user's own configuration.
fn file(flags: &Flags) -> Result<PathBuf> {
    find(flags.config.as_deref())?
        .or_else(places::user_tenant_file)
        .with_context(|| error("error-tenant-no-folder", &[]))
}

fn name(
    flags: &Flags,
    known: Option<&TenantFile>,
    asker: Option<&Prompt<'_>>,
    speech: &Speech,
) -> Result<String> {
    let fits = |name: &str| {
        check_name(name)?;
        if known.is_some_and(|file| file.tenants.contains_key(name)) {
            Err(exists(name))
        } else {
            Ok(())
        }
    };
    if let Some(name) = &flags.name {
        fits(name).map_err(anyhow::Error::msg)?;
        return Ok(name.clone());
    }
    let asker = asker.with_context(|| error("error-tenant-name-missing", &[]))?;
    Ok(asker.line(&speech.say("tenant-ask-name"), None, fits)?)
}

fn exists(name: &str) -> String {
    error("error-tenant-exists", &[("name", &name)])
}

fn platform(flags: &Flags, asker: Option<&Prompt<'_>>, speech: &Speech) -> Result<Platform> {
    if let Some(id) = &flags.platform {
        return Ok(Platform::find(id)?);
    }
    let asker = asker.with_context(|| error("error-tenant-which-platform", &[]))?;
    let mut all = Platform::all()?;
    let names: Vec<String> = all
        .iter()
        .map(|platform| platform_name(platform, speech))
        .collect();
    let chosen = asker.choose(&speech.say("tenant-ask-platform"), &names, 0)?;
    Ok(all.swap_remove(chosen))
}

fn flow(
    flags: &Flags,
    platform: &Platform,
    asker: Option<&Prompt<'_>>,
    speech: &Speech,
) -> Result<Option<Flow>> {
    if let Some(flow) = flags.flow {
        ensure!(
            platform.flows.contains(&flow),
            error(
                "error-tenant-flow-not-offered",
                &[("flow", &flow), ("platform", &platform.name)],
            )
        );
        return Ok(Some(flow));
    }
    let (Some(asker), [_, _, ..]) = (asker, platform.flows.as_slice()) else {
        return Ok(None);
    };
    let names: Vec<String> = platform
        .flows
        .iter()
        .map(|flow| speech.say(&format!("head-flow-{flow}")))
        .collect();
    let chosen = asker.choose(&speech.say("tenant-ask-flow"), &names, 0)?;
    Ok(platform.flows.get(chosen).copied())
}

/// A path as it can be written into a file that lies elsewhere.
fn from_anywhere(text: &str, is_path: bool) -> std::io::Result<String> {
    if !is_path {
        return Ok(text.to_owned());
    }
    std::path::absolute(text).map(|path| path.display().to_string())
}

/// An id; Enter alone leaves it out.
fn ask_id(asker: &Prompt<'_>, question: &str) -> Result<Option<String>> {
    let fits = |text: &str| {
        if text.is_empty() || is_id(text) {
            Ok(())
        } else {
            Err(id_hint())
        }
    };
    let answer = asker.line(question, None, fits)?;
    Ok(Some(answer).filter(|answer| !answer.is_empty()))
}

/// `token=env:CASA_AZUL_TOKEN`
fn secret(text: &str) -> Result<(Wanted, Way), String> {
    let wrong = || error("error-tenant-secret-way", &[]);
    let (key, way) = text.split_once('=').ok_or_else(wrong)?;
    let wanted = Wanted::ALL
        .into_iter()
        .find(|wanted| wanted.key() == key)
        .ok_or_else(|| {
            let keys = Wanted::ALL.map(Wanted::key).join(", ");
            error("error-tenant-secret-unknown", &[("known", &keys)])
        })?;
    // Whoever pastes the secret itself does not get it written into a file.
    let named = way.split_once(':').map_or(way, |(_, named)| named);
    if looks_secret(named) {
        return Err(wrong());
    }
    let way = match way.split_once(':') {
        Some(("env", name)) if !name.is_empty() => Way::Environment(name.to_owned()),
        Some(("file", path)) if !path.is_empty() => {
            let anywhere = from_anywhere(path, !path.starts_with("~/"));
            Way::File(
                anywhere
                    .map_err(|fault| format!("--secret: {fault}"))?
                    .into(),
            )
        }
        None if way == "keyring" => Way::Keyring,
        _ => return Err(wrong()),
    };
    Ok((wanted, way))
}

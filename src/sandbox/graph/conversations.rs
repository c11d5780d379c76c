//! `conversations`: threads with people, and the many reasons why Meta does not show them.

use super::auth::Caller;
use super::kinds::THREAD;
use super::reply::Reply;
use super::request::Request;
use super::thread;
use crate::sandbox::answer::Refusal;
use crate::sandbox::world::{Page, Thread, World};

/// An app without Advanced Access is told of a time-out once more people than this without a role have written.
const OUTSIDERS_BORNE: usize = 3;

/// Conversations of a Page.
pub(super) fn of_page(
    world: &World,
    caller: &Caller,
    page: &Page,
    request: &Request,
) -> Result<Reply, Refusal> {
    if !request
        .param("platform")
        .is_some_and(|platform| platform.eq_ignore_ascii_case("instagram"))
    {
        // Those are Messenger's, and nobody writes there.
        return Ok(Reply::List(&THREAD, Vec::new()));
    }
    may_message(world, caller)?;
    if page.linked.is_none() {
        return Err(Refusal::new(
            400,
            100,
            "(#100) The Page is not linked to an Instagram account.",
        )
        .subcode(2_534_013));
    }
    if !world.account.link_verifiable {
        let message = "(#10) The link between the Instagram account, the person and the Page cannot be verified.";
        return Err(Refusal::new(403, 10, message).subcode(2_534_077));
    }
    threads(world, request)
}

/// Conversations of the account, in the instagram flow.
pub(super) fn of_account(
    world: &World,
    caller: &Caller,
    request: &Request,
) -> Result<Reply, Refusal> {
    may_message(world, caller)?;
    if request.selection.names("is_owner") && !world.uncertain.instagram_is_owner {
        return Err(Refusal::nonexisting("is_owner", THREAD.name));
    }
    threads(world, request)
}

/// The owner has switched off “Allow access to messages” (graph-api 5.1).
pub(super) fn access_disabled() -> Refusal {
    Refusal::new(
        403,
        200,
        "(#200) The account owner has disabled access to instagram direct messages.",
    )
    .subcode(2_534_041)
}

/// What the token and the account must allow before anything else counts.
fn may_message(world: &World, caller: &Caller) -> Result<(), Refusal> {
    let account = &world.account;
    if !caller.may(&[
        "instagram_manage_messages",
        "instagram_business_manage_messages",
    ]) {
        let message = "(#230) Requires pages_messaging or instagram_manage_messages permission to manage the object";
        return Err(Refusal::new(403, 230, message));
    }
    if account.restricted {
        return Err(Refusal::new(
            400,
            25,
            "(#25) The Instagram account is restricted or inactive.",
        )
        .subcode(2_207_050));
    }
    if !account.eligible {
        return Err(Refusal::new(
            400,
            36103,
            "(#36103) This IG account is not eligible for API yet.",
        ));
    }
    if account.messaging_restricted {
        return Err(Refusal::new(
            403,
            10,
            "(#10) The Page is temporarily restricted from messaging.",
        )
        .subcode(1_893_063));
    }
    Ok(())
}

/// The threads that the app may see, or the one with the person that the call names.
fn threads(world: &World, request: &Request) -> Result<Reply, Refusal> {
    may_see(world)?;
    let person = request.param("user_id");
    let wanted = |thread: &&Thread| person.is_none_or(|person| person == thread.person);
    let nodes = shown(world)
        .filter(wanted)
        .map(|thread| thread::node(world, thread));
    Ok(Reply::List(&THREAD, nodes.collect()))
}

/// What must hold before one thread is shown.
pub(super) fn may_read(world: &World, caller: &Caller) -> Result<(), Refusal> {
    may_message(world, caller)?;
    may_see(world)
}

fn may_see(world: &World) -> Result<(), Refusal> {
    if !world.account.message_access {
        return Err(access_disabled());
    }
    let outsiders = world
        .threads
        .iter()
        .filter(|thread| !thread.has_role)
        .count();
    if !world.app.advanced_access && outsiders > OUTSIDERS_BORNE {
        return Err(Refusal::new(500, -2, "Timeout").subcode(2_534_084));
    }
    Ok(())
}

/// An app without Advanced Access is shown only people who have a role on it.
pub(super) fn shown(world: &World) -> impl Iterator<Item = &Thread> {
    let served = |thread: &&Thread| world.app.advanced_access || thread.has_role;
    world.threads.iter().filter(served)
}

//! Worlds in which everything is right, to be changed.

use chrono::Utc;

use crate::graph::oauth::FACEBOOK_END_PAGE;
use crate::model::{Access, Flow};
use crate::sandbox::world::{
    ACCOUNT_ID, APP_ID, Account, App, CALLBACK, Callback, CodeAnswer, Connected, Expects, Fault,
    Front, Kind, Login, PAGE_ID, Page, Post, Rocket, SignedRequests, Thread, Token, Uncertain,
    Webhook, What, World,
};

/// Where logins may end, entered in the app.
const REDIRECT: &str = "https://example.com/igdoctor";

/// Fields of the platform's webhook that the world's app has on, as the dashboard of the source page shows them.
const FIELDS: [&str; 8] = [
    "comments",
    "live_comments",
    "message_edit",
    "message_reactions",
    "messages",
    "messaging_postbacks",
    "messaging_referral",
    "messaging_seen",
];

/// hunion.io, by a Page token, with the app's secret.
pub fn facebook() -> World {
    let app_name = "hunion.io";
    World {
        flow: Flow::Facebook,
        platform: "hunion",
        access: Access::App,
        token: Token {
            text: "EAAGsandboxpagetoken0123456789".to_owned(),
            kind: Kind::Page,
            kind_known: false,
            dead: None,
            app_id: APP_ID.to_owned(),
            expires_in_days: None,
            data_access_in_days: Some(80),
            only_for: vec![
                ("pages_manage_metadata", vec![PAGE_ID.to_owned()]),
                ("instagram_manage_messages", vec![ACCOUNT_ID.to_owned()]),
            ],
        },
        login: login(),
        codes: Vec::new(),
        issued: Vec::new(),
        permissions: granted(&[
            "pages_show_list",
            "pages_manage_metadata",
            "pages_messaging",
            "pages_read_engagement",
            "instagram_basic",
            "instagram_manage_messages",
            "instagram_manage_comments",
        ]),
        pages: vec![page(app_name)],
        account: Account {
            username: "casa.azul".to_owned(),
            account_type: "BUSINESS",
            message_access: true,
            restricted: false,
            eligible: true,
            link_verifiable: true,
            messaging_restricted: false,
            joined_app: true,
            apps: Vec::new(),
        },
        app: app(app_name),
        default_app: Some(APP_ID.to_owned()),
        threads: threads(Some(APP_ID)),
        posts: vec![
            Post {
                comments: 3,
                readable: true,
            },
            Post {
                comments: 0,
                readable: true,
            },
        ],
        callback: Callback::Good,
        signed_requests: SignedRequests::Good,
        rocket: None,
        uncertain: Uncertain {
            instagram_is_owner: true,
            app_of_token: true,
            instagram_webhook_listed: true,
            app_permissions: true,
            receivers: true,
            instagram_webhook_writable: true,
        },
        faults: Vec::new(),
        latency_ms: 0,
        actor: None,
        born: Utc::now(),
        expects: Expects {
            page_id: Some(PAGE_ID.to_owned()),
            instagram_id: Some(ACCOUNT_ID.to_owned()),
            app_id: Some(APP_ID.to_owned()),
            ..Expects::default()
        },
    }
}

/// The same by the token of a person, which the tenant knows to be one.
pub fn facebook_user() -> World {
    let mut world = facebook();
    world.token.text = "EAAGsandboxusertoken0123456789".to_owned();
    (world.token.kind, world.token.kind_known) = (Kind::User, true);
    world
}

/// An app of one's own, by an Instagram token, with the secrets of both its apps.
pub fn instagram() -> World {
    let name = "Casa Azul Inbox";
    let base = facebook();
    World {
        flow: Flow::Instagram,
        platform: "meta-app",
        token: Token {
            text: "IGAAGsandboxtoken0123456789".to_owned(),
            kind: Kind::Instagram,
            only_for: Vec::new(),
            ..base.token
        },
        permissions: granted(&[
            "instagram_business_basic",
            "instagram_business_manage_messages",
            "instagram_business_manage_comments",
        ]),
        account: Account {
            apps: vec![connected(name, &FIELDS)],
            ..base.account
        },
        app: app(name),
        login: Login {
            // Facebook's own page is not Instagram's, and Instagram takes no address of this machine.
            redirects: vec![REDIRECT.to_owned()],
            allows_loopback: false,
            ..login()
        },
        default_app: None,
        threads: threads(None),
        actor: None,
        born: Utc::now(),
        expects: Expects {
            page_id: None,
            ..base.expects
        },
        ..base
    }
}

/// A login that ends as it should.
fn login() -> Login {
    Login {
        declined: Vec::new(),
        grants_on_rerequest: true,
        ticked: None,
        cancels: false,
        answers_state: None,
        other_app: false,
        business_login: None,
        redirects: vec![FACEBOOK_END_PAGE.to_owned(), REDIRECT.to_owned()],
        allows_loopback: true,
        code_answer: CodeAnswer::Listed,
        too_young: false,
        refresh_kills_old: false,
    }
}

/// Rocket.Chat, by a Page token of its own app, without the secret, which customers never have.
pub fn rocketchat() -> World {
    World {
        platform: "rocketchat",
        rocket: Some(Rocket {
            reachable: true,
            private: false,
            redirects: false,
            front: Front::Nothing,
            enabled: true,
            online: true,
            departments: vec![("sales", true)],
        }),
        ..customer_of("Rocket.Chat")
    }
}

/// Planfix, by a Page token of its own app; its Page is verified, as Planfix demands.
pub fn planfix() -> World {
    let mut page = page("Planfix");
    page.verification = "blue_verified";
    World {
        platform: "planfix",
        pages: vec![page],
        ..customer_of("Planfix")
    }
}

/// Chatt2.me, by a Page token of its own app, with no other permissions than those its guide lists.
pub fn chatt2me_facebook() -> World {
    World {
        platform: "chatt2me",
        permissions: granted(&[
            "instagram_basic",
            "instagram_manage_messages",
            "pages_manage_metadata",
            "pages_messaging",
        ]),
        ..customer_of("Chatt2.me")
    }
}

/// The same by an Instagram token. It wants a Page there too, which only a person can see.
pub fn chatt2me_instagram() -> World {
    let mut world = instagram();
    (world.platform, world.access) = ("chatt2me", Access::Token);
    world.app = app("Chatt2.me");
    world.account.apps = vec![connected("Chatt2.me", &["messages"])];
    world.permissions = granted(&[
        "instagram_business_basic",
        "instagram_business_manage_messages",
    ]);
    world.expects.answers = vec![
        ("page-access", "0", true),
        ("page-instagram-link", "0", true),
        ("page-published", "0", true),
    ];
    world
}

/// A customer of a platform, without its secret and without a default app of routing.
fn customer_of(app_name: &str) -> World {
    World {
        access: Access::Token,
        pages: vec![page(app_name)],
        app: app(app_name),
        default_app: None,
        threads: threads(None),
        ..facebook()
    }
}

/// A world with a change.
pub fn with(mut world: World, change: impl FnOnce(&mut World)) -> World {
    change(&mut world);
    world
}

/// A world in which some calls go wrong.
pub fn faulty(mut world: World, path: &'static str, what: What) -> World {
    world.faults.push(Fault {
        path,
        what,
        times: None,
    });
    world
}

/// A Page with another id, without an account.
pub fn other_page() -> Page {
    Page {
        id: "104512345670002".to_owned(),
        name: "Casa Azul Café".to_owned(),
        linked: None,
        apps: Vec::new(),
        ..page("hunion.io")
    }
}

fn page(app_name: &str) -> Page {
    Page {
        id: PAGE_ID.to_owned(),
        name: "Casa Azul".to_owned(),
        published: true,
        verification: "not_verified",
        tasks: vec![
            "ADVERTISE",
            "ANALYZE",
            "CREATE_CONTENT",
            "MESSAGING",
            "MODERATE",
            "MANAGE",
        ],
        visible: true,
        listed: true,
        linked: Some((ACCOUNT_ID.to_owned(), "casa.azul".to_owned())),
        apps: vec![connected(app_name, &["messages", "messaging_postbacks"])],
    }
}

fn app(name: &str) -> App {
    App {
        id: APP_ID.to_owned(),
        name: name.to_owned(),
        secret: "sandbox-app-secret".to_owned(),
        instagram_secret: "sandbox-instagram-secret".to_owned(),
        requires_proof: false,
        blocked: false,
        live: true,
        advanced_access: true,
        privacy_policy: true,
        restricted: false,
        webhooks: vec![webhook("instagram", &FIELDS)],
    }
}

/// A webhook at the world's own callback.
pub fn webhook(object: &str, fields: &[&str]) -> Webhook {
    Webhook {
        object: object.to_owned(),
        callback_url: CALLBACK.to_owned(),
        active: true,
        // The version of the source page: it lives until 2028, so a difference from the newest one is no finding.
        fields: fields
            .iter()
            .map(|name| ((*name).to_owned(), "v24.0".to_owned()))
            .collect(),
    }
}

/// The platform's app with these fields.
pub fn connected(name: &str, fields: &[&str]) -> Connected {
    Connected {
        app_id: APP_ID.to_owned(),
        name: name.to_owned(),
        fields: fields.iter().map(|field| (*field).to_owned()).collect(),
    }
}

/// Eight customers, the newest of them an hour ago; four wrote an hour before or after a window for answers closes.
pub fn threads(owner: Option<&str>) -> Vec<Thread> {
    let thread = |person: &str, minutes_ago| Thread {
        person: person.to_owned(),
        has_role: false,
        minutes_ago,
        own: Vec::new(),
        owner: owner.map(str::to_owned),
        messages: Vec::new(),
    };
    vec![
        thread("1234567890123456", 60),
        thread("1234567890123457", 300),
        thread("1234567890123460", 23 * 60),
        thread("1234567890123461", 25 * 60),
        thread("1234567890123458", 2 * 24 * 60),
        thread("1234567890123462", (6 * 24 + 23) * 60),
        thread("1234567890123463", (7 * 24 + 1) * 60),
        thread("1234567890123459", 9 * 24 * 60),
    ]
}

/// Permissions, all granted.
pub fn granted(names: &[&str]) -> Vec<(String, &'static str)> {
    names
        .iter()
        .map(|name| ((*name).to_owned(), "granted"))
        .collect()
}

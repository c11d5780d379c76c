//! Logins of a world: how the person and the app answer them, and the codes and tokens that came of them.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Kind, World};

/// How a login goes. The person agrees to everything, save for what is said here.
#[derive(Clone, Debug)]
pub struct Login {
    /// Permissions that the person declines.
    pub declined: Vec<&'static str>,
    /// Asked again, the person grants them.
    pub grants_on_rerequest: bool,
    /// Pages that the person ticks; `None` is all.
    pub ticked: Option<Vec<String>>,
    /// The person goes away.
    pub cancels: bool,
    /// Another `state` comes back than was sent.
    pub answers_state: Option<&'static str>,
    /// The token that comes back was issued by another app.
    pub other_app: bool,
    /// The app has Facebook Login for Business, with this configuration.
    pub business_login: Option<&'static str>,
    /// Addresses to return to that are entered in the app.
    pub redirects: Vec<String>,
    /// The app allows addresses of this machine as well, which Facebook may do and Instagram does not (graph-api 1.5, uncertain).
    pub allows_loopback: bool,
    /// How Instagram answers a code.
    pub code_answer: CodeAnswer,
    /// Every token counts as younger than a day, so that Instagram does not renew it yet.
    pub too_young: bool,
    /// Renewing a token ends it.
    pub refresh_kills_old: bool,
}

/// Shapes in which Instagram answers a code (graph-api 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeAnswer {
    /// A list of one, as documented.
    Listed,
    /// No list; the id is a number.
    Flat,
    /// The same, with the permissions as a list.
    FlatWithList,
}

/// What a token may do, for whom, and how long.
#[derive(Clone, Debug, Default)]
pub struct Grant {
    /// Number of the token; 0 is the world's own.
    pub number: usize,
    /// App that issued it.
    pub app_id: String,
    /// Permissions, each with `granted`, `declined` or `expired`.
    pub permissions: Vec<(String, &'static str)>,
    /// Pages that it sees; `None` is all.
    pub ticked: Option<Vec<String>>,
    /// Permissions granted for these ids only.
    pub only_for: Vec<(String, Vec<String>)>,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// Its end; `None` is never.
    pub expires_at: Option<DateTime<Utc>>,
    /// End of access to the person's data; `None` is never.
    pub data_access_ends: Option<DateTime<Utc>>,
    /// It is a long-lived one.
    pub long: bool,
    /// How every call made with it is refused: code, subcode, message.
    pub dead: Option<(i64, Option<i64>, &'static str)>,
}

/// A token that a login, an exchange or a renewal brought.
#[derive(Clone, Debug)]
pub struct IssuedToken {
    /// `EAA…` or `IGAA…`; not a secret, but treated as one.
    pub text: String,
    /// Whose it is.
    pub kind: Kind,
    /// What it may do.
    pub grant: Grant,
}

/// A code that a login brought.
#[derive(Clone, Debug)]
pub struct Code {
    /// The code.
    pub text: String,
    /// Where the login ended.
    pub redirect: String,
    /// It was exchanged already.
    pub used: bool,
    /// Its end.
    pub expires_at: DateTime<Utc>,
    /// What its token may do.
    pub grant: Grant,
}

impl World {
    /// What the world's own token may do.
    pub(in crate::sandbox) fn own_grant(&self) -> Grant {
        let token = &self.token;
        // An hour more than whole days, so that the days left are counted right while a check runs.
        let end = |days: i64| Utc::now() + TimeDelta::days(days) + TimeDelta::hours(1);
        let only_for = token.only_for.iter();
        Grant {
            number: 0,
            app_id: token.app_id.clone(),
            permissions: self.permissions.clone(),
            ticked: None,
            only_for: only_for
                .map(|(scope, ids)| ((*scope).to_owned(), ids.clone()))
                .collect(),
            issued_at: Utc::now() - TimeDelta::days(30),
            expires_at: token.expires_in_days.map(end),
            data_access_ends: token.data_access_in_days.map(end),
            long: true,
            dead: token.dead,
        }
    }

    /// Gives out a token with this grant for so long, and tells its text.
    pub(in crate::sandbox) fn issue(
        &mut self,
        kind: Kind,
        long: bool,
        lives: Option<TimeDelta>,
        grant: Grant,
    ) -> String {
        let number = self.issued.len() + 1;
        let prefix = if kind == Kind::Instagram { "IG" } else { "E" };
        let text = format!("{prefix}AAGsandboxissuedtoken{number:06}");
        self.issued.push(IssuedToken {
            text: text.clone(),
            kind,
            grant: Grant {
                number,
                issued_at: Utc::now(),
                expires_at: lives.map(|time| Utc::now() + time),
                long,
                ..grant
            },
        });
        text
    }

    /// Ends the token of this number.
    pub(in crate::sandbox) fn kill(&mut self, number: usize) {
        let why = Some((
            190,
            Some(467),
            "Error validating access token: The session is invalid",
        ));
        match number.checked_sub(1) {
            Some(index) => self.issued[index].grant.dead = why,
            None => self.token.dead = why,
        }
    }
}

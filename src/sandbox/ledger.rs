//! Counts calls and dependent rounds, from what arrives alone.

/// The calls of a sandbox's life.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// `GET /{path}` of every call, in order of arrival.
    pub lines: Vec<String>,
    /// Highest round among the calls that arrived.
    pub rounds: u32,
    answered: u32,
}

impl Ledger {
    /// Notes a call and tells its round: it may depend on every call that was answered before it arrived.
    pub fn arrive(&mut self, line: String) -> u32 {
        self.lines.push(line);
        let round = self.answered + 1;
        self.rounds = self.rounds.max(round);
        round
    }

    /// Notes that a call of this round was answered.
    pub fn answer(&mut self, round: u32) {
        self.answered = self.answered.max(round);
    }
}

//! The questions of the instagram flow: all at once, then the one about a person who wrote.

use super::ask::Asker;
use crate::evidence::NotAsked;
use crate::model::Question;
use crate::secret::Secret;

impl Asker<'_> {
    /// Asks by an Instagram token. Its own address `/me` names the account, so that no id has to be known.
    pub(super) async fn instagram(&self, token: &Secret) {
        self.leave(&[Question::Token], NotAsked::Flow);
        tokio::join!(
            self.identity(token),
            self.subscription(token, None, 1),
            self.conversations(token, None, 1),
            self.thread(token, None, 1),
            self.media(token, None, 1),
        );
        match self.person() {
            Some(person) => self.outsider(token, &person, 2).await,
            None => self.leave(
                &[Question::Outsider],
                NotAsked::After(Question::Conversations),
            ),
        }
    }
}

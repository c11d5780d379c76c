//! What the servers of one sandbox share.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::ledger::Ledger;
use super::world::World;

/// A world, and what was asked of it.
#[derive(Debug)]
pub(super) struct State {
    world: Mutex<World>,
    ledger: Mutex<Ledger>,
}

impl State {
    /// A world of which nothing was asked yet.
    pub fn new(world: World) -> Self {
        Self {
            world: Mutex::new(world),
            ledger: Mutex::default(),
        }
    }

    /// The world as it is now.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The calls so far.
    pub fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

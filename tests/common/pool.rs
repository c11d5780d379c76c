//! The same for many things at once: what is slow is waiting for other processes.

use std::sync::Mutex;
use std::thread;

use igdoctor::sandbox::worlds::{self, Named};

/// So many at a time.
const AT_ONCE: usize = 4;

/// Does something for each of these in a few threads, and gathers what that gives, in no order.
pub fn for_each<T: Send, R: Send>(
    all: impl IntoIterator<Item = T>,
    look: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let queue: Mutex<Vec<T>> = Mutex::new(all.into_iter().collect());
    let given: Mutex<Vec<R>> = Mutex::default();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let next = queue.lock().unwrap().pop();
                    let Some(one) = next else { break };
                    let result = look(one);
                    given.lock().unwrap().push(result);
                }
            });
        }
    });
    given.into_inner().unwrap()
}

/// Looks at every world of the sandbox, and tells what is wrong with any.
#[track_caller]
pub fn in_every_world(look: impl Fn(&'static Named) -> Vec<String> + Sync) {
    let faults: Vec<String> = for_each(worlds::all(), look)
        .into_iter()
        .flatten()
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

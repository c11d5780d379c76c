//! Places where a test can end the process, to see that nothing is lost there. The shipped binary has none.

/// Ends the process here at once, without any cleaning up, if `IGDOCTOR_FAULT_POINT` names this place.
#[cfg(debug_assertions)]
pub fn point(name: &str) {
    if std::env::var_os("IGDOCTOR_FAULT_POINT").is_some_and(|wanted| wanted == name) {
        std::process::abort();
    }
}

/// Nothing: only debug builds, which the tests use, have such places.
#[cfg(not(debug_assertions))]
pub const fn point(_name: &str) {}

//! Ctrl-C and SIGTERM: the same thing, an end with what there is.

/// Comes true when the run should end.
pub async fn interrupted() {
    let listening = crate::terminal::Listening::begin();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! {
                    _ = tokio::signal::ctrl_c() => {}
                    _ = terminate.recv() => {}
                }
            }
            Err(_) => drop(tokio::signal::ctrl_c().await),
        }
    }
    #[cfg(not(unix))]
    drop(tokio::signal::ctrl_c().await);
    listening.to_the_end();
}

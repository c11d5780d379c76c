//! Bodies that end before their time, or never.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Bytes;
use hyper::body::{Body, Frame};

/// The first half of a body. Its length counts as unknown: only such a body may stay behind what its header promises.
#[derive(Debug)]
pub(super) struct FirstHalf {
    half: Option<Bytes>,
    paused: bool,
}

impl FirstHalf {
    /// Cuts a body.
    pub fn of(whole: &Bytes) -> Self {
        Self {
            half: Some(whole.slice(..whole.len() / 2)),
            paused: false,
        }
    }
}

impl Body for FirstHalf {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(half) = self.half.take() {
            return Poll::Ready(Some(Ok(Frame::data(half))));
        }
        if !self.paused {
            // hyper flushes while it waits. Without this pause the half would never leave, and the connection would close without an answer.
            self.paused = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(None)
    }
}

/// A body that goes on as long as somebody reads it.
#[derive(Debug)]
pub(super) struct Endless;

impl Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(
            &[b'.'; 16 * 1024],
        )))))
    }
}

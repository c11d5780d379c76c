//! Ports of this machine, and the loops that serve connections on them. All of it needs a running tokio runtime.

use std::error::Error;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::Service;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use rustls::ServerConfig;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket};
use tokio_rustls::TlsAcceptor;

/// Where all servers of the sandbox listen, unless one is to be reached differently.
pub(super) const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A port at which nothing listens. It is taken as long as this lives, so that nobody else can listen there meanwhile.
pub(super) type ClosedPort = TcpSocket;

/// Takes a free port without listening on it.
pub(super) fn hold_closed(held: &mut Vec<ClosedPort>) -> io::Result<u16> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::new(LOOPBACK, 0))?;
    let port = socket.local_addr()?.port();
    held.push(socket);
    Ok(port)
}

/// Listens on a port; 0 takes any free one, which is told.
pub(super) async fn bind(address: IpAddr, port: u16) -> io::Result<(TcpListener, u16)> {
    let listener = TcpListener::bind((address, port)).await?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

/// Serves routes over http, as long as the runtime lives.
pub(super) fn serve_routes(listener: TcpListener, routes: Router) {
    serve(listener, TowerToHyperService::new(routes));
}

/// Serves over http, as long as the runtime lives. A service that fails closes its connection without an answer.
pub(super) fn serve<S>(listener: TcpListener, service: S)
where
    S: Service<
            hyper::Request<Incoming>,
            Response = Response,
            Error: Into<Box<dyn Error + Send + Sync>>,
            Future: Send,
        > + Clone
        + Send
        + 'static,
{
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(talk(stream, service.clone()));
        }
    });
}

/// Serves routes over https, as long as the runtime lives.
pub(super) fn serve_routes_securely(listener: TcpListener, config: ServerConfig, routes: Router) {
    let (acceptor, service) = (
        TlsAcceptor::from(Arc::new(config)),
        TowerToHyperService::new(routes),
    );
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (acceptor, service) = (acceptor.clone(), service.clone());
            tokio::spawn(async move {
                // A client that does not trust the certificate goes away: that is what many worlds are about.
                if let Ok(secured) = acceptor.accept(stream).await {
                    talk(secured, service).await;
                }
            });
        }
    });
}

/// Says the same to whoever comes, whatever they say, and closes the connection; as long as the runtime lives.
pub(super) fn answer_all(listener: TcpListener, answer: &'static [u8]) {
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                // What is not read first would make the end a reset, which can overtake the answer.
                let _ = stream.read(&mut [0; 4096]).await;
                let _ = stream.write_all(answer).await;
            });
        }
    });
}

async fn talk<T, S>(stream: T, service: S)
where
    T: AsyncRead + AsyncWrite + Unpin,
    S: Service<
            hyper::Request<Incoming>,
            Response = Response,
            Error: Into<Box<dyn Error + Send + Sync>>,
        >,
{
    // However a connection ends, it is over, and there is nobody to tell.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

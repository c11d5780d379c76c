//! The browser of a person who logs in at once. It follows nothing: where it is sent is what the person sees and pastes.

use std::io::{Read, Write};
use std::net::TcpStream;

use url::Url;

/// What a server answered.
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub body: String,
}

/// Goes to an address.
pub fn get(address: &str) -> Answer {
    let url: Url = address.parse().unwrap();
    let (host, port) = (url.host_str().unwrap(), url.port().unwrap());
    let host = host.replace("localhost", "127.0.0.1");
    let mut stream = TcpStream::connect((host, port)).unwrap();
    let query = url.query().map(|query| format!("?{query}"));
    let request = format!(
        "GET {}{} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        url.path(),
        query.unwrap_or_default()
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let location = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("location")
            .then(|| value.to_owned())
    });
    Answer {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        location,
        body: body.to_owned(),
    }
}

/// The address on the screen at which a person logs in.
#[track_caller]
pub fn dialog(screen: &str) -> Url {
    let mut addresses = screen.split_whitespace().filter(|word| {
        word.starts_with("http://")
            && (word.contains("/dialog/oauth") || word.contains("authorize"))
    });
    let last = addresses.next_back().expect(screen);
    last.parse().unwrap()
}

/// Logs in, and tells the address at which the browser ends.
#[track_caller]
pub fn log_in(dialog: &Url) -> String {
    let answer = get(dialog.as_str());
    answer.location.expect(&answer.body)
}

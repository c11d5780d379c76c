//! A request as text: a line of its own if there is one, headers, an empty line, the body. The body is bytes, as they are signed.

/// A saved request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Method and address, where the first line tells them.
    pub line: Option<String>,
    /// Names in small letters, with their values.
    pub headers: Vec<(String, String)>,
    /// Its bytes.
    pub body: Vec<u8>,
    /// The headers tell of more bytes than there are.
    pub is_cut: bool,
}

impl Request {
    /// Reads what was saved. What begins as JSON has no headers.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
        let (head, body) = match begins {
            Some(b'{' | b'[') | None => (&b""[..], bytes),
            Some(_) => split(bytes),
        };
        let mut request = Self {
            body: body.to_vec(),
            ..Self::default()
        };
        request.add_headers(&String::from_utf8_lossy(head));
        // Editors end a file with a line break that was never sent.
        let told = request.header("content-length");
        if let Some(told) = told.and_then(|told| told.trim().parse::<usize>().ok()) {
            request.is_cut = told > request.body.len();
            request.body.truncate(told);
        }
        request
    }

    /// Takes in the lines of headers; what is none is passed over.
    pub fn add_headers(&mut self, text: &str) {
        for (number, line) in text.lines().enumerate() {
            let is_first = number == 0 && self.line.is_none();
            if is_first && line.contains(" HTTP/") {
                self.line = Some(line.to_owned());
            } else {
                self.add_header(line);
            }
        }
    }

    /// Takes in one header; whether it was one.
    pub fn add_header(&mut self, line: &str) -> bool {
        let Some((name, value)) = line.split_once(':') else {
            return false;
        };
        let name = name.trim().to_ascii_lowercase();
        let fits = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        if name.is_empty() || !name.chars().all(fits) {
            return false;
        }
        self.headers.push((name, value.trim().to_owned()));
        true
    }

    /// The value of a header, by its name in small letters; the last one given counts.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().rev().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether it is the question by which Meta makes sure of a callback, which has no body and no signature.
    #[must_use]
    pub fn is_handshake(&self) -> bool {
        let line = self.line.as_deref().unwrap_or_default();
        line.starts_with("GET ") && line.contains("hub.mode=")
    }
}

/// Head and body, at the first empty line.
fn split(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut begin = 0;
    while let Some(length) = bytes
        .get(begin..)
        .and_then(|rest| rest.iter().position(|b| *b == b'\n'))
    {
        let line = bytes.get(begin..begin + length).unwrap_or_default();
        let next = begin + length + 1;
        if line.is_empty() || line == b"\r" {
            return (
                bytes.get(..begin).unwrap_or_default(),
                bytes.get(next..).unwrap_or_default(),
            );
        }
        begin = next;
    }
    (bytes, &[])
}

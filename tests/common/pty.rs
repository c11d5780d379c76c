//! A real terminal of 80 columns and 24 rows, of which a test is the person in front.
//!
//! tmux plays the terminal and `sh` the shell. A test types only after it has seen what it waits for.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long anything may take to show up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program in a terminal. Both are gone when it is dropped.
pub struct Pty {
    folder: TempDir,
}

/// What a program left behind.
pub struct Ended {
    /// Exit code.
    pub code: i32,
    /// Standard output, which goes into a file. What stands on the screen came over standard error.
    pub stdout: String,
    /// The screen.
    pub screen: String,
    /// The terminal's settings, as `stty -a` tells them.
    pub settings: String,
    /// Whether the cursor can be seen.
    pub cursor: bool,
}

impl Ended {
    /// The terminal is as the program found it.
    #[track_caller]
    pub fn left_in_order(&self) {
        let has = |word: &str| self.settings.split_whitespace().any(|known| known == word);
        assert!(
            has("echo") && has("icanon") && has("isig"),
            "{}",
            self.settings
        );
        assert!(self.settings.contains("susp = ^Z"), "{}", self.settings);
        assert!(self.cursor, "the cursor is hidden: {}", self.screen);
    }
}

impl Pty {
    /// Starts the binary, in an environment that tells it nothing but what is given here. None where tmux is missing:
    /// `left_out` says so.
    pub fn igdoctor(args: &[&str], env: &[(&str, &str)]) -> Option<Self> {
        let program = env!("CARGO_BIN_EXE_igdoctor");
        Self::start(&[&[program], args].concat(), env)
    }

    /// The same in a terminal of another size.
    pub fn igdoctor_sized(
        args: &[&str],
        env: &[(&str, &str)],
        (columns, rows): (u16, u16),
    ) -> Option<Self> {
        let program = env!("CARGO_BIN_EXE_igdoctor");
        Self::start_sized(&[&[program], args].concat(), env, (columns, rows))
    }

    /// Starts any program.
    pub fn start(program: &[&str], env: &[(&str, &str)]) -> Option<Self> {
        Self::start_sized(program, env, (80, 24))
    }

    fn start_sized(
        program: &[&str],
        env: &[(&str, &str)],
        (columns, rows): (u16, u16),
    ) -> Option<Self> {
        Command::new("tmux").arg("-V").output().ok()?;
        let pty = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::write(
            pty.path("tmux.conf"),
            "set -g status off\nset -s escape-time 0\n",
        )
        .unwrap();
        fs::write(pty.path("program"), pty.program(program, env)).unwrap();
        fs::write(pty.path("shell"), pty.shell()).unwrap();
        pty.tmux(&[
            "-u",
            "-f",
            &pty.path("tmux.conf"),
            "new-session",
            "-d",
            "-x",
            &columns.to_string(),
            "-y",
            &rows.to_string(),
            "sh",
            &pty.path("shell"),
        ]);
        Some(pty)
    }

    /// The program, in place of the shell that notes its id.
    fn program(&self, program: &[&str], env: &[(&str, &str)]) -> String {
        let quoted = |text: &str| format!("'{}'", text.replace('\'', r"'\''"));
        let nowhere = super::NOWHERE;
        let mut words = vec![format!(
            "exec env -i LANG=C.UTF-8 PATH=/usr/bin:/bin TERM=screen HOME={nowhere}"
        )];
        words.extend(
            env.iter()
                .map(|(name, value)| quoted(&format!("{name}={value}"))),
        );
        words.extend(program.iter().map(|word| quoted(word)));
        let (pid, stdout) = (self.path("pid"), self.path("stdout"));
        format!("echo $$ >{pid}\n{} >{stdout}\n", words.join(" "))
    }

    /// The shell: runs the program, survives its signals, notes how it ended, and keeps the terminal open.
    fn shell(&self) -> String {
        let [program, settings, new, code] =
            ["program", "settings", "new", "code"].map(|name| self.path(name));
        format!(
            "trap : INT TERM\nsh {program}\necho $? >{new}\nstty -a >{settings}\nmv {new} {code}\nexec cat >/dev/null\n"
        )
    }

    /// Types text, as it is.
    pub fn types(&self, text: &str) {
        self.tmux(&["send-keys", "-l", "--", text]);
    }

    /// Presses keys by the names that tmux gives them: `Enter`, `Down`, `Escape`, `C-c`.
    pub fn presses(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat());
    }

    /// Waits until the screen shows a text, and gives the screen. Spaces at the end of a line are not told apart.
    #[track_caller]
    pub fn until(&self, wanted: &str) -> String {
        let wanted = wanted.trim_end();
        self.wait(&format!("`{wanted}` on the screen"), || {
            Some(self.screen()).filter(|screen| screen.contains(wanted))
        })
    }

    /// Waits until the screen is as it should be, and gives it.
    #[track_caller]
    pub fn until_it(&self, what: &str, is: impl Fn(&str) -> bool) -> String {
        self.wait(what, || Some(self.screen()).filter(|screen| is(screen)))
    }

    /// Waits until the screen, with its long lines whole, is as wanted, and gives it.
    #[track_caller]
    pub fn until_it_is(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        self.wait(what, || {
            Some(self.unwrapped()).filter(|screen| wanted(screen))
        })
    }

    /// Waits until a file is there, and gives what it holds.
    #[track_caller]
    pub fn until_there_is(&self, file: &std::path::Path) -> String {
        self.wait(&format!("{}", file.display()), || {
            fs::read_to_string(file).ok()
        })
    }

    /// The screen as it is now.
    pub fn screen(&self) -> String {
        self.tmux(&["capture-pane", "-p"])
    }

    /// The screen with lines that the terminal wrapped put together again, as a person copies them.
    pub fn unwrapped(&self) -> String {
        self.tmux(&["capture-pane", "-p", "-J"])
    }

    /// The screen with its colors as escape codes.
    pub fn colored(&self) -> String {
        self.tmux(&["capture-pane", "-p", "-e"])
    }

    /// Whether the cursor can be seen.
    pub fn cursor(&self) -> bool {
        self.tmux(&["display-message", "-p", "#{cursor_flag}"])
            .trim()
            == "1"
    }

    /// Sends the program a signal: `TERM`, `INT`.
    pub fn signal(&self, name: &str) {
        let pid = self.file("pid").unwrap();
        let status = Command::new("kill").args(["-s", name, pid.trim()]).status();
        assert!(status.unwrap().success());
    }

    /// Closes the terminal, as a window is closed, and waits until the program is gone.
    #[track_caller]
    pub fn close(self) {
        let pid = self.file("pid").unwrap();
        self.tmux(&["kill-server"]);
        self.wait("end of the program without a terminal", || {
            let lives = Command::new("kill").args(["-0", pid.trim()]).output();
            (!lives.unwrap().status.success()).then_some(())
        });
    }

    /// Waits for the end of the program.
    #[track_caller]
    pub fn end(self) -> Ended {
        Ended {
            code: self.code(),
            stdout: self.file("stdout").unwrap(),
            screen: self.screen(),
            settings: self.file("settings").unwrap(),
            cursor: self.cursor(),
        }
    }

    #[track_caller]
    fn code(&self) -> i32 {
        let code = self.wait("the end of the program", || self.file("code"));
        code.trim().parse().unwrap()
    }

    #[track_caller]
    fn wait<T>(&self, what: &str, there: impl Fn() -> Option<T>) -> T {
        let clock = Instant::now();
        loop {
            if let Some(found) = there() {
                return found;
            }
            assert!(clock.elapsed() < PATIENCE, "no {what}:\n{}", self.screen());
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn file(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.path(name)).ok()
    }

    fn tmux(&self, args: &[&str]) -> String {
        let output = Command::new("tmux")
            .args(["-S", &self.path("tmux")])
            .args(args)
            .env("LANG", "C.UTF-8")
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

//! However a prompt ends, the terminal is left as it was found.

use super::{answered, asking};

#[test]
fn the_end_of_the_input_is_no_answer() {
    for (what, question, env) in [
        ("hidden", "Token [", &[][..]),
        ("hidden", "Token [", &[("TEST_ACCESSIBLE", "1")]),
        ("line", "Page: ", &[("TEST_ACCESSIBLE", "1")]),
        ("yes-no", "[y/n] ", &[("TEST_ACCESSIBLE", "1")]),
        ("pages", "Number", &[("TEST_ACCESSIBLE", "1")]),
    ] {
        let Some(pty) = asking(what, env) else {
            return;
        };
        let (answer, _) = answered(pty, question, |pty| pty.presses(&["C-d"]));
        assert_eq!(answer, "closed", "{what}");
    }
}

#[test]
fn every_signal_at_every_prompt_leaves_the_terminal_in_order() {
    for (what, question, env) in [
        ("hidden", "Token [", &[][..]),
        ("line", "Page: ", &[]),
        ("yes-no", "[y/n] ", &[]),
        ("tenants", "> tenant-1", &[]),
        ("hidden", "Token [", &[("TEST_ACCESSIBLE", "1")]),
        ("line", "Page: ", &[("TEST_ACCESSIBLE", "1")]),
    ] {
        for signal in ["C-c", "INT", "TERM", "HUP"] {
            let Some(pty) = asking(what, env) else { return };
            pty.until(question);
            pty.types("12");
            if signal == "C-c" {
                pty.presses(&["C-c"]);
            } else {
                pty.signal(signal);
            }
            let ended = pty.end();
            assert_eq!(ended.code, 130, "{what} {signal}: {}", ended.screen);
            ended.left_in_order();
            assert!(!ended.stdout.contains('<') && !ended.screen.contains("rror"));
        }
    }
}

#[test]
fn a_closed_terminal_ends_the_program() {
    for (what, question) in [
        ("hidden", "Token ["),
        ("line", "Page: "),
        ("tenants", "> tenant-1"),
    ] {
        let Some(pty) = asking(what, &[]) else { return };
        pty.until(question);
        pty.close();
    }
}

#[test]
fn between_prompts_ctrl_c_ends_the_program_unless_somebody_listens() {
    for (what, code) in [("between", 130), ("listening", 7)] {
        let Some(pty) = asking(what, &[]) else { return };
        pty.until("[y/n] ");
        pty.types("y\n");
        pty.until("running");
        pty.presses(&["C-c"]);
        let ended = pty.end();
        assert_eq!(ended.code, code, "{what}: {}", ended.screen);
        assert_eq!(
            ended.stdout.contains("<ran on>"),
            code == 7,
            "{}",
            ended.stdout
        );
        ended.left_in_order();
    }
}

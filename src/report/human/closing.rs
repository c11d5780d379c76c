//! The closing line, always: what was left unchecked, the verdict, the counts, the cost.

use super::Sheet;
use crate::report::Report;
use crate::report::summary::{behind, unchecked, verdict};
use crate::speech::Speech;
use crate::terminal::Look;

pub(super) fn write(sheet: &mut Sheet, report: &Report, speech: &Speech) {
    for text in unchecked(report, speech) {
        sheet.paragraph(0, &text);
    }
    let look = sheet.look();
    let (word, outcome) = verdict(report);
    let word = look.paint(Look::style(outcome).bold(), &speech.say(word));
    sheet.paragraph(0, &behind(&word, report, speech));
}

"""The library's codes in the words of the terminal's language: cautions, refusals, findings, questions."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vado.evidence.cautions import Caution
from vado.evidence.design_check import Finding, Standing
from vado.evidence.diaries import Gap
from vado.evidence.errors import EvidenceError
from vado.evidence.reference import Status

Words = str | Promise

DESCRIBES = "not-randomised-description"

CAUTIONS: dict[str, Words] = {
    "too-few-days": _("Too few known days for an estimate."),
    "nothing-varies": _("No day differs from another, so the days cannot show how far chance reaches."),
    "one-side-flat": _("All days of one side are alike; its spread is as if one day more were otherwise."),
    "missing-differs": _("More days are missing on one side than on the other."),
    "many-missing": _("More than a fifth of the days are missing."),
    "days-hang-together": _("A day resembles the day before it; the interval is wider for that."),
    "dependence-unknown": _("How far a day resembles the day before it cannot be seen here."),
    "independent-days": _("The interval takes days as independent of each other; for most diaries it is too short."),
    "one-day-phase": _("A phase of one day has no spread of its own."),
    "full-separation": _("Every day after is beyond every day before; how far apart they are is not said."),
    "no-interval": _("No sound standard error or interval has been published for this index."),
    "flat-baseline": _("The days before are all alike: nothing to measure a difference against."),
    "two-day-baseline": _("Two days before are too few for the small-sample correction."),
    "both-zero": _("Nothing before and nothing after: there is no ratio of nothing to nothing."),
    "zero-mean": _("One phase is all zero; a small constant stands for it: the size depends on its length."),
    "zero-median": _("A median of zero has no logarithm."),
    "negative-values": _("A ratio needs values from zero upwards."),
    "not-a-proportion": _("Odds exist for proportions and percentages."),
    "no-goal": _("No goal was given."),
    "goal-at-baseline": _("The days before are at the goal already."),
    "goal-behind": _("The days before are beyond the goal already: a change for the better counts as a loss."),
    "trend-uncertain": _("The trend before is taken as known; its own uncertainty is not in the interval."),
    "trend-carried-far": _("The trend before is carried on for more days than it was seen."),
    "gaps-closed": _("Missing days were closed up, as the published method does."),
    "length-matters": _("The value also depends on how many days there are, beside what changed."),
    "many-indices": _("Many indices were tried; the one to read is the one chosen before looking."),
    "not-randomised": _("This design was not randomised: the p-value describes a draw that never took place."),
    "plan-changed": _("The plan was changed after the start; the first plan is kept beside it."),
    "few-arrangements": _("So few arrangements were possible that a small p-value cannot be reached."),
    "sampled": _("The p-value comes from random draws of arrangements, the observed one counted in."),
    "at-the-edge": _("An estimate lies at the edge of what is possible."),
    "not-converged": _("The fit did not settle; do not rely on it."),
    "few-people": _("With fewer than ten people their differences rest on what was assumed beforehand."),
    "one-person": _("One person: nothing can be said of the next."),
    "opposite-goals": _("People with different kinds of goals are kept apart."),
    "pooled-opposite-goals": _("People with different kinds of goals were pooled because that was asked for."),
    "axis-not-the-goal": _("Some of these people wanted something else than less; the figure describes, no more."),
    "prior-matters": _("The result moves with what was assumed beforehand about differences between people."),
    "left-out-people": _("Some people gave no estimate; they are counted, not guessed."),
    "long-gap": _("The diary has a gap of more than a year."),
    "more-phases": _("A diary has more phases than the two that are compared here."),
    "put-in-order": _("The days were not in order; they were put in order by date."),
    "recalled-and-daily": _("Days recalled later and days written at once stand together: two measures in one."),
    DESCRIBES: _("No start was drawn within a person: a difference between phases describes, it does not prove."),
}

REFUSALS: dict[str, Words] = {
    "bad-design": _("This design leaves nothing to draw: {reason}."),
    "bad-goal": _("The goal {value} is no number that a day could have."),
    "bad-level": _("The level {value} lies outside 0 to 1; usual is 0.95."),
    "not-a-choice": _("{value} is none of: {choices}."),
    "bad-model": _("The days cannot carry this model: {reason}."),
    "bad-plan": _("This is not a plan: {reason}."),
    "phases-turned": _("The phase {before} begins after {after}. Name the earlier one as the one before."),
    "not-a-word": _("{file}: {value} under {column} is none of: {words}."),
    "person-twice": _("{file} names {name} twice. One row a person."),
    "too-many-people": _("{file} has more than {limit} people."),
    "study-too-long": _("{file} has more than {limit} rows; a study that is read here has fewer."),
    "no-such-substance": _("Nobody reported {substance}. Reported were: {substances}."),
    "bad-reference": _("This is not a reference file: {reason}."),
    "diary-too-long": _("From {first} to {last} are {days} days; a diary holds {limit} at most. Is a date mistyped?"),
    "too-many-days": _(
        "{days} known days are more than the {limit} that are compared each with each. Choose shorter phases."
    ),
    "double-date": _("The day {day} is there twice. Say which of the two holds."),
    "empty-phase": _("The phase {label} has no known day."),
    "evidence": _("This cannot be computed."),
    "no-phase": _("There is no phase {label}. There are: {labels}."),
    "nobody-to-pool": _("Nobody gave an estimate with a standard error."),
    "not-a-number": _("Day {place} has {value} where a number belongs. Leave a day that is not known empty."),
    "not-finite": _("Day {place} has {value}: numbers here lie between -1e100 and 1e100."),
    "outside-scale": _("Day {place} has {value}, which no {scale} can be: it lies between {low} and {high}."),
    "overlapping-phases": _("The phases {one} and {other} share the day {day}."),
    "reversed-phase": _("The phase {label} ends on {last}, before it begins on {first}."),
    "same-label": _("Two phases are called {label}. Number them, such as A1 and A2."),
    "too-many-rows": _("{file} has more than {limit} rows. A diary of one person has at most one a day."),
    "no-column": _("{file} has no column {column}. It has: {columns}."),
    "double-column": _("{file} has {column} twice. Rename or delete one of the two; neither was read."),
    "too-many-cells": _("Line {line} of {file} has more cells than the heading. Put a cell with a comma in quotes."),
    "not-utf-8": _("{file} is not in UTF-8. In a spreadsheet, save it as CSV UTF-8."),
    "no-label": _("Row {place} has nothing under {column}. Each row belongs to a phase."),
    "two-readings": _(
        "Day {place} has {value}, which can be read in two ways. Write no mark for thousands, a point for a fraction."
    ),
    "not-a-date": _("{value} is not a date. Dates are written as 2026-03-31."),
    "not-a-diary": _(
        "{file} is not a diary that can be read: a .csv with a heading, or a .json with rows or with A and B."
    ),
    "two-phases-needed": _("Two phases are needed; the file has: {labels}."),
    "not-a-study": _("{folder} has neither diaries (.csv) nor timeline-followback files."),
    "not-a-picture": _("{file}: a picture ends in .svg or .png."),
    "not-a-report": _("{file}: a report ends in .html or .pdf."),
    "no-pdf-module": _(
        "The module for PDF (weasyprint) is not installed here. A report that ends in .html needs nothing."
    ),
    "no-pdf-library": _(
        "The PDF module needs the system library Pango: apt-get install libpango-1.0-0 libpangoft2-1.0-0."
    ),
    "file-there": _("{file} is there already and stays as it is. Choose a new name."),
}

REASONS: dict[str, Words] = {
    "it has no schema_version 1": _("it has no schema_version 1"),
    "each of its series needs A and B": _("each of its series needs A and B"),
    "one of its series cannot be computed": _("one of its series cannot be computed"),
    "a phase has no known day": _("a phase has no known day"),
    "nobody came": _("nobody came"),
    "the days of the cases are not those of the design": _("the days of the cases are not those of the design"),
    "so many arrangements need a random generator to draw from": _(
        "so many arrangements need a random generator to draw from"
    ),
    "a lag-1 correlation lies between -1 and 1": _("a lag-1 correlation lies between -1 and 1"),
    "too few days to tell a trend from serial dependence": _("too few days to tell a trend from serial dependence"),
    "a phase without a single count has no rate ratio": _("a phase without a single count has no rate ratio"),
    "a negative binomial needs whole numbers; for amounts use the hurdle": _(
        "a negative binomial needs whole numbers; for amounts use the hurdle"
    ),
    "counts take robust or independent errors": _("counts take robust or independent errors"),
    "too few known days for its terms, or terms that cannot be told apart": _(
        "too few known days for its terms, or terms that cannot be told apart"
    ),
    "a standard deviation above 0 and a reliability from 0 to below 1 are needed": _(
        "a standard deviation above 0 and a reliability from 0 to below 1 are needed"
    ),
    "no day is shared by two people in the same phase": _("no day is shared by two people in the same phase"),
    "a difference between people needs three people": _("a difference between people needs three people"),
    "the moderator is the same for everybody": _("the moderator is the same for everybody"),
    "people with opposite directions of improvement stand on no common axis": _(
        "people with opposite directions of improvement stand on no common axis"
    ),
    "each case needs its number of days and its possible first days": _(
        "each case needs its number of days and its possible first days"
    ),
    "a phase would have no day": _("a phase would have no day"),
    "a first day is named twice": _("a first day is named twice"),
    "as many starts as people are needed, not all the same": _("as many starts as people are needed, not all the same"),
    "both conditions need at least one day": _("both conditions need at least one day"),
    "short runs can be counted up to 24 days": _("short runs can be counted up to 24 days"),
    "no order keeps the runs that short": _("no order keeps the runs that short"),
    "at least one block of at least two days is needed": _("at least one block of at least two days is needed"),
    "the days do not suffice for the phases": _("the days do not suffice for the phases"),
    "what was done is not one of the arrangements of the design": _(
        "what was done is not one of the arrangements of the design"
    ),
    "p lies between 0 and 1, a phase has at least one day": _("p lies between 0 and 1, a phase has at least one day"),
    "a design is start, abab, blocks or alternating": _("a design is start, abab, blocks or alternating"),
    "it has no vado_plan 1": _("it has no vado_plan 1"),
    "something is missing in it, or is of another kind": _("something is missing in it, or is of another kind"),
    "its days are not those of its design": _("its days are not those of its design"),
    "its kind of design is not known": _("its kind of design is not known"),
    "one phase has no day of use": _("one phase has no day of use"),
    "in one phase all days are alike: shares of days, not odds": _(
        "in one phase all days are alike: shares of days, not odds"
    ),
    "the fit did not settle: the terms separate days with and without use": _(
        "the fit did not settle: the terms separate days with and without use"
    ),
    "a new start lies within the days, one for each person": _("a new start lies within the days, one for each person"),
    "a new order has one letter, A or B, for each day": _("a new order has one letter, A or B, for each day"),
}

FINDINGS: dict[str, Words] = {
    "points-a-phase": _("At least five known days in each phase; three or four with reservations"),
    "attempts": _("At least three attempts to show an effect, at three points in time"),
    "randomised": _("Start or order drawn, and kept"),
    "second-observer": _("A second observer on a part of the days"),
    "on-purpose": _("The change was made on purpose, by plan"),
}

STANDINGS: dict[Standing, Words] = {
    Standing.MEETS: _("met"),
    Standing.WITH_RESERVATIONS: _("met with reservations"),
    Standing.NOT_MET: _("not met"),
    Standing.CANNOT_SAY: _("the data cannot say"),
}

QUESTIONS: dict[str, Words] = {
    "title-names-design": _("Does the title say that it is a single-case design?"),
    "summary": _("What is the summary: question, design, people, result, limits?"),
    "why": _("Why this question, and why with single cases?"),
    "question": _("What was asked beforehand?"),
    "design": _("Which design: phases, their order, and whether changes were planned?"),
    "changes-on-the-way": _("What was changed after the start, and why?"),
    "replication": _("How often was it repeated, within and between people?"),
    "randomisation": _("What was drawn, and how?"),
    "blinding": _("Who knew which phase it was?"),
    "who-was-chosen": _("Who was asked, and who agreed?"),
    "who-the-person-is": _("Who is the person, without saying who they are?"),
    "setting": _("Where did it take place?"),
    "ethics": _("Who looked at the ethics, and how was consent given?"),
    "measures": _("What was measured, how often, how reliably?"),
    "equipment": _("With what tools?"),
    "what-was-done": _("What was done in each phase?"),
    "done-as-meant": _("How is it known that it was done as meant?"),
    "analysis": _("How was it analysed?"),
    "sequence-completed": _("Which phases were completed, with how many days?"),
    "raw-data": _("Where are the days themselves?"),
    "missing-days": _("Which days are missing, and why?"),
    "adverse-events": _("What went badly for anybody?"),
    "what-it-means": _("What does it mean beside what is known?"),
    "limits": _("What are the limits: wash-out, carry-over, who left?"),
    "for-whom-else": _("For whom else could it hold?"),
    "protocol-and-funding": _("Where is the protocol, and who paid?"),
}

DEFINITIONS: dict[str, Words] = {
    "own goal": _("own goal"),
    "fewer harms": _("fewer harms"),
    "half as much": _("half as much"),
    "a third less": _("a third less"),
    "WHO one level": _("WHO one level"),
    "WHO two levels": _("WHO two levels"),
    "no heavy day": _("no heavy day"),
    "7 days without": _("7 days without"),
    "28 days without": _("28 days without"),
    "prolonged without": _("prolonged without"),
    "continuous without": _("continuous without"),
}

GAP_WORDS: dict[str, Words] = {
    Gap.NOT_ASKED: _("not asked"),
    Gap.SKIPPED: _("asked and skipped"),
    Gap.ANSWERED_NONE: _("answered none"),
}

STATUSES: dict[Status, Words] = {
    Status.MATCHED: _("matched"),
    Status.DIFFERENT: _("different"),
    Status.NOT_IMPLEMENTED: _("not implemented"),
    Status.PEER_WRONG: _("peer known wrong"),
}


def caution_words(caution: Caution | str) -> str:
    """A caution in the reader's language."""
    return str(CAUTIONS[str(caution)])


def finding_words(found: Finding) -> str:
    """One idea of the design check with what was seen; a number not yet held against its handbook says so."""
    seen = "" if found.seen is None else f" ({found.seen} / {found.needed})"
    told = f"{FINDINGS[found.code]}: {STANDINGS[found.standing]}{seen}"
    return f"{told}; " + gettext("the numbers are to be verified") if found.is_to_be_verified else told


def in_words(problem: EvidenceError) -> str:
    """A refusal in the reader's language, with its values; a reason is translated where it is a fixed one."""
    values = {name: REASONS.get(str(value), value) for name, value in problem.values.items()}
    return str(REFUSALS[problem.code]).format(**values) if problem.code in REFUSALS else str(problem)

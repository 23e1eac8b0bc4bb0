"""What a reader must know beside a number: codes for programs, plain English for people."""

import enum


class Caution(enum.StrEnum):
    """One thing that limits what a result can say. The code is stable; rooms above translate by it."""

    TOO_FEW_DAYS = "too-few-days"
    NOTHING_VARIES = "nothing-varies"
    ONE_SIDE_FLAT = "one-side-flat"
    MISSING_DIFFERS = "missing-differs"
    MANY_MISSING = "many-missing"
    DAYS_HANG_TOGETHER = "days-hang-together"
    DEPENDENCE_UNKNOWN = "dependence-unknown"
    INDEPENDENT_DAYS = "independent-days"
    ONE_DAY_PHASE = "one-day-phase"
    FULL_SEPARATION = "full-separation"
    NO_INTERVAL = "no-interval"
    FLAT_BASELINE = "flat-baseline"
    TWO_DAY_BASELINE = "two-day-baseline"
    BOTH_ZERO = "both-zero"
    ZERO_MEAN = "zero-mean"
    ZERO_MEDIAN = "zero-median"
    NEGATIVE_VALUES = "negative-values"
    NOT_A_PROPORTION = "not-a-proportion"
    NO_GOAL = "no-goal"
    GOAL_AT_BASELINE = "goal-at-baseline"
    GOAL_BEHIND = "goal-behind"
    TREND_UNCERTAIN = "trend-uncertain"
    TREND_CARRIED_FAR = "trend-carried-far"
    GAPS_CLOSED = "gaps-closed"
    LENGTH_MATTERS = "length-matters"
    MANY_INDICES = "many-indices"
    NOT_RANDOMISED = "not-randomised"
    PLAN_CHANGED = "plan-changed"
    FEW_ARRANGEMENTS = "few-arrangements"
    SAMPLED = "sampled"
    AT_THE_EDGE = "at-the-edge"
    NOT_CONVERGED = "not-converged"
    FEW_PEOPLE = "few-people"
    ONE_PERSON = "one-person"
    OPPOSITE_GOALS = "opposite-goals"
    POOLED_OPPOSITE_GOALS = "pooled-opposite-goals"
    AXIS_NOT_THE_GOAL = "axis-not-the-goal"
    PRIOR_MATTERS = "prior-matters"
    LEFT_OUT_PEOPLE = "left-out-people"
    LONG_GAP = "long-gap"
    MORE_PHASES = "more-phases"
    PUT_IN_ORDER = "put-in-order"
    RECALLED_AND_DAILY = "recalled-and-daily"

    @property
    def text(self) -> str:
        """The caution as a sentence."""
        return TEXTS[self]


TEXTS: dict[Caution, str] = {
    Caution.TOO_FEW_DAYS: "Too few known days for an estimate.",
    Caution.NOTHING_VARIES: "No day differs from another, so the days cannot show how far chance reaches.",
    Caution.ONE_SIDE_FLAT: "All days of one side are alike; its spread is as if one day more were otherwise.",
    Caution.MISSING_DIFFERS: "More days are missing on one side than on the other.",
    Caution.MANY_MISSING: "More than a fifth of the days are missing.",
    Caution.DAYS_HANG_TOGETHER: "A day resembles the day before it; the interval is wider for that.",
    Caution.DEPENDENCE_UNKNOWN: "How far a day resembles the day before it cannot be seen here.",
    Caution.INDEPENDENT_DAYS: "The interval takes days as independent of each other; for most diaries it is too short.",
    Caution.ONE_DAY_PHASE: "A phase of one day has no spread of its own.",
    Caution.FULL_SEPARATION: "Every day after is beyond every day before; how far apart they are is not said.",
    Caution.NO_INTERVAL: "No sound standard error or interval has been published for this index.",
    Caution.FLAT_BASELINE: "The days before are all alike: nothing to measure a difference against.",
    Caution.TWO_DAY_BASELINE: "Two days before are too few for the small-sample correction.",
    Caution.BOTH_ZERO: "Nothing before and nothing after: there is no ratio of nothing to nothing.",
    Caution.ZERO_MEAN: "One phase is all zero; a small constant stands for it: the size depends on its length.",
    Caution.ZERO_MEDIAN: "A median of zero has no logarithm.",
    Caution.NEGATIVE_VALUES: "A ratio needs values from zero upwards.",
    Caution.NOT_A_PROPORTION: "Odds exist for proportions and percentages.",
    Caution.NO_GOAL: "No goal was given.",
    Caution.GOAL_AT_BASELINE: "The days before are at the goal already.",
    Caution.GOAL_BEHIND: "The days before are beyond the goal already: a change for the better counts as a loss.",
    Caution.TREND_UNCERTAIN: "The trend before is taken as known; its own uncertainty is not in the interval.",
    Caution.TREND_CARRIED_FAR: "The trend before is carried on for more days than it was seen.",
    Caution.GAPS_CLOSED: "Missing days were closed up, as the published method does.",
    Caution.LENGTH_MATTERS: "The value also depends on how many days there are, beside what changed.",
    Caution.MANY_INDICES: "Many indices were tried; the one to read is the one chosen before looking.",
    Caution.NOT_RANDOMISED: "This design was not randomised: the p-value describes a draw that never took place.",
    Caution.PLAN_CHANGED: "The plan was changed after the start; the first plan is kept beside it.",
    Caution.FEW_ARRANGEMENTS: "So few arrangements were possible that a small p-value cannot be reached.",
    Caution.SAMPLED: "The p-value comes from random draws of arrangements, the observed one counted in.",
    Caution.AT_THE_EDGE: "An estimate lies at the edge of what is possible.",
    Caution.NOT_CONVERGED: "The fit did not settle; do not rely on it.",
    Caution.FEW_PEOPLE: "With fewer than ten people their differences rest on what was assumed beforehand.",
    Caution.ONE_PERSON: "One person: nothing can be said of the next.",
    Caution.OPPOSITE_GOALS: "People with different kinds of goals are kept apart.",
    Caution.POOLED_OPPOSITE_GOALS: "People with different kinds of goals were pooled because that was asked for.",
    Caution.AXIS_NOT_THE_GOAL: "Some of these people wanted something else than less; the figure describes, no more.",
    Caution.PRIOR_MATTERS: "The result moves with what was assumed beforehand about differences between people.",
    Caution.LEFT_OUT_PEOPLE: "Some people gave no estimate; they are counted, not guessed.",
    Caution.LONG_GAP: "The diary has a gap of more than a year.",
    Caution.MORE_PHASES: "A diary has more phases than the two that are compared here.",
    Caution.PUT_IN_ORDER: "The days were not in order; they were put in order by date.",
    Caution.RECALLED_AND_DAILY: "Days recalled later and days written at once stand together: two measures in one.",
}

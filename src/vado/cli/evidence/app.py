"""The commands of `vado evidence` and their options. Each imports what it needs when it runs."""

from pathlib import Path
from typing import Annotated

import typer

from vado.cli.translated import App
from vado.cli.translated import marked as _

evidence = App(help=_("Single-case statistics on diaries and case series."))

AsJson = Annotated[bool, typer.Option("--json", help=_("Everything as JSON, for another program."))]
Better = Annotated[str, typer.Option(help=_("Which direction counts as better: increase or decrease."))]
Scaled = Annotated[str, typer.Option(help=_("count, rate, proportion, percentage or other."))]
Value = Annotated[str, typer.Option(help=_("The column of the value."))]
PhaseColumn = Annotated[str, typer.Option(help=_("The column of the phase."))]
DateColumn = Annotated[str, typer.Option(help=_("The column of the date; without one, rows are days."))]
Before = Annotated[str, typer.Option(help=_("The label of the phase before; else the first."))]
After = Annotated[str, typer.Option(help=_("The label of the phase after; else the second."))]
Picture = Annotated[Path | None, typer.Option(help=_("Also a picture: .svg or .png."))]
Level = Annotated[float, typer.Option(help=_("The level of the intervals."))]
Unit = Annotated[str, typer.Option(help=_("What a day's value counts, for the sentence."))]
PerWeek = Annotated[bool, typer.Option("--per-week", help=_("Say changes per week."))]
PlanFile = Annotated[
    Path | None, typer.Option("--plan", help=_("The plan whose draw is tested, as written by vado evidence plan."))
]
OneDiary = Annotated[Path, typer.Argument(help=_("One diary: .csv or .json."))]
OwnGoal = Annotated[float | None, typer.Option(help=_("The person's own goal, on the scale of the days."))]

Folder = Annotated[
    Path | None,
    typer.Argument(help=_("A folder of diaries (.csv, with people.csv), or of timeline-followback files.")),
]
Demonstration = Annotated[
    bool, typer.Option("--demonstration", help=_("The ten fictional people instead of a folder."))
]
Substances = Annotated[list[str] | None, typer.Option(help=_("For timeline-followback: which; may be repeated."))]
Window = Annotated[int, typer.Option(min=14, max=400, help=_("For timeline-followback: days after."))]
Grams = Annotated[
    bool, typer.Option("--grams", help=_("A day's value is grams of pure alcohol: WHO levels and heavy days."))
]
PoolGoals = Annotated[bool, typer.Option("--pool-goals", help=_("Put people with different kinds of goals together."))]
Each = Annotated[
    bool, typer.Option("--each", help=_("Each person in sentences: the change, and a model with trend and weekdays."))
]
Pictures = Annotated[Path | None, typer.Option(help=_("A folder for the pictures."))]
Png = Annotated[bool, typer.Option("--png", help=_("The pictures as .png too."))]


@evidence.command(help=_("Recompute every value of a reference file. Ends with 1 on any difference."))
def verify(
    file: Annotated[Path, typer.Argument(help=_("A reference file in the schema of single_case.json."))],
    as_json: AsJson = False,
) -> None:
    from vado.cli.evidence.ground import plainly

    with plainly():
        from vado.cli.evidence.verifying import show

        raise SystemExit(show(file, as_json=as_json))


@evidence.command(
    help=_("Two phases of one diary: what has changed, indices, models, the draw, and what they cannot say."),
)
def compare(
    file: OneDiary,
    improvement: Better,
    scale: Scaled = "count",
    value: Value = "value",
    phase: PhaseColumn = "phase",
    date: DateColumn = "",
    before: Before = "",
    after: After = "",
    goal: OwnGoal = None,
    unit: Unit = "",
    per_week: PerWeek = False,
    level: Level = 0.95,
    plan_file: PlanFile = None,
    every: Annotated[bool, typer.Option("--all", help=_("Also show every published variant of Tau-U."))] = False,
    picture: Picture = None,
    as_json: AsJson = False,
) -> None:
    from vado.cli.evidence.ground import plainly

    with plainly():
        from vado.cli.evidence import comparing
        from vado.cli.evidence.reading import Columns

        columns = Columns(value, phase, date, before, after)
        asked = comparing.Asked(improvement, scale, goal, unit, 7.0 if per_week else 1.0, level, plan_file, every)
        comparing.show(file, columns, asked, picture, as_json=as_json)


@evidence.command(
    help=_("A case series: each person, all together, the next person, missing days, whole denominators."),
)
def series(
    folder: Folder = None,
    demonstration: Demonstration = False,
    improvement: Better = "decrease",
    substance: Substances = None,
    window: Window = 84,
    value: Value = "value",
    phase: PhaseColumn = "phase",
    date: DateColumn = "",
    before: Before = "",
    after: After = "",
    per_week: PerWeek = False,
    grams: Grams = False,
    pool_goals: PoolGoals = False,
    level: Level = 0.95,
    plan_file: PlanFile = None,
    each: Each = False,
    pictures: Pictures = None,
    png: Png = False,
    as_json: AsJson = False,
) -> None:
    from vado.cli.evidence.ground import one_source, plainly

    with plainly():
        one_source(folder, demonstration=demonstration)
        from vado.cli.evidence import seriating
        from vado.cli.evidence.reading import Columns
        from vado.cli.evidence.series_results import Asked

        source = seriating.Source(folder)
        is_weekly = per_week or demonstration or source.is_followback
        asked = Asked(
            improvement, tuple(substance or ()), window, 7.0 if is_weekly else 1.0, level, pool_goals, grams,
            plan_file, ("svg", "png") if png else ("svg",), each or as_json,
        )  # fmt: skip
        seriating.show(source, Columns(value, phase, date, before, after), asked, pictures, as_json=as_json)


@evidence.command(help=_("Draw a random start or order, and say beforehand the smallest p that can be reached."))
def plan(
    days: Annotated[int, typer.Option(min=2, max=3660, help=_("Days in all."))],
    design: Annotated[str, typer.Option(help=_("start, abab, blocks or alternating."))] = "start",
    cases: Annotated[int, typer.Option(min=1, max=50, help=_("For start: how many people, each drawn alone."))] = 1,
    at_least: Annotated[int, typer.Option(min=1, help=_("Fewest days in a phase."))] = 7,
    seed: Annotated[int | None, typer.Option(min=0, help=_("To repeat a draw; else one is made and shown."))] = None,
    begins: Annotated[str, typer.Option(help=_("The first day, such as 2026-03-31."))] = "",
    file: Annotated[Path | None, typer.Option(help=_("A new file that keeps the plan (.json)."))] = None,
    as_json: AsJson = False,
) -> None:
    from vado.cli.evidence.ground import plainly

    with plainly():
        from vado.cli.evidence.drawing import Wanted, show

        show(Wanted(design, days, cases, at_least, seed, begins), file, as_json=as_json)


@evidence.command(help=_("Add a change to a plan file. What was drawn stays in it; a test will say so."))
def replan(
    file: Annotated[Path, typer.Argument(help=_("The plan file."))],
    why: Annotated[str, typer.Option(help=_("Why it was changed."))],
    start: Annotated[
        list[int] | None, typer.Option(help=_("The new first day of the second phase; once a person, in order."))
    ] = None,
    order: Annotated[str, typer.Option(help=_("For other designs: a letter a day, such as AABBAB."))] = "",
) -> None:
    from vado.cli.evidence.ground import plainly

    with plainly():
        from vado.cli.evidence.drawing import change

        change(file, tuple(start or ()), order, why)


@evidence.command(
    help=_("A report skeleton after SCRIBE and CENT: filled where the data prove it, open questions elsewhere."),
)
def report(
    file: OneDiary,
    target: Annotated[Path, typer.Argument(help=_("A new file: .html, or .pdf where the PDF module is there."))],
    improvement: Better,
    scale: Scaled = "count",
    value: Value = "value",
    phase: PhaseColumn = "phase",
    date: DateColumn = "",
    before: Before = "",
    after: After = "",
    goal: OwnGoal = None,
    unit: Unit = "",
    per_week: PerWeek = False,
    level: Level = 0.95,
    plan_file: PlanFile = None,
) -> None:
    from vado.cli.evidence.ground import plainly

    with plainly():
        from vado.cli.evidence import comparing, report_pages
        from vado.cli.evidence.reading import Columns

        columns = Columns(value, phase, date, before, after)
        asked = comparing.Asked(improvement, scale, goal, unit, 7.0 if per_week else 1.0, level, plan_file)
        report_pages.write(file, target, columns, asked)

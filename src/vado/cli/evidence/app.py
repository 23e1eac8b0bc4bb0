"""The commands of `vado evidence` and their options. Each imports what it needs when it runs."""

from pathlib import Path
from typing import Annotated

import typer

evidence = typer.Typer(help="Single-case statistics on diaries and case series.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="Everything as JSON, for another program.")]
Better = Annotated[str, typer.Option(help="Which direction counts as better: increase or decrease.")]
Value = Annotated[str, typer.Option(help="The column of the value.")]
PhaseColumn = Annotated[str, typer.Option(help="The column of the phase.")]
DateColumn = Annotated[str, typer.Option(help="The column of the date; without one, rows are days.")]
Before = Annotated[str, typer.Option(help="The label of the phase before; else the first.")]
After = Annotated[str, typer.Option(help="The label of the phase after; else the second.")]
Picture = Annotated[Path | None, typer.Option(help="Also a picture: .svg or .png.")]
Level = Annotated[float, typer.Option(help="The level of the intervals.")]


@evidence.command()
def verify(
    file: Annotated[Path, typer.Argument(help="A reference file in the schema of single_case.json.")],
    as_json: AsJson = False,
) -> None:
    """Recompute every value of a reference file. Ends with 1 on any difference."""
    from vado.cli.evidence.ground import plainly

    with plainly():
        from vado.cli.evidence.verifying import show

        raise SystemExit(show(file, as_json=as_json))


@evidence.command()
def compare(
    file: Annotated[Path, typer.Argument(help="One diary: .csv or .json.")],
    improvement: Better,
    scale: Annotated[str, typer.Option(help="count, rate, proportion, percentage or other.")] = "count",
    value: Value = "value",
    phase: PhaseColumn = "phase",
    date: DateColumn = "",
    before: Before = "",
    after: After = "",
    goal: Annotated[float | None, typer.Option(help="The person's own goal, on the scale of the days.")] = None,
    unit: Annotated[str, typer.Option(help="What a day's value counts, for the sentence.")] = "",
    per_week: Annotated[bool, typer.Option("--per-week", help="Say the change per week.")] = False,
    level: Level = 0.95,
    picture: Picture = None,
    as_json: AsJson = False,
) -> None:
    """Two phases of one diary: what has changed, every index that applies, and what they cannot say."""
    from vado.cli.evidence.ground import plainly

    with plainly():
        from vado.cli.evidence import comparing
        from vado.cli.evidence.reading import Columns

        columns = Columns(value, phase, date, before, after)
        asked = comparing.Asked(improvement, scale, goal, unit, 7.0 if per_week else 1.0, level)
        comparing.show(file, columns, asked, picture, as_json=as_json)


@evidence.command()
def series(
    folder: Annotated[Path, typer.Argument(help="A folder of diaries (.csv), or of timeline-followback files.")],
    improvement: Better = "decrease",
    substance: Annotated[
        list[str] | None, typer.Option(help="For timeline-followback: which; may be repeated.")
    ] = None,
    window: Annotated[int, typer.Option(min=14, max=400, help="For timeline-followback: days after.")] = 84,
    value: Value = "value",
    phase: PhaseColumn = "phase",
    date: DateColumn = "",
    before: Before = "",
    after: After = "",
    per_week: Annotated[bool, typer.Option("--per-week", help="Say changes per week.")] = False,
    level: Level = 0.95,
    pictures: Annotated[Path | None, typer.Option(help="A folder for the pictures.")] = None,
    as_json: AsJson = False,
) -> None:
    """A case series: each person, all together, the next person, missing days, whole denominators."""
    from vado.cli.evidence.ground import plainly

    with plainly():
        from vado.cli.evidence import seriating
        from vado.cli.evidence.reading import Columns

        columns = Columns(value, phase, date, before, after)
        asked = seriating.Asked(improvement, tuple(substance or ()), window, 7.0 if per_week else 1.0, level)
        seriating.show(folder, columns, asked, pictures, as_json=as_json)


@evidence.command()
def plan(
    days: Annotated[int, typer.Option(min=2, max=3660, help="Days in all.")],
    design: Annotated[str, typer.Option(help="start, abab, blocks or alternating.")] = "start",
    cases: Annotated[int, typer.Option(min=1, max=50, help="For start: how many people, each drawn alone.")] = 1,
    at_least: Annotated[int, typer.Option(min=1, help="Fewest days in a phase.")] = 7,
    seed: Annotated[int | None, typer.Option(min=0, help="To repeat a draw; else one is made and shown.")] = None,
    as_json: AsJson = False,
) -> None:
    """Draw a random start or order, and say beforehand the smallest p that can be reached."""
    from vado.cli.evidence.ground import plainly

    with plainly():
        from vado.cli.evidence.drawing import show

        show(design, days, cases, at_least, seed, as_json=as_json)


@evidence.command()
def report(
    file: Annotated[Path, typer.Argument(help="One diary: .csv or .json.")],
    target: Annotated[Path, typer.Argument(help="A new file: .html, or .pdf where the PDF module is there.")],
    improvement: Better,
    scale: Annotated[str, typer.Option(help="count, rate, proportion, percentage or other.")] = "count",
    value: Value = "value",
    phase: PhaseColumn = "phase",
    date: DateColumn = "",
    before: Before = "",
    after: After = "",
    level: Level = 0.95,
) -> None:
    """A report skeleton after SCRIBE and CENT: filled where the data prove it, open questions elsewhere."""
    from vado.cli.evidence.ground import plainly

    with plainly():
        from vado.cli.evidence import comparing, report_pages
        from vado.cli.evidence.reading import Columns

        columns = Columns(value, phase, date, before, after)
        report_pages.write(file, target, columns, comparing.Asked(improvement, scale, None, "", 1.0, level))

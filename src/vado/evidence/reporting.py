"""A report skeleton after SCRIBE 2016 and CENT 2015: what the data prove is filled in, the rest stays open.

The items are told in our words (Tate and others 2016; Vohra, Shamseer and others 2015); numbers as in SCRIBE.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vado.evidence.pairs import Pair
from vado.evidence.planning import Plan


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the report: its number, a code for its question, and what the data prove; empty when open."""

    number: str
    code: str
    proved: tuple[tuple[str, str], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether only a person can answer."""
        return not self.proved


OPEN = (
    *(("1", "title-names-design"), ("2", "summary"), ("3", "why"), ("4", "question"), ("9", "blinding")),
    *(("10", "who-was-chosen"), ("11", "who-the-person-is"), ("12", "setting"), ("13", "ethics"), ("14", "measures")),
    *(("15", "equipment"), ("16", "what-was-done"), ("17", "done-as-meant"), ("22", "adverse-events")),
    *(("23", "what-it-means"), ("24", "limits"), ("25", "for-whom-else"), ("26", "protocol-and-funding")),
)


def skeleton(
    pairs: Sequence[Pair], *, analysis: str, plan: Plan | None = None, dates: str = "", version: str = ""
) -> tuple[Item, ...]:
    """All 26 items in order; CENT's wash-out, carry-over and period stand under the design and the limits.

    >>> from vado.evidence.pairs import pair
    >>> days = pair([5, 4, None], [2, 3, 1], improvement="decrease")
    >>> items = skeleton([days], analysis="change in mean")
    >>> len(items), items[4].proved[0], items[0].is_open
    (26, ('cases', '1'), True)
    """
    used = [one.used for one in pairs]
    days = "; ".join(f"{one.n_before}+{one.n_after}" for one in used)
    missing = "; ".join(f"{one.missing_before}+{one.missing_after}" for one in used)
    sequence = "; ".join(f"A {len(one.before_days)}, B {len(one.after_days)}" for one in pairs)
    proved = (
        Item("5", "design", (("cases", str(len(pairs))), ("phases", sequence))),
        Item("6", "changes-on-the-way", _changes(plan)),
        Item("7", "replication", (("cases", str(len(pairs))),)),
        Item("8", "randomisation", _draw(plan)),
        Item("18", "analysis", (("method", analysis), *((("version", version),) if version else ()))),
        Item("19", "sequence-completed", (("phases", sequence), *((("dates", dates),) if dates else ()))),
        Item("20", "raw-data", (("days known", days), ("days missing", missing))),
        Item("21", "missing-days", (("days missing", missing),)),
    )
    everything = [*proved, *(Item(number, code) for number, code in OPEN)]
    return tuple(sorted(everything, key=lambda item: int(item.number)))


def _changes(plan: Plan | None) -> tuple[tuple[str, str], ...]:
    if plan is None:
        return ()
    return (("changes", str(len(plan.changes))), *(("why", change.why) for change in plan.changes))


def _draw(plan: Plan | None) -> tuple[tuple[str, str], ...]:
    if plan is None:
        return ()
    seed = () if plan.seed is None else (("seed", str(plan.seed)),)
    return (("drawn", "yes" if plan.was_drawn else "no"), ("arrangements", str(plan.design.count)), *seed)

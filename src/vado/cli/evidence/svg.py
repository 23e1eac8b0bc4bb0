"""Drawing: a field with scales, and the marks on it, as SVG with a title and a description."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

INK, QUIET, LINE, BEFORE, AFTER = "#2b2622", "#6f665e", "#d8cfc4", "#8a5a3c", "#2f6b62"
PAPER, FONT = "#fbf7f1", "Atkinson Hyperlegible, Verdana, sans-serif"


@dataclass
class Field:
    """A rectangle of paper with a value scale on each axis."""

    title: str
    description: str
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    width: int = 720
    height: int = 420
    left: int = 70
    bottom: int = 56
    marks: list[str] = field(default_factory=list)

    def x(self, value: float) -> float:
        """Where a value stands from the left."""
        low, high = self.x_range
        return self.left + (value - low) / ((high - low) or 1.0) * (self.width - self.left - 24)

    def y(self, value: float) -> float:
        """Where a value stands from the top."""
        low, high = self.y_range
        return self.height - self.bottom - (value - low) / ((high - low) or 1.0) * (self.height - self.bottom - 52)

    def line(
        self, points: Sequence[tuple[float, float]], colour: str = INK, width: float = 1.5, dash: str = ""
    ) -> None:
        """A line through points of the field."""
        path = " ".join(f"{self.x(x):.1f},{self.y(y):.1f}" for x, y in points)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.marks.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"{dashes}/>')

    def dot(self, x: float, y: float, colour: str = INK, size: float = 3.5, *, is_open: bool = False) -> None:
        """A point."""
        fill = PAPER if is_open else colour
        self.marks.append(
            f'<circle cx="{self.x(x):.1f}" cy="{self.y(y):.1f}" r="{size}" fill="{fill}" stroke="{colour}"/>'
        )

    def area(self, upper: Sequence[tuple[float, float]], lower: Sequence[tuple[float, float]], colour: str) -> None:
        """The field between two lines."""
        path = " ".join(f"{self.x(x):.1f},{self.y(y):.1f}" for x, y in (*upper, *reversed(lower)))
        self.marks.append(f'<polygon points="{path}" fill="{colour}" fill-opacity="0.14"/>')

    def words(self, x: float, y: float, text: str, anchor: str = "start", colour: str = QUIET, size: int = 13) -> None:
        """Words at a point of the field."""
        self.at(self.x(x), self.y(y), text, anchor, colour, size)

    def at(self, x: float, y: float, text: str, anchor: str = "start", colour: str = QUIET, size: int = 13) -> None:
        """Words at a point of the paper."""
        look = f'text-anchor="{anchor}" fill="{colour}" font-size="{size}"'
        self.marks.append(f'<text x="{x:.1f}" y="{y:.1f}" {look}>{escape(text)}</text>')

    def scales(self, x_name: str, y_name: str) -> None:
        """Both axes with a few round figures."""
        for value in ticks(*self.y_range):
            self.line([(self.x_range[0], value), (self.x_range[1], value)], LINE, 1)
            self.at(self.left - 8, self.y(value) + 4, f"{value:g}", "end")
        for value in ticks(*self.x_range):
            self.at(self.x(value), self.height - self.bottom + 20, f"{value:g}", "middle")
        self.at((self.left + self.width) / 2, self.height - 12, x_name, "middle")
        self.at(12, 40, y_name)

    def drawn(self) -> str:
        """The picture."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" width="{self.width}" '
            f'height="{self.height}" role="img" font-family="{FONT}"><title>{escape(self.title)}</title>'
            f"<desc>{escape(self.description)}</desc>"
            f'<rect width="{self.width}" height="{self.height}" fill="{PAPER}"/>'
            f'<text x="12" y="22" fill="{INK}" font-size="16">{escape(self.title)}</text>{"".join(self.marks)}</svg>\n'
        )


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round figures between two ends.

    >>> ticks(0, 7)
    [0.0, 2.0, 4.0, 6.0]
    """
    span = high - low
    if span <= 0:
        return [low]
    rough = span / about
    magnitude = 10.0 ** len(str(int(1 / rough))) if rough < 1 else 1.0
    unit = next(
        step / magnitude * 10**power
        for power in range(12)
        for step in (1, 2, 5)
        if step / magnitude * 10**power >= rough
    )
    first = -(-low // unit) * unit
    return [round(first + at * unit, 10) for at in range(int((high - first) / unit + 1e-9) + 1)]

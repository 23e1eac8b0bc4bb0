"""The drawings of the shell as SVG: icons of one pen, and the marks that stand for substances."""

import functools

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# ruff: noqa: E501
# One pen: 24 by 24, stroke 1.75, round ends.
ICONS = {
    "home": "M4 11.2 12 4l8 7.2V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1z",
    "days": "M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM4 10.5h16M8.5 3.5V8M15.5 3.5V8",
    "plan": "M12 20.5v-6M12 14.5C8 14.5 5 12 5 7.5c4 0 7 2.5 7 7zM12 11.5c0-3.5 2.5-6 7-6 0 3.8-2.8 6-7 6z",
    "door": "M4 20.5h16M6.5 20.5V5a1.5 1.5 0 0 1 1.5-1.5h8A1.5 1.5 0 0 1 17.5 5v15.5M14 12v1.2",
    "meanings": "M6.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM17.5 10.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8.9 7.4l6.2.4M7.2 9.4l1.6 5.2M16.2 10.1l-5 5.1",
    "more": "M5 7h14M5 12h14M5 17h14",
    "people": "M9 11.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM3 19.5c.6-3.2 3-5 6-5s5.4 1.8 6 5M16 5.3a3.1 3.1 0 0 1 0 6M17.5 14.8c2 .7 3.2 2.4 3.5 4.7",
    "happened": "M4.5 19.5 6 14.5 16.2 4.3a1.7 1.7 0 0 1 2.4 0l1.1 1.1a1.7 1.7 0 0 1 0 2.4L9.5 18zM14 6.5l3.5 3.5",
    "urge": "M3 15c3 0 3.6-7 7.2-7 3.8 0 3.3 7 6.3 7 1.9 0 2.5-1.4 4.5-1.4M3 19.5h18",
    "how": "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2.8v1.7M12 19.5v1.7M2.8 12h1.7M19.5 12h1.7M5.5 5.5l1.2 1.2M17.3 17.3l1.2 1.2M18.5 5.5l-1.2 1.2M6.7 17.3l-1.2 1.2",
    "step": "M5.5 19C5.5 10.5 11 5.5 19.5 5c.3 8.5-4 13.5-11 12.5M5.5 20c1.5-4.5 4.5-7.5 8.5-9.5",
    "back": "M19 12H5.5M11 6l-6 6 6 6",
    "next": "M5 12h13.5M13 6l6 6-6 6",
    "plus": "M12 5v14M5 12h14",
    "lock": "M6.5 11h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "clock": "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2",
    "eye": "M2.8 12C5 8 8.2 6 12 6s7 2 9.2 6c-2.2 4-5.4 6-9.2 6s-7-2-9.2-6zM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z",
    "search": "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5",
    "words": "M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-8l-4.5 4v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM8 9h8M8 12.3h5",
    "anchor": "M6 21V4M6 5c4-2.5 7 2 12 0v8.5c-5 2-8-2.5-12 0",
    "download": "M12 4v11M7.5 11l4.5 4.5L16.5 11M4.5 19.5h15",
    "upload": "M12 15.5v-11M7.5 8.5 12 4l4.5 4.5M4.5 19.5h15",
    "settings": "M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9M15 9.7a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM9 18.7a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
    "leave": "M10 4.5H6a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h4M14.5 8l4 4-4 4M18.5 12H10",
    "repeat": "M4.5 11a6 6 0 0 1 6-5H18M15 3l3 3-3 3M19.5 13a6 6 0 0 1-6 5H6M9 21l-3-3 3-3",
    "undo": "M8.5 5 4.5 9l4 4M5 9h8.5a5.5 5.5 0 0 1 0 11H9",
    "key": "M8 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12.5 12H21v3M17 12v2.5",
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "note": "M6 4h8.5L19 8.5V19a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM14 4v5h5M8.5 13h7M8.5 16.3h4",
    "change": "M4 17.5 9 12l3.5 3L20 6.5M20 6.5h-4.5M20 6.5V11",
    "shield": "M12 3.5l7 2.5v5.5c0 4.5-2.8 7.5-7 9-4.2-1.5-7-4.5-7-9V6z",
}

# Each covers about the same area of a 32 by 32 field, so that none weighs more than another.
SHAPES = {
    "square": '<rect class="shape" x="5" y="5" width="22" height="22" rx="6.5"/>',
    "circle": '<circle class="shape" cx="16" cy="16" r="12"/>',
    "triangle": '<path class="shape" d="M16 3.5 29 27H3z"/>',
    "diamond": '<path class="shape" d="M16 1.5 30.5 16 16 30.5 1.5 16z"/>',
    "hexagon": '<path class="shape" d="M16 2.5 27.7 9.25v13.5L16 29.5 4.3 22.75V9.25z"/>',
    "drop": '<path class="shape" d="M16 1.5c5 6 10 10.5 10 16.5a10 10 0 0 1-20 0c0-6 5-10.5 10-16.5z"/>',
    "bar": '<rect class="shape" x="2" y="8" width="28" height="16" rx="8"/>',
    "own": '<circle class="shape" cx="16" cy="16" r="13"/>',
    "nothing": '<circle class="shape" cx="16" cy="16" r="5.5"/>',
    "reported": '<path class="shape" d="M9 16h14"/>',
    "unknown": '<circle class="shape" cx="16" cy="16" r="12"/>',
    "written": '<circle class="shape" cx="16" cy="16" r="4"/>',
    # Beside the plan: same hue, same weight, told apart by their shape alone.
    "as-planned": '<circle class="shape" cx="16" cy="16" r="8"/>',
    "partly": '<circle class="ring" cx="16" cy="16" r="8"/><path class="shape" d="M16 8a8 8 0 0 0 0 16z"/>',
    "different": '<circle class="ring" cx="16" cy="16" r="8"/>',
    "cant-tell": '<path class="ring" d="M10.5 16h11"/>',
    "today": '<circle class="shape" cx="16" cy="16" r="13.5"/>',
}
LONGEST_AT_FULL_SIZE = 2  # letters; a range such as 2–4 is set smaller, so that it stays within its shape
NUMBER_HEIGHT = {"triangle": 23.5, "drop": 22.5}


@functools.cache
def icon(name: str) -> SafeString:
    """A decorative icon; the words beside it say what it means."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>', ICONS[name]
    )


def mark(shape: str, text: str = "", label: str = "") -> SafeString:
    """A mark: a shape of the design, or one own character in a ring; `label` is what a screen reader says."""
    if label or shape not in SHAPES or shape == "own":
        return _drawn(shape, text, label)
    return _of_the_design(shape, text)


@functools.lru_cache(maxsize=512)
def _of_the_design(shape: str, text: str) -> SafeString:
    """A month shows few different ones many times; what is kept here is a shape and a number, never a word."""
    return _drawn(shape, text, "")


def _drawn(shape: str, text: str, label: str) -> SafeString:
    kind = shape if shape in SHAPES else "own"
    written = shape[:2] if kind == "own" else "?" if kind == "unknown" else text
    return format_html(
        '<svg class="mark mark-{}" viewBox="0 0 32 32" focusable="false" {}>{}{}{}</svg>',
        kind,
        format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"'),
        mark_safe(SHAPES[kind]),  # noqa: S308 - our own drawing, from the table above
        _inside(kind, written),
        _beside(text) if kind == "own" and text else "",
    )


def _inside(kind: str, text: str) -> SafeString | str:
    height = NUMBER_HEIGHT.get(kind, 20.8)
    many = mark_safe(' class="long"') if len(text) > LONGEST_AT_FULL_SIZE else ""
    return format_html('<text{} x="16" y="{}">{}</text>', many, height, text) if text else ""


def _beside(text: str) -> SafeString:
    return format_html('<text class="count" x="27" y="30">{}</text>', text)

"""A code as a picture for a camera. It stands behind the # of an address: a browser sends that part to nobody."""

import segno
from django.utils.safestring import SafeString, mark_safe


def code_picture(address: str, code: str) -> SafeString:
    """The address with the code, as an SVG that takes its ink from the page."""
    drawn = segno.make(f"{address}#{code}", error="m")
    return mark_safe(drawn.svg_inline(omitsize=True, border=2, svgclass="qr", lineclass="qr-ink"))  # noqa: S308

"""What the phone keeps for a time without network: the pages of safety, and the plan if the person says so."""

import functools
import hashlib
import json
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse

from vado.people.doorkeeper import public
from vado.safety.views.always import LANGUAGES

PACKAGE = Path(__file__).resolve().parent.parent
PAGES = ("page", "steady", "rules")


def kept_addresses() -> list[str]:
    """Everything that the worker keeps: each page in each language, and its one style."""
    pages = [reverse(f"safety:{page}-{language}") for page in PAGES for language in LANGUAGES]
    return [*pages, static("safety/page.css")]


@public
def worker(request: HttpRequest) -> HttpResponse:
    """The worker's program, with the list of what it keeps; its scope is /safety/."""
    program = render_to_string(
        "safety/worker.js",
        {"kept": json.dumps(kept_addresses()), "version": _version(), "mine_address": reverse("safety:plan-kept")},
    )
    return HttpResponse(program, content_type="text/javascript; charset=utf-8")


@public
def plan_kept(request: HttpRequest) -> HttpResponse:
    """Where the phone finds the plan that was kept on it; on every other phone this leads to the plan itself."""
    return redirect("safety:plan")


@functools.cache
def _version() -> str:
    """Changes whenever a text, a number or the style may have changed, so that phones fetch anew."""
    whole = hashlib.sha256()
    shown = [path for ending in ("*.html", "*.po", "*.py", "*.css") for path in PACKAGE.rglob(ending)]
    for path in sorted([*shown, *(PACKAGE.parent / "catalogue").glob("*.toml")]):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]

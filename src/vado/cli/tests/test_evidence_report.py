"""The report: what the data prove is filled in, the rest is open; as a page, and really as PDF."""

import contextlib
import importlib
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from vado.cli.evidence import report_pages
from vado.cli.tests.evidence_terminal import diary, run

pytestmark = pytest.mark.usefixtures("terminal")
LESS = ("--improvement", "decrease")


def _why_no_pdf() -> str:
    try:
        importlib.import_module("weasyprint")
    except (ImportError, OSError) as problem:
        return f"no PDF here: {str(problem).splitlines()[0]}"
    return ""


def _unpacked(content: bytes) -> Iterator[bytes]:
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        with contextlib.suppress(zlib.error):
            yield zlib.decompress(stream)


@pytest.mark.skipif(bool(_why_no_pdf()), reason=_why_no_pdf())
def test_a_report_becomes_a_tagged_pdf_with_the_typefaces_of_vado(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    found = run("report", diary(tmp_path), target, *LESS)
    assert found.exit_code == 0, found.output
    content = target.read_bytes()
    assert content.startswith(b"%PDF-1.7")
    unpacked = b"".join(_unpacked(content))
    assert b"Fraunces" in unpacked
    assert b"Atkinson" in unpacked
    assert b"/StructTreeRoot" in unpacked + content, "it is tagged"
    assert target.stat().st_mode & 0o077 == 0


def test_without_the_module_for_pdf_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_pages, "find_spec", lambda _name: None)
    found = run("report", diary(tmp_path), tmp_path / "r.pdf", *LESS)
    assert (found.exit_code, "weasyprint" in found.output) == (1, True)


def test_a_drawn_plan_fills_its_items(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    run("plan", "--days", "63", "--seed", "7", "--file", plan)
    word = json.loads(plan.read_text())["arrangement"][0]
    days = diary(tmp_path, before=word.count("A"), after=word.count("B"))
    run("report", days, tmp_path / "r.html", *LESS, "--plan", plan)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "18 of 26 questions are open" in page
    assert "seed: 7" in page
    assert "Randomisation test" in page
    assert "Start or order drawn, and kept: met" in page
    assert "Without the change" in page


def test_the_report_speaks_spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    run("report", diary(tmp_path), tmp_path / "r.html", *LESS)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert '<html lang="es">' in page
    assert "preguntas están abiertas" in page
    assert "casos: 1" in page

"""`vado evidence report`: what the data prove, and the open questions, as a page; as PDF where its module is there."""

import importlib.util
from html import escape
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vado import __version__
from vado.cli.evidence.comparing import Asked, Compared, compared, unit_of
from vado.cli.evidence.figures import figure, interval
from vado.cli.evidence.pictures import phase_plot
from vado.cli.evidence.plan_files import write_new
from vado.cli.evidence.reading import Columns, FileRefused
from vado.cli.evidence.words import FINDINGS, QUESTIONS, caution_words
from vado.cli.ground import say
from vado.evidence.design_check import check_design
from vado.evidence.reporting import skeleton
from vado.evidence.saying import said


class NotAReport(FileRefused):
    """A name that ends in no kind of report."""

    code = "not-a-report"
    message = "{file}: a report ends in .html or .pdf."


class NoPdfModule(FileRefused):
    """A PDF without the module that makes it."""

    code = "no-pdf-module"
    message = "The module for PDF (weasyprint) is not installed here. A report that ends in .html needs nothing."


def write(file: Path, target: Path, columns: Columns, asked: Asked) -> None:
    """Write a new report, closed to other users of the computer."""
    if target.suffix not in (".html", ".pdf"):
        raise NotAReport(file=target.name)
    if target.suffix == ".pdf" and importlib.util.find_spec("weasyprint") is None:
        raise NoPdfModule
    page = page_of(compared(file, columns, asked), asked)
    content = page.encode() if target.suffix == ".html" else _as_pdf(page)
    write_new(target, content)
    say(_("Written to %(file)s. It is not sealed: keep it where others cannot read it.") % {"file": target})


def _as_pdf(page: str) -> bytes:
    from weasyprint import HTML

    return bytes(HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def page_of(result: Compared, asked: Asked) -> str:
    """The report as one page without anything from elsewhere."""
    language = get_language() or "en"
    title = _("Single-case report")
    sentence = said(result.change, unit_of(asked), language)
    limits, design, indices, items = _("What the numbers cannot say"), _("The design"), _("Indices"), _("Item by item")
    parts = [
        f"<h1>{escape(title)}</h1><p class=said>{escape(sentence)}</p>",
        phase_plot(result.read.pair, result.read.labels, result.change),
        f"<h2>{escape(limits)}</h2>{_list(caution_words(one) for one in result.cautions)}",
        f"<h2>{escape(design)}</h2>{_list(_findings(result))}",
        f"<h2>{escape(indices)}</h2>{_indices(result)}",
        f"<h2>{escape(items)}</h2>{_items(result)}",
    ]
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


STYLE = (
    "body{font:16px/1.5 'Atkinson Hyperlegible',Verdana,sans-serif;color:#2b2622;background:#fbf7f1;max-width:46rem;"
    "margin:2rem auto;padding:0 1rem}h1,h2{font-family:Fraunces,Georgia,serif;font-weight:500}.said{font-size:1.4rem}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #d8cfc4;padding:.3rem;text-align:left}"
    "svg{max-width:100%;height:auto}.open{color:#6f665e}"
)


def _list(lines: object) -> str:
    return "<ul>" + "".join(f"<li>{escape(str(line))}</li>" for line in lines) + "</ul>"  # type: ignore[attr-defined]


def _findings(result: Compared) -> list[str]:
    met = {True: _("met"), False: _("not met"), None: _("the data cannot say")}
    lines = []
    for found in check_design([result.read.pair], result.plan):
        seen = "" if found.seen is None else f" ({found.seen} / {found.needed})"
        lines.append(f"{FINDINGS[found.code]}: {met[found.is_met]}{seen}")
    return lines


def _indices(result: Compared) -> str:
    heading = "".join(f"<th>{escape(name)}</th>" for name in (_("index"), _("estimate"), _("interval"), _("source")))
    rows = "".join(
        f"<tr><td>{escape(f'{row.name} {row.variant}')}</td><td>{figure(row.estimate)}</td>"
        f"<td>{interval(row.low, row.high)}</td><td>{escape(row.source)}</td></tr>"
        for row in result.table.estimated
    )
    return f"<table><tr>{heading}</tr>{rows}</table>"


def _items(result: Compared) -> str:
    items = skeleton(
        [result.read.pair],
        analysis=result.change.method,
        plan=result.plan,
        dates=result.read.dates,
        version=f"Vado {__version__}",
    )
    rows, still_open = [], _("open")
    for item in items:
        question = escape(str(QUESTIONS[item.code]))
        answer = "; ".join(f"{name}: {value}" for name, value in item.proved)
        shown = f"<span class=open>{escape(still_open)}</span>" if item.is_open else escape(answer)
        rows.append(f"<tr><td>{item.number}</td><td>{question}</td><td>{shown}</td></tr>")
    return f"<table>{''.join(rows)}</table>"

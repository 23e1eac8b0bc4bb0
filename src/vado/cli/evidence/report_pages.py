"""`vado evidence report`: what the data prove, and the open questions, as a page; as PDF where its module is there."""

from html import escape
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vado import __version__
from vado.cli.evidence.comparing import Asked, Compared, compared, row_notes, shown_rows, unit_of
from vado.cli.evidence.figures import figure, interval
from vado.cli.evidence.ground import waiting
from vado.cli.evidence.modelling import sentence_of
from vado.cli.evidence.names import MODELS, PROVED, index_words, variant_words
from vado.cli.evidence.pictures import phase_plot
from vado.cli.evidence.plan_files import write_new
from vado.cli.evidence.reading import Columns
from vado.cli.evidence.refusals import FileRefused
from vado.cli.evidence.tests_shown import test_sentences
from vado.cli.evidence.words import QUESTIONS, caution_words, finding_words
from vado.cli.ground import say
from vado.evidence.design_check import check_design
from vado.evidence.reporting import Item, skeleton
from vado.evidence.saying import said


class NotAReport(FileRefused):
    """A name that ends in no kind of report."""

    code = "not-a-report"
    message = "{file}: a report ends in .html or .pdf."


class NoPdfModule(FileRefused):
    """A PDF without the module that makes it."""

    code = "no-pdf-module"
    message = "The module for PDF (weasyprint) is not installed here. A report that ends in .html needs nothing."


class NoPdfLibrary(FileRefused):
    """The module for PDF without the library of the system that sets type."""

    code = "no-pdf-library"
    message = "The PDF module needs the system library Pango: apt-get install libpango-1.0-0 libpangoft2-1.0-0."


def write(file: Path, target: Path, columns: Columns, asked: Asked) -> None:
    """Write a new report, closed to other users of the computer."""
    if target.suffix not in (".html", ".pdf"):
        raise NotAReport(file=target.name)
    if target.suffix == ".pdf" and find_spec("weasyprint") is None:
        raise NoPdfModule
    with waiting():
        page = page_of(compared(file, columns, asked), asked)
        content = page.encode() if target.suffix == ".html" else _as_pdf(page)
    write_new(target, content)
    say(_("Written to %(file)s. It is not sealed: keep it where others cannot read it.") % {"file": target})


def _as_pdf(page: str) -> bytes:
    """Tagged, with the typefaces that Vado brings; nothing is fetched from elsewhere."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except OSError:  # the module loads libraries of the system
        raise NoPdfLibrary from None
    fonts = FontConfiguration()
    faces = CSS(string=_typefaces(), font_config=fonts)
    return bytes(HTML(string=page).write_pdf(stylesheets=[faces], font_config=fonts, pdf_variant="pdf/ua-1"))


TYPEFACES = (
    ("Fraunces", "fontpkg_fraunces", "Fraunces[SOFT,WONK,opsz,wght].ttf", "100 900"),
    ("Atkinson Hyperlegible", "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf", "400"),
    ("Atkinson Hyperlegible", "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf", "700"),
)


def _typefaces() -> str:
    faces = [
        f'@font-face{{font-family:"{name}";font-weight:{weight};'
        f'src:url("{Path(str(resources.files(package) / "files" / file)).as_uri()}")}}'
        for name, package, file, weight in TYPEFACES
    ]
    return "".join(faces)


def page_of(result: Compared, asked: Asked) -> str:
    """The report as one page without anything from elsewhere."""
    language = get_language() or "en"
    title = _("Single-case report")
    sentence = said(result.change, unit_of(asked), language)
    parts = [
        f"<h1>{escape(title)}</h1><p class=said>{escape(sentence)}</p>",
        phase_plot(result.read.pair, result.read.labels, result.change),
        _section(_("What the numbers cannot say"), _list(caution_words(one) for one in result.cautions)),
        _section(_("The design"), _list(_findings(result))),
        _section(_("The draw"), _list(_draw(result))),
        _section(_("By models"), _list(_models(result, asked))),
        _section(_("Indices"), _indices(result)),
        _section(_("Item by item"), _items(result)),
    ]
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


STYLE = (
    "@page{size:A4;margin:20mm 18mm;background:#fbf7f1;@bottom-right{content:counter(page);color:#6f665e;"
    "font:9pt 'Atkinson Hyperlegible',Verdana,sans-serif}}"
    "body{font:16px/1.5 'Atkinson Hyperlegible',Verdana,sans-serif;color:#2b2622;background:#fbf7f1;max-width:46rem;"
    "margin:2rem auto;padding:0 1rem}h1,h2{font-family:Fraunces,Georgia,serif;font-weight:500;break-after:avoid}"
    "h1{font-size:2.2rem}h2{margin-top:2rem}.said{font-size:1.4rem;font-family:Fraunces,Georgia,serif}"
    "table{border-collapse:collapse;width:100%}tr,svg,li{break-inside:avoid}"
    "td,th{border-bottom:1px solid #d8cfc4;padding:.35rem .6rem .35rem 0;text-align:left;vertical-align:top}"
    "svg{max-width:100%;height:auto}.open{color:#6f665e}.number{white-space:nowrap}"
    "@media print{body{font-size:10.5pt;margin:0;padding:0;max-width:none}}"
)


def _section(title: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{content}</section>"


def _list(lines: object) -> str:
    return "<ul>" + "".join(f"<li>{escape(str(line))}</li>" for line in lines) + "</ul>"  # type: ignore[attr-defined]


def _findings(result: Compared) -> list[str]:
    return [finding_words(found) for found in check_design([result.read.pair], result.plan)]


def _draw(result: Compared) -> list[str]:
    if result.test is None:
        return [_("Nothing was drawn: no test of a draw is given.")]
    return test_sentences(result.test.plan, result.test.test)


def _models(result: Compared, asked: Asked) -> list[str]:
    pair = result.read.pair
    return [f"{MODELS[one.model]}: {sentence_of(one, pair, unit_of(asked), asked.per)}" for one in result.models]


def _indices(result: Compared) -> str:
    heading = "".join(f"<th>{escape(name)}</th>" for name in (_("index"), _("estimate"), _("interval"), _("source")))
    rows = "".join(
        f"<tr><td>{escape(f'{index_words(row.name)} {variant_words(row.variant)}')}</td>"
        f"<td class=number>{figure(row.estimate)}</td><td class=number>{interval(row.low, row.high)}</td>"
        f"<td>{escape(row.source)}</td></tr>"
        for row in shown_rows(result.table)
    )
    notes = _list(row_notes(shown_rows(result.table)))
    return f"<table><thead><tr>{heading}</tr></thead><tbody>{rows}</tbody></table>{notes}"


def _items(result: Compared) -> str:
    """Every item with its question; what the data prove is filled in, the rest is open, and how many are is said."""
    items = skeleton(
        [result.read.pair],
        analysis=result.change.method,
        plan=result.plan,
        dates=result.read.dates,
        version=f"Vado {__version__}",
    )
    rows = [
        f"<tr><td>{item.number}</td><td>{escape(str(QUESTIONS[item.code]))}</td>{_answer(item)}</tr>" for item in items
    ]
    still = sum(item.is_open for item in items)
    told = _("%(open)d of %(all)d questions are open: the days cannot answer them.") % {
        "open": still,
        "all": len(items),
    }
    return f"<p>{escape(told)}</p><table>{''.join(rows)}</table>"


def _answer(item: Item) -> str:
    if item.is_open:
        still = _("still open")
        return f"<td><span class=open>{escape(still)}</span></td>"
    proved = "; ".join(f"{PROVED.get(name, name)}: {PROVED.get(value, value)}" for name, value in item.proved)
    return f"<td>{escape(proved)}</td>"

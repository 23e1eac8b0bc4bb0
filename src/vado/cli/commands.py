"""The commands and their options. Each imports what it needs when it runs, so that --help is quick."""

import os
from pathlib import Path
from typing import Annotated

import typer

from vado.cli import asking
from vado.cli.evidence.app import evidence
from vado.cli.translated import App
from vado.cli.translated import marked as _

app = App(
    name="vado",
    help=_("The working place for harm reduction psychotherapy: a record that belongs to the person."),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
keys = App(help=_("The practice key: make it, rotate it, see how it stands."))
app.add_typer(keys, name="keys")
app.add_typer(evidence, name="evidence")
safety = App(help=_("The rules of safety."))
app.add_typer(safety, name="safety")

Host = Annotated[str, typer.Option(help=_("The address to serve at."))]
Port = Annotated[int, typer.Option(min=1, max=65535, help=_("The port to serve at."))]
Certificate = Annotated[Path | None, typer.Option(help=_("The certificate with its chain, in PEM form."))]
CertificateKey = Annotated[Path | None, typer.Option(help=_("The key of the certificate, mode 0600."))]
AskPassphrase = Annotated[bool, typer.Option("--passphrase", help=_("The key file has a passphrase: ask for it."))]


@app.command(help=_("My own record on this computer, without an account."))
def start(
    port: Port = 8765,
    passphrase: Annotated[
        bool, typer.Option("--passphrase", help=_("Lock the key with a passphrase, asked at the first start."))
    ] = False,
    browser: Annotated[bool, typer.Option(help=_("Open the page in the browser."))] = True,
) -> None:
    from vado.cli.homes import settle_alone

    settle_alone()
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import alone

        alone.start(port, with_passphrase=passphrase, in_browser=browser)


@app.command(help=_("Ten fictional people, to look around."))
def demo(host: Host = "127.0.0.1", port: Port = 8765) -> None:
    from vado.cli.homes import settle_demonstration

    settle_demonstration()
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import demonstration

        demonstration.show(host, port)


@app.command(help=_("Serve a practice. Refuses unsafe settings; see vado doctor."))
def serve(
    host: Host = "127.0.0.1",
    port: Port = 8765,
    tls_cert: Certificate = None,
    tls_key: CertificateKey = None,
    workers: Annotated[int, typer.Option(min=1, max=32, help=_("Processes that answer."))] = 2,
) -> None:
    if tls_cert and tls_key:
        os.environ["VADO_HTTPS"] = "1"
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli.practice import serve_safely

        serve_safely(host, port, workers=workers, cert=tls_cert, key=tls_key)


@app.command(help=_("Look at settings, keys, database and disk, and say how to mend what is not right."))
def doctor(host: Host = "127.0.0.1", tls_cert: Certificate = None, tls_key: CertificateKey = None) -> None:
    if tls_cert and tls_key:
        os.environ["VADO_HTTPS"] = "1"
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli.practice import examine_and_report

        examine_and_report(host, tls_cert, tls_key)


@app.command(help=_("Bring the tables up to date and build what the pages need."))
def migrate() -> None:
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli.practice import make_ready

        make_ready()


@app.command("import", help=_("Read timeline-followback files into a practice, or a JSON file into one's own record."))
def import_file(
    what: Annotated[str, typer.Argument(help=_("tlfb, or the path of a JSON file from vado export."))],
    folder: Annotated[Path | None, typer.Argument(help=_("For tlfb: the folder with its three files."))] = None,
) -> None:
    if what == "tlfb":
        from vado.cli.ground import prepared
    else:
        from vado.cli.homes import settle_alone

        settle_alone()
        from vado.cli.ground import prepared

    with prepared():
        from vado.cli import copies

        copies.read_in(what, folder)


@app.command(help=_("Write everything in one's own record to a file that opens without Vado."))
def export(
    target: Annotated[Path, typer.Argument(help=_("A new file: .json for everything, .zip for tables."))],
) -> None:
    from vado.cli.homes import settle_alone

    settle_alone()
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import copies

        copies.write_out(target)


@app.command(help=_("Write the end of every chain of visits to a file outside the database."))
def anchor(
    daily: Annotated[bool, typer.Option("--daily", hidden=True, help=_("Once a day, beside a server."))] = False,
) -> None:
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import anchoring

        if daily:
            anchoring.anchor_daily()
        else:
            anchoring.anchor_now()


@app.command("staff-add", help=_("An account for somebody who works in a practice; prints once what its owner needs."))
def staff_add(
    name: Annotated[str, typer.Argument(help=_("The name shown to the people they work with."))],
    role: Annotated[str, typer.Option(help=_("therapist, facilitator, supervisor, researcher or manager."))],
    practice: Annotated[str, typer.Option(help=_("The practice, founded if there is none of that name."))],
) -> None:
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import staff

        staff.add(name, role, practice)


@keys.command("create", help=_("Make the key file of a new practice."))
def create_key(passphrase: AskPassphrase = False) -> None:
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import practice_keys

        practice_keys.make_key(asking.new_passphrase() if passphrase else None)


@keys.command("rotate", help=_("A new epoch of the practice key, while people work."))
def rotate_key(passphrase: AskPassphrase = False) -> None:
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import practice_keys

        practice_keys.rotate_key(asking.passphrase() if passphrase else None)


@keys.command(
    "forget", help=_("Take an old epoch out of the key file; backups made with it can then no longer be read.")
)
def forget_epoch(epoch: int, passphrase: AskPassphrase = False) -> None:
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import practice_keys

        practice_keys.forget(epoch, asking.passphrase() if passphrase else None)


@keys.command("status", help=_("Where the key file is and which epochs it holds."))
def key_status() -> None:
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import practice_keys

        practice_keys.status()


@app.command(help=_("Facts about the world that fall due to be verified."))
def facts(
    within_days: Annotated[int, typer.Option(min=0, help=_("Also what falls due so many days from now."))] = 90,
) -> None:
    import datetime as dt

    from vado.cli.facts_due import show

    show(dt.datetime.now(dt.UTC).date(), within_days)


@safety.command("table", help=_("Every safety rule with its text in both languages, its source and its tag."))
def safety_table() -> None:
    from vado.cli.ground import prepared, say

    with prepared():
        from vado.safety.table import table

        say(table())


@app.command(help=_("Gather the texts of templates and code into the catalogues, and compile them."))
def messages(
    compile_only: Annotated[bool, typer.Option("--compile-only", help=_("Leave the texts, compile them."))] = False,
) -> None:
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import catalogues

        if not compile_only:
            catalogues.gather()
        catalogues.compile_all()

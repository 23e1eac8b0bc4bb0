"""The commands and their options. Each imports what it needs when it runs, so that --help is quick."""

import os
from pathlib import Path
from typing import Annotated

import typer

from vado.cli.evidence.app import evidence

app = typer.Typer(
    name="vado",
    help="The working place for harm reduction psychotherapy: a record that belongs to the person.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
keys = typer.Typer(help="The practice key: make it, rotate it, see how it stands.", no_args_is_help=True)
app.add_typer(keys, name="keys")
app.add_typer(evidence, name="evidence")
safety = typer.Typer(help="The rules of safety.", no_args_is_help=True)
app.add_typer(safety, name="safety")

Host = Annotated[str, typer.Option(help="The address to serve at.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to serve at.")]
Certificate = Annotated[Path | None, typer.Option(help="The certificate with its chain, in PEM form.")]
CertificateKey = Annotated[Path | None, typer.Option(help="The key of the certificate, mode 0600.")]
AskPassphrase = Annotated[bool, typer.Option("--passphrase", help="The key file has a passphrase: ask for it.")]


@app.command()
def start(
    port: Port = 8765,
    passphrase: Annotated[
        bool, typer.Option("--passphrase", help="Lock the key with a passphrase, asked at the first start.")
    ] = False,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
) -> None:
    """My own record on this computer, without an account."""
    from vado.cli.homes import settle_alone

    settle_alone()
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import alone

        alone.start(port, with_passphrase=passphrase, in_browser=browser)


@app.command()
def demo(host: Host = "127.0.0.1", port: Port = 8765) -> None:
    """Ten fictional people, to look around."""
    from vado.cli.homes import settle_demonstration

    settle_demonstration()
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import demonstration

        demonstration.show(host, port)


@app.command()
def serve(
    host: Host = "127.0.0.1",
    port: Port = 8765,
    tls_cert: Certificate = None,
    tls_key: CertificateKey = None,
    workers: Annotated[int, typer.Option(min=1, max=32, help="Processes that answer.")] = 2,
) -> None:
    """Serve a practice. Refuses unsafe settings; see vado doctor."""
    if tls_cert and tls_key:
        os.environ["VADO_HTTPS"] = "1"
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli.practice import serve_safely

        serve_safely(host, port, workers=workers, cert=tls_cert, key=tls_key)


@app.command()
def doctor(host: Host = "127.0.0.1", tls_cert: Certificate = None, tls_key: CertificateKey = None) -> None:
    """Look at settings, keys, database and disk, and say how to mend what is not right."""
    if tls_cert and tls_key:
        os.environ["VADO_HTTPS"] = "1"
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli.practice import examine_and_report

        examine_and_report(host, tls_cert, tls_key)


@app.command()
def migrate() -> None:
    """Bring the tables up to date and build what the pages need."""
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli.practice import make_ready

        make_ready()


@app.command("import")
def import_file(
    what: Annotated[str, typer.Argument(help="tlfb, or the path of a JSON file from vado export.")],
    folder: Annotated[Path | None, typer.Argument(help="For tlfb: the folder with its three files.")] = None,
) -> None:
    """Read timeline-followback files into a practice, or a JSON file into one's own record."""
    if what == "tlfb":
        from vado.cli.ground import prepared
    else:
        from vado.cli.homes import settle_alone

        settle_alone()
        from vado.cli.ground import prepared

    with prepared():
        from vado.cli import copies

        copies.read_in(what, folder)


@app.command()
def export(
    target: Annotated[Path, typer.Argument(help="A new file: .json for everything, .zip for tables.")],
) -> None:
    """Write everything in one's own record to a file that opens without Vado."""
    from vado.cli.homes import settle_alone

    settle_alone()
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import copies

        copies.write_out(target)


@app.command()
def anchor(
    daily: Annotated[bool, typer.Option("--daily", hidden=True, help="Once a day, beside a server.")] = False,
) -> None:
    """Write the end of every chain of visits to a file outside the database."""
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import anchoring

        if daily:
            anchoring.anchor_daily()
        else:
            anchoring.anchor_now()


@app.command("staff-add")
def staff_add(
    name: Annotated[str, typer.Argument(help="The name shown to the people they work with.")],
    role: Annotated[str, typer.Option(help="therapist, facilitator, supervisor, researcher or manager.")],
    practice: Annotated[str, typer.Option(help="The practice, founded if there is none of that name.")],
) -> None:
    """An account for somebody who works in a practice; prints once what its owner needs."""
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import staff

        staff.add(name, role, practice)


@keys.command("create")
def create_key(passphrase: AskPassphrase = False) -> None:
    """Make the key file of a new practice."""
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import practice_keys

        practice_keys.make_key(_new_passphrase() if passphrase else None)


@keys.command("rotate")
def rotate_key(passphrase: AskPassphrase = False) -> None:
    """A new epoch of the practice key, while people work."""
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import practice_keys

        practice_keys.rotate_key(_passphrase() if passphrase else None)


@keys.command("forget")
def forget_epoch(epoch: int, passphrase: AskPassphrase = False) -> None:
    """Take an old epoch out of the key file; backups made with it can then no longer be read."""
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import practice_keys

        practice_keys.forget(epoch, _passphrase() if passphrase else None)


@keys.command("status")
def key_status() -> None:
    """Where the key file is and which epochs it holds."""
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import practice_keys

        practice_keys.status()


@app.command()
def facts(
    within_days: Annotated[int, typer.Option(min=0, help="Also what falls due so many days from now.")] = 90,
) -> None:
    """Facts about the world that fall due to be verified."""
    import datetime as dt
    import runpy

    today = dt.datetime.now(dt.UTC).date().isoformat()
    runpy.run_module("vado.catalogue.due")["main"]([today, str(within_days)])


@safety.command("table")
def safety_table() -> None:
    """Every safety rule with its text in both languages, its source and its tag."""
    from vado.cli.ground import prepared, say

    with prepared():
        from vado.safety.table import table

        say(table())


@app.command()
def messages(
    compile_only: Annotated[bool, typer.Option("--compile-only", help="Leave the texts, compile them.")] = False,
) -> None:
    """Gather the texts of templates and code into the catalogues, and compile them."""
    from vado.cli.ground import prepared

    with prepared():
        from vado.cli import catalogues

        if not compile_only:
            catalogues.gather()
        catalogues.compile_all()


def _passphrase() -> str:
    return str(typer.prompt("Passphrase", hide_input=True))


def _new_passphrase() -> str:
    return str(typer.prompt("New passphrase", hide_input=True, confirmation_prompt=True))

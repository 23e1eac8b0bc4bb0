"""The command `vado`. Nothing heavy is imported before the command that needs it."""


def main() -> None:
    """Run the command line."""
    from vado.cli.commands import app
    from vado.cli.translated import speak

    raise SystemExit(speak(app))

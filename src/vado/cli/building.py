"""What pages and tests stand on: catalogues compiled and fonts cut. Run by `make test`, by `start` and by `demo`."""

from pathlib import Path

from vado.cli.ground import prepare

if __name__ == "__main__":
    prepare()
    from django.conf import settings

    from vado.cli.catalogues import compile_all
    from vado.web.fonts import build_fonts

    compile_all()
    build_fonts(Path(settings.FONT_FOLDER))

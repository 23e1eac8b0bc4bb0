"""`python -m vado.cli` is `vado`."""

from vado.cli import main

if __name__ == "__main__":
    main()

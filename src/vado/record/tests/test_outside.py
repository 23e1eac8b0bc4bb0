from pathlib import Path

from vado.record.outside import BoundLines
from vado.record.sealing import new_key

KEY = new_key()


def three_lines(folder: Path) -> BoundLines:
    lines = BoundLines(folder / "lines", KEY)
    for word in ("one", "two", "three"):
        lines.add({"word": word})
    return lines


def soundness(lines: BoundLines) -> list[bool]:
    return [line.is_sound for line in lines.read()]


def test_lines_are_read_in_order_and_are_private(tmp_path: Path) -> None:
    lines = three_lines(tmp_path)
    assert [line.text for line in lines.read()] == [b'{"word":"one"}', b'{"word":"two"}', b'{"word":"three"}']
    assert soundness(lines) == [True, True, True]
    assert lines.path.stat().st_mode & 0o077 == 0


def test_an_altered_line_is_named(tmp_path: Path) -> None:
    lines = three_lines(tmp_path)
    lines.path.write_bytes(lines.path.read_bytes().replace(b"two", b"TWO"))
    assert soundness(lines) == [True, False, True]


def test_a_removed_line_breaks_the_next(tmp_path: Path) -> None:
    lines = three_lines(tmp_path)
    kept = lines.path.read_bytes().splitlines(keepends=True)
    lines.path.write_bytes(kept[0] + kept[2])
    assert soundness(lines) == [True, False]


def test_a_line_of_another_key_is_not_sound(tmp_path: Path) -> None:
    lines = three_lines(tmp_path)
    BoundLines(lines.path, new_key()).add({"word": "four"})
    assert soundness(lines) == [True, True, True, False]


def test_a_line_torn_by_a_crash_goes_and_the_next_fits(tmp_path: Path) -> None:
    lines = three_lines(tmp_path)
    with lines.path.open("ab") as file:
        file.write(b'{"text":{"word":"fo')
    assert soundness(lines) == [True, True, True]
    lines.add({"word": "four"})
    assert soundness(lines) == [True, True, True, True]


def test_rubbish_in_the_file_is_named(tmp_path: Path) -> None:
    lines = three_lines(tmp_path)
    with lines.path.open("ab") as file:
        file.write(b"rubbish\n")
    assert soundness(lines)[-1] is False

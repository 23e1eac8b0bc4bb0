"""A small study on disk, in the three files that the import reads."""

from pathlib import Path

PERSONS = (
    "person,trial,arm,randomised_day,first_report_day,last_report_day,last_visit_day,first_dose_day,last_dose_day\n"
    "P001,CTN-0027,Arm A,6,-2,4,4,3,4\n"
    "P002,CTN-0030,Arm B,1,0,3,3,,\n"
)
USES = "person,substance,day\nP001,opioid,-2\nP001,alcohol,-2\nP001,alcohol,1\nP002,cocaine,0\n"
VISITS = "person,day,status\nP001,0,visit\nP001,4,final\nP002,0,visit\nP002,3,missing\n"


def write_study(folder: Path, *, persons: str = PERSONS, uses: str = USES, visits: str = VISITS) -> Path:
    """The folder with the three files in it."""
    for name, text in (("persons", persons), ("tlfb_days", uses), ("visits", visits)):
        (folder / f"ctn0094_{name}.csv").write_text(text, "utf-8")
    return folder

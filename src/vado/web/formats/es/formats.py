"""Spanish: "3 nov 2026", decimal comma."""

DATE_FORMAT = "j b Y"
SHORT_DATE_FORMAT = "j b Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j b Y, H:i"
YEAR_MONTH_FORMAT = r"F \d\e Y"
MONTH_DAY_FORMAT = "j b"
FIRST_DAY_OF_WEEK = 1
DECIMAL_SEPARATOR = ","

"""The shell: home, more, language, and entrances that are open elsewhere."""

from tests.matrix.lines import Line

LINES = {
    "": Line(get="/me/ /people/ /staff/"),
    "me/": Line(),
    "more/": Line(get="200 /settings/"),
    "language/": Line(get="/", post={"language": "es", "next": "/"}, then="/", changes="people_account?"),
    "own/<str:token>/": Line(get=404),
    "enter/<str:token>/": Line(get=404),
    "robots.txt": Line(),
}

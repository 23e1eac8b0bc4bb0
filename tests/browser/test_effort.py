"""How long the first steps take: what is tapped, written and read is counted in the browser, and timed by a rule."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_journey import PHONE, Phone

pytestmark = pytest.mark.django_db(transaction=True)

# An ordinary pace with one thumb, from the pace at which people read and write on phones; own judgement.
SECONDS_A_TAP, WORDS_READ_A_SECOND, WORDS_WRITTEN_A_SECOND = 1.5, 4, 0.6
# What a list that is shut offers is not read, nor what only a screen reader says.
WORDS = """place => {
  const open = place.cloneNode(true);
  const unread = "option:not([selected]), .visually-hidden, svg, details > :not(summary)";
  open.querySelectorAll(unread).forEach(one => one.remove());
  return open.textContent.split(/\\s+/).filter(Boolean).length;
}"""
FIRST_ENTRY_SECONDS, WAITING_ROOM_SECONDS = 30, 120


class Counted(Phone):
    """Counts beside the taps the words that are written and read."""

    written = read = 0

    def write(self, field: str, words: str) -> None:
        self.tap(field)
        self.page.keyboard.type(words)
        self.written += len(words.split())

    def read_all(self) -> None:
        """Every word that stands open on the page."""
        self.read_at("main")

    def read_at(self, *places: str) -> None:
        """The words of what is looked for, on a page whose other words can wait."""
        self.read += sum(self.page.locator(place).first.evaluate(WORDS) for place in places)

    def seconds(self) -> float:
        return self.taps * SECONDS_A_TAP + self.read / WORDS_READ_A_SECOND + self.written / WORDS_WRITTEN_A_SECOND


def write_what_happened(person: Counted) -> None:
    person.read_at("h1", ".choices")
    person.tap("a.big.a")
    person.read_at("h1", "form#new label", "form#new button.button[type=submit]")
    person.write("form#new [name=substance]", "cider")
    person.tap("form#new button.button[type=submit]")
    person.see(".timeline .entry.use")


@pytest.mark.parametrize("language", ["en", "es"])
def test_sign_up_first_entry_and_door_while_one_waits(browser: Browser, live_server: LiveServer, language: str) -> None:
    context = browser.new_context(viewport=PHONE, locale=language, has_touch=True)  # type: ignore[arg-type]
    person = Counted(context, live_server.url)
    person.go("/")
    person.read_at("a[href='/sign-up/']")
    person.tap("a[href='/sign-up/']")
    person.read_all()
    person.write("[name=chosen]", "ford")
    person.write("[name=passphrase]", "four words by the ford")
    person.tap("main form [type=submit]")
    person.read_all()
    person.tap("main a.button[href='/me/']")
    before = person.seconds()
    write_what_happened(person)
    entry = person.seconds() - before
    person.tap(".nav a >> nth=-1")
    person.read_at("a[href='/doors/']")
    person.tap("main a[href='/doors/']")
    person.read_at("main .button")
    person.tap("a[href='/doors/invite/']")
    person.read_all()
    person.write("[name=recipient]", "Ana")
    person.write("[name=signed]", "f.")
    person.tap("main form.stack button[type=submit]")
    person.see(".code")
    context.close()
    assert (person.taps, person.written) == (14, 9)
    assert entry <= FIRST_ENTRY_SECONDS
    assert person.seconds() <= WAITING_ROOM_SECONDS

"""One look at one page: what axe finds, what is too wide or too small, whether help is one tap away, who is asked."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

SMALLEST_TARGET = 24  # WCAG 2.5.8; links inside a sentence are its exception
TOO_SMALL = """least => [...document.querySelectorAll("button, select, .chip, .button, .nav a, .list a")]
  .filter(one => one.getClientRects().length)
  .map(one => [one.textContent.trim(), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([words, box]) => `${words} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
TOO_WIDE = """() => {
  const [page, screen] = [document.documentElement.scrollWidth, innerWidth];
  return page > screen ? [`${page} px wide on ${screen}`] : [];
}"""
AXE = Axe()
# Only what is wrong comes back: all that is right would take longer to send than to find.
VIOLATIONS = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
# Of all that axe asks, only this depends on light or dark.
BY_THE_OTHER_LIGHT = """async () =>
  (await axe.run(document, {resultTypes: ['violations'], runOnly: ['color-contrast']})).violations"""
IS_DARK = "() => matchMedia('(prefers-color-scheme: dark)').matches"
NO_HELP = """() => location.pathname.startsWith("/safety/") || document.querySelector("a[href^='/safety/']")
  ? [] : ["no way to help in one tap"]"""
NO_SUCH_PAGE = "/nothing-here/"  # a browser complains of every 404, and this page is one


Light = Literal["dark", "light"]


class Look:
    """Opens pages one by one and keeps what is wrong with each."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page, self.address = context.new_page(), address
        self.said: list[str] = []
        self.page.on("request", self._asked)
        self.page.on("console", self._complained)

    def at(self, pages: Mapping[str, str]) -> dict[str, list[str]]:
        """The names of pages on which something was found, with what it was."""
        found = {name: self._opened(path) for name, path in pages.items()}
        return {name: faults for name, faults in found.items() if faults}

    def _opened(self, path: str) -> list[str]:
        self.said.clear()
        self.page.goto(self.address + path)
        return [*faults_of(self.page), *self.said]

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.address).netloc:
            self.said.append(f"asks {request.url}")

    def _complained(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not self.page.url.endswith(NO_SUCH_PAGE):
            self.said.append(f"{message.text} {message.location.get('url')}")


def faults_of(page: Page) -> list[str]:
    """What is wrong with the page as it stands open."""
    small: Iterable[str] = page.evaluate(TOO_SMALL, SMALLEST_TARGET)
    return [*_axe(page), *page.evaluate(TOO_WIDE), *page.evaluate(NO_HELP), *small]


def _axe(page: Page) -> list[str]:
    """All that axe asks by one light, and by the other what depends on it; the page ends as it was."""
    page.evaluate(AXE.axe_script)
    found: list[dict[str, Any]] = page.evaluate(VIOLATIONS)
    lights: tuple[Light, Light] = ("dark", "light") if page.evaluate(IS_DARK) else ("light", "dark")
    page.emulate_media(color_scheme=lights[1], reduced_motion="reduce")  # no colour is met halfway
    found += page.evaluate(BY_THE_OTHER_LIGHT)
    page.emulate_media(color_scheme=lights[0], reduced_motion="no-preference")
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]

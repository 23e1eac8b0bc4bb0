"""No page asks any other host for anything, and quick exit is the one way out."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

from tests.browser.stay import Stay


def test_no_page_asks_another_host(inside: BrowserContext, stay: Stay) -> None:
    asked: set[str] = set()
    inside.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page = inside.new_page()
    for path in stay.pages().values():
        page.goto(stay.address + path)
    assert asked == {urlsplit(stay.address).netloc}


def test_no_page_breaks_its_own_content_policy(inside: BrowserContext, stay: Stay) -> None:
    complaints: list[str] = []
    page = inside.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    for name, path in stay.pages().items():
        if name != "nothing-here":
            page.goto(stay.address + path)
    assert complaints == []


def _leads_away(inside: BrowserContext, stay: Stay) -> list[str]:
    """Catches what goes to other hosts, so that no test leaves this computer."""
    away: list[str] = []

    def catch(route: Route, request: Request) -> None:
        away.append(request.url)
        route.fulfill(body="elsewhere", content_type="text/html")

    inside.route(lambda address: not address.startswith(stay.address), catch)
    return away


def _leave(inside: BrowserContext, stay: Stay) -> list[str]:
    away = _leads_away(inside, stay)
    page = inside.new_page()
    page.goto(stay.address + "/me/")
    page.click(".exit")
    page.wait_for_url(lambda address: not address.startswith(stay.address))
    assert _is_signed_out(page, stay)
    return away


def _is_signed_out(page: Page, stay: Stay) -> bool:
    """The screen is covered at once; the sign-in ends when its request arrives, and a busy server is later."""
    for _try in range(20):
        page.goto(stay.address + "/me/")
        if "/sign-in/" in page.url:
            return True
        page.wait_for_timeout(250)
    return False


def test_leave_page_ends_the_sign_in_and_leads_away(inside: BrowserContext, stay: Stay) -> None:
    assert len(_leave(inside, stay)) >= 1


def test_leave_page_works_without_script(browser: Browser, stay: Stay) -> None:
    context = stay.sign_in(browser, java_script_enabled=False)
    assert len(_leave(context, stay)) >= 1
    context.close()


def test_leave_page_by_keyboard_alone(inside: BrowserContext, stay: Stay) -> None:
    """Three times Shift from within a text; or the first stop of Tab, and Enter."""
    away = _leads_away(inside, stay)
    page = inside.new_page()
    page.goto(stay.address + "/me/note/")
    page.focus("[name=words]")
    for _press in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(lambda address: not address.startswith(stay.address))
    assert _is_signed_out(page, stay)
    away.clear()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "exit"
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: not address.startswith(stay.address))
    assert away

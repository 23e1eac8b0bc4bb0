"""Quick exit is the one way out; that no page asks another host for anything is looked at page by page in `look`."""

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

from tests.browser.stay import Stay


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

"""Way 27: what stays in the browser, and in caches on the way, once somebody has signed out."""

import json
import shutil
from contextlib import suppress

from trials.harness.environment import CHROMIUM, files_in
from trials.leak.inside.cast import PASSWORD
from trials.leak.ways import Seen, switched, way
from trials.leak.ways.routes import of_the_pair

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FIELDS = (b"<textarea", b'type="text"')
PATIENCE = 15_000
TYPED_PATIENCE = 2_600  # the page keeps a draft two seconds after the last key
STORES = """async () => {
  const found = {local: {...localStorage}, session: {...sessionStorage}, caches: [], databases: [],
                 workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length};
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys())
      found.caches.push(await (await (await caches.open(name)).match(request)).text());
  for (const {name} of await indexedDB.databases()) {
    const db = await new Promise((done) => { indexedDB.open(name).onsuccess = (e) => done(e.target.result); });
    for (const store of db.objectStoreNames)
      found.databases.push(await new Promise((done) => {
        db.transaction(store).objectStore(store).getAll().onsuccess = (e) => done(e.target.result); }));
  }
  return JSON.stringify(found);
}"""
ON_PAGE = """() => [document.documentElement.outerHTML,
  ...[...document.querySelectorAll('input, textarea')].map((field) => field.value)].join('\\n')"""
IN_CACHE = """async (path) => {
  try { return await (await fetch(path, {cache: 'only-if-cached', mode: 'same-origin'})).text(); }
  catch (error) { return 'not in the cache'; }
}"""


@way(27, "HTTP caches, back button, browser storage", plant=switched("Chromium" if CHROMIUM else "headers"))
def kept_in_browser(world):
    """With Chromium: signed out, back button, storage, cache, the profile folder. And the headers of each page."""
    if CHROMIUM:
        yield from in_chromium(world)
    mentee = world.as_("mentee")
    for _name, path in of_the_pair(world):
        answer = mentee.get(path)
        stays = "no-store" not in answer.header("Cache-Control") or "public" in answer.header("Cache-Control")
        yield Seen(f"headers of {path}", b"", "may be kept by a cache" if stays else "")
    answer = mentee.post("/accounts/logout/")
    fault = "" if '"storage"' in answer.header("Clear-Site-Data") else "signing out clears nothing"
    yield Seen("headers of signing out", b"", fault)
    world.sign_in(mentee, "mentee")


def in_chromium(world):
    """One browser from signing in to the files it leaves."""
    from playwright.sync_api import sync_playwright

    profile = world.folder / "chromium"
    shutil.rmtree(profile, ignore_errors=True)
    site = f"http://127.0.0.1:{world.ports['member']}"
    pair = f"{site}/mentorships/{world.codes['pair']}/"
    world.forgive()
    with sync_playwright() as play:
        browser = play.chromium.launch_persistent_context(
            str(profile), executable_path=CHROMIUM, args=FLAGS, headless=True
        )
        browser.set_default_timeout(PATIENCE)
        try:
            page = browser.pages[0]
            visit(world, page, site, pair)
            yield Seen("Chromium: after signing out", page.evaluate(ON_PAGE).encode())
            yield Seen("Chromium: stores", page.evaluate(STORES).encode())
            for path in (f"{pair}feedback/", f"{pair}archive/feedback.html", pair):
                yield Seen(f"Chromium: cache of {path}", page.evaluate(IN_CACHE, path).encode())
            for step in range(1, 8):
                with suppress(Exception):  # there may be no further page to go back to
                    page.go_back(wait_until="load")
                yield Seen(f"Chromium: back button, step {step}", page.evaluate(ON_PAGE).encode())
            yield Seen("Chromium: cookies", json.dumps(browser.cookies()).encode())
        finally:
            browser.close()
    for file, found in files_in(profile):
        yield Seen(f"Chromium's folder: {file.relative_to(profile)}", found)


def visit(world, page, site, pair):
    """Sign in, read, type into every field and send nothing, sign out."""
    page.goto(f"{site}/accounts/login/")
    page.fill("#id_login", world.people["mentee"]["email"])
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "login" not in url)
    for path in ("", "feedback/", "archive/"):
        page.goto(pair + path)
    if world.words["feedback"].split("'")[0] not in page.goto(f"{pair}feedback/").text():
        raise SystemExit("The browser is not shown the letters.")
    for _name, path in of_the_pair(world):
        if any(field in world.as_("mentee").get(path).body for field in FIELDS):
            type_everywhere(world, page, site + path)
    page.goto(f"{pair}feedback/write/")
    page.fill("textarea >> nth=0", f"In the browser: {world.words['draft']}")
    page.wait_for_timeout(TYPED_PATIENCE)
    page.goto(f"{site}/accounts/logout/")
    page.locator("main form button, main form [type=submit]").first.click()
    page.wait_for_load_state()


def type_everywhere(world, page, address):
    """Words in every field of a page, and away without sending them."""
    page.goto(address)
    fields = page.locator("main textarea:visible, main input[type=text]:visible")
    for number in range(fields.count()):
        fields.nth(number).fill(f"In a field: {world.words['draft']}")

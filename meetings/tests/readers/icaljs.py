"""ical.js, which Thunderbird and Nextcloud read with: in a real browser, a batch at a time."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

from meetings.tests.readers import MOST
from trials.journeys.conftest import FLAGS

HERE = Path(__file__).parent
LIBRARY = HERE.parent / "vendor" / "ical.min.js"
READS = HERE / "icaljs_reads.js"
BATCH = 500


def read(texts, most=MOST):
    """The events of each text. In a thread: Playwright runs a loop, of which a thread may have one only."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(_opened, texts, most).result()


def _opened(texts, most):
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        try:
            return _read(chromium.new_page(), list(texts), most)
        finally:
            chromium.close()


def _read(page, texts, most):
    program, reads = LIBRARY.read_text(), READS.read_text()
    asked = {"program": program, "most": most}
    return [
        events
        for start in range(0, len(texts), BATCH)
        for events in page.evaluate(reads, asked | {"texts": texts[start : start + BATCH]})
    ]

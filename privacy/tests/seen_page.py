"""The page that says what others can see."""

import re
from html import unescape

URL = "/profile/seen/"


def part(page, name):
    """The words of one section of the page."""
    html = page.content.decode().split(f'id="{name}"')[1].split("</section>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())

"""What a response of either site must carry, and what a strict policy would refuse in it (P31)."""

import re
from html.parser import HTMLParser

OF_A_FEED = "private, no-cache"
MAIL_SHOWN = "demo_mail_html"  # a mail alone on a page, with a policy of its own


def missing(answer):
    """What a response lacks, in words."""
    policy = {
        part.split()[0]: part.split()[1:]
        for part in answer.get("Content-Security-Policy", "").split(";")
        if part.strip()
    }
    wanted = {
        "nosniff": answer.get("X-Content-Type-Options") == "nosniff",
        "frames": answer.get("X-Frame-Options") == "DENY",
        "frame-ancestors": policy.get("frame-ancestors") == ["'none'"],
        "object-src": policy.get("object-src") == ["'none'"],
        "base-uri": policy.get("base-uri") == ["'none'"],
        "default-src": policy.get("default-src") in (["'none'"], ["'self'"]),
        "inline": not re.search("unsafe-(inline|eval|hashes)|[ ;]\\*", str(policy)),
        "referrer": answer.get("Referrer-Policy") == "same-origin",
        "permissions": "camera=()" in answer.get("Permissions-Policy", ""),
        "opener": answer.get("Cross-Origin-Opener-Policy") == "same-origin",
        "no-store": answer.get("Cache-Control", "") == OF_A_FEED if is_feed(answer) else not_stored(answer),
        "no other origin": "Access-Control-Allow-Origin" not in answer.headers,
        "no banner": not {"Server", "X-Powered-By"} & set(answer.headers),
    }
    return [name for name, there in wanted.items() if not there]


def is_feed(answer):
    """Whether it is for a calendar program, which keeps what it has and asks whether that still holds."""
    return answer.get("Content-Type", "").startswith("text/calendar") and "ETag" in answer.headers


def not_stored(answer):
    """Whether no cache, nor the browser, may keep it."""
    return "no-store" in answer.get("Cache-Control", "")


class Inline(HTMLParser):
    """What a strict policy would refuse: script and style in the page itself."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Note scripts without a source, styles, handlers, script addresses, foreign sources."""
        attrs = dict(attrs)
        kind = attrs.get("type", "")
        if tag == "style" or (tag == "script" and "src" not in attrs and "json" not in kind):
            self.found.append(f"<{tag}>")
        for name, value in attrs.items():
            said = (value or "").strip().lower()
            if name == "style" or name.startswith("on") or said.startswith("javascript:"):
                self.found.append(f"<{tag} {name}>")
            if name in ("src", "href") and tag in ("script", "link", "img") and "//" in said[:8]:
                self.found.append(f"<{tag} {name}={said}>")


def is_page(answer):
    """Whether a browser shows it. A file that is saved has its style in it, since nothing else comes along."""
    saved = answer.get("Content-Disposition", "").startswith("attachment")
    return answer.get("Content-Type", "").startswith("text/html") and not saved


def faults_of(answer, key):
    """What is unsafe in the answer of a route, in words: headers that are missing, script and style in its page."""
    inline = Inline(answer.content.decode()).found if is_page(answer) and key != MAIL_SHOWN else []
    return missing(answer) + inline

"""Finds words in our templates that no translator would ever see."""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARKED = re.compile(
    r"{%\s*(blocktrans|blocktranslate)\b.*?{%\s*end\1\s*%}|{%\s*comment.*?endcomment\s*%}"
    r"|{%\s*block main_class\s*%}.*?{%\s*endblock\s*%}",
    re.DOTALL,
)
CODE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
READ_ALOUD = {"alt", "title", "placeholder", "aria-label"}
# Shown as they are in every language: addresses, a password, one-letter marks.
NAMES = "Firefox|Edge|Opera|Chrome|Safari|Android|iOS|Windows|macOS|Linux"
SAME_EVERYWHERE = re.compile(rf"^[\w.-]+@[\w.-]+$|^reading-room-demo$|^[^A-Za-z]*$|^({NAMES}|[ ,])*$")


class Texts(HTMLParser):
    """Collects what a reader would read or hear."""

    def __init__(self):
        super().__init__()
        self.found, self.skipped = [], 0

    def handle_starttag(self, tag, attrs):
        """Attributes that are read aloud, and where not to look."""
        self.skipped += tag in {"style", "script"}
        self.found += [value for name, value in attrs if name in READ_ALOUD and value]

    def handle_endtag(self, tag):
        """Look again."""
        self.skipped -= tag in {"style", "script"}

    def handle_data(self, data):
        """Words between tags."""
        if not self.skipped:
            self.found.append(data)


def untranslated(template):
    """Words in one template that are not marked for translation."""
    text = CODE.sub(" ", MARKED.sub(" ", template.read_text(encoding="utf-8")))
    if template.suffix == ".txt":
        return [line.strip() for line in text.splitlines() if not SAME_EVERYWHERE.match(line.strip())]
    parser = Texts()
    parser.feed(text)
    words = (" ".join(found.split()) for found in parser.found)
    return [word for word in words if not SAME_EVERYWHERE.match(word)]


def main():
    """Print each; 1 if there is any."""
    rows = [
        f"{template.relative_to(ROOT)}: {text}"
        for template in sorted((ROOT / "templates").rglob("*.*"))
        if template.suffix in {".html", ".txt"}
        for text in untranslated(template)
    ]
    print("\n".join(rows))
    return 1 if rows else 0


if __name__ == "__main__":
    sys.exit(main())

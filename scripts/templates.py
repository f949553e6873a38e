"""Finds lines of our templates that hold too much to be read: one element a line, 120 characters at most.

Two rules, so that a person can keep them without a tool: no line of templates/**/*.html is longer than
LONGEST, and no line opens two block-level elements (those of BLOCKS). An inline element (`<a>`, `<span>`,
`<button>`) may stand on the line of the block around it: `<li><a href="…">…</a></li>`. What a tag of Django
holds is not looked at, but counts as characters.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 120
BLOCKS = (
    "address|article|aside|blockquote|body|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|head|header|hr|html"
    "|legend|li|link|main|meta|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
CODE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}")
OPENED = re.compile(rf"<(?:{BLOCKS})(?![\w-])")


def crowded(text):
    """(number of the line, what is wrong with it) for each line of one template that breaks a rule."""
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST:
            yield number, f"{len(line)} characters"
        if len(OPENED.findall(CODE.sub("", line))) > 1:
            yield number, "opens more than one block"


def main():
    """Print each; 1 if there is any."""
    rows = [
        f"{template.relative_to(ROOT)}:{number}: {trouble}"
        for template in sorted((ROOT / "templates").rglob("*.html"))
        for number, trouble in crowded(template.read_text(encoding="utf-8"))
    ]
    print("\n".join(rows))
    return 1 if rows else 0


if __name__ == "__main__":
    sys.exit(main())

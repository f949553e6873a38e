"""The documents as installed, `<room>/…/shipped/<slug>.<language>.md`: none missing, and the American ones made.

`<slug>.en-us.md` is made from `<slug>.en-gb.md`, by the same list of spellings as the catalogue.
"""

import re
from pathlib import Path

from english import american

ROOT = Path(__file__).resolve().parent.parent
FIRST, MADE = "en-gb", "en-us"
# What keeps its spelling: code, placeholders, addresses, and links to elsewhere with the name of what is there.
KEPT = re.compile(r"(`[^`]*`|\{\w+\}|\[[^\]]*\]\(https?:[^)]*\)|\]\([^)]*\)|https?://\S+)")


def folders(root=ROOT):
    """Every folder of documents."""
    return sorted({file.parent for file in root.glob(f"[a-z]*/**/shipped/*.{FIRST}.md")})


def american_text(text):
    """A document as it is spelled in the United States."""
    return "".join(part if KEPT.fullmatch(part) else american(part) for part in KEPT.split(text))


def write_american(root=ROOT):
    """Make all `*.en-us.md`."""
    for folder in folders(root):
        for file in folder.glob(f"*.{MADE}.md"):
            file.unlink()
        for file in folder.glob(f"*.{FIRST}.md"):
            _made(file).write_text(american_text(file.read_text(encoding="utf-8")), encoding="utf-8")


def troubles(root=ROOT):
    """What is missing, left over or out of date, a line each. A language with one document of a folder has all."""
    for folder in folders(root):
        by_language = {}
        for file in folder.glob("*.md"):
            slug, language = file.stem.split(".")
            by_language.setdefault(language, set()).add(slug)
        for language, slugs in sorted(by_language.items()):
            for slug in sorted(by_language[FIRST] ^ slugs):
                missing = "is missing" if slug in by_language[FIRST] else f"has no {slug}.{FIRST}.md"
                yield f"{(folder / f'{slug}.{language}.md').relative_to(root)} {missing}"
        for file in sorted(folder.glob(f"*.{FIRST}.md")):
            if not _made(file).exists() or not _is_up_to_date(file):
                yield f"{_made(file).relative_to(root)} is older: run python scripts/catalogues.py --english"


def _made(file):
    return file.with_name(file.name.replace(f".{FIRST}.", f".{MADE}."))


def _is_up_to_date(file):
    return _made(file).read_text(encoding="utf-8") == american_text(file.read_text(encoding="utf-8"))

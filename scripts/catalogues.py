"""Finds texts that a reader of another language would get in English, or with a hole in them.

Every language that has a folder in `locale/` is held; and the documents as installed (`documents.py`).
With `--english` it first writes `locale/en_GB`, `locale/en_US` and the American documents, which are made from our own
texts and not by hand.
"""

import gettext
import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import documents
import wording
from english import COUNTRIES, written

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = sorted(
    {folder.name for folder in (ROOT / "locale").iterdir() if folder.is_dir()} - set(COUNTRIES)
)
NOT_OURS = shutil.ignore_patterns(".*", "__pycache__", "var", "trials", "locale", "static")
PLACEHOLDERS = re.compile(r"%\(\w+\)[a-z]|%[sd]|{\w*}|</?[a-z]+").findall
UNKNOWN_PLURALS = re.compile(r"nplurals=INTEGER; plural=EXPRESSION;")
PLURALS = re.compile(r"nplurals=\d[^\\]*")
HOW = "xgettext is not here, so translations were not checked. Get it: apt-get install gettext"


def run(*command, **more):
    """Run a program; show what it said only if it failed."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def catalogue(file, work):
    """{msgid: text} of a .po or .mo file. What is empty or fuzzy is left out, as in the programme."""
    compiled = file if file.suffix == ".mo" else work / f"{file.stem}.mo"
    if compiled != file:
        run("msgfmt", "-o", compiled, file)
    with compiled.open("rb") as opened:
        texts = gettext.GNUTranslations(opened)._catalog
    return {key: text for key, text in texts.items() if key and text}


def plurals_of(language):
    """What our own .po says of plural forms: Django does not know those of every language."""
    own = PLURALS.search(
        (ROOT / "locale" / language / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8")
    )
    return own[0] if own else "nplurals=2; plural=(n != 1);"


@cache
def extracted(language, work):
    """{msgid: msgid} of every text marked now, from a copy: nothing is written beside the sources."""
    copy, filled = work / "copy", work / "filled.po"
    if not copy.exists():
        shutil.copytree(ROOT, copy, ignore=NOT_OURS)
    (copy / "locale").mkdir(exist_ok=True)
    env = {**os.environ, "VAR": str(work / "var")}
    run(sys.executable, "manage.py", "makemessages", "-l", language, "-v", "0", cwd=copy, env=env)
    gathered = copy / "locale" / language / "LC_MESSAGES" / "django.po"
    text = gathered.read_text(encoding="utf-8")
    gathered.write_text(UNKNOWN_PLURALS.sub(plurals_of(language), text), encoding="utf-8")
    run("msgen", "-o", filled, gathered)
    return catalogue(filled, work)


def troubles(language, work):
    """What is wrong with one language, a line each."""
    folder = ROOT / "locale" / language / "LC_MESSAGES"
    marked, ours = extracted(language, work), catalogue(folder / "django.po", work)
    originals = {}
    for key, original in marked.items():
        originals.setdefault(key[0] if isinstance(key, tuple) else key, []).append(original)
        if key not in ours:
            yield f"not translated (missing, empty or fuzzy): {original}"
    for key, text in ours.items():
        msgid, form = key if isinstance(key, tuple) else (key, 0)
        allowed = [set(PLACEHOLDERS(one)) for one in originals.get(msgid, [])[1 if form else 0 :]]
        if allowed and set(PLACEHOLDERS(text)) not in allowed:
            yield f"other placeholders than in “{msgid}”: {text}"
    compiled = folder / "django.mo"
    if not compiled.exists() or catalogue(compiled, work) != ours:
        yield "django.mo is older than django.po: run manage.py compilemessages -i .venv"


def english_file(language):
    """The .po of `en_GB` or `en_US`."""
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def english_troubles(language, work):
    """The same for one of the English catalogues."""
    file = english_file(language)
    compiled = file.with_suffix(".mo")
    same = compiled.exists() and file.read_text() == written(language, extracted("es", work))
    if not same or catalogue(file, work) != catalogue(compiled, work):
        yield "is older than the texts: run python scripts/catalogues.py --english"


def write_english(language, work):
    """Make that file, and its .mo."""
    file = english_file(language)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written(language, extracted("es", work)))
    run("msgfmt", "-o", file.with_suffix(".mo"), file)


def main():
    """Print each; 1 if there is any."""
    if not shutil.which("xgettext"):
        print(HOW)
        return int(os.environ.get("CI") == "true")
    with tempfile.TemporaryDirectory() as work:
        found = list(all_troubles(Path(work), write="--english" in sys.argv))
    print("\n".join(found))
    return 1 if found else 0


def all_troubles(work, *, write):
    """What is wrong with any of them; first the English ones are made anew with `write`."""
    if write:
        documents.write_american()
    yield from documents.troubles()
    for language in COUNTRIES:
        if write:
            write_english(language, work)
        yield from (f"{language}: {trouble}" for trouble in english_troubles(language, work))
    for language in LANGUAGES:
        yield from (f"{language}: {trouble}" for trouble in troubles(language, work))
    yield from (f"en: {trouble}" for trouble in wording.troubles(extracted("es", work).values()))


if __name__ == "__main__":
    sys.exit(main())

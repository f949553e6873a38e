"""The English catalogues, from our British texts: `en_GB` as they are, `en_US` as the United States spell and date.

Both hold every text, also where nothing differs: a text that a catalogue lacks is looked for in each of those
behind it, which took a tenth of the time of a page.
"""

import json
import re
from pathlib import Path

HEAD = 'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
PLURALS = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
SPELLINGS = {
    r"rogramme": "rogram",
    r"rganis(?=ation|e|ing)": "rganiz",
    r"ecognis(?=e|ing)": "ecogniz",
    r"igitis(?=ation|e|ing)": "igitiz",
    r"atalogu(?=ing)": "atalog",
    r"ancell(?=ed|ing)": "ancel",
    r"abell(?=ed|ing)": "abel",
    r"olour": "olor",
    r"avour": "avor",
    r"ehaviour": "ehavior",
    r"(?<=\b[Cc])entre\b": "enter",
    r"(?<=\b[Pp])ractis(?=e|ing)": "ractic",
    r"(?<=\b[Cc])ounsell(?=or|ing)": "ounsel",
    r"(?<=\b[Cc])o-ordinat": "oordinat",
    r"(?<=\b[Aa])dviser": "dvisor",
    r"pologis(?=e|ing)": "pologiz",
    r"eighbour": "eighbor",
    r"(?<=\b[Ll])icence": "icense",
    r"(?<=\b[Pp])er cent\b": "ercent",
    r"\bDr (?=[A-Z])": "Dr. ",
}
DATES = {"j F": "F j", "j F Y": "F j, Y", "l j F": "l, F j", "l j F Y": "l, F j, Y", "D j M": "D, M j"}
# {text of Django or django-allauth: what our pages say instead, with the same placeholders}
OURS = json.loads((Path(__file__).parent / "english_of_others.json").read_text(encoding="utf-8"))
PLACEHOLDER = re.compile(r"(%\(\w+\)[sd])")  # what the program fills in, by the name that it knows
TIME = re.compile(r"H:i")
A_DATE = re.compile(r"(?:[DdjlMFNYHi]|\\[a-z]|[ ,.:])+")


def american(text):
    """A text as it is spelled, or a format of a date as it is written, in the United States."""
    text = british(text)
    if text in DATES or (A_DATE.fullmatch(text) and TIME.search(text)):
        date = max((date for date in DATES if text.startswith(date)), key=len, default="")
        return DATES.get(date, "") + TIME.sub("g:i A", text[len(date) :])
    return "".join(
        part if PLACEHOLDER.fullmatch(part) else _spelled(part) for part in PLACEHOLDER.split(text)
    )


def _spelled(text):
    for british, here in SPELLINGS.items():
        text = re.sub(british, here, text)
    return text


def british(text):
    """A text as it stands in the sources; in our words where it is one of Django's."""
    return OURS.get(text, text)


COUNTRIES = {"en_GB": british, "en_US": american}


def written(language, marked):
    """The whole .po of `en_GB` or `en_US`, from {key: text} of every marked text."""
    messages = {}
    for key, original in marked.items():
        msgid, form = key if isinstance(key, tuple) else (key, None)
        messages.setdefault(msgid, {})[form] = original
    spelled = COUNTRIES[language]
    entries = (_entry(msgid, forms, spelled) for msgid, forms in sorted(messages.items()))
    return HEAD.format(language=language) + PLURALS + "".join(entries)


def _entry(key, forms, spelled):
    """One message; `key` is its msgid, behind its context and an EOT where it has one."""
    context = key.rpartition("\x04")[0]
    head = f"\nmsgctxt {_quoted(context)}\n" if context else "\n"
    if None in forms:
        return f"{head}msgid {_quoted(forms[None])}\nmsgstr {_quoted(spelled(forms[None]))}\n"
    one, many = forms[0], forms[1]
    plural = f"msgstr[0] {_quoted(spelled(one))}\nmsgstr[1] {_quoted(spelled(many))}\n"
    return f"{head}msgid {_quoted(one)}\nmsgid_plural {_quoted(many)}\n{plural}"


def _quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

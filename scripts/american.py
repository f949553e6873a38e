"""What a reader in the United States spells, or dates, in another way: the catalogue `en_US` from our British texts."""

import re

HEAD = 'msgid ""\nmsgstr ""\n"Language: en_US\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
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
    r"\bounsellor": "ounselor",
    r"\bo-ordinator": "oordinator",
    r"\badviser": "advisor",
}
DATES = {"j F": "F j", "j F Y": "F j, Y", "l j F": "l, F j", "l j F Y": "l, F j, Y", "D j M": "D, M j"}
TIME = re.compile(r"H:i")
A_DATE = re.compile(r"(?:[DdjlMFNYHi]|\\[a-z]|[ ,.:])+")


def american(text):
    """A text as it is spelled, or a format of a date as it is written, in the United States."""
    if text in DATES or (A_DATE.fullmatch(text) and TIME.search(text)):
        date = max((date for date in DATES if text.startswith(date)), key=len, default="")
        return DATES.get(date, "") + TIME.sub("g:i A", text[len(date) :])
    for british, here in SPELLINGS.items():
        text = re.sub(british, here, text)
    return text


def written(marked):
    """The whole .po, from {key: text} of every marked text."""
    rows = {}
    for key, original in marked.items():
        msgid, form = key if isinstance(key, tuple) else (key, None)
        rows.setdefault(msgid, {})[form] = original
    return (
        HEAD
        + PLURALS
        + "".join(_row(msgid, forms) for msgid, forms in sorted(rows.items()) if _differs(forms))
    )


def _differs(forms):
    return any(american(text) != text for text in forms.values())


def _row(msgid, forms):
    if None in forms:
        return f"\nmsgid {_quoted(msgid)}\nmsgstr {_quoted(american(forms[None]))}\n"
    one, many = forms[0], forms[1]
    plural = f"msgstr[0] {_quoted(american(one))}\nmsgstr[1] {_quoted(american(many))}\n"
    return f"\nmsgid {_quoted(one)}\nmsgid_plural {_quoted(many)}\n{plural}"


def _quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

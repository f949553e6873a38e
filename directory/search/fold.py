"""Words made alike. What is stored and what is typed pass through the same folding, so they can meet."""

import re
import unicodedata

from directory.search.spelling_variants import PAIRS, respell
from directory.search.unspaced import letters_and_words

MARKS_OF_ELISION = "'’‘ʼʻ`´′ʹˈ＇"
NOT_DECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "ng"}
)

ELISION = re.compile(f"[{MARKS_OF_ELISION}]")
CANNOT = re.compile(r"\bcan't\b")
NOT = re.compile(r"n't\b")
TAIL = re.compile(r"(?<=\w)'(?:ll|re|ve|m|d|t)\b")
DOTTED = re.compile(r"\b[^\W\d_](?:\.[^\W\d_])+\b")
ONE_LETTER = re.compile(r"(?<!\w)([^\W\d_])[-‐‑–](?=\w\w)")
WORD = re.compile(r"[^\W_]+")

KEEP_THEIR_S = ("ss", "us", "is")
IRREGULAR = {
    "theses": "thesis",
    "analyses": "analysis",
    "series": "series",
    "movies": "movie",
    "cookies": "cookie",
}


def fold(text):
    """Lower case words of letters and digits, one space apart; nothing typed can make it fail."""
    text = _plain_letters(text)
    text = ELISION.sub("'", text)
    text = NOT.sub("", CANNOT.sub("can", text))
    # "I'll" must not become "ill": a contraction loses its tail, a possessive or a name only its apostrophe.
    text = TAIL.sub("", text).replace("'", "")
    text = DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text)
    text = ONE_LETTER.sub(r"\1", text)
    return " ".join(WORD.findall(text))


def lemma(word):
    """The one form that stands for a folded word, its plural and its other spelling."""
    return respell(_singular(word))


def tokens(text):
    """The words to store or to look for. The same text, or its own result, always gives the same words."""
    return _joined([lemma(part) for word in fold(text).split() for part in letters_and_words(word)])


def _plain_letters(text):
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text).casefold()
    text = unicodedata.normalize("NFKD", text)
    return "".join(filter(_is_visible, text)).translate(NOT_DECOMPOSED)


def _is_visible(letter):
    """Accents, macrons and marks of direction are left out without leaving a gap."""
    return letter < "\x80" or unicodedata.category(letter) not in ("Mn", "Mc", "Me", "Cf")


def _singular(word):
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(KEEP_THEIR_S):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "ciones", "dades")):
        return word[:-2]
    return word[:-1]


def _joined(words):
    """Story time is storytime, e resources are eresources: pairs written both ways are stored as one."""
    joined = []
    for word in words:
        if joined and (joined[-1], word) in PAIRS:
            joined[-1] += word
        else:
            joined.append(word)
    return joined

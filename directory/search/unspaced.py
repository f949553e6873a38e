"""Scripts that write no spaces between words: each letter is a token, and a word is a phrase of them.

So a word is found inside a text, and a family name inside a full one, without a dictionary. Korean has spaces,
but names and particles are written in one with what they belong to.
"""

import re
import unicodedata

SCRIPTS = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17ff\u19e0-\u19ff"  # Khmer
    "\u1980-\u19df\u1a20-\u1aaf\ua980-\ua9df"  # New Tai Lue, Tai Tham, Javanese
    "\u3005-\u3007\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff"  # kana, bopomofo, marks of repetition
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "\u1100-\u11ff\uac00-\ud7ff"  # Hangul
)
RUN = re.compile(f"[{SCRIPTS}]+")
LETTER_OR_WORD = re.compile(f"[{SCRIPTS}]|[^{SCRIPTS}]+")


def letters_and_words(word):
    """A folded word, taken apart: each letter of these scripts, and what stands between them."""
    return [word] if word.isascii() else LETTER_OR_WORD.findall(unicodedata.normalize("NFC", word))


def split_runs(text):
    """(the text without them, [every run of these scripts])."""
    if text.isascii():
        return text, []
    text = unicodedata.normalize("NFKC", text)
    return RUN.sub(" ", text), RUN.findall(text)


def is_unspaced(token):
    """Whether a token is a letter of these scripts."""
    return bool(RUN.fullmatch(token))

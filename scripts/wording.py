"""What docs/writing.md rules out and a machine can see, in the English texts."""

import re

RULED_OUT = {
    r"\b(?:some|any|every)body\b": "someone, anyone, everyone",
    r"(?<!e)(?<!E)\b[Mm]ail(?:s|ed|ing)?\b(?! server)|\b[Ee]-mail": "email",
    r"\bjust now\b": "right now, at the moment",
    r"\bany more\b|\banew\b|\bas ever\b|\bin vain\b|\bat the most\b": "plain words",
    r"(?<!with )(?<!to )\bwhom\b|\bwhoever\b|\bwhomever\b": "who, anyone who, or another sentence",
    r"\b[Tt]ak(?:e|es|ing|en) (?:\w+ )?along\b": "download",
    r"\b[Tt]ick(?:ed|s)?\b": "select",
    r"\b[Cc]all(?:ed|ing|s)? off\b": "cancel",
    r"\b[Ww]ish(?:es)?\b": "post, or: would like",
    r"\b[Rr]hythms?\b": "regular meetings, how often",
    r"\b[Ss]ealed\b|\bin the clear\b": "encrypted, not encrypted",
    r"\b[Ll]apse[sd]?\b": "expire",
    r"\bneed not\b|\bshall\b": "do not need to, will",
    r"\b[Ff]ortnight": "two weeks, 14 days",
    r"\b[Rr]each(?:ed)? out\b": "ask, write to",
    r"\bin the list\b": "on the list",
    r"\bthe other (?:is|has|was|can|may|will|sees|gets|says|must)\b": "the other person",
    r"\b(?:of|to|by|with|tells?) the other(?=[.,;:)]|$)": "the other person",
    r"(?<=\w)'(?=\w)": "’",
    r'"': "“ ”",
}
MARKUP = re.compile(r"<[^>]*>|%\(\w+\)[sd]")


def troubles(texts):
    """What is wrong, a line each, with the word to use."""
    for text in sorted(set(texts)):
        shown = MARKUP.sub("", text)
        for pattern, better in RULED_OUT.items():
            if found := re.search(pattern, shown):
                yield f"“{found[0]}”: {better} (docs/writing.md): {text}"

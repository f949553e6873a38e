"""What docs/writing.md rules out and a machine can see, in the English texts."""

import re

RULED_OUT = {
    r"\b(?:some|any|every)body\b": "someone, anyone, everyone",
    r"\bmail(?:s|ed|ing)?\b(?! server| list)|\be-mail": "email",
    r"\bjust now\b": "right now, at the moment",
    r"\bany more\b|\banew\b|\bas ever\b|\bin vain\b|\bat the most\b": "plain words",
    r"(?<!with )(?<!to )\bwhom\b|\bwhoever\b|\bwhomever\b": "who, anyone who, or another sentence",
    r"\btak(?:e|es|ing|en) (?:\w+ ){0,3}along\b": "download",
    r"\btick(?:ed|s)?\b": "select",
    r"\bcall(?:ed|ing|s)? off\b": "cancel",
    r"\bwish(?:es)?\b": "post, or: would like",
    r"\brhythms?\b": "regular meetings, how often",
    r"\bsealed\b|\bin the clear\b": "encrypted, not encrypted",
    r"\blapse[sd]?\b": "expire",
    r"\bneed not\b|\bshall\b": "do not need to, will",
    r"\bfortnight": "two weeks, 14 days",
    r"\breach(?:ed)? out\b": "ask, write to",
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
            if found := re.search(pattern, shown, re.IGNORECASE):
                yield f"“{found[0]}”: {better} (docs/writing.md): {text}"

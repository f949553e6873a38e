"""Worksheets for tests: a page that is open in a tab, and sheets as coordinators change them."""

import re
from html import unescape

from configuration.models import TextKey, TextKind
from configuration.services import save_texts
from configuration.services.texts import holding_texts, newest_number
from worksheets.filling import Filling, text_mark
from worksheets.models import Answer
from worksheets.services import filling as services
from worksheets.services import sharing

HIDDEN = re.compile(r'<input type="hidden" name="(page|began-\w+)" value="([^"]*)">')
AREA = re.compile(r'<textarea name="(answer-\w+)"[^>]*>\n?(.*?)</textarea>', re.DOTALL)


class Tab:
    """A sheet that is open in a browser's tab: what is typed stays there until the tab is loaded again."""

    def __init__(self, client, url="/worksheets/goals/"):
        self.client, self.url = client, url
        self.load(client.get(url))

    def load(self, page):
        """Take over the fields of a page."""
        text = page.content.decode()
        self.page = page
        self.fields = dict(HIDDEN.findall(text))
        self.fields |= {name: unescape(value).strip() for name, value in AREA.findall(text)}
        self.names = [name for name in self.fields if name.startswith("answer-")]

    def type(self, *texts):
        """Type into the first prompts; None leaves one as it is."""
        for name, text in zip(self.names, texts, strict=False):
            if text is not None:
                self.fields[name] = text
        return self

    @property
    def texts(self):
        """What stands in the fields, in order."""
        return [self.fields[name] for name in self.names]

    def autosave(self):
        """What the page sends while somebody types; the status."""
        return self.client.post(f"{self.url}draft/", self.fields).status_code

    def save(self):
        """Press the button; the answer of the site."""
        answer = self.client.post(self.url, self.fields)
        if answer.status_code != 302:
            self.load(answer)
        return answer


def write(member, *texts, slug="goals", mentorship=None):
    """Answer the first prompts of a sheet, through the service; the answers in order."""
    filling = Filling(member, slug, mentorship)
    typed = {
        entry.key: services.Typed(entry.prompt, text, text_mark(entry.text))
        for entry, text in zip(filling.entries, texts, strict=False)
    }
    services.save_answers(filling, typed, page=None)
    return list(Answer.objects.filter(member=member, sheet__slug=slug, sheet__mentorship=mentorship))


def share(answer, mentorship):
    """Share it with the other of a pair, as it is."""
    return sharing.share_answer(answer, mentorship, by=answer.member, seen=text_mark(answer.text))


def change(coordinator, text, *, slug="goals", language="en-gb"):
    """Put another text in force, as the staff site does it."""
    key = TextKey(TextKind.WORKSHEET.value, slug, language)
    holding = holding_texts(kind=TextKind.WORKSHEET, name=slug)
    save_texts({key: text}, by=coordinator, seen=newest_number(holding.values()))


def sheet_text(*prompts, title="Goals", intro="Five minutes."):
    """A sheet in Markdown."""
    return "\n\n".join([f"# {title}", intro, *(f"## {prompt}" for prompt in prompts)])

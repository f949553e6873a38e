"""One page in Markdown: `# Title`, a paragraph that sums it up, then whatever is wanted."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from configuration.policies.checks import checked_markdown
from mentoring.lib.text import one_line, tidy

TITLE = "# "
LONGEST_TITLE, LONGEST_SUMMARY = 100, 500


def read_page(text):
    """(title, summary, body) of a text that passed `checked_page`."""
    first, _line, rest = text.strip().partition("\n")
    summary, _gap, body = rest.strip().partition("\n\n")
    return one_line(tidy(first.removeprefix(TITLE))), summary.strip(), body.strip()


def title_of(text):
    """Its title."""
    return read_page(text)[0]


def checked_page(text):
    """The text in one form. ValidationError, with the line, for what is no page."""
    text = checked_markdown(text)
    errors = list(_errors(text))
    if errors:
        raise ValidationError(errors)
    return text


def _errors(text):
    if not text.startswith(TITLE):
        yield _("Begin the first line with “# ”, followed by the title.")
        return
    title, summary, _body = read_page(text)
    if not title:
        yield _("Line %(line)d: write a text after the “#”.") % {"line": 1}
    if len(title) > LONGEST_TITLE:
        yield _("Line %(line)d: use at most %(most)d characters.") % {"line": 1, "most": LONGEST_TITLE}
    if not summary or summary.startswith(("#", ">", "- ")):
        yield _("Below the title, write a sentence or two that say what the page is about.")
    if len(summary) > LONGEST_SUMMARY:
        yield _("Use at most %(most)d characters for the paragraph below the title.") % {
            "most": LONGEST_SUMMARY
        }
    for number, line in enumerate(text.splitlines()[1:], 2):
        if line.startswith(TITLE):
            yield _("Line %(line)d: begin headings with “## ”. There is one title only.") % {"line": number}

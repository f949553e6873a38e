"""One sheet in Markdown: `# Title`, a paragraph, then `## prompt` with a line of help below it or none."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from configuration.policies.checks import checked_markdown
from mentoring.lib.markdown import as_html
from mentoring.lib.text import one_line, tidy

MOST_PROMPTS = 20
LONGEST_TITLE, LONGEST_PROMPT, LONGEST_HELP = 100, 300, 500


@dataclass(frozen=True)
class Prompt:
    """Something to think about, and a line of help ("" for none)."""

    text: str
    help: str = ""

    @property
    def help_html(self):
        """The help as a page shows it."""
        return as_html(self.help) if self.help else ""


@dataclass(frozen=True)
class Sheet:
    """One worksheet in one language."""

    slug: str
    language: str
    title: str
    intro: str
    prompts: tuple[Prompt, ...]

    @property
    def intro_html(self):
        """What it is for and how long it takes, as a page shows it."""
        return as_html(self.intro)


@dataclass
class _Part:
    """A heading, the number of its line, and the lines below it; before the first heading there is none."""

    number: int
    level: int
    heading: str
    below: list

    @property
    def body(self):
        return " ".join(line.strip() for line in self.below if line.strip())


def read_sheet(text, *, slug, language):
    """The Sheet of a text that passed `checked_sheet`."""
    title, *prompts = [part for part in _parts(text) if part.level]
    return Sheet(
        slug,
        language,
        _heading(title),
        "\n".join(title.below).strip(),
        tuple(Prompt(_heading(part), part.body) for part in prompts),
    )


def _heading(part):
    return one_line(tidy(part.heading))


def in_one_form(prompt):
    """A prompt with plain spaces for all: by it an answer finds its prompt again, also by one that it got before."""
    return " ".join(prompt.split())


def checked_sheet(text):
    """The text in one form. ValidationError, with the lines, for what is no worksheet."""
    text = checked_markdown(text)
    if errors := list(_errors(_parts(text))):
        raise ValidationError(errors)
    return text


def _parts(text):
    parts = [_Part(0, 0, "", [])]
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        marks, _space, heading = line.partition(" ")
        if marks in ("#", "##"):
            parts.append(_Part(number, len(marks), heading.strip(), []))
        else:
            parts[-1].below.append(line)
    return parts


def _errors(parts):
    before, *rest = parts
    if before.body or not rest or rest[0].level != 1:
        yield _("Begin the first line with “# ”, followed by the title.")
        return
    title, *prompts = rest
    if not title.body:
        yield _("Below the title, write what the worksheet is for and how long it takes.")
    yield from _of_line(title, longest=LONGEST_TITLE)
    yield from _of_prompts(prompts)


def _of_prompts(prompts):
    if not prompts:
        yield _("Add at least one prompt: a line that begins with “## ”.")
    if len(prompts) > MOST_PROMPTS:
        yield _("Use at most %(most)d prompts. There are %(count)d.") % {
            "most": MOST_PROMPTS,
            "count": len(prompts),
        }
    seen = set()
    for part in prompts:
        if part.level == 1:
            yield _("Line %(line)d: begin prompts with “## ”. There is one title only.") % {
                "line": part.number
            }
        if (form := in_one_form(_heading(part))) in seen:
            yield _("Line %(line)d: this prompt is on the worksheet already.") % {"line": part.number}
        seen.add(form)
        yield from _of_line(part, longest=LONGEST_PROMPT)
        if len(part.body) > LONGEST_HELP:
            yield _too_long(part, LONGEST_HELP)


def _of_line(part, *, longest):
    """What can be wrong with a heading, and with a line below it that was meant as one."""
    if not _heading(part):
        yield _("Line %(line)d: write a text after the “#”.") % {"line": part.number}
    if len(_heading(part)) > longest:
        yield _too_long(part, longest)
    for number, line in enumerate(part.below, part.number + 1):
        if line.lstrip().startswith("#"):
            yield _("Line %(line)d: begin a prompt with “## ”, and a space after it.") % {"line": number}


def _too_long(part, longest):
    return _("Line %(line)d: use at most %(most)d characters.") % {"line": part.number, "most": longest}

"""Texts with headings, lists and links: Markdown as coordinators write it, made into HTML that can do no harm.

HTML in the text is shown as it was typed, images are not loaded, and a link leads to an https address, a mailbox or
a page of this site; any other stays text.
"""

from django.conf import settings
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

LINKS = ("https://", "mailto:", settings.SITE_URL)


def as_html(text):
    """The HTML of a Markdown text. Its headings begin at the second level: the page has the first."""
    tokens = _parser.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(max(int(token.tag[1]), 2), 4)}"
    return mark_safe(_parser.renderer.render(tokens, _parser.options, {}))  # noqa: S308 HTML in it is escaped


def _may_be_linked(address):
    on_this_site = address.startswith(("/", "#")) and not address.startswith(("//", "/\\"))
    return on_this_site or address.lower().startswith(LINKS)


_parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])
_parser.validateLink = _may_be_linked

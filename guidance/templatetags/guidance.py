"""`{% guide_link "feedback" %}`: the way to a chapter of the handbook, from the page where it helps."""

from django import template
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from guidance.handbook.chapters import chapter

register = template.Library()


@register.simple_tag
def chapter_offered(slug):
    """Whether there is such a page: coordinators may have withdrawn it."""
    return chapter(slug, get_language()) is not None


@register.inclusion_tag("guidance/_guide_link.html", takes_context=True)
def guide_link(context, slug):
    """A line with the title of the chapter; nothing where coordinators have taken it out."""
    shown = chapter(slug, get_language())
    if shown is None:
        return {}
    back = urlencode({"back": context["request"].path})
    url = f"{reverse('guide_chapter', args=[slug])}?{back}"
    return {"title": shown.title, "language": shown.language, "url": url}

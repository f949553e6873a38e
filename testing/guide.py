"""Pages of the handbook as tests write them."""

from configuration.models import TextChange
from configuration.services import forget


def page_text(title, body, *, summary="What it is about."):
    """A page in Markdown."""
    return f"# {title}\n\n{summary}\n\n{body}"


def change_page(coordinator, text, *, name, language="en-gb"):
    """Another text of a page holds in a language; "" takes it out."""
    last = TextChange.objects.holding().filter(kind="guide", name=name, language=language).first()
    change = TextChange.objects.create(
        kind="guide",
        name=name,
        language=language,
        text=text,
        before=last.text if last else None,
        previous=last.pk if last else 0,
        made_by=coordinator,
    )
    forget()
    return change

"""What the pagination part of a plain list wants."""

from django.core.paginator import Paginator


def pages_of(page):
    """The numbers around a Django page, None where there is none. The part makes the addresses."""
    return {
        "number": page.number,
        "count_pages": page.paginator.num_pages,
        "previous": page.number - 1 if page.has_previous() else None,
        "next": page.number + 1 if page.has_next() else None,
    }


def page_of(rows, number, size=20):
    """The page nearest to what was asked for."""
    return Paginator(rows, size).get_page(number)

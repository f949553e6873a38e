"""What the pagination part of a plain list wants."""

from django.core.paginator import Paginator


def pages_of(page):
    """Addresses of the pages around a Django page, None where there is none."""

    def at(number):
        return f"?page={number}"

    before, after = page.has_previous(), page.has_next()
    return {
        "number": page.number,
        "count_pages": page.paginator.num_pages,
        "first": at(1) if before else None,
        "previous": at(page.number - 1) if before else None,
        "next": at(page.number + 1) if after else None,
        "last": at(page.paginator.num_pages) if after else None,
    }


def page_of(rows, number, size=20):
    """The page nearest to what was asked for."""
    return Paginator(rows, size).get_page(number)

"""Whole addresses of member pages, from any process (the worker and the staff site included)."""

from django.conf import settings
from django.urls import reverse


def member_link(name, *args):
    """`https://…` of a page of the member site."""
    return settings.SITE_URL + reverse(name, urlconf=settings.MEMBER_URLCONF, args=args)

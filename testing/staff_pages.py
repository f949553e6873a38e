"""Every page of the staff site."""

import re

from django.contrib import admin
from django.urls import reverse

SITE = "mentoring.urls_staff"
TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]+')
PLAIN = ("index", "jsi18n")
OF_MODEL = ("changelist", "add")
OF_ROW = ("change", "history", "delete")
ROWS = 5


def name_of(model, page):
    """The name of an admin page of a model."""
    return f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"


def changelists():
    """(model, address) of every list."""
    for model in admin.site._registry:
        yield model, reverse(name_of(model, "changelist"), urlconf=SITE)


def addresses():
    """Every address with up to ROWS rows of each model."""
    for name in PLAIN:
        yield reverse(f"admin:{name}", urlconf=SITE)
    for model in admin.site._registry:
        yield reverse("admin:app_list", urlconf=SITE, args=[model._meta.app_label])
        for page in OF_MODEL:
            yield reverse(name_of(model, page), urlconf=SITE)
        for pk in model.objects.order_by("-pk").values_list("pk", flat=True)[:ROWS]:
            for page in OF_ROW:
                yield reverse(name_of(model, page), urlconf=SITE, args=[pk])


def bare(answer):
    """The page without the token that is new each time."""
    return TOKEN.sub(r"\1", answer.content.decode())


def shown(client, *, beneath="/"):
    """{address: (status, page without its token)} of everything, or of what has this in its address."""
    found = {}
    for url in filter(lambda url: beneath in url, addresses()):
        answer = client.get(url)
        found[url] = (answer.status_code, bare(answer))
    return found

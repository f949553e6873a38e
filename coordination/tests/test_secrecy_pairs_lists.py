"""No filter, switch or completion of the staff site's lists tells who has whom (P13, ways 8-11)."""

from itertools import product

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages.storage.session import SessionStorage
from django.core.exceptions import SuspiciousOperation
from django.test import RequestFactory
from django.urls import reverse

from conduct.models import Case
from feedback.models import Feedback
from figures.models import Publication
from joining.models import RosterEntry, RosterImport
from mail.models import OutgoingMail
from matching.models import MentorRequest, Wish
from mentorships.models import Mentorship
from profiles.models import Member, MentorProfile, Term
from programmes.models import Programme
from testing.lookups import lookups
from testing.staff_pages import SITE, bare, changelists, name_of

pytestmark = pytest.mark.django_db
MAY = {
    Case: (),
    Wish: (),
    OutgoingMail: (),
    Member: (),
    MentorProfile: (),
    Term: ("kind__exact", "retired__exact"),
    RosterEntry: ("state__exact",),
    RosterImport: (),
    Programme: (),
}
REFUSED = "refused"
ODD_WAYS = ("o", "p", "all", "e", "_to_field", "_popup", "_facets", "_changelist_filters")


def rows_shown(model, user, query):
    """How many rows the list has with a query in its address, or REFUSED. Nothing but the list itself is asked."""
    request = RequestFactory().get("/", query)
    request.user, request.session = user, {}
    request._messages = SessionStorage(request)
    try:
        answer = admin.site._registry[model].changelist_view(request)
    except SuspiciousOperation:  # answered with 400
        return REFUSED
    assert answer.status_code in (200, 302)
    return answer.context_data["cl"].result_count if answer.status_code == 200 else REFUSED


@pytest.mark.any_database
def test_no_filter_in_the_address_bar_tells_who_has_whom(staff, people):
    """Way 10: all relations x 6 operators on every list give the same rows or are refused."""
    tried = 0
    for model, url in changelists():
        if model is Publication:
            continue  # its list is the page of the figures, which takes no filter
        page = staff.get(url)
        all_rows = page.context["cl"].result_count
        for query in lookups(model):
            rows = rows_shown(model, page.wsgi_request.user, {query: people.people["mentor"].pk})
            tried += 1
            assert rows in (all_rows, REFUSED) or query in MAY[model], (url, query)
    assert tried > 600


def test_no_switch_of_a_list_widens_it(staff):
    """Way 10: order, page, popup and the like give the same rows or are refused."""
    for model in (Case, OutgoingMail, Member, MentorProfile):
        url = reverse(name_of(model, "changelist"), urlconf=SITE)
        rows = staff.get(url).context["cl"].result_count
        for way, value in product(ODD_WAYS, ("1", "-1", "to__password")):
            answer = staff.get(url, {way: value})
            same = answer.status_code == 200 and answer.context["cl"].result_count == rows
            assert same or answer.status_code in (302, 400), (model, way, value)


def test_nothing_completes_a_name(staff):
    """Way 11: the stock autocomplete answers for fields of models never registered."""
    models = (("mentorships", "mentorship"), ("matching", "mentorrequest"), ("mail", "outgoingmail"))
    for (app, name), field in product(models, ("mentor", "mentee", "to")):
        query = {"app_label": app, "model_name": name, "field_name": field, "term": "a"}
        assert staff.get("/admin/autocomplete/", query).status_code == 404, query


def test_no_number_can_be_tried_for_a_row(staff):
    """Way 2: "view on site" would tell whether row 7 of any model is there."""
    for model in (Mentorship, MentorRequest, Feedback, Member):
        kind = ContentType.objects.get_for_model(model).pk
        there = staff.get(f"/admin/r/{kind}/{model.objects.first().pk}/")
        nothing = staff.get(f"/admin/r/{kind}/999999/")

        assert there.status_code == nothing.status_code == 404, model
        assert bare(there) == bare(nothing), model

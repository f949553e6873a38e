"""Product 54: the wishes that wait are named to whoever may read them: how long, never whose."""

from datetime import timedelta

import pytest
from django.utils import timezone

from factories import member
from matching import hooks, offers
from matching.models import Wish
from matching.tests.assignment_cast import fitting, waits

pytestmark = pytest.mark.django_db


def tasks(who):
    return list(hooks.wishes_handed_over(who))


def test_one_line_each_the_oldest_first(coordinator):
    new, old = waits(), waits(member(name="Amina Otieno", library_type="public"))
    since = timezone.now() - timedelta(days=8)
    Wish.objects.filter(pk=old.pk).update(asked_at=since)
    first, second = tasks(coordinator)

    assert (first.since, first.url) == (since, f"/admin/matching/wish/{old.pk}/change/")
    assert second.url == f"/admin/matching/wish/{new.pk}/change/"
    assert first.late_days == 7
    assert "Amina" not in first.label


def test_all_but_the_first_two_are_one_line(coordinator):
    for _one in range(7):
        waits()
    _first, _second, last = tasks(coordinator)

    assert "5 more members are waiting" in last.label
    assert last.url == "/admin/matching/wish/proposal/"


def test_who_got_names_lately_needs_nobody(coordinator):
    offers.suggest(waits(), fitting().member)

    assert tasks(coordinator) == []


def test_nothing_for_whoever_may_not_read_it():
    waits()

    assert tasks(member(is_staff=True)) == []

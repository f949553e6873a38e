"""Product 73: programmes move to another association as drafts; who takes part never does."""

import pytest

from programmes import exchange
from programmes.models import Programme
from testing.programmes import enrol, for_qualification, make, milestone

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_what_is_exported_comes_in_elsewhere_as_a_draft(mentee):
    programme = for_qualification(places=3)
    milestone(programme)
    programme.pages.create(title="Read", text="me")
    enrol(programme, mentee)
    data = exchange.export_programmes()
    assert mentee.name not in str(data)
    assert exchange.read_programmes(data).changes == []
    Programme.objects.all().delete()

    plan = exchange.read_programmes(data)
    assert not plan.problems and len(plan.changes) == 1
    plan.apply(None)

    kept = Programme.objects.get()
    assert kept.published_at is None and kept.last_day == programme.last_day
    assert kept.pages.get().text == "me" and not kept.enrolments.exists()
    assert exchange.export_programmes()[0]["milestones"] == data[0]["milestones"]


@pytest.mark.parametrize(
    "odd",
    [
        {"sees": 9},
        {"kind": "else"},
        {"name": ""},
        {"name": "x" * 201},
        {"ends_on": "1999-01-01"},
        {"ends_on": None},
        {"starts_on": "tomorrow"},
        {"code": "1"},
        {"people": []},
        {"places": "many"},
        {"milestones": [{"title": ""}]},
        {"milestones": [{"title": "x", "kind": "activity", "days": 10**9}]},
        {"milestones": "x"},
        {"pages": [{}]},
        {"paired_by": "proposals", "sees": 0},
    ],
)
def test_what_is_odd_is_refused_with_its_place(odd):
    make()
    data = exchange.export_programmes()
    Programme.objects.all().delete()

    plan = exchange.read_programmes([data[0] | odd])

    assert len(plan.problems) == 1 and "number 1" in plan.problems[0]


@pytest.mark.parametrize("data", [{}, "x", None, [None], [1], [[]], [{}] * 51])
def test_another_shape_is_refused(data):
    assert exchange.read_programmes(data).problems

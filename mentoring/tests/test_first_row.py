"""A row read by a statement of one's own is the row that Django reads."""

import pytest

import factories
from mentoring.lib.first_row import first_row
from profiles.models import Member, MentorProfile

pytestmark = pytest.mark.django_db
WHOLE = "SELECT * FROM profiles_member WHERE id = %s"


def values_of(instance):
    """Each column's value and its type: 1 is not True."""
    read = {field.attname: getattr(instance, field.attname) for field in instance._meta.concrete_fields}
    return {name: (type(value), value) for name, value in read.items()}


def test_every_column_is_as_django_reads_it():
    """UUIDs, lists, moments, yes and no among them."""
    member = factories.member(languages=["en", "fr"], windows=["weekends"])
    read = first_row(Member, WHOLE, [member.pk])
    assert values_of(read) == values_of(Member.objects.get(pk=member.pk))
    assert (read == member, read._state.adding, read._state.db) == (True, False, "default")


def test_a_change_of_it_is_saved():
    """It is a whole instance, no copy of one."""
    member = factories.member()
    read = first_row(Member, WHOLE, [member.pk])
    read.city = "Nairobi"
    read.save(update_fields=["city"])
    assert Member.objects.get(pk=member.pk).city == "Nairobi"


def test_what_is_no_field_becomes_an_attribute():
    """In any order of the columns."""
    profile = factories.mentor()
    statement = "SELECT 'more' AS besides, p.* FROM profiles_mentorprofile p WHERE member_id = %s"
    read = first_row(MentorProfile, statement, [profile.member_id])
    assert read.besides == "more"
    assert values_of(read) == values_of(MentorProfile.objects.get(pk=profile.pk))


def test_no_row_is_none_and_a_part_of_the_columns_is_refused():
    """Half an instance would fetch the rest behind one's back."""
    member = factories.member()
    assert first_row(Member, WHOLE, [0]) is None
    with pytest.raises(KeyError):
        first_row(Member, "SELECT id, email FROM profiles_member WHERE id = %s", [member.pk])

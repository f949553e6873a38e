"""What rooms hold about people is declared: every model once, so that nothing is forgotten (products 60, 62)."""

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

import factories
from feedback.models import FeedbackRequest
from mentoring.lib.registry.base import DeclaredTwice
from mentoring.lib.registry.personal_data import DELETED, EXPORT_PARTS, MODELS, declare
from mentoring.lib.vault.rows import WrappedKey
from privacy import erasure, grants
from privacy.export.parts import parts
from profiles.models import Member

WITHOUT_MODEL = {"directory_searchtext"}


def undeclared(found):
    """Labels of models that no room declares. `found`: model classes."""
    return {model._meta.label_lower for model in found if not model._meta.proxy} - set(MODELS.names())


def test_every_model_is_declared():
    """Django's and allauth's too: whoever adds one says what becomes of it."""
    assert undeclared(apps.get_models(include_auto_created=True)) == set()


def test_nothing_is_declared_that_is_not_there():
    known = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}

    assert set(MODELS.names()) - known == WITHOUT_MODEL


def test_a_model_that_was_forgotten_is_seen():
    class Forgotten(models.Model):
        class Meta:
            app_label = "feedback"

    try:
        assert undeclared([Forgotten]) == {"feedback.forgotten"}
    finally:
        del apps.all_models["feedback"]["forgotten"]


def test_a_second_declaration_is_refused():
    MODELS.names()

    with pytest.raises(DeclaredTwice, match="feedback.feedbackrequest"):
        declare(FeedbackRequest, export="mentorship", leaving=DELETED)


def test_every_owner_leads_to_a_member():
    """A path that leads elsewhere would delete nothing, or somebody else's."""
    for declaration in MODELS:
        if declaration.label not in WITHOUT_MODEL:
            model = apps.get_model(declaration.label)
            for owner in declaration.owners:
                assert owner == "pk" or _end_of(model, owner) is Member, (declaration.label, owner)


def _end_of(model, path):
    for step in path.split("__"):
        model = model._meta.get_field(step).related_model
    return model


def test_a_path_that_leads_nowhere_is_seen():
    with pytest.raises(FieldDoesNotExist):
        _end_of(FeedbackRequest, "nobody")


def test_every_relation_to_a_member_is_an_owner_or_who_did_it():
    """A new column with somebody in it is not overlooked."""
    who_did_it = {"author", "by", "about", "held_by", "rest_proposed_by"}
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label_lower
        members = {f.name for f in model._meta.concrete_fields if f.related_model is Member}
        owners = {owner.split("__")[0] for owner in MODELS.get(label).owners}
        if not label.startswith("profiles.member_"):  # what staff may do
            assert members - owners <= who_did_it, (label, members - owners)


def test_what_is_exported_names_a_part_that_is_there(mentor, mentee, pair):
    names = {part.name for part in EXPORT_PARTS} | {"mentorship"}

    for declaration in MODELS:
        assert declaration.export in names or declaration.export.startswith("none: "), declaration


def test_only_rows_with_an_owner_are_deleted_with_their_member():
    assert all(d.owners for d in MODELS if d.leaving == DELETED)


def test_every_kind_of_key_goes_when_a_place_is_shredded():
    keys = {model for model in apps.get_models() if issubclass(model, WrappedKey)}

    assert keys == set(erasure.key_models())
    assert len(keys) == 2


def test_asking_for_feedback_is_exported_and_forgotten(mentor, mentee, pair):
    """House rule: what central lists overlooked once."""
    from feedback import services

    services.request_feedback(pair, asker=mentee)
    rows = [row for part in parts(mentee) if part.name == "mentorship-1" for row in part.rows()]
    assert [row["feedback_asked_for_by"] for row in rows if "feedback_asked_for_by" in row] == [mentee.name]

    erasure.erase_member(mentee, leave_words=False)

    assert not FeedbackRequest.objects.exists()


def test_what_others_keep_of_a_leaver_stays(mentor, mentee, pair):
    from feedback import services

    services.request_feedback(pair, asker=mentor)
    erasure.erase_member(factories.member(), leave_words=False)

    assert FeedbackRequest.objects.count() == 1


def test_no_login_but_the_members_reaches_a_text_or_a_key():
    """P8, in the declarations themselves."""
    for process in ("staff", "worker"):
        for label, given in grants.rights(process).items():
            texts = set(MODELS.get(label).texts)
            if texts and not (process == "staff" and label.startswith("conduct.")):
                assert "S" not in given.verbs, (process, label)
                assert not texts & set(given.read), (process, label)

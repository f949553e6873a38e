"""Every private text of a pair that one of the two may read: for reports, exports and disclosure."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, Q
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from matching.models import MentorRequest
from mentoring.lib.plain import CHUNK
from mentoring.lib.registry.personal_data import MODELS
from mentoring.lib.vault import opened
from mentoring.lib.vault.rows import Confidential, read_keys
from mentorships import agreement
from mentorships.models import Agreement, Alone, Mentorship


@dataclass(frozen=True)
class Text:
    """One text. Its words are opened when asked for, and only then."""

    row: Model
    column: str
    date: datetime | None  # none: a draft

    @property
    def kind(self):
        """`feedback.feedbackanswer.text`."""
        return f"{self.row._meta.label_lower}.{self.column}"

    @property
    def key(self):
        """Names this text for good: for a checkbox, or to tell apart what came twice."""
        return f"{self.kind}/{self.row.code}"

    @property
    def label(self):
        """`Letter by Rosalind, 3 May 2026`, in the reader's language and zone."""
        facts = {
            "what": name_of_text(type(self.row), self.column),
            "name": self.row.author.first_name,
            "day": date_format(localtime(self.date)) if self.date else _("not sent"),
        }
        return _("%(what)s by %(name)s, %(day)s") % facts

    @property
    def words(self):
        """The text, or None where it cannot be opened."""
        return opened(self.row, self.column)

    @property
    def prose(self):
        """The same as people read it: an agreement part by part. None where it cannot be opened."""
        words = self.words
        if words is None or not isinstance(self.row, Agreement):
            return words
        parts = agreement.readable_parts(agreement.parts_of(self.row))
        return "\n\n".join(f"{label}\n{said}" for label, said in parts)


def name_of_text(model, column):
    """What members call the text in a column: as its room declares it, or the name of its model."""
    declaration = MODELS.get(model._meta.label_lower)
    named = declaration and declaration.texts.get(column)
    return named or capfirst(model._meta.verbose_name)


def texts_of(pair, reader):
    """Yield every private `Text` of a mentorship that `reader`, one of its two, may read; oldest first.

    Covers all models that are `Confidential` and lead to a mentorship or to a request between its two,
    also of rooms that do not exist yet: a new model needs nothing here. Drafts and
    notes for oneself are their author's alone (`readable_by`). Left out: what belongs to one member and
    no pair (marks on mentors), and cases. To have what either of the two may read, ask for both, and
    tell what came twice by `key`. The number of statements depends on the models, not on the rows;
    `pair.mentor` and `pair.mentee` should be there. Somebody who is neither of the two gets nothing.
    """
    yield from sorted(
        texts_by_kind(pair, reader), key=lambda text: (text.date is None, text.date or text.row.pk, text.key)
    )


def texts_by_kind(pair, reader):
    """The same texts, kind after kind: one row at a time is in memory, however many there are."""
    if reader.pk not in (pair.mentor_id, pair.mentee_id):
        return
    requests = _requests(pair)
    for model in models_of_pairs():
        for row in _rows(model, pair, requests, reader):
            yield from _texts(row)


def models_of_pairs():
    """The confidential models whose rows lead to a mentorship or a request."""
    private = (model for model in apps.get_models() if issubclass(model, Confidential))
    return [model for model in private if place_model(model) in (Mentorship, MentorRequest)]


def place_model(model):
    """Where the `pair_path` of a confidential model leads; None if it leads nowhere."""
    for step in _path(model):
        try:
            model = model._meta.get_field(step).related_model
        except FieldDoesNotExist:
            return None
    return model


def _path(model):
    return [step for step in model.pair_path.split("__") if step]


def _requests(pair):
    """{pk: request} between the two, either way round, with their keys."""
    two = {"mentor": pair.mentor_id, "mentee": pair.mentee_id}
    other = {"mentor": pair.mentee_id, "mentee": pair.mentor_id}
    rows = {row.pk: row for row in MentorRequest.objects.filter(Q(**two) | Q(**other))}
    read_keys(list(rows.values()))
    for request in rows.values():
        request.mentor, request.mentee = (pair.people[request.mentor_id], pair.people[request.mentee_id])
        request.author = request.mentee
    return rows


def _rows(model, pair, requests, reader):
    """The rows of one model that the reader may read, each knowing its pair and its author."""
    if model is MentorRequest:
        rows = requests.values()
    else:
        rows = _placed(model, pair, requests)
    alone = Alone(reader)
    for row in rows:
        if row.readable_by(reader):
            if isinstance(row.pair, Alone):
                row.pair = alone  # one for all rows: its keys are read once
            yield row


def _placed(model, pair, requests):
    path = _path(model)
    inside = requests if place_model(model) is MentorRequest else {pair.pk: pair}
    rows = model._default_manager.filter(**{f"{'__'.join(path)}__in": list(inside)})
    rows = rows.select_related(*filter(None, ["__".join(path[:-1])])).order_by("pk")
    place_of = attrgetter(".".join(path) + "_id")
    for row in rows.iterator(CHUNK):
        yield from inside[place_of(row)].adopt([row])


def _texts(row):
    for column in row.private_columns():
        if row.__dict__.get(column):
            yield Text(row, column, getattr(row, row.dated))

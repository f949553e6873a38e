"""Root keys come and go while the site runs: data keys are wrapped anew, texts stay as they are.

Each key is changed by an update that names its old bytes, so rotation can be stopped at any moment,
started again, and run beside a site that writes; nothing is unreadable in between.
"""

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import BinaryField, Exists, OuterRef
from django.db.models.functions import Substr

from mentoring.lib.vault import CannotOpen, cipher, envelope, keyring, load_ring
from mentoring.lib.vault.rows import Confidential
from second_factor import rotation as second_factor
from second_factor.seeds import RING

BATCH = 500
NUMBER = Substr("wrapped", 2, 2, output_field=BinaryField())  # of the root key, in the header


class StillNeeded(Exception):
    """A root key cannot go: the message says how many keys and texts need it."""


def wrapped_by(kind, number):
    """The data keys of a kind that root key `number` wraps."""
    rows = kind.objects.annotate(header=NUMBER)
    return rows.filter(header=number.to_bytes(2, "big"))


def keys_to_rewrap(kind):
    """The data keys that an older root key wraps."""
    current = load_ring(kind.by.ring).current.to_bytes(2, "big")
    return kind.objects.annotate(header=NUMBER).exclude(header=current)


def prepare_root_key(kind):
    """Add one to the ring that opens and does not wrap yet, so that other machines get it first. Its number."""
    return keyring.prepare_root_key(getattr(settings, kind.by.ring))


def new_root_key(kind):
    """The prepared one, or one that is added, wraps from now on; the older ones still open. Its number."""
    return keyring.add_root_key(getattr(settings, kind.by.ring))


def rewrap(kind):
    """Wrap everything that waits. Yields (done, failed) after each batch; a failed key stays as it is."""
    done = failed = last = 0
    while rows := list(keys_to_rewrap(kind).filter(pk__gt=last).order_by("pk")[:BATCH]):
        for row in rows:
            try:
                done += _rewrap(kind, row)
            except CannotOpen:
                failed += 1
        last = rows[-1].pk
        yield done, failed


def _rewrap(kind, row):
    old = cipher.as_blob(row.wrapped)
    place = {"scope": row.scope, "author": row.author_id, "by": kind.by}
    new = envelope.wrap(envelope.unwrap(old, **place), **place)
    return kind.objects.filter(pk=row.pk, wrapped=old).update(wrapped=new)


def texts_under(kind, number):
    """How many texts would be lost with root key `number`."""
    keys = wrapped_by(kind, number)
    count = 0
    for model in models_of(kind):
        mine = keys.filter(scope=OuterRef(model.path_to_scope()), author=OuterRef(model.written_by))
        for column in model.private_columns():
            count += model.objects.filter(Exists(mine)).exclude(**{column: None}).count()
    return count


def models_of(kind):
    """The models whose texts keys of this kind seal."""
    cases = kind.by == envelope.CASES
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Confidential) and (model._meta.app_label == "conduct") == cases
    ]


def remove_root_key(kind, number):
    """Take an old root key out of the ring, or StillNeeded. Waits for whoever is writing just now."""
    path = getattr(settings, kind.by.ring)
    found = load_ring(kind.by.ring)
    if number not in found:
        raise StillNeeded(f"There is no key {number} in {path}.")
    if number == found.current:
        raise StillNeeded(f"Key {number} is the one in use. Rotate first.")
    with transaction.atomic():
        _hold_writers(kind)
        keyring.remove_root_key_from_file(path, number, lambda: _check_unneeded(kind, number))


def _hold_writers(kind):
    """Until the end of the transaction nobody adds a key; whoever adds one later reads the new ring."""
    if connection.vendor == "postgresql":  # SQLite: a transaction here is alone from its beginning
        with connection.cursor() as cursor:
            for model in (kind, *([Authenticator] if seals_seeds(kind) else [])):
                cursor.execute(f"LOCK TABLE {model._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _check_unneeded(kind, number):
    keys = wrapped_by(kind, number).count()
    if keys:
        texts = texts_under(kind, number)
        raise StillNeeded(
            f"Key {number} is still needed by {keys} data keys, which open {texts} texts. "
            "Run rotate_confidential_keys until none waits."
        )
    if seals_seeds(kind) and (seeds := second_factor.seeds_under(number)):
        raise StillNeeded(
            f"Key {number} is still needed by {seeds} second factors. Run rotate_confidential_keys."
        )


def seals_seeds(kind):
    """Whether the ring of these keys seals the seeds of second factors, too."""
    return kind.by.ring == RING

"""Whether the rings that are here open the keys of private texts: after a restore, and on any day."""

from django.apps import apps
from django.conf import settings

from mentoring.lib.vault import CannotOpen, KeyRingError, cipher, envelope, load_ring
from mentoring.lib.vault.keyring import RINGS_OF_PROCESS
from mentoring.lib.vault.rows import WrappedKey


def has_rings():
    """Whether this process has all its rings: the owner's commands have none."""
    try:
        return all(map(load_ring, RINGS_OF_PROCESS.get(settings.PROCESS, ())))
    except KeyRingError:
        return False


def count_opening(newest=None):
    """{setting that names a ring of this process: (keys it opens, keys looked at)}; of all keys, or the newest."""
    found = {}
    for model in apps.get_models():
        if issubclass(model, WrappedKey) and model.by.ring in RINGS_OF_PROCESS.get(settings.PROCESS, ()):
            keys = model.objects.order_by("-pk").values_list("scope", "author_id", "wrapped")[:newest]
            opening, looked_at = found.get(model.by.ring, (0, 0))
            opens = [_opens(model.by, *key) for key in keys.iterator()]
            found[model.by.ring] = opening + sum(opens), looked_at + len(opens)
    return found


def _opens(by, scope, author, wrapped):
    try:
        return bool(envelope.unwrap(cipher.as_blob(wrapped), scope=scope, author=author, by=by))
    except (CannotOpen, KeyRingError):
        return False

"""Seeds under the root keys of their ring: how many a key is needed for, and sealing them anew."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from mentoring.lib.vault import load_ring
from second_factor import seeds

SEEDS = ("secret", "seed")  # of an authenticator app, of a set of recovery codes


def seeds_under(number):
    """How many seeds would be lost with this root key."""
    return sum(seeds.key_number(sealed) == number for _pk, _name, sealed in _sealed())


def seal_anew():
    """Seal every seed with the current root key. How many were sealed with an older one."""
    current, done = load_ring(seeds.RING).current, 0
    for pk, name, sealed in _sealed():
        if seeds.key_number(sealed) != current:
            done += _seal_one_anew(pk, name)
    return done


@transaction.atomic
def _seal_one_anew(pk, name):
    row = Authenticator.objects.select_for_update().filter(pk=pk).first()
    if row is None:
        return False
    row.data[name] = seeds.seal_seed(seeds.open_seed(row.data[name]))
    row.save(update_fields=["data"])
    return True


def _sealed():
    rows = Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN)
    for pk, data in rows.values_list("pk", "data"):
        for name in SEEDS:
            if name in data:
                yield pk, name, data[name]

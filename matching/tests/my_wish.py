"""The page of my wish."""

from matching.models import Wish

MINE = "/wishes/mine/"


def unheard(wish):
    Wish.objects.filter(pk=wish.pk).update(unheard_at=wish.made_at)

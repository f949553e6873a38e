"""A planted fault is in what the product has today: after a rename it would be planted in nothing."""

import pytest

from trials.chaos import planted
from trials.harness.plants import plant


@pytest.mark.parametrize("fault", planted.FAULTS)
def test_every_fault_finds_what_it_breaks(fault, monkeypatch):
    """Put in and taken out again."""
    monkeypatch.setattr(
        planted, "plant", lambda holder, name, value: monkeypatch.setattr(holder, name, value)
    )

    planted.FAULTS[fault]()


def test_what_is_not_there_cannot_be_broken():
    class Product:
        pass

    with pytest.raises(AttributeError, match="has no gone: nothing would be planted"):
        plant(Product, "gone", None)

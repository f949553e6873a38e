"""The bench starts, and every page it times answers: the product's and the floor's."""

import json
import socket

import pytest

from trials.bench import run

SIZE = 30


@pytest.fixture
def small(monkeypatch):
    """Once each, on two ports that nobody uses."""
    monkeypatch.setattr(run, "ROUNDS", 1)
    monkeypatch.setattr(run, "REQUESTS", 1)
    with socket.socket() as one, socket.socket() as two:
        for name, free in (("PORT", one), ("FLOOR_PORT", two)):
            free.bind(("127.0.0.1", 0))
            monkeypatch.setattr(run, name, free.getsockname()[1])


def test_every_page_is_timed_against_the_floor(small, capsys):
    """That the bench no longer starts is seen by the tests."""
    found, raw = run.measure("sqlite:///{var}/bench.sqlite3", SIZE)
    assert {"floor bare", "floor browse", "floor profile", "browse", "pair", "feed"} <= set(found)
    assert all(row["ms"] > 0 and row["bytes"] > 50 for row in found.values()), json.dumps(found)
    run.show("SQLite", found, raw)
    assert "x floor profile" in capsys.readouterr().out

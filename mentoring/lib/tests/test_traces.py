"""What SQLite keeps of deleted rows is wiped, and nobody who reads or writes is harmed by it (P5)."""

import random
import sqlite3
import string
from contextlib import closing, contextmanager
from pathlib import Path
from time import perf_counter

import pytest
from django.db import connection, transaction

from mentoring.lib import sqlite_cleanup

sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="the files of SQLite")


def files():
    """The bytes of the database and its log."""
    name = str(connection.settings_dict["NAME"])
    return [Path(name + end).read_bytes() for end in ("", "-wal")]


def run(statement, *params):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def table(transactional_db):
    run("CREATE TABLE scrap (id integer PRIMARY KEY, word text UNIQUE, more text)")
    yield
    run("DROP TABLE scrap")


@contextmanager
def reader():
    """Somebody who is in the middle of reading."""
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM scrap").fetchall()
        yield


def fill(dice):
    """Words in an order that splits pages, and changes that move them about. Returns them by number."""
    words = {n: "".join(dice.choices(string.ascii_lowercase, k=14)) for n in range(1, 4001)}
    with transaction.atomic():
        for number, word in words.items():
            run("INSERT INTO scrap VALUES (%s, %s, %s)", number, word, "x" * dice.randrange(200))
        for _turn in range(3000):
            more = "y" * dice.randrange(600)
            run("UPDATE scrap SET more = %s WHERE id = %s", more, dice.randrange(1, 4001))
    return words


@sqlite
def test_a_word_that_moved_when_a_page_was_split_is_gone_as_well(table):
    """One in 500 stays where only the log is emptied: SQLite does not overwrite what it moved."""
    dice = random.Random(3)
    words = fill(dice)
    gone = dice.sample(sorted(words), 500)
    with transaction.atomic():
        for number in gone:
            run("UPDATE scrap SET word = %s, more = '' WHERE id = %s", f"closed-{number}", number)

    assert sqlite_cleanup.clean_up(rewrite=True)
    assert [words[n] for n in gone if any(words[n].encode() in data for data in files())] == []
    assert any(words[n].encode() in files()[0] for n in words if n not in gone)


@sqlite
def test_the_log_is_emptied(table):
    run("INSERT INTO scrap VALUES (1, 'zirconium', '')")
    run("DELETE FROM scrap")
    assert b"zirconium" in files()[1]

    assert sqlite_cleanup.clean_up(rewrite=False)
    assert [b"zirconium" in data for data in files()] == [False, False]
    assert files()[1] == b""


@sqlite
@pytest.mark.parametrize("rewrite", (True, False))
def test_a_reader_in_the_way_puts_it_off_and_is_not_waited_for_long(rewrite, table):
    run("INSERT INTO scrap VALUES (1, 'zirconium', '')")
    with reader():
        run("DELETE FROM scrap")
        begin = perf_counter()
        assert sqlite_cleanup.clean_up(rewrite=rewrite) is False
        assert perf_counter() - begin < 5

    assert sqlite_cleanup.clean_up(rewrite=rewrite) is True
    assert not any(b"zirconium" in data for data in files())


@sqlite
def test_a_writer_in_the_way_puts_it_off_and_nothing_is_raised(table):
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert sqlite_cleanup.clean_up(rewrite=True) is False

    assert sqlite_cleanup.clean_up(rewrite=True) is True


@sqlite
def test_afterwards_a_writer_is_waited_for_as_long_as_ever(table, settings):
    sqlite_cleanup.clean_up(rewrite=True)

    assert run("PRAGMA busy_timeout") == [(settings.SQLITE["timeout"] * 1000,)]


@sqlite
def test_inside_a_transaction_it_is_put_off_and_asks_nothing(table, django_assert_num_queries):
    with transaction.atomic(), django_assert_num_queries(0):
        assert sqlite_cleanup.clean_up(rewrite=True) is False


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the other one")
def test_postgresql_is_asked_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert sqlite_cleanup.clean_up(rewrite=True) is True

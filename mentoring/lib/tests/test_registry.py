"""Rooms declare themselves: what is declared is found, in its order, once."""

import pytest
from celery import current_app

from mentoring.celery import app
from mentoring.lib.registry.base import DeclaredTwice, Hooks, Registry
from mentoring.lib.registry.hooks import DUE, FIELD_LABELS, JOBS, MEMBER_TO_DO
from mentoring.lib.registry.roles import STAFF_PERMISSIONS, Role, permissions_of

ROOMS = (
    "mail",
    "profiles",
    "conduct",
    "joining",
    "mentorships",
    "matching",
    "feedback",
    "meetings",
    "worksheets",
    "peers",
    "open_hours",
    "programmes",
    "reminders",
    "privacy",
    "figures",
    "coordination",
)


def our_tasks():
    """Names of the tasks of all rooms."""
    app.loader.import_default_modules()
    return {name for name in current_app.tasks if name.split(".")[0] in ROOMS}


def test_every_task_is_woken_by_a_job_that_names_it():
    """A task without a job would never run; a job without a task would be an error each time."""
    assert set(JOBS.names()) == our_tasks()


def test_a_task_without_a_job_is_seen():
    @app.task(name="feedback.tasks.forgotten")
    def forgotten():
        """Nobody wakes this."""

    try:
        assert our_tasks() - set(JOBS.names()) == {"feedback.tasks.forgotten"}
    finally:
        app.tasks.unregister("feedback.tasks.forgotten")


def test_a_job_is_declared_once():
    with pytest.raises(DeclaredTwice, match=r"mail\.tasks\.send_outbox"):
        JOBS.wake(JOBS.get("mail.tasks.send_outbox").name, every=1)


def test_beat_drops_a_turn_that_nobody_took_in_time():
    for entry in JOBS.schedule().values():
        assert entry["options"]["expires"] == entry["schedule"]


def test_hooks_come_in_their_order_and_not_in_that_of_the_files():
    hooks = Hooks()
    hooks.register(order=20, name="second")(lambda: "second")
    hooks.register(order=10, name="first")(lambda: "first")

    assert list(hooks.results()) == ["first", "second"]
    assert len(hooks) == 2


def test_a_hook_is_called_when_its_result_is_wanted():
    hooks, called = Hooks(), []
    for name in ("one", "two"):
        hooks.register(name=name)(lambda name=name: called.append(name))

    next(hooks.results())

    assert called == ["one"]


def test_nothing_is_taken_in_twice():
    registry = Registry()
    registry.add("key", "entry")

    with pytest.raises(DeclaredTwice, match="key"):
        registry.add("key", "another")
    assert (registry.get("key"), registry.get("none")) == ("entry", None)


def test_the_rooms_are_found():
    """Each kind of hook has entries of several rooms, without anybody importing them here."""
    for hooks in (DUE, MEMBER_TO_DO, FIELD_LABELS, STAFF_PERMISSIONS):
        assert len(hooks) > 2


def test_coordinators_have_no_permission_in_a_pairs_rooms():
    """Product 27: a room of the pair that declared one would be seen here. Of figures: to read what is published."""
    rooms = {given.app_label for given in permissions_of(Role.COORDINATOR)}
    posts = {given.codename for given in STAFF_PERMISSIONS if given.app_label == "matching"}

    assert rooms == {
        *("conduct", "configuration", "coordination", "figures", "joining", "mail", "matching", "profiles"),
        "guidance",  # videos of the handbook: of nobody
        "outreach",  # what mentors want to be read by everybody: coordinators read it first
        "open_hours",  # days on which members talk, set by coordinators: no talk, nobody who booked one
        "peers",  # the line that every member reads: never who asks whom
        "programmes",  # its staff reads tables of its own: programmes/tests/test_staff_login.py
    }
    assert posts == {"view_wish"}  # those that their writers handed over


def test_the_other_roles_may_least():
    """Product 54: the help desk reads cases, the operator whether the machinery is well. Nobody gives roles alone."""
    may = {role: {f"{given.app_label}.{given.codename}" for given in permissions_of(role)} for role in Role}

    assert may[Role.HELP_DESK] == {"conduct.view_case"}
    assert may[Role.OPERATOR] == {
        "coordination.view_backupreport",
        "mail.view_outgoingmail",
        "mail.view_undeliverable",
    }
    assert {name.split(".")[0] for name in may[Role.PROGRAMME]} == {"programmes"}
    assert "programmes.add_programme" not in may[Role.PROGRAMME]
    assert may[Role.COORDINATOR] > may[Role.HELP_DESK] | may[Role.OPERATOR] | may[Role.PROGRAMME]

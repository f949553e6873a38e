"""Templates are to be read: one element a line, 120 characters at most (`scripts/templates.py`)."""

import subprocess
import sys
from runpy import run_path

import pytest
from django.conf import settings

CHECK = settings.BASE_DIR / "scripts" / "templates.py"


def found(text):
    return [number for number, _trouble in run_path(str(CHECK))["crowded"](text)]


def test_ours_can_be_read():
    done = subprocess.run([sys.executable, CHECK], capture_output=True, text=True)

    assert (done.returncode, done.stdout.strip()) == (0, "")


@pytest.mark.parametrize(
    "line",
    (
        f"<p>{'x' * 114}</p>",
        "<ul><li>one</li></ul>",
        '<div class="actions">{% if may_write %}<p>two</p>{% endif %}</div>',
        "<dt>what</dt><dd>said</dd>",
    ),
)
def test_a_crowded_line_is_named_by_its_number(line):
    assert found(f"<p>before</p>\n{line}\n<p>after</p>\n") == [2]


@pytest.mark.parametrize(
    "line",
    (
        f"<p>{'x' * 113}</p>",
        '<li><a href="{% url \'privacy\' %}">{% trans "Privacy" %}</a>, <b>all of it</b></li>',
        '{% include "parts/_lock.html" with words="<p><p>" %}',
        "<header class=head><header-like>one of HTML, one of our own</header-like>",
    ),
)
def test_one_block_with_what_stands_in_its_line_is_let_through(line):
    assert found(line) == []

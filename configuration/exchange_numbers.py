"""The programme's numbers in the file that another association can start from."""

from dataclasses import asdict

from django.conf import settings
from django.utils.translation import gettext as _

from configuration import services
from configuration.definitions import DEFINITIONS, in_words
from configuration.forms.numbers import NumbersForm
from mentoring.lib.programme import numbers
from mentoring.lib.registry.handover import ImportPlan, SettingsMoved


def export_numbers():
    """{name: value} of all numbers that hold now."""
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in asdict(numbers()).items()
    }


def read_numbers(data):
    """The plan for what another programme exported. The form of the page checks the values."""
    if not isinstance(data, dict):
        return ImportPlan([_("Numbers: expected an object, in braces.")])
    problems = [
        _("Numbers: there is no number called “%s”.") % name for name in data if name not in DEFINITIONS
    ]
    problems += [
        _("Numbers, “%s”: expected a number, a list of numbers or a text.") % name
        for name, value in data.items()
        if name in DEFINITIONS and not _has_a_shape(value)
    ]
    if problems:
        return ImportPlan(problems)
    now = asdict(numbers())
    seen = max((change.pk for change in services.newest().values()), default=0)
    form = NumbersForm({name: in_words_of_form(data.get(name, now[name])) for name in now} | {"seen": seen})
    if not form.is_valid():
        return ImportPlan([_problem(name, errors) for name, errors in form.errors.items()])
    changes = [
        _("%(number)s: %(before)s, then %(after)s.")
        % {
            "number": DEFINITIONS[name].label,
            "before": in_words(name, now[name]),
            "after": in_words(name, value),
        }
        for name, value in form.values.items()
        if value != now[name]
    ]
    return ImportPlan(changes=changes, apply=lambda by: _apply(form.values, by, seen))


def changed_from_shipped():
    """(number, value here, value as shipped) of the numbers that coordinators have changed."""
    for name, value in asdict(numbers()).items():
        shipped = getattr(settings.PROGRAMME_NUMBERS, name)
        if value != shipped:
            yield str(DEFINITIONS[name].label), in_words(name, value), in_words(name, shipped)


def in_words_of_form(value):
    """As it is typed into the form."""
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _has_a_shape(value):
    single = value if isinstance(value, list) else [value]
    return all(isinstance(one, int | str) and not isinstance(one, bool) for one in single)


def _problem(name, errors):
    label = DEFINITIONS[name].label if name in DEFINITIONS else name
    return _("Numbers, “%(number)s”: %(problem)s") % {"number": label, "problem": " ".join(errors)}


def _apply(values, by, seen):
    try:
        services.save_numbers(values, by=by, seen=seen)
    except services.ChangedMeanwhile as error:
        raise SettingsMoved(str(error)) from None

"""The choices of the filters as the page shows them, and the choices made, each with the way back."""

from dataclasses import dataclass

FIRST_SHOWN = 6


@dataclass(eq=False)
class Choice:
    """One box to tick, and how many mentors would be left with it."""

    slug: str
    label: str
    count: int
    chosen: bool


@dataclass(eq=False)
class ChoiceGroup:
    """The boxes of one filter: `first` those ticked and those most mentors have, `more` the others."""

    name: str
    label: str
    first: list
    more: list


def choice_groups(mentor_filter, total):
    """(switches, groups) of a MentorFilter which `total` mentors fit. Groups without a choice are left out."""
    counts = mentor_filter.counts()
    switches, groups = [], []
    for name, one in mentor_filter.facet_filters.items():
        if one.facet.is_switch:
            switches.append(
                ChoiceGroup(name, one.label, list(_choices(mentor_filter, name, counts, True)), [])
            )
            continue
        show_empty = bool(total) and one.facet.shown_when_empty
        if choices := list(_choices(mentor_filter, name, counts, show_empty)):
            groups.append(_group(name, one.label, choices))
    return switches, groups


def _choices(mentor_filter, name, counts, show_empty):
    """In the order of the vocabulary; those that would leave nobody only if asked for, or ticked."""
    ticked, counted = mentor_filter.chosen.get(name, ()), counts[name]
    for slug, label in mentor_filter.filters[name].labels().items():
        count = counted.get(slug, 0)
        if count or show_empty or slug in ticked:
            yield Choice(slug, label, count, slug in ticked)


def _group(name, label, choices):
    first = sorted(choices, key=lambda choice: (not choice.chosen, -choice.count))[:FIRST_SHOWN]
    return ChoiceGroup(name, label, first, [choice for choice in choices if choice not in first])


def choices_made(mentor_filter):
    """(label, query without it) of every choice that was made."""
    for name, slugs in mentor_filter.chosen.items():
        labels = mentor_filter.filters[name].labels()
        for slug in slugs:
            yield labels[slug], mentor_filter.query(but=(name, slug))

"""What programmes offer to others: what is due, the pair's page, the home page, the handover."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.registry.handover import PROGRAMME_YEAR, settings_part
from mentoring.lib.registry.hooks import DUE, HELD_TIMES, JOBS, MEMBER_TO_DO, label_fields
from mentoring.lib.registry.roles import Role, coordinators_may
from mentorships.pair_page import PAIR_PAGE
from programmes import asking, exchange, pair_page, suggested  # noqa: F401 asking registers itself
from programmes.services import ending, hours, naming, reminding

coordinators_may("programmes", "add_programme")
coordinators_may(
    "programmes",
    *(f"{verb}_programme" for verb in ("view", "change")),
    *(f"{verb}_milestone" for verb in ("view", "add", "change")),
    *(f"{verb}_trainingpage" for verb in ("view", "add", "change", "delete")),
    also=(Role.PROGRAMME,),
)
JOBS.wake("programmes.tasks.compute_programme_proposals", every=5)
DUE.register(order=17, name="members told of names in programmes")(naming.tell_of_names)
DUE.register(order=16, name="places in programmes filled")(ending.fill_places)
DUE.register(order=65, name="milestones ahead")(reminding.remind_of_milestones)
DUE.register(order=64, name="last days of pairs that were moved")(ending.follow_last_days)
DUE.register(order=66, name="programmes that end soon")(ending.warn_of_ends)
DUE.register(order=67, name="pairs of programmes ended")(ending.end_pairs)
DUE.register(order=68, name="pairs of programmes that have ended")(ending.note_ended_pairs)
DUE.register(order=69, name="programmes that are over")(ending.close_programmes)
settings_part(
    "programmes",
    gettext_lazy("Programmes"),
    export=exchange.export_programmes,
    read=exchange.read_programmes,
    changed=exchange.nothing_shipped,
    order=40,
)
HELD_TIMES.register(order=30)(hours.held_times)
PAIR_PAGE.register(order=15)(pair_page.programme_section)
label_fields(
    {
        "part": gettext_lazy("How would you like to take part?"),
        "places": gettext_lazy("How many mentees can you take on in this programme?"),
        "minutes": gettext_lazy("Minutes"),
    }
)


@MEMBER_TO_DO.register(order=55)
def names_to_look_at(member):
    """(address, words) of programmes in which coordinators have suggested mentors, and there is none yet."""
    for programme in suggested.to_look_at(member):
        words = _("See the mentors suggested to you in “%(programme)s”")
        yield programme.get_absolute_url(), words % {"programme": programme.name}


@PROGRAMME_YEAR.register(order=25)
def year_of_programmes():
    """What happens by itself."""
    yield (
        _("With each programme"),
        _(
            "We remind pairs of the next milestone a week ahead and of the end two weeks ahead. On the day after "
            "the last one, the programme’s mentorships end by themselves and we thank everyone. Anyone on a waiting "
            "list gets a place as soon as one is free."
        ),
    )

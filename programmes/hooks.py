"""What programmes offer to others: what is due."""

from django.utils.translation import gettext_lazy

from mentoring.lib.registry.hooks import DUE, label_fields
from mentoring.lib.registry.roles import Role, coordinators_may
from mentorships.pair_page import PAIR_PAGE
from programmes import asking, pair_page  # noqa: F401 asking registers itself
from programmes.services import ending, reminding

coordinators_may("programmes", "add_programme")
coordinators_may(
    "programmes",
    *(f"{verb}_programme" for verb in ("view", "change")),
    *(f"{verb}_milestone" for verb in ("view", "add", "change")),
    *(f"{verb}_trainingpage" for verb in ("view", "add", "change", "delete")),
    also=(Role.PROGRAMME,),
)
DUE.register(order=16, name="places in programmes filled")(ending.fill_places)
DUE.register(order=65, name="milestones ahead")(reminding.remind_of_milestones)
DUE.register(order=66, name="programmes that end soon")(ending.warn_of_ends)
DUE.register(order=67, name="pairs of programmes ended")(ending.end_pairs)
DUE.register(order=68, name="pairs of programmes that have ended")(ending.note_ended_pairs)
DUE.register(order=69, name="programmes that are over")(ending.close_programmes)
PAIR_PAGE.register(order=15)(pair_page.programme_section)
label_fields(
    {
        "part": gettext_lazy("How would you like to take part?"),
        "places": gettext_lazy("How many mentees can you take on in this programme?"),
        "minutes": gettext_lazy("Minutes"),
    }
)

"""What others can see of a member: told from the rules the program itself goes by, not from a list of ours.

The fields come from the admin classes, the facts from `profiles.shown`, the texts from the models. What is
added there appears on the page by itself.
"""

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import display_for_field, display_for_value, label_for_field, lookup_field
from django.db.models import DateField, DateTimeField
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from conduct.models import CaseText
from conduct.rules import MAY_READ
from joining.models import RosterEntry
from mentoring.lib.registry.roles import roles_with
from mentoring.lib.vault import PrivateText
from mentoring.lib.vault.rows import Confidential
from outreach.models import Quote
from peers.models import PeerProfile
from privacy.models import DisclosureNotice
from privacy.private_texts import name_of_text
from profiles.models import Member, MentorProfile
from profiles.roles import people_with_roles, role_names
from profiles.shown import member_facts, mentor_page

SHORT = 80
NOTHING = "–"
# Which row of a model is a member's own. Of the other models on the staff site no single row is shown here.
MINE = {
    Member: {"pk": "pk"},
    MentorProfile: {"member": "pk"},
    PeerProfile: {"member": "pk"},
    RosterEntry: {"member": "pk"},
    Quote: {"member": "pk"},
}


def partner(member):
    """(what, value) a mentor, a mentee, or whoever asks or is asked, sees of the member."""
    return [
        (_("Name"), member.name),
        *member_facts(member),
        (_("How to reach you, in a mentorship"), member.contact or member.email),
        (_("Photo"), _("yes") if member.photo else _("none")),
    ]


def members(member):
    """(what, value) every signed-in member sees: nothing, but of mentors in the list."""
    mentor = MentorProfile.objects.filter(member=member).first()
    if mentor is None:
        return []
    mentor.member = member
    if not mentor.listed:
        return []
    page = mentor_page(mentor)
    lists = [(title, ", ".join(map(str, items))) for title, items in page["sections"]]
    more = [
        (_("Name"), member.name),
        (_("Pronouns"), member.pronouns),
        (_("About me"), mentor.bio),
        (_("Ask me about"), mentor.ask_me_about),
        (_("Availability"), page["room_words"]),
        (_("Reply time and local time"), page["now_words"]),
        (_("Photo"), member.photo and member.photo_alt),
    ]
    return [(what, short(said)) for what, said in [*more, *lists, *page["facts"]] if said]


def peers(member):
    """(what, value) every signed-in member from elsewhere sees of somebody who looks for a peer."""
    profile = PeerProfile.objects.filter(member=member, looking=True, hidden_at=None).first()
    if profile is None:
        return []
    return [
        (_("Name"), member.name),
        (_("What you would like to share with a peer"), profile.about),
        *member_facts(member),
        (_("Photo"), _("yes") if member.photo else _("none")),
    ]


def coordinator_pages(member):
    """For each page of the staff site: what its list shows, what a single page shows, and my values."""
    for model, model_admin in admin.site._registry.items():
        own = _mine(model, member)
        yield {
            "name": capfirst(model._meta.verbose_name_plural),
            "mine": own is not None,
            "open_to": roles_in_words(f"{model._meta.app_label}.view_{model._meta.model_name}"),
            "in_list": [_label(name, model_admin) for name in model_admin.list_display],
            "searched": [_label(name, model_admin) for name in model_admin.search_fields],
            "inside": [
                (_label(name, model_admin), _value(name, own, model_admin)) for name in _fields(model_admin)
            ],
        }


def roles_in_words(permission):
    """The roles on the staff site that have a permission."""
    return ", ".join(str(role.label) for role in roles_with(permission))


def staff_people():
    """(name, roles in words) of everybody who may open the staff site."""
    return [(member.name, role_names(member)) for member in people_with_roles()]


def _mine(model, member):
    if model not in MINE:
        return None
    wanted = {path: getattr(member, value) for path, value in MINE[model].items()}
    return model._default_manager.filter(**wanted).first()


def _fields(model_admin):
    return model_admin.fields or [f.name for f in model_admin.opts.fields if f.editable]


def _label(name, model_admin):
    """What the staff site calls a field; what is looked up elsewhere by the name it has there."""
    if "__" in name.strip("_"):
        model = model_admin.model
        *steps, name = name.split("__")
        for step in steps:
            model = model._meta.get_field(step).related_model
        return capfirst(label_for_field(name, model))
    if name == "__str__":
        return _("Record number")
    return capfirst(label_for_field(name, model_admin.model, model_admin))


def _value(name, own, model_admin):
    """As the staff site shows it, if it is short."""
    if own is None:
        return ""
    field, _attribute, value = lookup_field(name, own, model_admin)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field is None or field.is_relation:
        return short(display_for_value(value, NOTHING))
    return short(display_for_field(value, field, NOTHING))


def short(value):
    """The value, or its beginning."""
    return Truncator(str(value)).chars(SHORT)


def sealed():
    """For each kind of private text: what it is called, who of the two reads it, what lies open beside it."""
    for model in apps.get_models():
        if issubclass(model, Confidential):
            yield {
                "texts": [name_of_text(model, column) for column in model.private_columns()],
                "alone": bool(model.scope_path),
                "case": issubclass(model, CaseText) and roles_in_words(MAY_READ),
                "open": list(dict.fromkeys(_open(f) for f in model._meta.fields if _tells(f))),
            }


def _tells(field):
    """Numbers and codes by chance tell nothing; everything else that is not sealed does."""
    return not (field.primary_key or field.name == "code" or isinstance(field, PrivateText))


def _open(field):
    if field.is_relation:
        return _("who it involves") if field.related_model is Member else _("what it belongs to")
    if isinstance(field, (DateField, DateTimeField)):
        return _("dates")
    return field.verbose_name


def handed_over(member):
    """The disclosures under law that this member has been told of, newest first."""
    told = DisclosureNotice.objects.filter(member=member).exclude(told_at=None)
    return told.order_by("-told_at")


def stored(member):
    """The names of what the database keeps of a member's account in the clear."""
    return [capfirst(field.verbose_name) for field in member._meta.fields if _tells(field)]

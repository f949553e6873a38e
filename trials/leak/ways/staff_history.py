"""Way 43: what the staff site writes down of the steps of coordinators."""

import re

from trials.leak.needle import letters
from trials.leak.ways import Seen, switched, way
from trials.leak.ways.staff import models
from trials.leak.writing import typed

LENGTH = 14
TABLES = ("django_admin_log", "configuration_numberchange")
FIELD = re.compile(r'name="(\w+)"[^>]*\bvalue="([^"]*)"')
CHOSEN = re.compile(r'<select name="(\w+)".*?<option value="([^"]*)" selected', re.DOTALL)
SEEN_LAST = re.compile(r'name="seen" value="(\d+)"')


@way(43, "the staff site's own history", plant=switched("django_admin_log"))
def staff_history(world):
    """A coordinator takes every step there is, each with a reason; then every history, as rows and as pages."""
    reason, asked, answer = (letters(LENGTH) for _each in range(3))
    staff = world.as_("coordinator", "staff")
    before = world.db.ask("SELECT count(*) FROM django_admin_log")
    people(world, staff, reason)
    case(world, staff, asked, answer)
    numbers(staff)
    names = [world.people[role][part] for role in ("mentor", "mentee", "spare") for part in ("name", "email")]
    signs = (reason, asked, answer, *names, *world.codes.values())
    walked = world.db.ask("SELECT count(*) FROM django_admin_log") != before
    for table in TABLES:
        rows = world.db.copy(table)
        vain = "" if rows and walked else "nothing was written"
        yield Seen(f"rows of {table}", rows, "", signs, vain)
    heads = (
        reason,
        asked,
        answer,
        *world.codes.values(),
    )  # a page of a member's history is headed by the name
    for model, known in models(world):
        for pk in {*known["rows"][:3], world.people["spare"]["pk"]}:
            path = f"/admin/{model}/{pk}/history/"
            yield Seen(f"{staff.who}: {path}", staff.get(path).raw, "", heads)


def people(world, staff, reason):
    """Suspend and restore, hide and show, download a list."""
    spare = world.people["spare"]["pk"]
    for step in ("suspend", "restore"):
        typed(staff, f"/admin/profiles/member/{spare}/{step}/", reason=reason)
    (profile,) = world.db.ask("SELECT min(id) FROM profiles_mentorprofile WHERE status = 'published'")[0]
    for step in ("hide", "unhide"):
        typed(staff, f"/admin/profiles/mentorprofile/{profile}/{step}/", reason=reason)
    staff.post("/admin/profiles/member/export/")
    world.sign_in(world.as_("spare"), "spare")  # the suspension ended the session


def case(world, staff, asked, answer):
    """The mentee asks for help, the coordinator answers and closes the case."""
    world.sign_in(world.as_("mentee"), "mentee")  # a way before this one may have ended the session
    typed(world.as_("mentee"), "/help/new/", text=f"Please: {asked}")
    (number,) = world.db.ask("SELECT id FROM conduct_case ORDER BY opened_at DESC LIMIT 1")[0]
    page = f"/admin/conduct/case/{number}/"
    last = SEEN_LAST.search(staff.get(f"{page}change/").body.decode())
    typed(staff, f"{page}answer/", text=f"Well: {answer}", seen=last[1] if last else "")
    typed(staff, f"{page}close/", text="", seen="")


def numbers(staff):
    """One of the programme's numbers is changed."""
    path = "/admin/configuration/numberchange/numbers/"
    page = staff.get(path).body.decode()
    fields = dict(FIELD.findall(page)) | dict(CHOSEN.findall(page))
    fields["wish_days"] = "15" if fields["wish_days"] != "15" else "16"
    typed(staff, path, **fields)

"""Ways 8 to 11: the staff site, as a coordinator and as a superuser."""

import re

from trials.leak.ways import Seen, switched, way
from trials.leak.ways.routes import addresses

ROLES = ("coordinator", "superuser")
ROWS = 12
ROW_LINK = re.compile(rb'href="/admin/[a-z]+/[a-z]+/(\d+)/change/')
CHOICE = re.compile(rb'<select name="action".*?</select>', re.DOTALL)
OPTION = re.compile(rb'<option value="([^"]+)"')
ACTIONS = ("delete_selected", "export", "export_as_csv", "export_as_json", "export_admin_action")
FORMATS = (
    "export/",
    "export/?format=csv",
    "export/?format=json",
    "?_export=csv",
    "?format=json",
    "autocomplete/?q=a",
    "import/",
)


def models(world):
    """(app/model, what is known of it) of everything registered."""
    return world.facts["staff"]["admin"].items()


def page(world, seat, path, answer, method="GET", fault=""):
    """One page. Both names on one page other than the list of members tell who has whom."""
    names = [world.people[role]["name"].encode() for role in ("mentor", "mentee")]
    if path.split("?")[0] != "/admin/profiles/member/" and all(name in answer.body for name in names):
        fault = "names both of the two"
    return Seen(f"{seat.who}: {method} {path}", answer.raw, fault, world.codes_not_in(path))


@way(8, "admin list, detail, history", plant=switched("/mentorships/mentorship/"))
def lists_and_rows(world):
    """Every list, every row, every history, as far as there are any."""
    for role in ROLES:
        seat = world.as_(role, "staff")
        for _name, path in addresses(world, "staff"):
            if path.startswith("/admin/") and "logout" not in path:
                yield page(world, seat, path, seat.get(path))
        for model, known in models(world):
            rows = {*known["rows"][:ROWS], *known["rows"][-ROWS:]}
            paths = [
                f"/admin/{model}/",
                f"/admin/{model}/?q=a",
                f"/admin/{model}/?all=",
                *(f"/admin/{model}/{pk}/{what}/" for pk in rows for what in ("change", "history")),
            ]
            for path in paths:
                yield page(world, seat, path, seat.get(path))


@way(9, "admin delete page", plant=switched("/delete/"))
def delete_pages(world):
    """The stock page lists what hangs on a row, of any model. Whoever gets it is told."""
    for role in ROLES:
        seat = world.as_(role, "staff")
        for model, known in models(world):
            mine = [world.people[who]["pk"] for who in ("mentor", "mentee", "spare")]
            for pk in {*known["rows"][:3], *(pk for pk in mine if pk in known["rows"])}:
                path = f"/admin/{model}/{pk}/delete/"
                answer = seat.get(path)
                fault = "the page opens" if answer.status == 200 else ""
                yield page(world, seat, path, answer, fault=fault)
            path, data = (
                f"/admin/{model}/",
                {"action": "delete_selected", "_selected_action": known["rows"]},
            )
            answer = seat.post(path, **data)
            fault = "the page opens" if b"delete_confirmation" in answer.body else ""
            yield page(world, seat, path, answer, "POST delete_selected", fault)


@way(10, "admin query-string lookups", plant=switched("/admin/profiles/member/?"))
def lookups(world):
    """Every relation × operator on every list: the same rows as without, or refused."""
    seat = world.as_("coordinator", "staff")
    values = {"isnull": ("False",), "gt": ("0",)}
    for model, known in models(world):
        everything = rows_of(seat.get(f"/admin/{model}/"))
        for lookup in known["lookups"]:
            for value in values.get(lookup.rpartition("__")[2], (world.people["mentor"]["pk"],)):
                path = f"/admin/{model}/?{lookup}={value}"
                answer = seat.get(path)
                narrowed = answer.status == 200 and rows_of(answer) != everything
                fault = "selects rows" if narrowed and lookup not in known["may"] else ""
                yield page(world, seat, path, answer, fault=fault)


def rows_of(answer):
    """The rows a list shows."""
    return set(ROW_LINK.findall(answer.body))


@way(11, "admin export, actions, autocomplete", plant=switched("action"))
def exports(world):
    """Every action a list offers and those of common packages; export pages; name completion; jumps."""
    for role in ROLES:
        seat = world.as_(role, "staff")
        for model, known in models(world):
            where = f"/admin/{model}/"
            offered = OPTION.findall(b"".join(CHOICE.findall(seat.get(where).body)))
            for action in sorted({*ACTIONS, *(name.decode() for name in offered)}):
                answer = seat.post(where, action=action, _selected_action=known["rows"], index="0")
                yield page(world, seat, where, answer, f"POST action {action}")
            for more in FORMATS:
                yield page(world, seat, where + more, seat.get(where + more))
        for app, name in (
            ("mentorships", "mentorship"),
            ("matching", "mentorrequest"),
            ("mail", "outgoingmail"),
            ("feedback", "feedback"),
            ("conduct", "case"),
        ):
            for field in ("mentor", "mentee", "to", "author", "member", "about"):
                path = (
                    f"/admin/autocomplete/?app_label={app}&model_name={name}&field_name={field}"
                    f"&term={world.people['mentee']['name'][:6]}"
                )
                yield page(world, seat, path, seat.get(path))

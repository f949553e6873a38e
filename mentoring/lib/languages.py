"""The languages of the site: each folder of `locale/` is one. Adding one takes files alone: docs/translating.md."""

from django.conf import settings
from django.conf.locale import LANG_INFO

NAME = "name.txt"  # in the folder of a language, what it calls itself where Django does not know that


def installed_languages(folder, first):
    """[(code, what the language calls itself)]: those like `first`, the programme's own, then the others by code."""
    codes = [
        each.name.lower().replace("_", "-") for each in folder.iterdir() if (each / "LC_MESSAGES").is_dir()
    ]
    alike = first.partition("-")[0]
    codes.sort(key=lambda code: (code != first, code.partition("-")[0] != alike, code))
    names = {each.name.lower().replace("_", "-"): each / NAME for each in folder.iterdir()}
    return [(code, _name(code, names[code])) for code in codes]


def language_choices():
    """The same as choices of a field: by name in migrations, so that a language that is added needs none."""
    return settings.LANGUAGES


def _name(code, file):
    if file.exists():
        return file.read_text(encoding="utf-8").strip()
    name = LANG_INFO.get(code, LANG_INFO.get(code.partition("-")[0], {})).get("name_local", code)
    return name[0].upper() + name[1:]

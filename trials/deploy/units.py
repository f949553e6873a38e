"""What stands in the files of deploy/systemd."""

from trials.harness.environment import ROOT

DEPLOY = ROOT / "deploy"
UNITS = DEPLOY / "systemd"


def lines(unit):
    """The lines of a unit (of a service, where its name has no ending) that say something."""
    name = unit if "." in unit else f"{unit}.service"
    text = (UNITS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] not in "#["]


def values(unit, name):
    """Each value that a setting is given, in order."""
    return [line.partition("=")[2] for line in lines(unit) if line.startswith(f"{name}=")]


def value(unit, name):
    """The one value of a setting. ValueError if there is none, or another."""
    (found,) = values(unit, name)
    return found

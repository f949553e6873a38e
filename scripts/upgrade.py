"""`make upgrade`: newer versions of every library, with their hashes; what changed, licences, known vulnerabilities.

Lists of what we ask for ourselves lie in requirements/; the files that pip reads are made of them, for every Python and
system at once. Nothing is installed into .venv: look at the change, then `make check` and `make test`.
`ARGS=--keep` makes the files again with the versions they have (after a list was changed).

Exit code 0: made. 1: a list asks for what cannot be, or a library has a known vulnerability.
"""

import re
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LISTS = ROOT / "requirements"
TOOLS = ROOT / "var" / "upgrade" / "tools"
EVERYTHING = ROOT / "var" / "upgrade" / "everything"
MADE = {
    "base": "requirements.txt",
    "assignment": "requirements-assignment.txt",
    "s3": "requirements-s3.txt",
    "saml": "requirements-saml.txt",
    "dev": "requirements-dev.txt",
    "tools": "requirements/tools.txt",
    "independent": "trials/journeys/requirements-independent.txt",
}
BASE = {
    "assignment",
    "s3",
    "saml",
    "dev",
}  # installed beside requirements.txt: the same versions of what both name
OLDEST_PYTHON = "3.11"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
ASKED_NOBODY = ("could not be audited", "ConnectionError", "Max retries")


def versions(text):
    """{name: version} of a file that pip reads."""
    return {re.sub("[-_.]+", "-", name).lower(): version for name, version in PINNED.findall(text)}


def changes(before, after):
    """A line for each library that is new, gone or of another version."""
    for name in sorted(before.keys() | after.keys()):
        was, now = before.get(name), after.get(name)
        if was != now:
            yield f"{name}: {was or 'new'} -> {now or 'gone'}"


def make_environment(folder, requirements):
    """A virtual environment of its own with these packages. The folder of its programs."""
    if not (folder / "bin" / "python").exists():
        venv.create(folder, with_pip=True)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", ROOT / requirements], check=True)
    return folder / "bin"


def compile_list(uv, name, *, upgrade):
    """The file that pip reads, made of a list. Its changes, a line each. CalledProcessError if it cannot be."""
    made = ROOT / MADE[name]
    before = versions(made.read_text()) if made.exists() else {}
    command = [
        uv,
        "pip",
        "compile",
        "-q",
        "--universal",
        "--python-version",
        OLDEST_PYTHON,
        "--generate-hashes",
    ]
    command += ["--no-annotate", "--custom-compile-command", "make upgrade"]
    command += ["--upgrade"] * upgrade + ["-c", ROOT / MADE["base"]] * (name in BASE)
    subprocess.run([*command, LISTS / f"{name}.in", "-o", made], check=True, cwd=ROOT)
    return list(changes(before, versions(made.read_text())))


def licences(programs):
    """A table of the licences of everything that is installed for development."""
    python = make_environment(EVERYTHING, MADE["dev"]) / "python"
    command = [programs / "pip-licenses", f"--python={python}", "--order=license"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def vulnerabilities(programs, file):
    """(whether anybody could be asked, what is known against the pinned versions of a file)."""
    command = [programs / "pip-audit", "--disable-pip", "--require-hashes", "-r", ROOT / file]
    done = subprocess.run(command, capture_output=True, text=True)
    said = done.stdout + done.stderr
    return not any(sign in said for sign in ASKED_NOBODY), said if done.returncode else ""


def main(arguments):
    """All of it, in order."""
    programs, bad = make_environment(TOOLS, MADE["tools"]), False
    for name in MADE:
        for line in compile_list(programs / "uv", name, upgrade="--keep" not in arguments) or [
            "nothing changed"
        ]:
            print(f"{MADE[name]}: {line}")
    print("\nLicences:\n" + licences(programs))
    for file in MADE.values():
        asked, found = vulnerabilities(programs, file)
        bad |= asked and bool(found)
        print(
            f"{file}: {found or 'no known vulnerability'}"
            if asked
            else f"{file}: NOT CHECKED, nobody answered"
        )
    print("\nNow look at `git diff`, then: rm -rf .venv && make check && make test")
    return int(bad)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Ways 17, 18 and 21: what the processes write down."""

from trials.harness import environment
from trials.harness.processes import web_command
from trials.leak.ways import Seen, switched, way
from trials.leak.writing import again

TALKATIVE = {
    "DEBUG": "1",
    "LOG_LEVEL": "DEBUG",
    "DJANGO_LOG_LEVEL": "DEBUG",
    "LOGGING": "DEBUG",
    "SQL_LOG": "1",
    "DATABASE_LOG": "1",
}


def files(world, *names):
    """The logs whose names begin so."""
    for file in sorted(world.logs.glob("*.log")):
        if file.name.startswith(names):
            data = file.read_bytes()
            yield Seen(f"log {file.name}", data)


@way(17, "application log at DEBUG", plant=switched("log member.log"))
def application_log(world):
    """The root logger and gunicorn at DEBUG, on both sites and in the worker; refusals among the rest."""
    again(world)
    stranger, mentee = world.as_("watcher"), world.as_("mentee")
    pair = f"/mentorships/{world.codes['pair']}/"
    data = {"letter": world.words["feedback"], "text": world.words["answer"], "q": world.words["feedback"]}
    for path in ("feedback/write/", "feedback/find/", f"feedback/{world.codes['letter']}/answer/"):
        stranger.post(pair + path, **data)
        mentee.ask(
            "POST", pair + path, "letter=" + world.words["feedback"].split("'")[0]
        )  # without its token
    yield from files(world, "member", "staff", "worker")


@way(18, "SQL log at DEBUG", plant=switched("log noisy.log"))
def sql_log(world):
    """A member process asked for DEBUG in every way the environment has; and PostgreSQL's own log of all."""
    server = environment.server_log()
    start = server.stat().st_size if server else 0
    port = world.ports["member"]
    noisy = world.spawn(
        "noisy", web_command(world.noisy_port, world.logs, "noisy"), process="member", **TALKATIVE
    )
    try:
        noisy.wait_until_ready(f"http://127.0.0.1:{world.noisy_port}/readyz")
        world.move_to(world.noisy_port)
        again(world)
    finally:
        world.move_to(port)
        noisy.stop()
    for seen in files(world, "noisy"):
        said = any(sign in seen.data for sign in (b"INSERT INTO", b"SELECT ", b"UPDATE "))
        yield seen._replace(fault="asking for DEBUG brings the statements out" if said else "")
    if server:
        with server.open("rb") as log:
            log.seek(start)
            said = log.read()
        vain = "" if b'INSERT INTO "feedback_feedback"' in said else "the statements are not in it"
        yield Seen("PostgreSQL's own log of every statement", said, vain=vain)


@way(21, "access log and Referer", plant=switched("access.log"))
def access_log(world):
    """What the addresses say: request lines and Referers of everything the two do."""
    again(world)
    mentee = world.as_("mentee")
    world.as_("coordinator", "staff").get("/admin/profiles/member/?q=a")
    for path in ("/", "/mentors/", f"/mentorships/{world.codes['pair']}/feedback/"):
        mentee.get(path)
    for seen in files(world, "member-access", "staff-access"):
        yield seen._replace(vain="" if b"leaktest" in seen.data else "nobody's request is in it")

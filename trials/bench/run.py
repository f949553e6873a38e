"""`make bench`: our pages against the floor's, in the same run, on the same database, as ratios.

One gunicorn sync worker each for the product and the floor; one request at a time, pages in turn, the floor's page
asked for just before each of ours. The ratio is the median of the rounds' ratios: whatever else the machine does for
some seconds slows both alike. Sizes with `ARGS="1000 10000"`; the default is 1,000, 10,000 and
100,000 mentors. Then the outbox, a proposal of mentors for everybody who waits, the figures of a month and a file of
members; only one of those with its name, as `ARGS=outbox` (PARTS). Writes `var/bench.json`.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from scripts.run_tests import POSTGRES, REDIS, answers  # noqa: E402
from trials.bench import assignment, figures, joining, outbox  # noqa: E402

PORT, FLOOR_PORT = 8790, 8791
ROUNDS, REQUESTS = 7, 15
SIZES = (1_000, 10_000, 100_000)
FILTERS = (
    "area=library-systems",
    "helps_with=change",
    "library_type=public",
    "country=KE",
    "language=fr",
    "style=one-off",
    "format=email",
    "window=weekends",
    "role=coach",
    "career_stage=manager",
    "library_size=solo",
    "accepting=true",
    "overlap=true",
)
OF_ONE_PERSON = {"profile", "pair", "archive", "meetings", "month", "feed"}
SEARCHES = {"common": "quarryword", "mid": "middleword", "rare": "rarelyword", "two": "quarryword middleword"}


def environment(database, var):
    """What every process of one measurement shares."""
    return {
        **os.environ,
        "DATABASE_URL": database,
        "REDIS_URL": "",
        "VAR": var,
        "DEMO": "1",
        "MENTOR_PAGES": "0",  # one reader opens thousands
        "SITE_URL": f"http://127.0.0.1:{PORT}",
        "MENTORING_PROCESS": "member",
        "CONFIDENTIAL_KEYRING": f"{var}/keyring",
        "CASE_KEYRING": f"{var}/case-keyring",
        "SECRET_KEY": "bench" * 12,
        "DJANGO_SETTINGS_MODULE": "trials.bench.settings",
        "EMAIL_URL": f"file:{var}/mail",
    }


def serve(env, port, settings, application="mentoring.wsgi"):
    """A gunicorn with one sync worker."""
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        application,
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        "1",
        "--log-level",
        "error",
    ]
    return subprocess.Popen(command, cwd=ROOT, env=env | {"DJANGO_SETTINGS_MODULE": settings})


def fetch(port, path, cookie):
    """Milliseconds and bytes of one page. Anything but 200 stops the bench."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    began = time.perf_counter()
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    body = answer.read()
    took = (time.perf_counter() - began) * 1000
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}")
    return took, len(body)


def pages(person):
    """Name -> (port, path) of everything that is measured."""
    mine = {
        "browse": "/mentors/",
        "browse, last page": "/mentors/?page=999999",
        "profile": f"/mentors/{person['mentor']}/",
        "pair": f"/mentorships/{person['pair']}/",
        "archive": f"/mentorships/{person['pair']}/feedback/",
        "meetings": "/meetings/",
        "month": time.strftime("/meetings/%Y/%m/").replace("/0", "/"),
        "feed": f"/calendar/{person['feed']}.ics",
        **{f"filter {query}": f"/mentors/?{query}" for query in FILTERS},
        **{f"search {name}": f"/mentors/?q={said.replace(' ', '+')}" for name, said in SEARCHES.items()},
    }
    floor = {
        "floor bare": "/bare/",
        "floor browse": "/browse/",
        "floor profile": f"/profile/{person['floor']}/",
    }
    return {
        **{name: (FLOOR_PORT, path) for name, path in floor.items()},
        **{name: (PORT, path) for name, path in mine.items()},
    }


def measure(database, size):
    """{page: {ms, bytes}} and the raw queries, for one database of one size."""
    with tempfile.TemporaryDirectory() as var:
        url = database.format(var=var)
        env = environment(url, var)
        out = f"{var}/person.json"
        subprocess.run(
            [sys.executable, "-m", "trials.bench.prepare", str(size), out], cwd=ROOT, env=env, check=True
        )
        raw = subprocess.run(
            [sys.executable, "-m", "trials.bench.raw"],
            cwd=ROOT,
            env=env,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        person = json.loads(Path(out).read_text())
        servers = [
            serve(env, PORT, "trials.bench.settings"),
            serve(env, FLOOR_PORT, "trials.bench.floor_settings", "trials.bench.floor_wsgi"),
        ]
        try:
            return timed(pages(person), person), {
                line.split()[0]: float(line.split()[1]) for line in raw.splitlines()
            }
        finally:
            for server in servers:
                server.terminate()
                server.wait()


def timed(asked, person):
    """{page: {ms, bytes, ratio}}: pages in turn, a few rounds, each request beside one to the page of the floor."""
    for port in (PORT, FLOOR_PORT):
        wait_for(port)
    cookies = {PORT: person["cookie"], FLOOR_PORT: person["floor_cookie"]}

    def took(name):
        port, path = asked[name]
        return fetch(port, path, cookies[port])

    sizes = {name: took(name)[1] for name in asked}
    rounds = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, of_round in rounds.items():
            beside = [(took(floor_of(name))[0], took(name)[0]) for _ in range(REQUESTS)]
            of_round.append([median(times) for times in zip(*beside, strict=True)])
    return {
        name: {
            "ms": round(median(page for _floor, page in of_page), 2),
            "bytes": sizes[name],
            "ratio": round(median(page / floor for floor, page in of_page), 2),
        }
        for name, of_page in rounds.items()
    }


def floor_of(page):
    """The page of the floor that it is measured against."""
    return "floor profile" if page in OF_ONE_PERSON else "floor browse"


def wait_for(port):
    """Until the server answers."""
    for _ in range(240):
        if answers(f"http://127.0.0.1:{port}"):
            return
        time.sleep(0.25)
    raise SystemExit(f"Nothing answers on port {port}.")


def main(arguments):
    """All sizes on all databases; the table; the file."""
    sizes = [int(size) for size in arguments if size not in PARTS] or ([] if arguments else SIZES)
    parts = [part for part in PARTS if part in arguments] or (["outbox"] if arguments else PARTS)
    stores = {"SQLite": "sqlite:///{var}/bench.sqlite3"}
    if answers(POSTGRES):
        stores["PostgreSQL"] = POSTGRES.rpartition("/")[0] + "/mentoring_bench"
    else:
        print("PostgreSQL does not answer and is left out (TEST_DATABASE_URL).")
    results = {}
    for store, url in stores.items():
        for size in sizes:
            if store == "PostgreSQL":
                fresh_postgres(url)
            found, raw = measure(url, size)
            results[f"{store} {size}"] = {"pages": found, "raw": raw}
            show(f"{store}, {size:,} mentors", found, raw)
        flatness(store, sizes, results)
        for part in parts:
            results[f"{store} {part}"] = PARTS[part](store, url)
    out = ROOT / "var" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(results, indent=1))
    print(f"\nWritten to {out.relative_to(ROOT)}")


def of_the_outbox(store, url):
    """Its figures, and its lines of the table."""
    with tempfile.TemporaryDirectory() as var:
        database = Path(var) / "bench.sqlite3"

        def fresh():
            fresh_postgres(url) if store == "PostgreSQL" else database.unlink(missing_ok=True)

        fresh()
        env = environment(url.format(var=var), var)
        found = outbox.measure(env, fresh, with_mail=answers(REDIS))
    outbox.show(store, found)
    return found


def of_part(part):
    """What measures one part that needs an empty database, and prints its lines of the table."""

    def measured(store, url):
        with tempfile.TemporaryDirectory() as var:
            if store == "PostgreSQL":
                fresh_postgres(url)
            found = part.measure(environment(url.format(var=var), var))
        part.show(store, found)
        return found

    return measured


PARTS = {
    "outbox": of_the_outbox,
    "assignment": of_part(assignment),
    "figures": of_part(figures),
    "joining": of_part(joining),
}


def fresh_postgres(url):
    """An empty database of the bench's own name."""
    import psycopg2

    connection = psycopg2.connect(POSTGRES)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS mentoring_bench WITH (FORCE)")
        cursor.execute("CREATE DATABASE mentoring_bench")
    connection.close()


def show(title, found, raw):
    """The table of one database."""
    print(f"\n{title}\n{'page':28} {'ms':>8} {'kB':>6}  ratio")
    for name, page in found.items():
        ratio = f"{page['ratio']:.2f} x {floor_of(name)}"
        print(f"{name:28} {page['ms']:8.2f} {page['bytes'] / 1000:6.1f}  {ratio}")
    for name, ms in raw.items():
        more = found[f"search {name}"]["ms"] - found["browse"]["ms"]
        print(f"search {name} minus browse: {more:.2f} ms, raw query {ms:.2f} ms: {more / ms:.2f} x")


def flatness(store, sizes, results):
    """The largest over the smallest size, page by page."""
    if len(sizes) < 2:
        return
    small, large = (results[f"{store} {size}"]["pages"] for size in (min(sizes), max(sizes)))
    print(f"\n{store}: {max(sizes):,} over {min(sizes):,} mentors")
    for name in small:
        print(f"{name:28} {large[name]['ms'] / small[name]['ms']:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])

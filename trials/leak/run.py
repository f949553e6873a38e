"""`make leaktest`: one word in every private text, 44 ways to get at it, and a real leak on each way.

Two programmes are started side by side. In the clean one, the product as it is, nothing may be found
on any way. In the planted one exactly one leak at a time is made to happen, and the same walk has to
find it. Some ways only: `ARGS="8 9 14"`. Writes `var/leaktest.json`.

Exit code 0: all closed, all planted leaks caught. 1: a hit, or a plant that was not caught.
2: PostgreSQL or Redis is missing, so that nothing could be said.
"""

import hashlib
import json
import re
import signal
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

from trials.harness import environment
from trials.leak import needle, ways, writing
from trials.leak.workspace import LeakWorkspace

MOST_SHOWN = 5
NUMBERS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")


def main(arguments):
    """The table, the file, the exit code."""
    missing = environment.missing_services()
    if missing:
        print("Did not run, for want of:", *missing, sep="\n  ")
        return 2
    every = ways.load()
    chosen = [every[int(number)] for number in arguments] or list(every.values())
    began = time.monotonic()
    workspace = LeakWorkspace()
    try:
        rows = table(*started(workspace, chosen), chosen)
    finally:
        workspace.close()
    return conclude(rows, time.monotonic() - began)


def started(workspace, chosen):
    """The clean world and the planted one: people there, everything written, mails sent."""
    workspace.prepare()
    worlds = (
        workspace.world("clean", "trials.leak.settings"),
        workspace.world("planted", "trials.leak.planted.settings"),
    )
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda world: prepared(world, chosen), worlds))
    return worlds


def prepared(world, chosen):
    """Start it; look, where a way compares; let the two write and read."""
    world.start()
    for way in chosen:
        if way.look:
            world.before[way.number] = looked(world, way)
    writing.write(world)
    world.start_worker()
    unread = set(world.words) - writing.read(world)
    if unread:
        raise SystemExit(f"Written and not to be found by the two: {', '.join(sorted(unread))}")


def looked(world, way):
    """What is to be seen before the two meet. In the planted world the leak is there already."""
    if world.kind == "clean":
        return way.look(world)
    with way.plant(world):
        return way.look(world)


def table(clean, planted, chosen):
    """Each way in both worlds, a line as soon as it is known."""
    rows = []
    for way in chosen:
        began = time.monotonic()
        row = walked(clean, way)
        row["plant"] = caught(planted, way, [where for where, _what in row["hits"]])
        row["seconds"] = round(time.monotonic() - began, 1)
        rows.append(row)
        show(row)
    return rows


def walked(world, way):
    """Everything that came back on the way, searched. The number of answers and bytes, and the hits."""
    row = {"number": way.number, "title": way.title, "answers": 0, "bytes": 0, "hits": []}
    known = {}
    for seen in way.walk(world):
        row["answers"] += 1
        row["bytes"] += len(seen.data)
        row["hits"] += [(seen.where, what) for what in told(world, seen, known)]
        if seen.vain:
            row["hits"].append((seen.where, f"walked in vain: {seen.vain}"))
    if not row["answers"]:
        row["hits"].append(("all of it", "nothing was looked at"))
    return row


def told(world, seen, known):
    """What is wrong with something that was seen: the fault, the words in it, the other signs."""
    key = hashlib.blake2b(seen.data + repr(seen.signs).encode()).digest()
    if key not in known:
        signs = {sign: sign for sign in seen.signs}
        known[key] = sorted(needle.found(seen.data, world.words | signs))
    return [*(f"holds “{name}”" for name in known[key]), *([seen.fault] if seen.fault else [])]


def caught(world, way, open_anyway):
    """Where the same walk finds the planted leak; an empty text if it does not.

    Where the clean world is open already, finding something proves nothing.
    """
    known, open_anyway = {}, {nameless(where) for where in open_anyway}
    with way.plant(world) as place:
        for seen in way.walk(world):
            if place not in seen.where or nameless(seen.where) in open_anyway:
                continue
            if told(world, seen, known):
                world.tidy()
                return f"{seen.where}: {told(world, seen, known)[0]}"
    world.tidy()
    return ""


def nameless(where):
    """A place without codes and numbers: the same in both worlds."""
    return NUMBERS.sub("", where)


def show(row):
    """One line, and what is wrong beneath it."""
    closed = "closed" if not row["hits"] else f"OPEN ({len(row['hits'])})"
    plant = "planted leak caught" if row["plant"] else "PLANT NOT CAUGHT"
    size = f"{row['answers']:,} answers, {row['bytes'] / 1e6:.1f} MB, {row['seconds']:.0f} s"
    print(f"{row['number']:2}  {row['title']:46} {closed:10} {plant:20} {size}", flush=True)
    for hit in row["hits"][:MOST_SHOWN]:
        print(f"      {': '.join(hit)[:300]}", flush=True)


def conclude(rows, seconds):
    """What could not be looked at, the file, the last line, the exit code."""
    closed = sum(not row["hits"] for row in rows)
    held = sum(bool(row["plant"]) for row in rows)
    lacking = list(environment.missing_extras())
    out = environment.ROOT / "var" / "leaktest.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps({"seconds": round(seconds), "lacking": lacking, "ways": rows}, indent=1))
    for line in lacking:
        print(f"Note: {line}")
    print(f"{seconds / 60:.1f} minutes; written to {out.relative_to(environment.ROOT)}")
    print(f"{closed} of {len(rows)} closed, {held} of {len(rows)} planted leaks caught")
    return 0 if closed == held == len(rows) else 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_args: sys.exit(1))  # not without taking all down
    try:
        sys.exit(main(sys.argv[1:]))
    except Exception:
        traceback.print_exc()
        sys.exit(1)

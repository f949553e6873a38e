"""The figures of a trial against its goals (P39, P40)."""

from collections import defaultdict

P95_MS, P99_MS = 300, 800
GROWTH = 1.10  # memory and connections of the last third against the middle third
ROOM_MB = 15  # what a small process may grow by chance


def percentile(values, share):
    """The value that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def figures(answers):
    """{name: {count, p50, p95, p99, largest}} in milliseconds, `all` first; and {mistake: how often}."""
    by_name, wrong = defaultdict(list), defaultdict(int)
    for answer in answers:
        by_name["all"].append(answer.ms)
        by_name[answer.name].append(answer.ms)
        if answer.wrong:
            wrong[answer.wrong] += 1
    rows = {
        name: {
            "count": len(times),
            "p50": percentile(times, 0.50),
            "p95": percentile(times, 0.95),
            "p99": percentile(times, 0.99),
            "largest": max(times),
        }
        for name, times in by_name.items()
    }
    return {"all": rows["all"]} | dict(sorted(rows.items())), dict(wrong)


def grown(samples):
    """{what: (middle third, last third)} of what grew by more than it may."""
    third = len(samples) // 3
    if not third:
        return {}
    middle, last = samples[third : 2 * third], samples[-third:]
    found = {}
    for name in samples[0].keys() - {"second"}:
        before, after = (max(sample[name] for sample in part) for part in (middle, last))
        if after > before * GROWTH and after - before > (3 if name == "connections" else ROOM_MB):
            found[name] = (before, after)
    return found


def faults(rows, wrong, samples):
    """What misses a goal, a line each."""
    everything = rows["all"]
    for name, most in (("p95", P95_MS), ("p99", P99_MS)):
        if everything[name] > most:
            yield f"{name} {everything[name]:.0f} ms, more than {most}"
    yield from (f"{count} x {what}" for what, count in wrong.items())
    yield from (f"{name} grew from {before} to {after}" for name, (before, after) in grown(samples).items())

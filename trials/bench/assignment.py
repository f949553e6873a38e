"""A proposal for everybody who waits, from the database to the stored result, against scipy's bare solve.

2,000 members, 1,000 mentors with one to three places; the same matrix for both, in the same process.
"""

import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MIGRATE = ["manage.py", "migrate", "--run-syncdb", "-v0"]
MEMBERS, MENTORS, ROUNDS = 2_000, 1_000, 3
AT_MOST = 10


def measure(env):
    """{"product": seconds, "bare": seconds, …} on the database of an environment."""
    for command in (MIGRATE, ["-m", "trials.bench.assignment"]):
        env = env | {"MENTORING_PROCESS": "worker"}
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True
        )
    return json.loads(done.stdout)


def show(store, found):
    """The lines of one database; the ratio has its goal beside it."""
    print(
        f"\n{store}: a proposal for {found['members']:,} members, {MENTORS:,} mentors, {found['places']:,} places"
    )
    for name in ("bare", "product"):
        print(f"{name:28} {found[name]:8.2f} s")
    print(
        f"proposal: {found['product'] / found['bare']:.1f} x scipy's bare solve (at most {AT_MOST}, then 4); "
        f"tiers {found['tiers']}, optimum {'equal' if found['equal'] else 'WORSE'}; "
        f"largest memory {found['megabytes']} MB"
    )


def fill(chance):
    """Mentors with room, and members of whom each wants something."""
    from matching.models import Criteria, Wish
    from profiles.models import Member, MentorProfile
    from trials.bench import data

    data.fill(MENTORS, chance)
    for mentor in MentorProfile.objects.all():
        mentor.capacity = chance.randint(1, 3)
        mentor.save(update_fields=["capacity"])
    members = [data._member(MENTORS + number, chance) for number in range(MEMBERS)]
    members = Member.objects.bulk_create(members)
    rows = Wish.objects.bulk_create([_wish(member, chance, data) for member in members])
    Criteria.objects.bulk_create([_criteria(row, chance, data) for row in rows])


def _wish(member, chance, data):
    from django.utils import timezone

    from matching.models import Wish

    (focus,) = data._slugs("helps_with", chance, 1, 1)
    now = timezone.now()
    return Wish(member=member, what="A post.", focus=focus, status="assign", asked_at=now, unheard_at=now)


def _criteria(wish, chance, data):
    from matching.models import Criteria

    return Criteria(
        wish=wish,
        work=chance.choice(["", "", "same", "different"]),
        windows=data._slugs("window", chance, 0, 3),
        formats=data._slugs("format", chance, 0, 3),
        other_employer=chance.random() < 0.3,
    )


def product():
    """Seconds from asking to what is stored."""
    from directory.facet_index import forget_index
    from matching.assignment import deciding, proposing
    from matching.models import Proposal

    Proposal.objects.all().delete()
    forget_index()
    deciding.ask_for_proposal()
    began = time.perf_counter()
    assert proposing.compute_proposals() == 1
    return time.perf_counter() - began


def bare(cost):
    """Seconds of the solve alone, and its optimum."""
    from scipy.optimize import linear_sum_assignment

    began = time.perf_counter()
    rows, columns = linear_sum_assignment(cost)
    return time.perf_counter() - began, cost[rows, columns].sum()


def caught(costs, kept):
    """`solver.costs`, with what it gave kept for the bare solve."""

    def give(*args):
        kept[:] = [costs(*args)]
        return kept[0]

    return give


def main():
    """Fill, then in turn: ours, and scipy's."""
    import django

    django.setup()
    from matching.assignment import solver
    from matching.models import ProposedMentor, Tier
    from mentoring.lib import garbage

    garbage.look_seldom()  # as the worker does
    fill(random.Random(2026))
    times = [product() for _round in range(ROUNDS)]
    tiers = list(ProposedMentor.objects.filter(rank=1).values_list("tier", flat=True))
    kept, costs = [], solver.costs
    solver.costs = caught(costs, kept)
    product()
    solved = [bare(kept[0]) for _round in range(ROUNDS)]
    weight = sum((MEMBERS + 1) ** (tier - 2) for tier in tiers if tier > 1)
    print(
        json.dumps(
            {
                "product": min(times),
                "bare": min(seconds for seconds, _cost in solved),
                "members": MEMBERS,
                "places": kept[0].shape[1],
                "tiers": [tiers.count(tier) for tier in Tier],
                "equal": bool(weight == solved[0][1]),
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            }
        )
    )


if __name__ == "__main__":
    main()

"""Inside the member process: everybody there is before the two meet. Prints who they are, as JSON."""

import json
import sys

from trials.leak.inside import enter

PASSWORD = "leaktest-reading-room-7"
ROLES = (
    "mentor",
    "mentee",
    "member",
    "elsewhere",
    "former",
    "suspended",
    "watcher",
    "spare",
    "victim",
    "coordinator",
    "superuser",
)


def main(mark):
    """A mentor, a mentee to be, neighbours with pairs of their own, staff, and a few more mentors."""
    import factories
    from coordination.groups import coordinator_group
    from feedback import services as feedback_services
    from mentorships import services
    from profiles import moderation

    people = {
        role: factories.member(
            name=f"{role.title()} {mark}{role[:3]}",
            password=PASSWORD,
            email=f"{role}-{mark}@leaktest.example",
            is_staff=role in ROLES[-2:],
            is_superuser=role == "superuser",
        )
        for role in ROLES
    }
    people["mentor"] = factories.mentor(
        name=f"Mentor {mark}men", email=f"real-mentor-{mark}@leaktest.example", password=PASSWORD, capacity=9
    ).member
    for number in range(8):
        factories.mentor(name=f"Neighbour {number} {mark}", areas=["reference-research-help"])
    for name in ("elsewhere", "former"):
        near = factories.pair(people["mentor"], people[name])
        for author in (people["mentor"], people[name]):
            written = factories.letter(near, author, letter=f"A letter of {name}.")
            feedback_services.answer_feedback(written, author=people["mentor"], text="An answer.")
    services.end(near, by=people["mentor"])
    moderation.suspend(people["suspended"])
    coordinator_group().user_set.add(people["coordinator"])
    print(
        json.dumps(
            {
                role: {"pk": who.pk, "email": who.email, "name": who.name, "code": str(who.code)}
                for role, who in people.items()
            }
        )
    )


if __name__ == "__main__":
    enter()
    main(sys.argv[1])

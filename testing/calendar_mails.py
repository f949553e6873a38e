"""A calendar with everything in it that a careless server would mend, and a mail that carries it."""

from factories import member
from testing.mails import feedback_to

# Everything that a careless server mends: a dot alone, "From ", long lines, spaces at the end, other line ends.
INVITE = "\r\n".join(
    (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        "UID:7@m.example",
        "SEQUENCE:0",
        "SUMMARY:Réunion 👩🏽‍🏫 =3D",
        "DESCRIPTION:" + "wörd " * 300,
        ".",
        "..two",
        "From here",
        " folded",
        "X-SPACE:end ",
        "X-BARE:a\nb",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
)


def invitation(calendar=INVITE, **more):
    return feedback_to(member(name="Amina Otieno"), calendar=calendar, **more)

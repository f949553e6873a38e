"""What two mentors of the demonstration say on the home page, and one that waits for a coordinator."""

from outreach.models import Quote
from outreach.services import quotes
from profiles.models import Member

SAID = (
    ("mentor", "I thought I had nothing to teach. It turned out that listening was most of it.", True, True),
    ("latoya-frierson", "One hour a month, and I look at my own work with new eyes.", False, True),
    ("gareth-pemberton-lyle", "Someone did this for me once. That’s reason enough.", True, False),
)


def write():
    """Nothing if there are any."""
    if Quote.objects.exists():
        return
    for name, text, shows_name, shown in SAID:
        member = Member.objects.get(email=f"{name}@demo.example")
        quote = quotes.save_quote(member, text=text, shows_name=shows_name)
        if shown:
            quotes.decide(quote, shown=True, seen=quote.changed_at)

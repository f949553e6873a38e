"""A calendar program of one person: takes messages in the order they come, as RFC 5546 has it, and knows what stands."""

from meetings.tests.readers import vobjects

FAR = 90  # occurrences of a rule that are looked at: more than a year of weeks


class Broken(AssertionError):
    """A message that programs would ignore, or take for something else than it was meant for."""


class Program:
    """`events`: {uid: {what it was planned for, or "": (start, end)}}; `gone`: what was cancelled for good."""

    def __init__(self, address):
        self.address, self.events, self.numbers, self.gone = address, {}, {}, set()

    def take(self, text):
        """One message. Broken if it does not keep the rules of P24."""
        seen = vobjects.read([text], most=FAR)[0]
        self.check(seen[0])
        for event in seen:
            (self.cancel if event["method"] == "CANCEL" else self.put)(event)

    def check(self, event):
        """Mine, with a higher number than before, and not about what is gone."""
        uid = event["uid"]
        if event["attendee"] != self.address:
            raise Broken(f"for {event['attendee']}")
        if event["sequence"] <= self.numbers.get(uid, -1):
            raise Broken(f"number {event['sequence']} after {self.numbers[uid]}")
        if uid in self.gone:
            raise Broken("a message after the last one")
        self.numbers[uid] = event["sequence"]

    def put(self, event):
        """New, or changed: the whole of it, or one of it."""
        span = (event["start"], event["end"])
        if event["recurrence_id"]:
            self.one(event)
            self.events[event["uid"]][event["recurrence_id"]] = span
        elif event["occurrences"] is None:
            self.events[event["uid"]] = {"": span}
        else:
            self.events[event["uid"]] = {at: (at, None) for at in event["occurrences"]}

    def cancel(self, event):
        """Gone: the whole of it, or one of it."""
        if event["recurrence_id"]:
            self.one(event)
            del self.events[event["uid"]][event["recurrence_id"]]
        else:
            del self.events[event["uid"]]
            self.gone.add(event["uid"])

    def one(self, event):
        """One of a rule has to be one of it."""
        if event["recurrence_id"] not in self.events.get(event["uid"], ()):
            raise Broken(f"{event['method']} of {event['recurrence_id']}, which is not there")

    def starts(self, since, until):
        """When something begins between two instants, in order."""
        spans = [span for event in self.events.values() for span in event.values()]
        return sorted(start for start, _end in spans if since < start < until)

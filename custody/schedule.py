"""All that custody has to do when time passes."""

from custody import closing, notices, retention


def run():
    """Accounts that close, retention, notices of disclosures. Returns {what: how many}."""
    done = {"accounts closed": closing.finish_due(), "notices": notices.tell_due()}
    return done | {str(what): count for what, count in retention.keep().items()}

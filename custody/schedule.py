"""All that custody has to do when time passes."""

from custody import closing, erasures, notices, retention, shredding


def run():
    """Accounts that close, retention, notices of disclosures. Returns {what: how many, None if it failed}."""
    steps = {
        "accounts closed": closing.finish_due,
        "cases of members who have left": cases_of_leavers,
        "notices of disclosures": notices.tell_due,
        "lines missing on the erasure list": closing.erasures_missing,
    }
    done = {what: retention.attempt(what, step) for what, step in steps.items()}
    return done | {str(what): count for what, count in retention.keep().items()}


def cases_of_leavers():
    """Shred them, and write it down. Returns how many."""
    codes = shredding.shred_cases_of_leavers()
    for code in codes:
        erasures.remember_scope(code)
    return len(codes)

"""Sessions of the staff site (its SESSION_ENGINE): in a table of their own, sealed like the member site's."""

from django.contrib.auth import SESSION_KEY

from mentoring.lib import sealed_sessions


class SessionStore(sealed_sessions.SessionStore):
    """As the member site's, in another table."""

    @classmethod
    def get_model_class(cls):
        """The table."""
        from coordination.models import StaffSession

        return StaffSession


def end_sessions_of(member):
    """Sign somebody out of the staff site. How many sessions were theirs; to be called by its process."""
    mine = [key for key in _keys() if SessionStore(key).get(SESSION_KEY) == str(member.pk)]
    return SessionStore.get_model_class().objects.filter(session_key__in=mine).delete()[0]


def _keys():
    return SessionStore.get_model_class().objects.values_list("session_key", flat=True)

"""Error reports that say where something broke and nothing of what people wrote."""

from django.views.debug import SafeExceptionReporterFilter


class NoVariables(SafeExceptionReporterFilter):
    """Drops every local variable and every posted value, in debug pages and in mails alike."""

    def get_traceback_frame_variables(self, request, tb_frame):
        """Nothing: a local variable may hold a confidential text."""
        return []

    def get_post_parameters(self, request):
        """The names of the fields, without what was typed."""
        return {} if request is None else dict.fromkeys(request.POST, self.cleansed_substitute)

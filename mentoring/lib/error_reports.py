"""Error reports that say where something broke and nothing of what people wrote."""

from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

# Where an address stands with what was looked for in it.
TELLING = {"QUERY_STRING", "HTTP_REFERER", "REQUEST_URI", "RAW_URI"}


class NoVariables(SafeExceptionReporterFilter):
    """Drops every local variable and every posted value, in debug pages and in mails alike."""

    def get_traceback_frame_variables(self, request, tb_frame):
        """Nothing: a local variable may hold a confidential text."""
        return []

    def get_post_parameters(self, request):
        """The names of the fields, without what was typed."""
        return {} if request is None else dict.fromkeys(request.POST, self.cleansed_substitute)

    def get_safe_request_meta(self, request):
        """The headers, without the words somebody searched their letters for."""
        found = super().get_safe_request_meta(request)
        return {name: value for name, value in found.items() if name not in TELLING}


class ErrorReport(ExceptionReporter):
    """The report itself: the address without what was looked for."""

    def get_traceback_data(self):
        """As Django's, without the query."""
        data = super().get_traceback_data()
        if self.request is not None:
            data["request_GET_items"] = dict.fromkeys(self.request.GET, "").items()
            data["request_insecure_uri"] = data["request_insecure_uri"].partition("?")[0]
        return data

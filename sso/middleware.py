"""The policy of a page that shows the button: its forms may lead to the providers (Chromium asks for that, trap 1)."""

from csp.decorators import csp_update


def lead_to_providers(get_response):
    """`request.sso_origins` is set by the tag that draws the buttons: no page forgets it, and no other has it."""

    def middleware(request):
        response = get_response(request)
        if origins := getattr(request, "sso_origins", None):
            return csp_update({"form-action": origins})(lambda _request: response)(request)
        return response

    return middleware

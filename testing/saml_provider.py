"""A university's SAML sign-in for journeys: a page with a button that posts a signed answer from another site."""

import html
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from testing.saml_answers import WAYS, Signer, answer, assertion, request_id, signed


class SamlProvider(ThreadingHTTPServer):
    """`attributes` is what it says of whoever comes; `site` is where answers go."""

    def __init__(self, site):
        super().__init__(("127.0.0.1", 0), Handler)
        self.site, self.signer, self.attributes = site, Signer(), {}
        self.answer = self.signed_here

    @property
    def address(self):
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"

    def entry(self):
        """Its entry in the operator's file."""
        return {
            "id": "university",
            "kind": "saml",
            "name": "University account",
            "entity_id": "https://idp.library.example/metadata",
            "sso_url": f"{self.address}/sign-in",
            "certificate": self.signer.certificate,
            "verified_addresses": True,
            "claims": {"state": "status"},
        }

    def signed_here(self, asked, acs):
        """The answer to the request with this number, in base64: built and signed by `testing/saml_answers.py`."""
        xml = signed(assertion(asked, attributes=self.attributes, site=self.site), self.signer)
        return answer(asked, xml, destination=acs)["SAMLResponse"]


class Handler(BaseHTTPRequestHandler):
    """One page."""

    def do_GET(self):
        provider = self.server
        if "SAMLRequest=" not in self.path:
            self.send_error(404)
            return
        acs = f"{provider.site}{WAYS}acs/"
        posted = provider.answer(request_id(self.path), acs)
        page = f"""<!doctype html><title>University</title><main><form method="post" action="{acs}">
<input type="hidden" name="SAMLResponse" value="{html.escape(posted)}"><button>Sign in</button></form></main>"""
        content = page.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        """Quietly."""

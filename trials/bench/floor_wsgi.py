"""The floor's own door: Django's, without what `mentoring/wsgi.py` adds to it."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

"""What stands in a feed."""

from django.test import Client


def text(feed, **headers):
    """What a calendar program gets, without a cookie; lines unfolded."""
    answer = Client(headers=headers).get(feed)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode().replace("\r\n ", "")

"""The texts of a page."""

from html.parser import HTMLParser


class Texts(HTMLParser):
    """Everything between tags, piece by piece."""

    def __init__(self, page):
        super().__init__()
        self.pieces = set()
        self.feed(page)

    def handle_data(self, data):
        self.pieces.add(" ".join(data.split()))


def texts(answer):
    assert answer.status_code == 200
    return Texts(answer.content.decode()).pieces

"""The keys of texts, as the boxes of a report name them."""

from privacy.private_texts import texts_of


def keys(pair, reader, **wanted):
    """Of what the reader may read and whose row has these values."""
    return [
        text.key
        for text in texts_of(pair, reader)
        if all(getattr(text.row, name, None) == value for name, value in wanted.items())
    ]

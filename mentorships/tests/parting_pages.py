"""The addresses on which a pair parts."""


def url(pair, rest=""):
    return f"{pair.get_absolute_url()}{rest}"

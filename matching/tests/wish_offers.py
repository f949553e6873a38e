"""The list of wishes, and the click that offers oneself."""

LIST = "/wishes/"


def offer(client, wish, **data):
    return client.post(f"{LIST}{wish.code}/offer/", data)

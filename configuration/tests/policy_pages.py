"""The page on which members accept the policies."""

PAGE = "/accept/"


def versions_on(page):
    return page.content.decode().split('name="versions" value="')[1].split('"')[0]


def press(client, **more):
    return client.post(PAGE, {"versions": versions_on(client.get(PAGE)), **more})

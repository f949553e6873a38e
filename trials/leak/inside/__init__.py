"""Programs that run inside the Django of a world, in the process the world chooses for them."""


def enter():
    """Django, ready."""
    import django

    django.setup()

"""What a form holds."""


def whole(**typed):
    return {"whole": "1", "name": "Amina Otieno", "language": "en-gb", "languages": ["en"], **typed}

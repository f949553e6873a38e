"""The page that asks the coordinators for a mentor."""

PAGE, MINE = "/wishes/mine/coordinators/", "/wishes/mine/"
SAID = {
    "what": "knows sea maps.",
    "focus": "leadership",
    "work": "same",
    "language": "fr",
    "windows": ["weekends"],
    "formats": ["video", "phone"],
    "other_employer": "on",
}

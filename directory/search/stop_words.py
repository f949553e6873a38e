"""Words too common to tell one mentor from another, beside those the vocabulary lists. English, Spanish, French."""

from directory.search.fold import tokens

ENGLISH = """
all also am any as be became because become been being but by did does else ever every feel few
give go going got had has have he her here him his if into it its just know knows let lot lots
many may might more most much must new now our out over please really she should so some somebody
something such talk talking tell than that their them then there these they thing this those
through too under up us use very was way we were what when where which while whose why will yet
you your
"""
SPANISH = """
alguien algun alguna ayuda ayudar biblioteca bibliotecas bibliotecario bibliotecaria
bibliotecarios bibliotecarias busco con como de del el ella en es experiencia habla hable hablar
la las los me mentor mentora mentores mentoria mi necesito para por que quien quiero sobre su
trabajo un una y
"""
FRENCH = """
aide aider au aux avec bibliotheque bibliotheques bibliothecaire bibliothecaires cherche dans de
des du elle en est et experience il je la le les mentorat mon mentore ou par parle parlant pour
qui quelqu quelquun sur travail un une
"""
# Inside a phrase of the vocabulary, as in "under fives", they are kept.
LITTLE_WORDS = frozenset(tokens(f"{ENGLISH} {SPANISH} {FRENCH}"))
# Signs leave out what is at home in place names (Los Angeles, El Paso) or in more than one language.
SIGNS = {
    "es": frozenset(
        (
            "alguien ayuda busco con del habla hable hablar necesito para quien quiero sobre una"
        ).split()
    ),
    "fr": frozenset(
        ("aide au aux avec cherche dans des du je parle parlant pour qui quelquun une").split()
    ),
}


def tongue_of(word):
    """The code of the language a little word gives away, None where it gives nothing away."""
    return next((code for code, words in SIGNS.items() if word in words), None)

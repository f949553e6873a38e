"""Opening a text file whose encoding nobody has said."""

import codecs

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CHUNK = 1 << 20


def encoding_of(file):
    """The encoding of a binary file: by its first bytes, else UTF-8 where all of it is, else Windows-1252.

    Every Latin-1 text is one of Windows-1252 too, but for control characters that are in no name.
    Leaves the file at its beginning.
    """
    file.seek(0)
    start = file.read(3)
    named = next((encoding for bom, encoding in BOMS if start.startswith(bom)), None)
    found = named or ("utf-8" if _is_utf8(file) else "cp1252")
    file.seek(0)
    return found


def _is_utf8(file):
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True

"""A QR code as squares of an SVG path: no style, no address that holds the secret, dark on white in any theme."""

from typing import NamedTuple

import qrcode


class QrCode(NamedTuple):
    """`path` for an SVG whose viewBox is 0 0 `size` `size`; the quiet zone is in it."""

    size: int
    path: str


def draw_qr(text):
    """The QR code of a text."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    dots = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return QrCode(len(rows), "".join(dots))

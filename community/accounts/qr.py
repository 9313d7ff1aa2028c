"""Draws a text as a square code inside the page: no file, no script, no picture address."""

import qrcode
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

EDGE = 4  # squares of white around it, as readers need


def drawing(text: str) -> SafeString:
    """An inline drawing, black on white in dark pages too."""
    code = qrcode.QRCode(border=EDGE, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    rows = code.get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">'
        '<path fill="#fff" d="M0 0h{0}v{0}h-{0}z"/><path fill="#000" d="{2}"/></svg>',
        len(rows),
        _("A square code for your app"),
        path,
    )

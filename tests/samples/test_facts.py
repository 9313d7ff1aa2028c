"""Our facts beside real files: numbers of help, identity codes."""

import json

import pytest

from community.safety.lines import LINES
from moderation.screening.details import identity_codes, plainly

pytestmark = pytest.mark.samples
# In our list by their owners' releases, not in the file: the lines in Swedish.
ELSEWHERE = {"09 2525 0112", "0800 96 116"}


def test_CH_08_no_number_of_help_is_from_memory(samples):
    services = json.loads((samples / "crisis" / "services_fi.json").read_text(encoding="utf-8"))
    known = {one["number"]: one["status"] for one in services["services"] if one.get("number")}
    for line in LINES:
        if line.number not in ELSEWHERE:
            assert known[line.number] == "number_confirmed", line.number


def test_PB_07_every_identity_code_is_seen_and_no_lookalike(samples):
    """A code written with another dash is no valid code, and still somebody's: we hold it too."""
    vectors = json.loads((samples / "identity" / "hetu_vectors.json").read_text(encoding="utf-8"))
    real = {one["value"] for one in vectors["valid"]}
    for one in vectors["valid"]:
        assert identity_codes(plainly(f"Tunnus on {one['value']}, hei.")), one["value"]
    for one in vectors["invalid"]:
        if plainly(one["value"]).strip().upper() in real:
            continue
        assert not identity_codes(plainly(f"Tunnus on {one['value']}, hei.")), one

"""What tests of the editorial wing share."""

from tests.unit.cms.wing import _grown, wing  # noqa: F401

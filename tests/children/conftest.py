"""What tests of the children's pages share."""

from tests.unit.cms.wing import _grown, wing  # noqa: F401

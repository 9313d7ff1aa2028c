"""Sessions that end by themselves (ID-16); each knows its person and one word for its device.

No address and nothing of what a browser says of itself is stored (PR-02, ID-18). Named by
`SESSION_ENGINE`; a person's sessions are listed and ended in `devices.py`.
"""

import time
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as StoredSession
from django.utils import timezone

from community import promises

BEGAN, OWN, DEVICE = "began", "own_device", "device"
# How far the written end may lag behind the true one: one row is written a minute at most.
LAG = timedelta(minutes=1)


class SessionStore(StoredSession):
    """A session whose end stands in its row: what is over is not found, by a page or a socket."""

    _row = None

    @classmethod
    def get_model_class(cls) -> type:
        from .models import OpenSession

        return OpenSession

    def begin(self, *, own: bool, device: str) -> None:
        """Somebody has just signed in here; the clock starts."""
        self[BEGAN], self[OWN], self[DEVICE] = time.time(), own, device

    def get_expiry_date(self, **kwargs) -> datetime:
        """When this session ends if nothing more is done in it (ID-16)."""
        now = timezone.now()
        if SESSION_KEY not in self:
            return now + timedelta(seconds=settings.SESSION_COOKIE_AGE)
        began = datetime.fromtimestamp(self.get(BEGAN, now.timestamp()), tz=UTC)
        if self.get(OWN):
            return began + promises.SESSION_OWN
        return min(now + promises.IDLE_SHARED, began + promises.SESSION_SHARED)

    def get_expiry_age(self, **kwargs) -> int:
        return max(0, int((self.get_expiry_date() - timezone.now()).total_seconds()))

    def get_expire_at_browser_close(self) -> bool:
        """The device is shared until somebody says otherwise."""
        return not self.get(OWN, False)

    def seconds_left(self) -> int:
        """Until the end that is written now."""
        ends = self._row.expire_date if self._row else self.get_expiry_date()
        return max(0, int((ends - timezone.now()).total_seconds()))

    def slide(self) -> None:
        """Somebody did something: the idle time begins anew."""
        if self._row is None or self.session_key != self._row.pk or SESSION_KEY not in self:
            return
        ends, today = self.get_expiry_date(), timezone.localdate()
        if ends - self._row.expire_date >= LAG or self._row.last_seen != today:
            self._row.expire_date, self._row.last_seen = ends, today
            mine = self.model.objects.filter(pk=self._row.pk)
            mine.update(expire_date=ends, last_seen=today)

    def save(self, must_create: bool = False) -> None:
        if SESSION_KEY in self and BEGAN not in self:  # signed in by another way than our door
            self.begin(own=False, device="")
        super().save(must_create)

    def create_model_instance(self, data: dict) -> object:
        row = super().create_model_instance(data)
        if self._row is not None and self._row.pk == row.pk:
            row.ref = self._row.ref  # the page that lists it may be open
        if SESSION_KEY in data:
            row.person_id = int(data[SESSION_KEY])
            row.device = data.get(DEVICE, "")
            row.began_at = datetime.fromtimestamp(data.get(BEGAN, time.time()), tz=UTC)
            row.last_seen = timezone.localdate()
        self._row = row
        return row

    def _get_session_from_db(self) -> object:
        self._row = super()._get_session_from_db()
        return self._row

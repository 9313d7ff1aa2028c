"""Nothing of this site rings on a device: no push, no install, no service worker (EX-10)."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.ROOT)
# What a browser, a phone or a push service would be asked with.
RINGS = re.compile(
    r"serviceWorker|PushManager|pushManager|Notification\b|showNotification|beforeinstallprompt"
    r"|rel=[\"']?manifest|webmanifest|apple-mobile-web-app|mobile-web-app-capable|vapid|firebase",
    re.IGNORECASE,
)


def test_EX_10_no_push_no_install_prompt_no_service_worker():
    pages = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "community/static/js").rglob("*.js")]
    assert len(pages) > 50
    assert not [str(path) for path in pages if RINGS.search(path.read_text(encoding="utf-8"))]
    assert not [path for path in (ROOT / "community/static").rglob("*") if "manifest" in path.name]
    locked = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8")
    assert not re.search(r"^(django-)?(web-?push|pywebpush|django-pwa|fcm)", locked, re.M)

"""Sockets and pages by Daphne. A socket from another site is refused at the handshake (RT-08)."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.production")

pages = get_asgi_application()  # loads the apps; everything below may import models

from channels.auth import AuthMiddlewareStack  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from channels.security.websocket import AllowedHostsOriginValidator  # noqa: E402
from django.urls import path, re_path  # noqa: E402

from community.core.consumers import LiveConsumer  # noqa: E402
from community.core.refs import PATTERN  # noqa: E402
from community.groups.consumers import RoomConsumer  # noqa: E402
from community.urls.hosts import PublicSockets  # noqa: E402

sockets = URLRouter(
    [
        path("live/", LiveConsumer.as_asgi()),
        re_path(rf"^live/g/(?P<ref>{PATTERN})/$", RoomConsumer.as_asgi()),
    ]
)

application = ProtocolTypeRouter(
    {
        "http": pages,
        "websocket": AllowedHostsOriginValidator(PublicSockets(AuthMiddlewareStack(sockets))),
    }
)

"""Where allauth asks us: how somebody comes in, and what a factor is called and kept like."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth import login
from django.http import HttpRequest

from . import devices, locked
from .models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"
OWN_DEVICE = "wants_own_device"


class WayIn(DefaultAccountAdapter):
    """Passphrase, then the second factor if there is one; nothing else, and nothing is mailed."""

    def get_login_stages(self) -> list[str]:
        return ["allauth.mfa.stages.AuthenticateStage"]

    def login(self, request: HttpRequest, user: User) -> None:
        """In, under a new session id (SE-08), with the time this device may have (ID-16)."""
        own = bool(request.session.pop(OWN_DEVICE, False))
        login(request, user, backend=BACKEND)
        request.session.begin(own=own, device=devices.word_for(request))
        request.user = user.seen_through(request.session)

    def add_message(self, *args, **kwargs) -> None:
        """Its sentences are not ours; our pages say what happened."""

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """One mail only: the code that shows that an address is somebody's (EX-09)."""
        from .mail import send_code

        send_code(email, context["code"])


class Factors(DefaultMFAAdapter):
    """Names that tell nothing, and secrets that a stolen database does not hold."""

    def encrypt(self, text: str) -> str:
        return locked.lock(text)

    def decrypt(self, encrypted_text: str) -> str:
        return locked.unlock(encrypted_text)

    def get_totp_label(self, user: User) -> str:
        return "R"

    def get_totp_issuer(self) -> str:
        return "R"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity = super().get_public_key_credential_rp_entity()
        return {**entity, "name": entity["id"]}

    def get_public_key_credential_user_entity(self, user: User) -> dict:
        # Not the pseudonym: the device shows these words to whoever holds it (EX-07).
        return {"id": user.ref.encode(), "display_name": "R", "name": "R"}

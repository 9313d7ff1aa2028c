"""Who may work at the editors' side. The role decides, now; Wagtail's group only follows it."""

from functools import wraps

from django.contrib.auth.models import Group
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from community.accounts.models import Role, User
from community.core.errors import Concealed

EDITORS = "Editors"


def is_editor(person: User) -> bool:
    """Whether this person edits, at this moment."""
    return person.is_superuser or person.has_role(Role.Kind.EDITOR)


def person_of(ref: str) -> User | None:
    """The person an event speaks of, if still here."""
    return User.objects.filter(ref=ref).first()


def follow_role(person: User) -> None:
    """Put the person into the editors' group, or take out. Doing it twice changes nothing."""
    group = Group.objects.filter(name=EDITORS).first()
    if group is None:
        return
    inside = person.groups.filter(pk=group.pk).exists()
    wanted = person.has_role(Role.Kind.EDITOR)
    if wanted and not inside:
        person.groups.add(group)
    if inside and not wanted:
        person.groups.remove(group)


def not_here(request: HttpRequest, *args, **kwargs) -> HttpResponse:
    """A door of the vendor that this house keeps shut, for everybody: as if it never was."""
    raise Concealed


def editors_only(view):
    """The door of the editors' side: an ended role shuts it at once; for others it is not there."""

    @wraps(view)
    def door(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        person = request.user
        if not person.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not is_editor(person):
            raise Concealed
        follow_role(person)
        return view(request, *args, **kwargs)

    return door

"""Who works at the staff side: editors and coordinators, each with the own part and no other.

The role decides, now; Wagtail's groups only follow it.
"""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import Group, Permission
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from community.accounts.models import Role, User
from community.accounts.returning import sign_in_first
from community.core.errors import Concealed

EDITORS, COORDINATORS = "Editors", "Coordinators"
GROUPS = {EDITORS: Role.Kind.EDITOR, COORDINATORS: Role.Kind.COORDINATOR}
# Of the vendor's pages those that belong to nobody's part: what frames every page.
SHARED = frozenset(
    {
        "wagtailadmin_account",
        "wagtailadmin_dismissibles",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
    }
)
PEOPLE = "people"  # the namespace of the coordinator's pages
FIRST = "wagtailadmin_home"  # the editors' first page; a coordinator's is the own list


def is_editor(person: User) -> bool:
    """Whether this person edits, at this moment."""
    return (person.is_superuser and person.is_awake) or person.has_role(Role.Kind.EDITOR)


def is_coordinator(person: User) -> bool:
    """Whether this person keeps the people with tasks, at this moment."""
    return person.has_role(Role.Kind.COORDINATOR)


def may_enter(person: User, request: HttpRequest) -> bool:
    """Whether the page asked for is of this person's part."""
    match = request.resolver_match
    if PEOPLE in match.namespaces:
        return is_coordinator(person)
    return is_editor(person) or (match.view_name in SHARED and is_coordinator(person))


def person_of(ref: str) -> User | None:
    """The person an event speaks of, if still here."""
    return User.objects.filter(ref=ref).first()


def follow_role(person: User) -> None:
    """Put the person into the groups of the roles, or take out. Doing it twice changes nothing."""
    inside = set(person.groups.filter(name__in=GROUPS).values_list("name", flat=True))
    for name, kind in GROUPS.items():
        wanted = person.has_role(kind)
        if wanted and name not in inside and (group := group_named(name)):
            person.groups.add(group)
        if name in inside and not wanted:
            person.groups.remove(group_named(name))


def group_named(name: str) -> Group | None:
    """Wagtail's group. The editors' has rights on pages and is made where those are planted."""
    if name == EDITORS:
        return Group.objects.filter(name=name).first()
    group, is_new = Group.objects.get_or_create(name=name)
    if is_new:
        group.permissions.add(access())
    return group


def access() -> Permission:
    """The right to see the frame of the interface at all."""
    return Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")


def not_here(request: HttpRequest, *args, **kwargs) -> HttpResponse:
    """A door of the vendor that this house keeps shut, for everybody: as if it never was."""
    raise Concealed


def staff_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The door of the staff side: an ended role shuts it at once; for others it is not there."""

    @wraps(view)
    def door(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        person = request.user
        if not person.is_authenticated:
            if request.method == "POST":
                return sign_in_first(request, request.path)
            return redirect_to_login(request.get_full_path())
        if not may_enter(person, request):
            if request.resolver_match.view_name == FIRST and is_coordinator(person):
                return redirect("people:index")
            raise Concealed
        follow_role(person)
        return view(request, *args, **kwargs)

    return door

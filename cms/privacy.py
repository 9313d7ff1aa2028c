"""What the editors' side knows of the people who work there; readers leave nothing (CH-01)."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import APIToken, Comment, CommentReply, PageSubscription
from wagtail.users.models import UserProfile

from community import promises
from community.core.knowing import (
    Choice,
    Ground,
    Part,
    Seen,
    erases,
    exports,
    knows,
    lasting,
    plain,
)

from .models import ContactLine, SafetyReview

knows(
    _("What an editor did: which page or file, when"),
    why=_("So that somebody answers for every guide"),
    ground=Ground.DUTY,
    seen_by=(Seen.HOUSE,),
    kept=_("As long as the page"),
    fields={
        "wagtailcore.page": "owner locked_by",
        "wagtailcore.revision": "user",
        "wagtailcore.pagelogentry": "user data timestamp",
        "wagtailcore.modellogentry": "user data timestamp",
        "wagtailcore.uploadedfile": "uploaded_by_user",
        "wagtailcore.workflowstate": "requested_by",
        "wagtailcore.taskstate": "finished_by comment",
        "wagtaildocs.document": "uploaded_by_user",
        "wagtailimages.image": "uploaded_by_user",
        "cms.siteimage": "uploaded_by_user",
        "cms.sitedocument": "uploaded_by_user",
        "cms.contactline": "owner",
        "cms.safetyreview": "recorded_by",
    },
    example=_("nothing: a member is no editor"),
    members=False,
)
knows(
    _("Who read a children's page for us: profession and house, never a name"),
    why=_("So that no children's page goes out unread"),
    ground=Ground.DUTY,
    seen_by=(Seen.HOUSE,),
    kept=_("As long as the page"),
    fields={"cms.safetyreview": "page field read_by read_on seal"},
    example=_("nothing: a member is no editor"),
    members=False,
)
knows(
    _("How an editor has set up the editing tool, and notes between editors"),
    why=_("So that the tool works as they like it"),
    ground=Ground.SERVICE,
    seen_by=(Seen.HOUSE,),
    kept=lasting(_("Until the editor leaves"), promises.ACCOUNT_GONE),
    fields={
        "wagtailusers.userprofile": "user submitted_notifications approved_notifications "
        "rejected_notifications updated_comments_notifications preferred_language "
        "current_time_zone avatar dismissibles theme contrast density keyboard_shortcuts",
        "wagtailadmin.editingsession": "user content_type object_id last_seen_at is_editing",
        "wagtailadmin.formstate": "data user content_type object_id parent_object_id "
        "last_updated_at",
        "wagtailcore.apitoken": "user name key_hash prefix created revoked_at last_used_at",
        "wagtailcore.comment": "page user text contentpath position created_at updated_at "
        "revision_created resolved_at resolved_by",
        "wagtailcore.commentreply": "comment user text created_at updated_at",
        "wagtailcore.pagesubscription": "user page comment_notifications",
    },
    example=_("nothing: a member is no editor"),
    members=False,
)
WORDS_OF_THE_HOUSE = "words and pictures of the house for everybody to read"
plain(
    WORDS_OF_THE_HOUSE,
    {
        "cms.childrenhomepage": "*",
        "cms.childdoorpage": "*",
        "cms.childpage": "*",
        "cms.contactwords": "*",
        "cms.guideindexpage": "*",
        "cms.guidepage": "*",
        "cms.homepage": "*",
        "cms.siterendition": "*",
        "wagtailimages.rendition": "*",
        "taggit.tag": "*",
        "taggit.taggeditem": "*",
    },
)
plain(
    "a public service's number for children, checked by its owner above",
    {
        "cms.contactline": "id translation_key locale name number run_by spoken hours_sure source "
        "checked_on",
        "cms.safetyreview": "id",
    },
)
FILE = "id collection title file created_at file_size file_hash"
FOCUS = "focal_point_x focal_point_y focal_point_width focal_point_height"
PICTURE = f"{FILE} description width height {FOCUS}"
plain(
    "files of the house",
    {
        "cms.siteimage": f"{PICTURE} alternative_text",
        "wagtailimages.image": PICTURE,
        "cms.sitedocument": FILE,
        "wagtaildocs.document": FILE,
        "wagtailcore.uploadedfile": "id for_content_type file",
    },
)
plain(
    "pages of the house and their history; the people in it are declared above",
    {
        "wagtailcore.page": "id path depth numchild translation_key locale latest_revision live "
        "has_unpublished_changes first_published_at last_published_at live_revision go_live_at "
        "expire_at expired locked locked_at title draft_title slug content_type url_path "
        "latest_revision_created_at alias_of show_in_menus seo_title search_description",
        "wagtailcore.revision": "id content_type base_content_type object_id created_at object_str "
        "content approved_go_live_at",
        "wagtailcore.pagelogentry": "id content_type label action uuid revision content_changed "
        "deleted page",
        "wagtailcore.modellogentry": "id content_type label action uuid revision content_changed "
        "deleted object_id",
        "wagtailcore.workflowstate": "id content_type base_content_type object_id workflow status "
        "created_at current_task_state",
        "wagtailcore.taskstate": "id workflow_state revision task status started_at finished_at "
        "content_type",
        "wagtailusers.userprofile": "id",
        "wagtailadmin.editingsession": "id",
        "wagtailadmin.formstate": "id",
        "wagtailcore.apitoken": "id",
        "wagtailcore.comment": "id",
        "wagtailcore.commentreply": "id",
        "wagtailcore.pagesubscription": "id",
    },
)
plain(
    "the editing program's own arrangement; it points to no person",
    dict.fromkeys(
        (
            "simple_translation.simpletranslation", "wagtailsearch.indexentry",
            "wagtailsearch.sqliteftsindexentry", "wagtailadmin.admin", "wagtailcore.locale",
            "wagtailcore.site", "wagtailcore.groupsitepermission",
            "wagtailcore.collectionviewrestriction_groups", "wagtailcore.collectionviewrestriction",
            "wagtailcore.collection", "wagtailcore.groupcollectionpermission",
            "wagtailcore.workflowcontenttype", "wagtailcore.workflow", "wagtailcore.workflowtask",
            "wagtailcore.task", "wagtailcore.groupapprovaltask_groups",
            "wagtailcore.groupapprovaltask", "wagtailcore.grouppagepermission",
            "wagtailcore.pageviewrestriction_groups", "wagtailcore.pageviewrestriction",
            "wagtailcore.workflowpage", "wagtailcore.referenceindex",
        ),
        "*",
    ),
)  # fmt: skip


@exports(
    "editing",
    _("What you have done as an editor"),
    Part.BASICS,
    {"what": _("What"), "on": _("When")},
)
def editing(person: object) -> list[dict]:
    lines = ContactLine.objects.filter(owner=person).order_by("pk")
    read = SafetyReview.objects.filter(recorded_by=person).order_by("pk")
    return [
        *({"what": line.name, "on": line.checked_on} for line in lines),
        *({"what": review.get_field_display(), "on": review.read_on} for review in read),
    ]


@erases
def empty_editing(person: object, choice: Choice) -> None:
    """What was published is the house's; the tool forgets who used it."""
    for model in (UserProfile, EditingSession, FormState, APIToken, PageSubscription):
        model.objects.filter(user=person).delete()
    CommentReply.objects.filter(user=person).delete()
    Comment.objects.filter(user=person).delete()

"""Abuse story 19: "I am a curious moderator; my neighbour is here." (PB-17, MC-21)"""

import re

from django.urls import reverse

from community.audit.models import Entry
from community.core import limits
from forum.discussion import services
from moderation.models import NamesJoined, Review


def test_story_19_the_curious_colleague_sees_names_of_the_place_and_is_seen(
    aino, salla, outi, person, members_board, let_through, signed_in
):
    """She reads at the desk and thinks she knows who writes. What could she put together alone?"""
    with limits.lifted():
        shown = [
            services.start(members_board, title=title, body="Hei", language="fi", by=aino).post
            for title in ("Aamu", "Ilta", "Yö")
        ]
        for post in shown[:2]:
            let_through(post)
    curious, review = signed_in(salla), Review.objects.waiting().get()
    called = dict(aino.aliases.values_list("place", "name"))
    assert len(set(called.values())) == 3

    # At the desk she sees the name of that one place, not the account and not the other names.
    page = curious.get(reverse("desk:review", args=[review.ref])).content.decode()
    here = called[shown[2].topic.trait.place]
    assert here in page and aino.pseudonym not in page and aino.ref not in page
    assert not any(name in page for name in called.values() if name != here)
    found = re.findall(r"<span>([^<]+)</span>", page.split('id="found"')[1].split("</section>")[0])
    assert found and not re.search(r"\d", " ".join(found))  # nothing to count by

    # Without a reason nothing is joined; with one it is, and the house knows.
    address = reverse("desk:join", args=[review.ref])
    assert curious.post(address, {"reason": "katson"}).status_code in {400, 403}
    assert not NamesJoined.objects.exists()
    why = "Luulen tuntevani kirjoittajan."
    joined = curious.post(address, {"reason": why}).content.decode()
    assert sum(name in joined for name in called.values()) == 2 and aino.pseudonym not in joined
    assert Entry.objects.filter(tag="moderation.names_joined", by=salla).exists()

    # A colleague reads why, and she herself cannot be that colleague.
    joining = NamesJoined.objects.get()
    press = reverse("desk:witness", args=[joining.ref])
    assert curious.post(press).status_code == 403
    second = signed_in(person("Eero", "moderator"))
    assert why in second.get(reverse("desk:joinings")).content.decode()
    assert second.post(press).status_code == 302

    # The one who keeps roles has no desk, and no page of hers knows a member.
    keeper = signed_in(outi)
    assert keeper.get(address).status_code == 404
    assert keeper.get(reverse("people:person", args=[aino.ref])).status_code == 404
    assert aino.pseudonym not in keeper.get(reverse("people:index")).content.decode()

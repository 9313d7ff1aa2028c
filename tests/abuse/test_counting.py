"""All twenty stories are accounted for."""

from .stories import STORIES, proved, waiting


def test_every_story_is_proved_or_waits_by_name():
    found, waits = proved(), waiting()
    assert sorted(STORIES) == list(range(1, 21))
    both = set(found) & set(waits)
    assert not both, f"proved and still on the list of those that wait: {sorted(both)}"
    neither = set(STORIES) - set(found) - set(waits)
    assert not neither, f"neither proved nor waiting: {sorted(neither)}"
    assert len(found) + len(waits) == 20
    assert all(waits.values())


def test_every_file_of_a_story_holds_a_test_of_its_name():
    assert [number for number, tests in proved().items() if not tests] == []

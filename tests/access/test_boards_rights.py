"""Rights on boards, for any tree and any rows: read implies all, ancestors count, a deny wins."""

from hypothesis import given
from hypothesis import strategies as st

from community.access.boards import READ, REPLY, START, Line, work_out

BOARDS = st.integers(min_value=0, max_value=7)


@st.composite
def trees(draw) -> dict[int, int | None]:
    """Up to eight boards; each stands under an earlier one or on top."""
    size = draw(st.integers(min_value=1, max_value=8))
    return {
        board: draw(st.one_of(st.none(), st.integers(0, board - 1))) if board else None
        for board in range(size)
    }


LINES = st.lists(
    st.builds(
        Line,
        forum_id=st.one_of(st.none(), BOARDS),
        codename=st.sampled_from([READ, START, REPLY, "can_edit_posts"]),
        grants=st.booleans(),
    ),
    max_size=25,
)


def above(tree, board):
    while board is not None:
        yield board
        board = tree[board]


@given(trees(), LINES)
def test_M3_M18_every_right_needs_reading_here_and_on_all_above(tree, lines):
    rights = work_out(tree, lines)
    assert rights.start <= rights.read and rights.reply <= rights.read
    for board in rights.read:
        assert all(one in rights.read for one in above(tree, board))


@given(trees(), LINES)
def test_M15_M16_a_deny_here_above_or_for_all_boards_wins_over_every_grant(tree, lines):
    rights = work_out(tree, lines)
    for board in tree:
        path = {None, *above(tree, board)}
        for codename, holds in ((READ, rights.read), (START, rights.start), (REPLY, rights.reply)):
            denied = [
                x for x in lines if x.codename == codename and not x.grants and x.forum_id in path
            ]
            assert not (denied and board in holds)


@given(trees(), LINES)
def test_M17_nothing_is_held_without_a_row_that_grants_it(tree, lines):
    rights = work_out(tree, lines)
    for board in rights.read:
        assert any(x.grants and x.codename == READ and x.forum_id in (None, board) for x in lines)
    assert work_out(tree, []).read == frozenset()


@given(trees(), LINES, LINES)
def test_M15_the_order_of_rows_changes_nothing(tree, first, second):
    assert work_out(tree, first + second) == work_out(tree, second + first)

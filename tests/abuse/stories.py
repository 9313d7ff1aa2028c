"""The twenty abuse stories (requirements, part 3): what each says, and where it is proved.

A story is proved by a file of its own, or it waits for a room that is not built yet; never both,
never neither. A story that waits is not a skipped test: it is counted, by name.
"""

import re
from pathlib import Path

FOLDER = Path(__file__).parent
STORIES = {
    1: "I register to find her posts.",
    2: "I know how she writes. I will collect all her posts.",
    3: "Her posts vanished; she blocked me, so she is here.",
    4: "I put her on my own distance list to learn if she is a member.",
    5: "I make a second account.",
    6: "I have her bank codes / phone.",
    7: "I stand behind her.",
    8: "My friends and I flag her until she is suspended.",
    9: "I ask for all data about me, to see who reported me.",
    10: "I make her download everything.",
    11: "I delete her account / clear her settings to scare her.",
    12: "I read her mail and history.",
    13: "I join the same live group or event.",
    14: "I ask the same lawyer first, so she cannot.",
    15: "I pose as a volunteer or professional.",
    16: "I am an adult looking for children.",
    17: "I open the site on my child's tablet to see what the child read.",
    18: "As guardian I demand what my child wrote.",
    19: "I am a curious moderator / administrator; my neighbour is here.",
    20: "I use the report form / child-welfare threat as a weapon.",
}
# Number → the room that is still to be built.
WAITS = {
    8: "reports at the desk",
    14: "cases",
    20: "reports at the desk",
}


def proved() -> dict[int, list[str]]:
    """Number → the tests of its file that carry its name."""
    found = {}
    for path in sorted(FOLDER.glob("test_story_*.py")):
        number = int(path.stem.removeprefix("test_story_")[:2])
        tests = re.findall(
            rf"^(?:async )?def (test_story_{number:02d}_\w+)", path.read_text(), re.M
        )
        found.setdefault(number, []).extend(tests)
    return found


def waiting() -> dict[int, str]:
    return WAITS

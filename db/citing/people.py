"""Whether a creator is a person, and which of the words is the family name.

A corpus keeps creators as they are printed. Reference lists turn a person's name round, a body's
never. What cannot be told for a person by these rules is left as printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from db.text.folding import fold


class Person(NamedTuple):
    """A person's name in two parts; `given` holds everything but the family name."""

    family: str
    given: str

    @property
    def turned(self) -> str:
        """The family name first."""
        return f"{self.family}, {self.given}"

    @property
    def straight(self) -> str:
        """As one says it."""
        return f"{self.given} {self.family}"


_PARTICLES: Final = frozenset((
    "af", "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "el",
    "ibn", "la", "le", "ten", "ter", "van", "von", "zu", "ап", "бен", "бин", "ван", "да", "де",
    "дер", "ди", "ду", "ибн", "ла", "ле", "фон", "эль", "аль",
))  # fmt: skip
# Words of bodies, and how such words begin: a name that has one is not a person's.
_BODY_WORDS: Final = re.compile(
    r"(?:agency|amnesty|association|bbc|bureau|campaign|centre|center|channel|committee|congress|"
    r"correspondents?|council|daily|department|desk|editors?|federation|forum|foundation|fund|"
    r"gazette|government|group|herald|human|institute|international|journal|kazakhstan|liberty|"
    r"league|magazine|media|ministry|mission|movement|network|news|newsroom|office|online|"
    r"organi[sz]ation|party|police|post|press|project|radio|report(?:ers)?|research|resistance|"
    r"review|rights|service|society|staff|studio|team|television|times|tribune|tv|union|"
    r"united|university|watch|weekly|workers?|world|"
    r"агентств\w*|ассоциаци\w*|бюро|вести|газет\w*|движени\w*|журнал\w*|институт\w*|казахстан\w*|"
    r"комитет\w*|корреспондент\w*|министерств\w*|новост\w*|организаци\w*|отдел\w*|парти\w*|"
    r"полици\w*|правительств\w*|прессы?|проект\w*|радио|редакци\w*|свобод\w*|служб\w*|совет\w*|"
    r"союз\w*|телеканал\w*|университет\w*|фонд\w*|центр\w*|"
    r"агентт\w*|арна\w*|басылым\w*|газет\w*|жаңалықтар\w*|қозғалыс\w*|қор|қоры|министрл\w*|"
    r"одағ\w*|одақ|партия\w*|ұйым\w*|үкімет\w*)"
)
_PATRONYMIC: Final = re.compile(r".{2,}(?:ович|евич|овна|евна|ична|ұлы|қызы|улы|кызы|uly|kyzy)")
_INITIALS: Final = re.compile(r"(?:\w\.-?){1,3}")
MOST_WORDS: Final = 5


def person(creator: str, bodies: Collection[str] = ()) -> Person | None:
    """A creator's name in two parts, None for a body or where that cannot be told.

    `bodies` are names known to be none, such as the publisher's. "Family, Given" is always taken
    as it stands; else the family name is the last word with the particles before it, or the first
    where initials or a patronymic end the name.
    """
    words = creator.split()
    if not 2 <= len(words) <= MOST_WORDS or creator.strip() in bodies or _is_body(words):
        return None
    family, comma, given = creator.partition(",")
    if comma:
        whole = family.strip() and given.strip() and "," not in given
        return Person(" ".join(family.split()), " ".join(given.split())) if whole else None
    if not all(_is_name(word) for word in (words[0], words[-1])):
        return None
    if not all(_is_name(word) or word in _PARTICLES for word in words):
        return None
    first = _INITIALS.fullmatch(words[-1]) and not _INITIALS.fullmatch(words[0])
    if first or (len(words) == 3 and _PATRONYMIC.fullmatch(words[-1])):
        return Person(words[0], " ".join(words[1:]))
    at = len(words) - 1
    while at > 1 and words[at - 1] in _PARTICLES:
        at -= 1
    return Person(" ".join(words[at:]), " ".join(words[:at]))


def _is_body(words: list[str]) -> bool:
    folded = [word.strip(".,;:()").lower() for word in words]
    return any(_BODY_WORDS.fullmatch(word) or _BODY_WORDS.fullmatch(fold(word)) for word in folded)


def _is_name(word: str) -> bool:
    """Whether a word is written as names are: a capital first, no digit, no abbreviation."""
    bare = word.strip(".,")
    if not bare or not bare[0].isupper() or any(char.isdigit() for char in bare):
        return False
    if _INITIALS.fullmatch(word) or len(bare) == 1:
        return True
    letters = [char for char in bare if char.isalpha()]
    return len(letters) > 1 and not all(char.isupper() for char in letters)

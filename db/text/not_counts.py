"""What looks like a number in a text and counts nothing: dates, clocks, names, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from db.text.tokens import Token

_STREETS: Final = (
    r"Street|Avenue|Road|Lane|Boulevard|Square|Drive|St\b|Ave\b|Rd\b|Blvd\b"
    r"|Walk|Terrace|Crescent|Mews|Quay|Grove|Alley|Embankment|Gardens|Close"
)
_GAMES: Final = (
    r"beat|won|win|lost|lose|drew|draw|defeat\w{0,3}|score[ds]?|victory|обыгра\w{1,3}|победил\w?|выигра\w{1,3}"
    r"|проигра\w{1,3}|сч[её]т\w{0,3}|ничь\w{1,2}|ұтты|ұтылды|жеңді|жеңілді|есеп\w{0,4}"
)
_NAMED_HOURS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HOURS: Final = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2}"
    r"|час|два|две|двух|двум|три|тр[её]х|тр[её]м|четыре|четыр[её]х|четыр[её]м|пять|пяти|шесть|шести|семь|семи"
    r"|восемь|восьми|девять|девяти|десять|десяти|одиннадцать|одиннадцати|двенадцать|двенадцати"
    r"|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он\sбір|он\sекі|он"
)
# Each takes time in proportion to the text: repetitions are bounded, alternatives distinct.
# Those that begin with a word are tried where one begins, the others at figures and signs only:
# tried everywhere they would take several times as long.
_AT_WORDS: Final = (
    # "shortly after ten.": where nothing that is counted follows, it is an hour.
    rf"(?:after|before|until|till|после)\s(?:{_HOURS})(?=[.,;!?]|\Z)",
    rf"(?:{_HOURS})(?:нан|нен|дан|ден|тан|тен)\sкейін(?!\w)",
    r"(?:https?://|www\.)\S{1,200}",
    rf"(?:{_HOURS}|hundred|thousand|million)\sto\sone(?!\w)",
    r"(?:two\sby\stwo|three\sby\sthree|four\sby\sfour)(?!\w)",
    # «в пункте на Садовой, 9»
    r"на\s(?-i:[А-ЯЁ])\w{2,20}(?:ой|ей|ого),\s[0-9]{1,3}(?=[.,;)]|\Z)",
    rf"(?:at|by|from|until|till|around|about|before|after|since)\s(?:{_HOURS})\s"
    r"(?:in\sthe\s(?:morning|afternoon|evening)|at\snight|that\s(?:morning|evening|night|afternoon))",
    # "At eleven the doors opened", "it was past nine", "the clock struck four", "ten to four"
    rf"(?:at|by|until|till)\s(?:{_NAMED_HOURS})\s(?=(?:the|it|he|she|they|we|i|and|but|sharp|when|as|every"
    r"|each|on|this|all)(?!\w))",
    r"(?:at|by|until|till)\s[0-9]{1,2}\ssharp(?!\w)",
    rf"(?:was|is|well|just|long)\spast\s(?:{_NAMED_HOURS})(?!\w|\s\w{{1,12}}s(?!\w))",
    rf"(?:struck|strikes|strike|chimed|chimes)\s(?:{_NAMED_HOURS})(?=[.,;!?]|\Z|\s(?:and|as|when|in))",
    rf"(?:(?:twenty(?:-five)?|ten)\sto\s(?:{_NAMED_HOURS})|five\sto\s(?:one|two|three|four))"
    r"(?=[.,;!?]|\Z|\s(?:and|when|in|on|as)(?!\w))",
    rf"(?:five|ten|twenty|twenty-five|quarter)\spast\s(?:{_NAMED_HOURS})(?!\w)",
    rf"(?:{_HOURS}|twenty|twenty-five)\sminutes?\s(?:past|to)\s(?:{_HOURS})(?!\w)",
    r"the\s[0-9]{1,3}\s(?:bus|tram|train|trolleybus)(?!\w|\s\w{1,12}(?:s|men)(?!\w))",
    rf"(?:{_HOURS})\sin\sthe\s(?:morning|afternoon|evening)(?!\w)",
    rf"(?:(?:half|quarter|minutes?)\s)(?:past|to)\s(?:{_HOURS})(?!\w)",
    r"с\s[0-9]{1,2}(?:[.:][0-9]{2})?\sдо\s[0-9]{1,2}(?:[.:][0-9]{2})?"
    r"(?=\s(?:час|по\sмоск|утра|дня|вечера|ночи|ежеднев|по\sбудн))",
    rf"(?:в|к|до|около|после|с)\s(?:{_HOURS})\s(?:час(?:а|ов|у|ам)?\s)?(?:утра|вечера|ночи)",
    rf"(?:в|к)\s(?:{_HOURS})\sчас(?:а|ов|у|ам)(?:\s(?:утра|дня|вечера|ночи)|\s[0-9]{{1,2}}\sминут\w?)?(?!\w)",
    rf"(?:в|к)\s(?:{_HOURS})\sс\sполовиной\s(?:утра|вечера|дня|ночи)",
    r"(?:час(?:а|ов)\sв)\s\w{3,12}(?!\w)",
    rf"(?:{_HOURS})(?:-?(?:ге|ға|ке|қа))\s(?=\w{{2,8}}(?:\s\w{{2,8}})?\sминут)",
    rf"без\s(?:четверти|пяти|десяти|двадцати)(?:\sминут)?\s(?:{_HOURS})(?!\w)",
    r"(?:(?:он|жиырма|отыз)\s)?(?:бірі|екісі|үші|төрті|бесі|алтысы|жетісі|сегізі|тоғызы|оны"
    r"|жиырмасы|отызы)\sкүні",
    rf"(?:сағат|таңғы|кешкі|түнгі|түскі)\s(?:{_HOURS})[^\W\d_]{{0,6}}(?:\s(?:жарым|кезінде))?(?![\w:.])",
    r"the\s[0-9]{1,2}[.:][0-9]{2}\s(?:from|to|train|bus|ferry|flight)",
    r"(?:в|к|до|около|после|с)\s[0-9]{1,2}(?:[.:][0-9]{2})?"
    r"\s(?:час(?:а|ов|у|ам)?\s)?(?:утра|дня|вечера|ночи)",
    r"(?:в|к)\s[0-9]{1,2}\sч\.?(?:\s[0-9]{1,2}\sмин\.?)?(?!\w)",
    r"(?:в|к)\s[0-9]{1,2}\sчас(?:а|ов|у|ам)?(?:\s[0-9]{1,2}\sминут\w?)?(?!\w)",
    r"(?:at|в|сағат)\s[0-9]{1,2}\.[0-9]{2}(?![0-9%]|\s?%)",
    r"(?:к|до|с|после|около)\s[0-9]{1,2}\.(?:00|15|30|45)(?![0-9%]|\s?%)",
    r"(?:at|by|until|from|to|before|after|around|about|since)\s[0-2][0-9][0-5][0-9]\s?(?:hours|hrs|h|gmt|utc"
    r"|local)(?!\w)",
    r"time\s(?:was|is|read|showed)\s[0-9]{1,2}[.:][0-9]{2}(?![0-9%])",
    r"сағат\s[0-9]{1,2}(?:[-:.]?[0-9]{2})?(?:-?(?:де|да|те|та|ға|ге|қа|ке))?(?!\w)",
    r"(?:ул|улиц\w|улице|улицы|просп|проспект\w?|пер|переул\w{1,4}|бульвар\w?|шоссе)\.?\s"
    r"(?:[\w.-]{1,24}\s?){1,4},\s(?:д(?:ом)?\.?\s?)?[0-9]{1,4}(?![0-9])",
    r"(?:көшесі|даңғылы),?\s[0-9]{1,4}(?![0-9])",
    r"(?:көшесінде|даңғылында)\s[0-9]{1,4}(?=[.,;]|\Z)",
    # Scores: "lost 1-3"; also what falls, such as "3-1", which no range of counts does.
    rf"(?:{_GAMES})\W(?:\w{{1,20}}\W{{1,3}}){{0,5}}?[0-9]{{1,2}}[-–][0-9]{{1,2}}(?![\w%-])",
)
# The day of a month, though the month may not have it: "31 February".
_MONTHS: Final = (
    r"January|February|March|April|June|July|August|September|October|November|December"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    r"|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
)
_DEGREES: Final = r"[0-9]{1,3}(?:[.,][0-9]{1,8})?"
_AT_FIGURES: Final = (
    # Where a place lies: "43.3412 N", "43°20′N", "52 degrees east", «43 градуса северной широты».
    rf"{_DEGREES}\s?°\s?(?:[0-9]{{1,2}}(?:[.,][0-9]{{1,4}})?\s?['’′]\s?)?(?:[0-9]{{1,2}}(?:[.,][0-9]{{1,4}})?"
    r"\s?[\"”″]\s?)?(?:(?-i:[NSEW])|с\.|ю\.|в\.|з\.|северн|южн|восточн|западн|солтүстік|оңтүстік|шығыс|батыс)",
    r"[0-9]{1,3}\.[0-9]{2,8}\s?(?-i:[NSEW])(?!\w)",
    r"[0-9]{1,3}\.[0-9]{2,8}\s(?:с\.\s?е|ш\.\s?б|с\.\s?ш|в\.\s?д|ю\.\s?ш|з\.\s?д)(?!\w)",
    rf"{_DEGREES}\s(?:degrees?|градус\w{{0,2}})\s(?:(?:and\s)?[0-9]{{1,2}}\s(?:minutes?|минут\w?)\s)?(?:north|south|east"
    r"|west|latitude|longitude|северн|южн|восточн|западн|солтүстік|оңтүстік|шығыс|батыс)",
    rf"[0-9]{{1,2}}\s(?:{_MONTHS})(?:да|де|та|те|ға|ге|қа|ке|ның|нің|дың|дің|тың|тің|ы|і)?(?!\w)",
    r"[0-9]{2,4}(?:-?(?:ге|ға|ке|қа))?\s(?:қоңырау|телефон)(?!\w)",
    # "9,10,11,12": days in a row, not decimals.
    r"(?<![\w.,])[0-9]{1,2}(?:,[0-9]{1,2}){2,12}(?![\w,])",
    # So many figures joined without a space are a code: "4-17-1-22-9-3".
    r"(?<![\w.,:/–-])[0-9]{1,6}(?:[-–:/.][0-9]{1,6}){5,}+",
    r"(?<![\w:.,])[0-9]{1,3}:[0-9]{1,3}(?::[0-9]{2})?(?![0-9:])",
    r"(?<![\w.,])(?:[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?:-|–|to|and|or)\s?)?"
    r"[0-9]{1,2}(?:[.:][0-9]{2})?\s?[ap]\.?m(?:\.|\b)",
    r"(?<![\w.,])[0-9]{1,2}[.:][0-9]{2}-(?:да|де|та|те|ға|ге|қа|ке|дан|ден|тан|тен|дағы|дегі|тағы|тегі)(?!\w)",
    r"(?<!\w)[0-9]{1,2}\s?[«“\"][^\W\d_][»”\"]",
    r"(?<![\w.,])[1-9]0-(?:х|е|ые|ых|м|ми)(?!\w)",
    r"(?<![0-9-])[0-9]{1,3}(?:-[0-9]{2,4}){3,5}(?![0-9-])",
    r"(?<![0-9-])[0-9]{3}-0[0-9]{3}(?![0-9-])",
    r"\+[0-9][0-9 ()-]{6,18}[0-9]",
    r"(?<![\w.,])[78][ -]?\(?[0-9]{3}\)?[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}(?![0-9])",
    r"(?<![\w.,])(?:1[0-9]|20)[0-9]{2}[-–/][0-9]{2}(?![0-9%]|\s?%)",
    r"[0-9]{1,4}\sto\s1(?![0-9]|[.,][0-9])",
    r"[0-9]{1,2}\.\s?[ivx]{1,4}\.\s?[0-9]{2,4}(?![0-9])",
    r"(?<![\w.,])0[0-9]{2,4}(?:[ -][0-9]{2,6}){1,3}(?![0-9])",
    r"(?:\+?[0-9]{1,2}\s?)?\([0-9]{3,5}\)\s?[0-9][0-9 -]{3,12}[0-9]",
    r"(?<![0-9-])[0-9]{2,3}-[0-9]{2}-[0-9]{2}(?![0-9-])",
    r"(?![0-9]{1,3}(?:\.[0-9]{3}){2,4}(?![\w.]))[0-9]{1,4}(?:\.[0-9]{1,4}){2,5}(?:-[0-9]{1,4}(?![0-9]))?",
    r"(?<![\w.,])[0-9]{1,4}/(?:[0-9]{1,4}(?![0-9])|[IVX]{1,4}(?!\w))",
    r"\[[0-9]{1,3}\]",
    r"(?<![\w])[0-9]{2,4}'?s(?!\w)",
    r"(?<![\w.,])[0-9]{1,4}\s?-?\s?(?:лети(?:е|я|ю|ем|и)|жылдығ\w{0,8})(?!\w)",
    rf"(?<![\w.,])[0-9]{{1,4}}[a-z]?\s(?-i:(?:[A-Z]\w{{1,20}}\s){{1,3}}(?:{_STREETS}))",
    r"(?<![\w.,])[0-9]{1,2}-(?:сы|сі|ы|і)(?:\s(?:мен|пен|бен|және)\s[0-9]{1,2}-(?:сы|сі|ы|і))?\sкүн",
)


def _any(shapes: Sequence[str]) -> str:
    return "|".join(f"(?:{shape})" for shape in shapes)


_NOT_COUNTS: Final = re.compile(
    rf"(?<!\w)(?=\w)(?:{_any(_AT_WORDS)})|(?=[0-9+(\[])(?:{_any(_AT_FIGURES)})", re.IGNORECASE
)
_ANNIVERSARY: Final = re.compile(r"(?<!\w)(?:\w{2,12}\s){1,2}жылдығ\w{0,8}", re.IGNORECASE)
_MAIL: Final = re.compile(r"\S{1,80}@\S{1,80}")
_ITEM: Final = re.compile(r"^\s{0,8}\(?[0-9]{1,2}[.)](?=\s)", re.MULTILINE)
# Patterns that may begin anywhere are only tried in a text that holds what each must hold.
_SHORT_YEAR: Final = re.compile(r"(?<!\w)['’][0-9]{2}s?(?!\w)")
_BORE: Final = re.compile(r"(?<![\w.])\.[0-9]{2,3}(?!\w)")
_RARE: Final = (
    ("'", _SHORT_YEAR),
    ("’", _SHORT_YEAR),
    (".", _BORE),
    ("@", _MAIL),
    ("ылдығ", _ANNIVERSARY),
    (".", _ITEM),
    (")", _ITEM),
)

# Beside a clock time a bare "at 8" is one too.
_CLOCK: Final = re.compile(r"(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?![0-9:])|[ap]\.?m\b|o'clock")
_HOUR: Final = re.compile(
    r"(?<!\w)(?:at|by|until|till|в|к|до)\s[0-9]{1,2}(?=[.,;!?]|\Z)(?![.,][0-9])"
)

# "Call 0800 555 212 from 9 to 17", «звонить с 9 до 18»: hours, where something is open then.
_OPENING: Final = re.compile(
    r"(?<!\w)(?:open|opens|opened|call|phone|ring|daily|hours|hotline|звони\w{1,4}|работа\w{2,4}|открыт\w?"
    r"|принима\w{2,4}|при[её]м\w?|ежедневно|часы|лини\w|телефон\w?|сағат|жұмыс|ашық|қабылда\w{2,6})(?!\w)",
    re.IGNORECASE,
)
_HOURS_OPEN: Final = re.compile(
    r"(?<!\w)(?:(?:from|с)\s[0-9]{1,2}\s(?:to|till|until|до)\s[0-9]{1,2}(?=[.,;!?]|\Z|\s(?:on|every|daily|еже|по\s))"
    r"|[0-9]{1,2}-?(?:дан|ден|тан|тен|нан|нен)\s[0-9]{1,2}-?(?:ға|ге|қа|ке)\sдейін)"
)
# "They rose at six.": where nothing is counted, measured or put at a value, it is an hour.
_ENDING_HOUR: Final = re.compile(
    rf"(?<!\w)(?:at|by)\s(?:{_NAMED_HOURS}|[1-9]|1[0-9]|2[0-4])(?=[.;!?]|,\s(?!\d)|\Z)",
    re.IGNORECASE,
)
_VALUED: Final = re.compile(
    r"(?<!\w)(?:put|puts|stood|stands?|standing|remain\w{0,3}|estimat\w{1,3}|toll|numbers?|counts?|figures?|rates?|price[ds]?"
    r"|valued|fixed|set|kept|keeps|held|holds|capped|peaked|married|widowed|orphaned|died|aged|age|temperature|total|levels?"
    r"|rank\w{0,3}|scor\w{1,3}|assess\w{0,3}|tally|sold|bought|starting|limit\w{0,3}|rose|fell|increased|grew|cut"
    r"|reduced|dropped|outnumbered|multiplied|divided|strong|temperatures?|magnitude)(?!\w)",
    re.IGNORECASE,
)

# "8 800 555 35", "8 800 555-21-12": groups that no number in figures has.
_GROUPS: Final = re.compile(r"(?<![\w.,+-])[0-9]{1,4}(?:[ -][0-9]{2,4}){2,6}(?![\w-]|[.,:/][0-9])")
_PAIR: Final = re.compile(r"(?<![\w.,–-])([0-9]{1,3})[-–]([0-9]{1,3})(?![\w–-]|[.,][0-9]|\s?%)")


def shaped_spans(text: str) -> list[tuple[int, int]]:
    """Return the places of clock times, addresses, telephone numbers, fractions and the like."""
    shaped = [match.span() for match in _NOT_COUNTS.finditer(text)]
    for sign, rare in _RARE:
        if sign in text:
            shaped += [match.span() for match in rare.finditer(text)]
    if _CLOCK.search(text):
        shaped += [match.span() for match in _HOUR.finditer(text)]
    if _OPENING.search(text):
        shaped += [match.span() for match in _HOURS_OPEN.finditer(text)]
    ending = [match.span() for match in _ENDING_HOUR.finditer(text)]
    if ending and not _VALUED.search(text):
        shaped += ending
    shaped += [found.span() for found in _GROUPS.finditer(text) if not _is_number(found[0])]
    # What falls, such as "3-1" or "54-46", is a score and no range of counts.
    pairs = _PAIR.finditer(text)
    return shaped + [pair.span() for pair in pairs if int(pair[1]) >= int(pair[2])]


def _is_number(groups: str) -> bool:
    """Tell whether groups of figures may be a number or a row of them: "1 200 000", "3-4 10"."""
    parts = re.split(r"[ -]", groups)
    return all(len(part) == _THREE for part in parts[1:]) and "-" not in groups


_THREE: Final = 3


def blocked_tokens(tokens: Sequence[Token], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the indices of the tokens that lie in or reach into a span."""
    blocked: set[int] = set()
    index = 0
    for start, end in sorted(spans):
        while index < len(tokens) and tokens[index].end <= start:
            index += 1
        for later in range(index, len(tokens)):
            if tokens[later].start >= end:
                break
            blocked.add(later)
    return blocked

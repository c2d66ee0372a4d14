"""Every number written in words is read as that number."""

from hypothesis import given
from hypothesis import strategies as st

from db.text.number_lists import figure_value
from db.text.number_words import NumberReader
from db.text.quantities import find_quantities
from db.text.tokens import plain, tokenize


def listed(words):
    return words.split(" ")


ONES_EN = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS_EN = listed("- - twenty thirty forty fifty sixty seventy eighty ninety")
ONES_RU = listed(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
TENS_RU = listed("- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
HUNDREDS_RU = listed("- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")
ONES_KK = listed("нөл бір екі үш төрт бес алты жеті сегіз тоғыз")
TENS_KK = listed("- он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан")


def below_thousand_en(n, joiner):
    words = []
    if n >= 100:
        words += [ONES_EN[n // 100], "hundred"]
        if n % 100 and joiner:
            words.append("and")
    rest = n % 100
    if rest >= 20:
        words.append(TENS_EN[rest // 10] + (f"-{ONES_EN[rest % 10]}" if rest % 10 else ""))
    elif rest:
        words.append(ONES_EN[rest])
    return words


def below_thousand_ru(n, feminine=False):
    words = [HUNDREDS_RU[n // 100]] if n >= 100 else []
    rest = n % 100
    if rest >= 20:
        words.append(TENS_RU[rest // 10])
        rest %= 10
    if rest:
        words.append({1: "одна", 2: "две"}.get(rest, ONES_RU[rest]) if feminine else ONES_RU[rest])
    return words


def below_thousand_kk(n):
    words = [] if n < 100 else ([ONES_KK[n // 100]] if n >= 200 else []) + ["жүз"]
    words += [TENS_KK[n % 100 // 10]] if n % 100 >= 10 else []
    return words + ([ONES_KK[n % 10]] if n % 10 else [])


def in_words(n, language, joiner=False):
    millions, thousands, rest = n // 1_000_000, n // 1000 % 1000, n % 1000
    below = {
        "en": lambda k: below_thousand_en(k, joiner),
        "ru": below_thousand_ru,
        "kk": below_thousand_kk,
    }[language]
    names = {"en": ("million", "thousand"), "ru": ("миллионов", "тысяч"), "kk": ("миллион", "мың")}
    words = [*below(millions), names[language][0]] if millions else []
    if thousands:
        counted = below_thousand_ru(thousands, True) if language == "ru" else below(thousands)
        words += [*counted, names[language][1]]
    return " ".join([*words, *below(rest)])


@given(
    st.integers(2, 999_999_999),
    st.sampled_from(["en", "ru", "kk"]),
    st.booleans(),
)
def test_a_number_in_words_comes_back(n, language, joiner):
    words = in_words(n, language, joiner)
    tokens = tokenize(plain(words))
    number = NumberReader(language, tokens, set()).read(0)
    assert (number.value, number.last) == (n, len(tokens))


@given(st.integers(0, 999_999_999))
def test_figures_with_separators_come_back(n):
    assert figure_value(f"{n:,}", "en") == n
    assert figure_value(f"{n:,}".replace(",", " "), "ru") == n
    assert figure_value(str(n), "kk") == n


@given(st.text(alphabet="0123456789 .,", max_size=30), st.sampled_from(["en", "ru", "kk"]))
def test_any_figures_have_a_value(text, language):
    for token in tokenize(text):
        if token.is_figure:
            assert figure_value(token.plain, language) >= 0


@given(st.integers(0, 99_999), st.integers(1, 9))
def test_decimals_by_the_sign_of_the_language(whole, part):
    assert figure_value(f"{whole}.{part}", "en") == float(f"{whole}.{part}")
    assert figure_value(f"{whole},{part}", "ru") == float(f"{whole}.{part}")


@given(st.integers(2, 899), st.integers(1, 100), st.sampled_from(["between {} and {} men"]))
def test_two_numbers_in_words_are_not_run_together(low, more, form):
    text = form.format(in_words(low, "en"), in_words(low + more, "en"))
    (quantity,) = find_quantities(text, "en")
    assert (quantity.min, quantity.max) == (low, low + more)

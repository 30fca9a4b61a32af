"""Hypothesis strategies: texts of any kind, and texts made of what articles are made of."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from credscore.articles import Article

_MARKS = [*"„”“«»‟‘’\"'`–—-―,.;:!?…()[]/|", "``", "''", "...", "--"]
_BREAKS = ["\n", "\n\n", "\r\n", "\u2028", "\t", "\u00a0", "\u200b", "\u00ad"]
_ODD = ["\ud800", "\udfff", "\x00", "\ufeff", "e\u0301", "🌉", "İ", "ß", "ﬁ", "Ⅷ", "１２"]
_SHARED = ["Anna", "Kos", "NATO", "PAP", "Reuters", "BBC", "12", "3,5", "2024", "@rada", "onet.pl", "O'Leary"]
_PL = (
    "powiedział powiedziała mówi Dodał dodając twierdzą zapewnia poinformowano miał może chce żąda nazwał że iż aby "
    "czy jakoby jak według zdaniem Jego jej ich podobno prawdopodobnie eksperci minister Minister rzecznika raport "
    "wynika z w "
    "rozmowie powołując się na za cytowany przez dla agencji portal który którą on ona i oraz ale nie jest był droga "
    "wczoraj anonimowość źródła władze nieoficjalnie"
).split()
_EN = (
    "said says told Told added adding asked whether that who which according to citing quoted as saying by in an "
    "interview with reportedly may might Experts officials the The a mayor Mayor report study claims denied wants "
    "called it He she They his her their and but not is was 's 't Mr. yesterday Monday anonymity sources lake"
).split()

PIECES_OF = {"pl": [*_MARKS, *_BREAKS, *_ODD, *_SHARED, *_PL], "en": [*_MARKS, *_BREAKS, *_ODD, *_SHARED, *_EN]}
"""For each language the words, marks and breaks that the reading reacts to."""


def any_texts(max_size: int = 300) -> SearchStrategy[str]:
    """Any code points, lone surrogates among them."""
    return st.text(st.characters(exclude_categories=()), max_size=max_size)


def pieced_texts(code: str, max_pieces: int = 80) -> SearchStrategy[str]:
    """Words, marks and breaks of articles in any order, with and without spaces between them."""
    pieces = st.tuples(st.sampled_from(PIECES_OF[code]), st.sampled_from([" ", " ", " ", ""]))
    return st.lists(pieces.map("".join), max_size=max_pieces).map("".join)


_SOURCES = {
    "pl": [
        "Anna Sowa",
        "Sowa",
        "rzecznik policji",
        "ministerstwo",
        "raport",
        "Onet",
        "„Gazeta Wyborcza”",
        "Ona",
        "PAP",
    ],
    "en": [
        "Anna Howe",
        "Howe",
        "a police spokesman",
        "the ministry",
        "a report",
        "Reuters",
        "Experts",
        "She",
        "the BBC",
    ],
}
_STATEMENTS = {
    "pl": [
        "most jest zamknięty",
        "droga może być zamknięta",
        "„nikt nie zawinił”",
        "Jan Kos miał uciec",
        "podobno padało",
    ],
    "en": [
        "the bridge is shut",
        "the road may close",
        '"nobody is to blame"',
        "Peter Orr reportedly fled",
        "it rained",
    ],
}
_FRAMES = {
    "pl": [
        "{source} mówi, że {statement}.",
        "– {statement} – powiedział PAP {source}. – {statement}.",
        "Zdaniem Kosa {statement}.",
        "{statement}, jak podaje {source}, powołując się na dokumenty.",
        "Dodał, że {statement}.",
        "W rozmowie z Onetem {source} twierdzi, że {statement}.\n\n",
        "{source}: {statement}\n\n",
        "Padał deszcz, a na moście stało kilka samochodów.",
    ],
    "en": [
        "{source} said that {statement}.",
        '"{statement}," {source} told Reuters. "{statement}."',
        "According to {source}, {statement}.",
        "{statement}, {source} reported, citing two unnamed officials.",
        "He added that {statement}.",
        "In an interview with CNN, {source} claimed that {statement}.\n\n",
        "{source}: {statement}\n\n",
        "Rain fell, and a few cars stood on the bridge.",
    ],
}


def stories(code: str, min_sentences: int = 0) -> SearchStrategy[str]:
    """Sentences as articles have them, in any order."""
    source, statement = st.sampled_from(_SOURCES[code]), st.sampled_from(_STATEMENTS[code])
    sentence = st.builds(
        lambda frame, source, statement: frame.format(source=source, statement=statement),
        st.sampled_from(_FRAMES[code]),
        source,
        statement,
    )
    return st.lists(sentence, min_size=min_sentences, max_size=min_sentences + 12).map(" ".join)


def articles() -> SearchStrategy[Article]:
    """Articles in a named language, with and without a title and a publisher."""

    def of(code: str) -> SearchStrategy[Article]:
        texts = st.one_of(pieced_texts(code), stories(code), any_texts())
        titles = st.one_of(st.none(), pieced_texts(code, 12))
        publishers = st.sampled_from([None, "PAP", "onet.pl", ""])
        return st.builds(Article, text=texts, title=titles, publisher=publishers, language=st.just(code))

    return st.sampled_from(sorted(PIECES_OF)).flatmap(of)

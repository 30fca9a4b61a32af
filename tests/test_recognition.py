from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.recognition import UNRECOGNIZED, Recognition, recognize_language

POLISH = "Rzecznik portu powiedział, że prom nie wypłynie przed sobotą, ponieważ woda w kanale jest za niska."
ENGLISH = "The harbour master said that the ferry would not leave before Saturday because the water was too low."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", POLISH),
        ("pl", "Zdaniem burmistrza most będzie zamknięty do końca roku, a objazd prowadzi przez las."),
        ("pl", "Czy to jest dom, w którym mieszka pan Nowak? Nie, ale on tu był i pytał o klucze do bramy."),
        ("pl", "W piątek sąd uznał, że umowa była ważna. Dodał, że strony mogą się odwołać."),
        ("pl", "WEDŁUG POLICJI NIKT NIE ZGINĄŁ, A DROGA JEST JUŻ OTWARTA"),
        ("en", ENGLISH),
        ("en", "An aide told reporters she had never seen the letter, and that nobody at the office had either."),
        ("en", "WHAT WE KNOW ABOUT THE FIRE AT THE OLD MILL AND WHO WAS IN IT"),
        ("en", "He didn't say why it's closed, but they've asked the U.S. Coast Guard to look into what was found."),
        (None, "Mluvčí přístavu řekl, že trajekt nevypluje před sobotou, protože voda v kanálu je příliš nízká."),
        (None, "Hovorca prístavu povedal, že trajekt nevypláva pred sobotou, pretože voda v kanáli je príliš nízka."),
        (None, "Tiskovni predstavnik pristanišča je dejal, da trajekt ne bo odplul pred soboto, ker je voda prenizka."),
        (None, "Glasnogovornik luke rekao je da trajekt neće isploviti prije subote jer je voda u kanalu preniska."),
        (
            None,
            "Der Sprecher des Hafens sagte, dass die Fähre nicht vor Samstag ablegt, weil das Wasser zu niedrig ist.",
        ),
        (None, "Le porte-parole du port a dit que le ferry ne partira pas avant samedi car l'eau est trop basse."),
        (None, "El portavoz del puerto dijo que el barco no saldrá antes del sábado porque el agua está muy baja."),
        (None, "Il portavoce del porto ha detto che il traghetto non partirà prima di sabato perché l'acqua è bassa."),
        (None, "De woordvoerder van de haven zei dat de veerboot niet voor zaterdag vaart omdat het water te laag is."),
        (None, "O porta-voz do porto disse que o barco não sai antes de sábado porque a água está muito baixa."),
        (
            None,
            "Purtătorul de cuvânt al portului a spus că feribotul nu va pleca până sâmbătă pentru că apa este mică.",
        ),
        (None, "A kikötő szóvivője azt mondta, hogy a komp szombat előtt nem indul el, mert a víz túl alacsony."),
        (None, "Uosto atstovas sakė, kad keltas iki šeštadienio neišplauks, nes vanduo kanale yra per žemas."),
        (None, "Hamnens talesman sade att färjan inte går före lördag eftersom vattnet i kanalen är för lågt."),
        (None, "Havnens talsmand sagde, at færgen ikke sejler før lørdag, fordi vandet i kanalen er for lavt."),
        (None, "Sataman tiedottaja sanoi, että lautta ei lähde ennen lauantaita, koska vesi on liian matalalla."),
        (None, "Liman sözcüsü, kanaldaki su çok alçak olduğu için vapurun cumartesiden önce kalkmayacağını söyledi."),
        (None, "Представитель порта сказал, что паром не выйдет до субботы, потому что вода слишком низкая."),
        (None, "Речник порту сказав, що пором не вийде до суботи, бо вода в каналі надто низька."),
        (None, "Говорителят на пристанището каза, че фериботът няма да тръгне преди събота."),
        (None, "قال المتحدث باسم الميناء إن العبارة لن تغادر قبل يوم السبت"),
        (None, "דובר הנמל אמר שהמעבורת לא תצא לפני יום שבת"),
        (None, "港の広報担当者は、土曜日まで船は出ないと述べた。"),
    ],
)
def test_a_sentence_is_recognized_or_refused(language: str | None, text: str) -> None:
    assert recognize_language(text).language == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", f"{POLISH} Wspomniał przy tym film „The Old Man and the Sea”, który był w kinie. {POLISH}"),
        ("pl", f"<div class='article'><p>{POLISH}</p></div><a href='https://example.org/read'>więcej</a>"),
        ("pl", f"{POLISH}\n\n„Der Fährmann sagte, dass das Wasser zu niedrig ist” – napisał po niemiecku. {POLISH}"),
        ("pl", POLISH.replace("ł", "l").replace("ż", "z").replace("ą", "a").replace("ę", "e")),
        ("pl", " \n" * 20_000 + (POLISH + "\n") * 2_000),
        (
            "en",
            f"{ENGLISH} The film is called 'Noc nad Wisłą' and it was shot in Łódź by Agnieszka Wiśniewska. {ENGLISH}",
        ),
        ("en", f"@@@@ #### {ENGLISH} http://example.org/?a=1&b=2 \x00\x07 {ENGLISH}"),
        ("en", f"{ENGLISH} \ud800\udfff {ENGLISH}"),
        ("en", f"\u202e{ENGLISH} قال المتحدث {ENGLISH}"),
    ],
    ids=["film title", "html", "german quotation", "no diacritics", "blank head", "names", "junk", "surrogates", "rtl"],
)
def test_what_stands_between_does_not_matter(language: str, text: str) -> None:
    assert recognize_language(text).language == language


THIN = {
    "empty": "",
    "blank": " \n\t",
    "one word": "Dom",
    "initials": "U.S.",
    "numbers": "12 345,67",
    "marks": "!?…—„”",
    "nul": "\x00",
    "lone surrogate": "\ud83d",
    "emoji": "🙂🙂🙂",
    "one letter": "a" * 3_000_000,
    "one mark": "." * 3_000_000,
    "loose letters": "x y z " * 10_000,
    "combining": "\u0301" * 100_000,
    "direction": "\u202e\u202d",
    "filler": "lorem ipsum dolor sit amet consectetur adipiscing elit",
}


@pytest.mark.parametrize("text", THIN.values(), ids=THIN.keys())
def test_too_little_evidence_is_not_recognized(text: str) -> None:
    assert recognize_language(text) == UNRECOGNIZED


def test_decomposed_letters_are_read_as_composed_ones() -> None:
    decomposed = POLISH.replace("ż", "z\u0307").replace("ą", "a\u0328").replace("ę", "e\u0328")
    assert recognize_language(decomposed) == recognize_language(POLISH)


def test_the_share_tells_how_much_of_the_text_speaks_for_it() -> None:
    diluted = ENGLISH + " Kowalski Nowak Zieliński Wiśniewski Lewandowski Wójcik"
    assert 0 < recognize_language(diluted).share < recognize_language(ENGLISH).share <= 1


@given(st.text() | st.lists(st.sampled_from([*POLISH.split(), *ENGLISH.split(), "\ud800", "że"])).map(" ".join))
def test_any_text_has_one_recognition(text: str) -> None:
    found = recognize_language(text)
    assert isinstance(found, Recognition)
    assert found.language in {"pl", "en", None}
    assert 0 <= found.share <= 1
    assert (found.share == 0) == (found.language is None)
    assert recognize_language(text) == found

"""Words as they are met: with and without accents, inflected, in either alphabet."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from database.search.language import analysis, english, hungarian
from database.search.language.snowball import Snowball


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Smart-city, 5G-hálózat!", ["smart", "city", "5g", "hálózat"]),
        ("Јован Ђорђевић", ["jovan", "đorđević"]),
        ("Љубљана Његош Џеп", ["ljubljana", "njegoš", "džep"]),
        ("Ђ Ж Ч Ћ Ш", ["đ", "ž", "č", "ć", "š"]),
        ("Скопје Ѓорче Ќ", ["skopje", "gjorče", "kj"]),
        ("EU–Kína", ["eu", "kína"]),
        ("Fu\u0301t\u0151", ["fútő"]),  # an accent of its own
        ("snake_case ’s", ["snake", "case", "s"]),
        ("11,7 millió", ["11", "7", "millió"]),
        ("2016-ban az EU-t, 2019-es 5G-vel", ["2016", "az", "eu", "2019", "5g"]),  # no words
        ("a travel-ban, an add-on", ["a", "travel", "ban", "an", "add", "on"]),
        ("x/2016-ban-on-huawei", ["x", "2016", "ban", "on", "huawei"]),  # an address
        ("", []),
        (" \t\n\u00a0–…„”", []),
    ],
)
def test_text_falls_into_forms(text: str, forms: list[str]) -> None:
    assert analysis.forms(text) == forms


def test_words_know_where_they_stand() -> None:
    text = "A „Ђорђе” 5G-s – tűzkő."
    assert [(w.form, text[w.start : w.end]) for w in analysis.words(text)] == [
        ("a", "A"),
        ("đorđe", "Ђорђе"),
        ("5g", "5G"),
        ("tűzkő", "tűzkő"),
    ]


@given(st.text(max_size=200))
def test_offsets_stay_within_the_text_and_in_order(text: str) -> None:
    ends = [0]
    for word in analysis.words(text):
        assert ends[-1] <= word.start < word.end <= len(text)
        ends.append(word.end)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vučić", "vucic"),
        ("đorđević", "djordjevic"),
        ("đorđević", "dordevic"),
        ("vasút", "vasut"),
        ("őrült", "orult"),
        ("łódź", "lodz"),
        ("straße", "strasse"),
        ("smørrebrød", "smorrebrod"),
        ("ħaż-żebbuġ", "haz-zebbug"),
        ("𝐇𝐮𝐚𝐰𝐞𝐢", "huawei"),
        (analysis.latin("ђорђевић"), "djordjevic"),
    ],
)
def test_accents_do_not_matter_in_a_fold(one: str, other: str) -> None:
    assert analysis.fold(one) == analysis.fold(other)


@given(st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=20))
def test_folding_twice_changes_nothing_more(form: str) -> None:
    folded = analysis.fold(form)
    assert analysis.fold(folded) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vasút", "vasútról"), ("vasút", "vasutak"), ("kamera", "kamerák"), ("kamera", "kamerával"),
        ("szerződés", "szerződésének"), ("adatközpont", "adatközpontokban"),
        ("fejlesztés", "fejlesztéseket"), ("belgrád", "belgrádi"), ("szerbia", "szerbiai"),
        ("megnyitották", "megnyitása"), ("vásárolt", "vásárlás"), ("eltörölték", "eltörlését"),
        ("aláírt", "aláírás"), ("kinevezte", "kinevezéséről"), ("ellenőrizni", "ellenőrzés"),
        ("szennyezett", "szennyezés"), ("megfigyelo", "megfigyelés"), ("támogatja", "támogatás"),
        ("szennyezi", "szennyezés"), ("építette", "épült"), ("vučić", "vučićtyal"),
        ("királyság", "királyságbeli"), ("barát", "baráté"), ("pakisztán", "pakisztánért"),
        ("pakisztan", "pakisztankent"), ("bábfilm", "bábfilmben"), ("asztal", "asztalhoz"),
        ("válasz", "válaszképpen"), ("tanulsag", "tanulsagkeppen"), ("team", "teamek"),
        ("harry", "harrynek"),
        ("acélmű", "acélművek"), ("vasut", "vasutak"), ("kína", "kínával"),
        ("railway", "railways"), ("sign", "signed"), ("company", "companies"),
        ("centre", "centers"), ("programme", "programs"), ("modernise", "modernized"),
        ("organisation", "organizations"), ("licence", "licenses"), ("defence", "defense"),
        ("fibre", "fiber"), ("labour", "labor"), ("travelled", "traveled"),
        ("university", "universities"), ("add", "added"), ("emergency", "emergencies"),
    ],
)  # fmt: skip
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert analysis.keys(one) & analysis.keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kína", "kín"), ("vas", "vasút"), ("camera", "camel"), ("niš", "nixie"), ("eu", "eus"),
        ("university", "universal"), ("organic", "organise"),
        ("internal", "international"), ("evening", "even"), ("vezetés", "vezeték"),
        ("tartalom", "tartás"), ("adat", "adás"), ("kérdés", "kérnek"), ("város", "várnak"),
        ("csinál", "csien"), ("házi", "házas"), ("station", "state"), ("firm", "fired"),
        ("data", "date"), ("made", "mad"), ("states", "stat"), ("channel", "chan"),
        ("share", "sha"), ("granted", "gran"), ("huawei", "huaw"), ("camera", "cameron"),
    ],
)  # fmt: skip
def test_words_that_only_look_alike_do_not_meet(one: str, other: str) -> None:
    assert not analysis.keys(one) & analysis.keys(other)


@pytest.mark.parametrize("snowball", [english.snowball, hungarian.snowball])
def test_no_thread_stems_with_the_stemmer_of_another(snowball: Snowball) -> None:
    with ThreadPoolExecutor(max_workers=1) as worker:
        others = worker.submit(lambda: snowball.stem).result()
    assert others is not snowball.stem
    assert others("vasutak") == snowball.stem("vasutak")


@given(st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=20))
def test_every_form_is_a_form_of_itself(form: str) -> None:
    assert analysis.keys(form)


@pytest.mark.parametrize(
    ("label", "asked", "language"),
    [
        ("data centre", "data centers", "en"),
        ("egyetértési megállapodás", "Egyetértési megállapodást", "hu"),
        ("adatközpont", "adatközpontokban", "hu"),
        ("szankciók", "szankció", "hu"),
        ("железница", "zeleznica", "sr"),
    ],
)
def test_a_label_of_the_thesaurus_is_met_in_any_form(label: str, asked: str, language: str) -> None:
    assert analysis.kept_keys(label, language) & analysis.label_keys(asked, language)


def test_a_label_is_not_met_in_a_word_that_only_looks_like_its_beginning() -> None:
    assert not analysis.kept_keys("adat", "hu") & analysis.label_keys("ad", "hu")


@pytest.mark.parametrize(
    ("english", "loan"),
    [
        ("tender", "tendert"), ("startup", "startupok"), ("intelligence", "intelligenciát"),
        ("module", "modulok"), ("europe", "európában"),
    ],
)  # fmt: skip
def test_a_loan_meets_the_english_word(english: str, loan: str) -> None:
    assert analysis.keys(english, is_english=True) & analysis.keys(loan)


@pytest.mark.parametrize(("one", "other"), [("plant", "plan"), ("bribe", "bri"), ("plane", "plan")])
def test_an_english_word_is_no_inflected_hungarian_one(one: str, other: str) -> None:
    assert not analysis.keys(one, is_english=True) & analysis.keys(other)

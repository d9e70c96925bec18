"""The same name in every script and spelling, asked of the real dossier."""

import pytest

from database.search.engine import SearchEngine
from database.search.language import analysis, english
from database.search.request import SearchRequest
from i18n.locales import ENGLISH

HUAWEI, NETDRAGON, VUCIC = "actor/huawei", "actor/netdragon", "actor/aleksandar-vucic"


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Љубљана", "ljubljana"), ("ЉУБЉАНА", "ljubljana"), ("Његош", "njegoš"),
        ("ЊЕГОШ", "njegoš"), ("Џорџ", "džordž"), ("ЏОРЏ", "džordž"), ("Ђорђе", "đorđe"),
        ("Ћуприја", "ćuprija"), ("Жижа", "žiža"), ("Чачак", "čačak"), ("Шабац", "šabac"),
        ("Хуавеј", "huavej"), ("конјункција", "konjunkcija"), ("Инђија", "inđija"),
    ],
)  # fmt: skip
def test_cyrillic_is_read_as_serbians_spell_it_in_latin(cyrillic: str, latin: str) -> None:
    assert analysis.forms(cyrillic) == [latin]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Љајић", "actor/rasim-ljajic"), ("ЉАЈИЋ", "actor/rasim-ljajic"),
        ("LJAJIĆ", "actor/rasim-ljajic"), ("Ljajic", "actor/rasim-ljajic"),
        ("Lyayich", "actor/rasim-ljajic"), ("Ljajics", "actor/rasim-ljajic"),
        ("ВУЧИЋ", VUCIC), ("Vuchich", VUCIC), ("Vučićem", VUCIC), ("Vučićeva", VUCIC),
        ("Popovich", "actor/nenad-popovic"), ("Popovics", "actor/nenad-popovic"),
        ("Tadich", "actor/boris-tadic"), ("Tagyics", "actor/boris-tadic"),
        ("Nish", "actor/city-of-nis"), ("Nis", "actor/city-of-nis"),
        ("Kičevo", "project/kicevo-ohrid-motorway"), ("Kichevo", "project/kicevo-ohrid-motorway"),
        ("Shtip", "project/miladinovci-stip-motorway"),
        ("Matešvo", "project/smokovac-matesevo-motorway"),
        ("Mateshevo", "project/smokovac-matesevo-motorway"),
        ("Fruskagorski", "project/fruskogorski-corridor"),
        ("Џо Бајден", "actor/joe-biden"), ("Dzo Bajden", "actor/joe-biden"),
        ("Madjarska", "actor/hungary"), ("Mađarska", "actor/hungary"),
        ("Мађарској", "actor/hungary"),
    ],
)  # fmt: skip
def test_a_serbian_name_is_found_as_anybody_spells_it(
    real_engine: SearchEngine, asked: str, found: str
) -> None:
    hits = real_engine.search(SearchRequest(asked, ENGLISH, limit=3, unfinished=False)).hits
    assert found in [hit.id for hit in hits]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("华为", HUAWEI), ("華為", HUAWEI), ("华为技术有限公司", HUAWEI), ("Huáwéi", HUAWEI),
        ("huawei", HUAWEI), ("HUAWEI", HUAWEI),
        ("网龙", NETDRAGON), ("網龍", NETDRAGON), ("网龙网络", NETDRAGON), ("Wǎnglóng", NETDRAGON),
        ("wanglong", NETDRAGON), ("wang long", NETDRAGON), ("Wangluo", NETDRAGON),
        ("Wǎnglóng Wǎngluò", NETDRAGON), ("net dragon", NETDRAGON),
        ("刘德建", "actor/liu-dejian"), ("劉德建", "actor/liu-dejian"),
        ("Liú Déjiàn", "actor/liu-dejian"), ("liu de jian", "actor/liu-dejian"),
        ("中兴", "actor/zte"), ("中国", "actor/china"), ("中國", "actor/china"),
        ("Zhōngguó", "actor/china"), ("塞尔维亚", "actor/serbia"),
        ("一带一路", "project/belt-and-road-initiative"),
    ],
)  # fmt: skip
def test_a_chinese_name_is_found_by_its_characters_and_its_sound(
    real_engine: SearchEngine, asked: str, found: str
) -> None:
    hits = real_engine.search(SearchRequest(asked, ENGLISH, limit=3, unfinished=False)).hits
    assert found in [hit.id for hit in hits]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("centre", "center"), ("centres", "centers"), ("theatre", "theater"), ("fibre", "fiber"),
        ("colour", "color"), ("neighbours", "neighbors"), ("labour", "labor"),
        ("harbour", "harbor"), ("analyse", "analyze"), ("analysed", "analyzed"),
        ("modernisation", "modernization"), ("digitise", "digitize"),
        ("digitisation", "digitization"), ("organised", "organized"),
        ("programme", "program"), ("licence", "license"), ("defence", "defense"),
        ("offence", "offense"), ("travelled", "traveled"), ("modelling", "modeling"),
        ("fulfil", "fulfill"), ("instalment", "installment"), ("catalogue", "catalog"),
        ("dialogue", "dialog"), ("grey", "gray"), ("aluminium", "aluminum"),
        ("cheque", "check"), ("tyres", "tires"), ("plough", "plow"), ("sceptical", "skeptical"),
        ("ageing", "aging"), ("judgement", "judgment"), ("manoeuvre", "maneuver"),
        ("artefact", "artifact"), ("jewellery", "jewelry"), ("aeroplane", "airplane"),
        ("sulphur", "sulfur"), ("practise", "practice"), ("acknowledgement", "acknowledgment"),
    ],
)  # fmt: skip
def test_british_and_american_spellings_meet(british: str, american: str) -> None:
    assert english.stems(british) & english.stems(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [("four", "for"), ("our", "or"), ("hour", "hor"), ("tour", "tor"), ("rise", "rize"),
     ("wise", "wiz"), ("metre", "met"), ("sense", "cense"),
     ("our", "are"), ("raise", "raze")],
)  # fmt: skip
def test_a_rule_of_spelling_stops_at_other_words(one: str, other: str) -> None:
    assert not english.stems(one) & english.stems(other)


def test_blanks_stand_between_words_but_not_between_chinese_characters() -> None:
    assert analysis.joined(["华", "为", "safe", "city", "中", "国"]) == "华为 safe city 中国"


def test_a_chinese_word_is_shown_in_one_piece(real_engine: SearchEngine) -> None:
    results = real_engine.search(SearchRequest("塞尔维亚 华为", ENGLISH, unfinished=False))
    assert results.hits
    assert {(e.asked, e.searched) for e in results.expansions} == {
        ("塞尔维亚", "Serbia"), ("塞尔维亚", "Szerbia"), ("华为", "Huawei")
    }  # fmt: skip
    assert not results.understood  # that its characters stand together goes without saying
    told = {reason.asked for hit in results.hits for reason in hit.why}
    assert told == {"塞尔维亚", "华为"}


@pytest.mark.parametrize(
    ("record", "found", "rule"),
    [("actor/huawei", "华为", "exact"), ("project/belgrade-safe-city", "huawei", "thesaurus")],
)
def test_a_chinese_word_is_found_itself_or_in_other_words(
    real_engine: SearchEngine, record: str, found: str, rule: str
) -> None:
    hits = real_engine.search(SearchRequest("华为", ENGLISH, limit=100)).hits
    (why,) = next(hit.why for hit in hits if hit.id == record)
    assert (why.asked, why.found, why.rule) == ("华为", found, rule)


def test_fewer_words_have_chinese_ones_whole(real_engine: SearchEngine) -> None:
    results = real_engine.search(SearchRequest("中国 +trombone", ENGLISH, unfinished=False))
    assert [other.text for other in results.suggestions] == ["中国"]

"""What the dossier has to hold: the inventory of the analysis, record by record."""

import pytest

from database.compile.content import Content

INVENTORY = {
    "project": """
        telekom-srbija-modernisation elte-broadband 5g-introduction telenor-5g-test-station
        telenor-5g-drone-tests kragujevac-city-data-centre kragujevac-state-data-centre
        state-data-centre-ai-platform huawei-innovation-centre huawei-smart-education-plan
        nis-smart-city huawei-smart-city-programme belgrade-safe-city
        serbian-public-innovation-platform netdragon-smart-education
        netdragon-development-centre robotics-ai-education-centre digital-silk-road-serbia
        belt-and-road-initiative
        fruskogorski-corridor budapest-belgrade-railway yanfeng-factory xingyu-factory
        military-drone-purchase smederevo-steel-mill
        smokovac-matesevo-motorway montenegro-coast-serbia-highway kicevo-ohrid-motorway
        miladinovci-stip-motorway tuzla-7
        eu-digital-agenda digital-agenda-western-balkans digital-single-market
        wbif-broadband-grants ipa-2011-innovation-fund eu-innovation-rd-support
        eib-digital-schools eu-5g-toolbox reclaim-your-face-initiative
    """,
    "actor": """
        aleksandar-vucic avdullah-hoti ana-brnabic rasim-ljajic nenad-popovic boris-tadic
        li-mengqun liu-dejian federica-mogherini johannes-hahn donald-trump joe-biden
        bianka-emese-szabo
        huawei zte netdragon telekom-srbija telenor-serbia yanfeng xingyu google crbc
        government-of-serbia ministry-of-the-interior
        ministry-of-trade-tourism-telecommunications cabinet-of-innovation-minister
        office-for-it-and-egovernment serbian-police data-protection-authority
        government-of-china chinese-communist-party cidca us-administration european-union
        european-commission european-parliament european-investment-bank world-bank
        china-ceec-17-plus-1
        city-of-belgrade city-of-nis city-of-kragujevac
        share-foundation reclaim-your-face-coalition csis
        serbia china united-states russia turkey kosovo montenegro north-macedonia
        bosnia-and-herzegovina hungary
    """,
    "event": """
        china-fourth-pillar-2009 telekom-srbija-huawei-contract-2016
        digital-silk-road-memorandum-2017 visa-abolition-2017 safe-city-agreement-2017
        chessboard-remark-2017 trojan-horse-warning safe-city-rollout-2018
        western-balkans-digital-agenda-2018 telenor-5g-station-2019 google-huawei-sanctions-2019
        eu-china-strategic-outlook-2019 liu-dejian-adviser-2019
        innovation-platform-memorandum-2019 ai-platform-memorandum-2019 netdragon-memorandum-2020
        robotics-centre-visit-2020 washington-declarations-2020 huawei-centre-opening-2020
        5g-called-off-2020 huawei-state-data-centre-2020
    """,
    "concern": """
        untrusted-vendors-5g espionage-accusations citizens-data-in-foreign-financed-cloud
        biometric-mass-surveillance data-protection-law-not-complied-with
        confidential-procurement need-for-5g accession-chapters-23-24 cybersecurity-alignment
        debt-trap environmental-harm corruption-and-rule-of-law soft-power-media-academia
        balancing-between-great-powers eu-disunity-over-china
    """,
    "source": """
        szabo-analysis
        serbian-monitor-recognising-kosovo huawei-elte-brochure balkan-insight-huawei-tech-centre
        serbian-monitor-no-5g serbian-government-161451 serbian-government-162592
        serbian-government-160902 china-daily-2017-09-28 ewb-mogherini-chessboard
        politico-hahn-trojan-horses diplomat-low-hanging-fruit seenews-smokovac-matesevo
        berlin-policy-journal-highway-to-nowhere csis-china-strategy
        ewb-energy-sector bgen-smederevo-protest bgen-tara-river reuters-montenegro
        ecfr-china-goes-granular ewb-china-or-eu seenews-crbc-road-deal diplomat-railway-saga
        industry-europe-automotive rusi-chinese-drones serbian-government-58295 n1-uyghur-policy
        serbian-government-146367 serbian-government-151965
        dragon-trail-tourism serbian-government-146019 serbian-government-162349
        seenews-huawei-google-ban intellinews-telekom-srbija telenor-first-5g-base-station
        diplomacy-commerce-telenor-drones kragujevac-city-data-centre-launched
        kragujevac-state-data-centre-construction serbian-government-147501
        serbian-government-147348 cgtn-huawei-innovation-centre serbian-monitor-nis-smart-city
        huawei-smart-city-material huawei-smart-cities-news-2018 archive-pz9ho
        share-huawei-knows-everything aboutintel-mass-surveillance ep-question-003068
        ep-answer-003068 reclaim-your-face-site
        serbian-government-132925 inovacije-netdragon-adviser netdragon-investor-notice-2019
        bloomberg-netdragon-2020 predsednik-robotics-centre n1-white-house-doors
        serbian-government-166047 ec-ip-18-4242 europa-rs-innovation-fund europa-rs-eib-schools
        ec-eu-china-strategic-outlook ec-ip-20-123
    """,
}

# What each record of the first dossier has to say beyond its title, at the least.
ROLES = [
    ("project/belgrade-safe-city", "contractor", "actor/huawei"),
    ("project/belgrade-safe-city", "critic", "actor/share-foundation"),
    ("project/kragujevac-state-data-centre", "financier", "actor/world-bank"),
    ("project/state-data-centre-ai-platform", "financier", "actor/cidca"),
    ("project/kragujevac-city-data-centre", "donor", "actor/china"),
    ("project/telekom-srbija-modernisation", "contractor", "actor/huawei"),
    ("project/robotics-ai-education-centre", "owner", "actor/netdragon"),
    ("actor/liu-dejian", "office", "actor/netdragon"),
    ("actor/aleksandar-vucic", "office", "actor/serbia"),
]


@pytest.mark.parametrize("record_type", INVENTORY)
def test_the_dossier_holds_what_the_inventory_lists(
    real_content: Content, record_type: str
) -> None:
    held = {key.partition("/")[2] for key, r in real_content.records.items()
            if r.type == record_type}  # fmt: skip
    assert set(INVENTORY[record_type].split()) - held == set()


@pytest.mark.parametrize(("record", "role", "target"), ROLES)
def test_the_main_roles_are_told(
    real_content: Content, record: str, role: str, target: str
) -> None:
    told = {(r.role, r.target) for r in real_content.records[record].relations}
    assert (role, target) in told


def test_the_thesaurus_is_large_and_bilingual(real_content: Content) -> None:
    terms = real_content.terms.values()
    assert len(terms) >= 170
    assert sum(bool(term.broader) for term in terms) >= 0.6 * len(terms)
    assert sum("sr" in term.labels for term in terms) >= 60


@pytest.mark.parametrize("language", ["en", "hu"])
def test_no_word_stands_for_two_concepts(real_content: Content, language: str) -> None:
    owners: dict[str, set[str]] = {}
    for term in real_content.terms.values():
        for label in term.labels[language]:
            owners.setdefault(label.casefold(), set()).add(term.id)
    assert {label: several for label, several in owners.items() if len(several) > 1} == {}


def test_no_concept_is_broader_than_itself(real_content: Content) -> None:
    for start in real_content.terms:
        above, seen = list(real_content.terms[start].broader), set()
        while above:
            term = above.pop()
            assert term != start
            if term not in seen:
                seen.add(term)
                above += real_content.terms[term].broader

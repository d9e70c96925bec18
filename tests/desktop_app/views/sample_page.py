"""A page to try the views with, in two languages that have the same shape."""

from desktop_app.presentation.evidence import Evidence
from desktop_app.presentation.page import Chip, Fact, Line, Page, RelationGroup, Step
from i18n.locales import ENGLISH, HUNGARIAN

WEB = Evidence(
    number=2,
    source_id="source/example-news",
    title="Cameras in the town",
    facts=("Example News", "News article", "2019"),
    locator="page 9",
    quotation="Work began in spring.",
    url="https://www.example.org/news/2019/cameras?page=2",
    site="example.org",
)
PAPER = Evidence(
    number=1,
    source_id="source/example-report",
    title="A report",
    facts=("Example Institute",),
    locator="",
    quotation="",
    url="",
    site="",
)

IN_ENGLISH = Page(
    record_id="project/example",
    type="project",
    type_label="Project",
    locale=ENGLISH,
    title="Example Safe Town",
    other_titles=("Példás Biztonságos Város",),
    description=Line("Cameras in a town."),
    facts=(
        Fact("Status", (Line("in use", (1,)),)),
        Fact("Extent", (Line("100 cameras", (1,), "first phase"), Line("800 places", (2,)))),
    ),
    passages=(
        Line("A passage about the cameras < & > of the town. " * 8, (1, 2)),
        Line("A second passage. " * 10, (2,)),
    ),
    statements=(Fact("Purpose", (Line("To help the police.", (1,)),)),),
    course=tuple(Step(f"event/step-{n}", f"201{n}", f"Step {n} of the work") for n in range(5)),
    relations=(
        RelationGroup("Contractor", (Chip("actor/firm", "actor", "A Firm", "2017", (1,)),)),
        RelationGroup("Concerns", (Chip("concern/privacy", "concern", "Privacy", "", ()),)),
    ),
    cited_by=(),
    names=("Safe Town", "Безбедан град"),
    evidence=(PAPER, WEB),
)

IN_HUNGARIAN = Page(
    record_id="project/example",
    type="project",
    type_label="Projekt",
    locale=HUNGARIAN,
    title="Példás Biztonságos Város",
    other_titles=("Example Safe Town",),
    description=Line("Kamerák egy városban."),
    facts=(
        Fact("Állapot", (Line("használatban", (1,)),)),
        Fact("Méret", (Line("100 kamera", (1,), "első szakasz"), Line("800 helyszín", (2,)))),
    ),
    passages=(
        Line("Egy bekezdés a város térfigyelő kameráiról, jóval hosszabban. " * 9, (1, 2)),
        Line("Egy második bekezdés. " * 10, (2,)),
    ),
    statements=(Fact("Cél", (Line("A rendőrség munkájának segítése.", (1,)),)),),
    course=tuple(Step(f"event/step-{n}", f"201{n}", f"A munka {n}. lépése") for n in range(5)),
    relations=(
        RelationGroup("Kivitelező", (Chip("actor/firm", "actor", "Egy cég", "2017", (1,)),)),
        RelationGroup("Aggályok", (Chip("concern/privacy", "concern", "Magánélet", "", ()),)),
    ),
    cited_by=(),
    names=("Safe Town", "Безбедан град"),
    evidence=(PAPER, WEB),
)

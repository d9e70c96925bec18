"""Real projects of others to tell again: AidData's Chinese official finance, 5,466 records."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "projects"
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SECTORS = {
    "Communications": "telecommunications",
    "Education": "education",
    "Transport and Storage": "transport",
    "Energy Generation and Supply": "energy",
    "Industry, Mining, Construction": "industry",
    "Banking and Financial Services": "finance",
    "Government and Civil Society": "e-government",
    "Trade and Tourism": "trade-and-tourism",
    "General Environmental Protection": "environment",
    "Emergency Response": "defence",
}
_STATUSES = {
    "Pipeline: Pledge": "announced",
    "Pipeline: Commitment": "agreed",
    "Implementation": "under-way",
    "Completion": "completed",
    "Suspended": "called-off",
    "Cancelled": "called-off",
}


@dataclass(frozen=True, slots=True)
class AidProject:
    """One project, with the codes of our own vocabularies; ``sector`` may be ``""``."""

    title: str
    description: str
    country: str
    sector: str
    status: str
    year: int
    amount: float | None
    currency: str
    agencies: tuple[str, ...]
    link: str


@cache
def projects() -> tuple[AidProject, ...]:
    """Read them all, in the order of the sheet; none where the file is not there."""
    several = sorted(FOLDER.glob("*.xlsx")) if FOLDER.exists() else []
    if not several:
        return ()
    with zipfile.ZipFile(several[0]) as archive:
        header, *rows = _rows(archive)
    names = {column: name for column, name in header.items()}
    read = ({names[c]: text for c, text in row.items() if c in names} for row in rows)
    return tuple(map(_project, read))


def _rows(archive: zipfile.ZipFile) -> Iterator[dict[str, str]]:
    """Yield the cells of each row by the letters of their column."""
    told = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    shared = ["".join(t.text or "" for t in entry.iter(f"{_NS}t")) for entry in told]
    sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    for row in sheet.iter(f"{_NS}row"):
        cells = {}
        for cell in row:
            value = cell.findtext(f"{_NS}v")
            if value is not None:
                column = re.match("[A-Z]+", cell.get("r", ""))[0]
                cells[column] = shared[int(value)] if cell.get("t") == "s" else value
        yield cells


def _project(row: dict[str, str]) -> AidProject:
    amount = row.get("amount", "").strip()
    agencies = f"{row.get('funding_agency', '')}; {row.get('implementing_agency', '')}"
    country, currency = (row.get(c, "").strip() for c in ("recipient_iso2", "currency"))
    return AidProject(
        title=row["title"].strip(),
        description=row["description"].strip(),
        country=country if re.fullmatch("[A-Z]{2}", country) else "RS",
        sector=_SECTORS.get(row.get("crs_sector_name", "").strip(), ""),
        status=_STATUSES.get(row.get("status", "").strip(), "announced"),
        year=int(float(row["year"])),
        amount=float(amount) if amount else None,
        currency=currency if re.fullmatch("[A-Z]{3}", currency) else "USD",
        agencies=tuple(a.split(",")[0].strip() for a in agencies.split(";") if a.strip(" ,")),
        link=row.get("sources", "").split(",")[0].strip(),
    )

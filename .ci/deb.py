"""Makes the Debian package of build/bundle/tukor-system (``make deb``).

    python .ci/deb.py FOLDER

The tree is laid out as it will be installed, and packed so that the same commit gives the same
bytes.
"""

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from xml.etree import ElementTree

import man

ROOT = Path(__file__).parent.parent
BUNDLE = ROOT / "build" / "bundle" / "tukor-system"
WORDS = ROOT / "resources" / "packaging"
TREE = ROOT / "build" / "deb" / "tree"
SHARE = TREE / "usr" / "share"
DOC = SHARE / "doc" / "tukor"

# Where the project is at home; the release workflow knows, a build at one's desk does not.
HOMEPAGE = os.environ.get("TUKOR_HOMEPAGE", "https://tukor.example")
PICTURES = os.environ.get("TUKOR_PICTURES", f"{HOMEPAGE}/pictures")
MAINTAINER = os.environ.get("TUKOR_MAINTAINER", "The Tükör authors <authors@tukor.example>")
DATE = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
# Qt chooses among fonts with fontconfig's rules, and some font must be there.
BESIDES = ("fontconfig-config", "fonts-dejavu-core | fonts-noto-core | fonts-liberation")
#: The texts that Debian keeps in /usr/share/common-licenses.
COMMON = {
    r"^[ \t]*GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3.*": "LGPL-3",
    r"^[ \t]*GNU GENERAL PUBLIC LICENSE\s+Version 3.*": "GPL-3",
    r"^[ \t]*GNU GENERAL PUBLIC LICENSE\s+Version 2.*": "GPL-2",
    r"^[ \t]*Apache License\s+Version 2\.0, .*?such\s+warranty\s+or\s+additional\s+liability\."
    r"(\s+END OF TERMS AND CONDITIONS)?(.*limitations under the License\.)?": "Apache-2.0",
}
CONTROL = """\
Package: tukor
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: xdg-utils
Section: education
Priority: optional
Homepage: {homepage}
Description: bilingual dossier to search, read and cite
 Tükör is a reference work on the desktop, in English and in Hungarian:
 projects, actors, events, concerns and sources, and for every statement the
 source and the page it comes from. It searches while you type, knows Hungarian
 suffixes, switches its language at any moment and needs no network.
"""
COPYRIGHT = """\
Tükör is made by the Tükör authors. Its licence, and that of the dossier:

{ours}

The package takes along the following works of others, in /usr/lib/tukor/_internal. Each stands
there with its licence in the folder licenses; sbom.cdx.json lists them for machines.
"""


def lay_out(version: str) -> None:
    """Put every file where it will be installed."""
    shutil.rmtree(TREE, ignore_errors=True)
    shutil.copytree(BUNDLE, TREE / "usr/lib/tukor", symlinks=True)
    link = TREE / "usr/bin/tukor"
    link.parent.mkdir(parents=True)
    link.symlink_to("../lib/tukor/tukor")
    put(SHARE / "applications/tukor.desktop", (WORDS / "tukor.desktop").read_text("utf-8"))
    put(SHARE / "mime/packages/tukor.xml", (WORDS / "tukor.mime.xml").read_text("utf-8"))
    put(SHARE / "metainfo/org.tukor.tukor.metainfo.xml", metainfo())
    put(SHARE / "lintian/overrides/tukor", (WORDS / "lintian-overrides").read_text("utf-8"))
    pack(SHARE / "man/man1/tukor.1.gz", man.page("en", f"{DATE:%Y-%m-%d}"))
    pack(SHARE / "man/hu/man1/tukor.1.gz", man.page("hu", f"{DATE:%Y-%m-%d}"))
    put(DOC / "copyright", copyright_notice())
    pack(DOC / "changelog.gz", changelog(version))
    lay_out_icons()
    lay_out_completions()


def lay_out_icons() -> None:
    """Put the icon of the program and that of its files into every size."""
    hicolor = SHARE / "icons/hicolor"
    drawn = {
        "tukor": ("apps/tukor", ROOT / "resources/icons/tukor.svg"),
        "dossier": ("mimetypes/application-vnd.tukor.dossier", WORDS / "dossier.svg"),
    }
    for name, (place, drawing) in drawn.items():
        copy(drawing, hicolor / f"scalable/{place}.svg")
        for picture in (ROOT / "build/icons").glob(f"{name}-*.png"):
            size = picture.stem.partition("-")[2]
            copy(picture, hicolor / f"{size}x{size}" / f"{place}.png")


def lay_out_completions() -> None:
    """Let the program write what completes its commands in each shell."""
    for shell, place in {
        "bash": "bash-completion/completions/tukor",
        "fish": "fish/vendor_completions.d/tukor.fish",
        "zsh": "zsh/vendor-completions/_tukor",
    }.items():
        asked = {**os.environ, "_TUKOR_COMPLETE": f"{shell}_source"}
        told = subprocess.run([BUNDLE / "tukor"], env=asked, capture_output=True, check=True)
        put(SHARE / place, told.stdout.decode())


def metainfo() -> str:
    """Return what software centres show, with the addresses of this release."""
    text = (WORDS / "tukor.metainfo.xml").read_text("utf-8")
    text = re.sub(r"<!-- @HOMEPAGE@.*?-->\n", "", text, flags=re.DOTALL)
    return text.replace("@HOMEPAGE@", HOMEPAGE).replace("@PICTURES@", PICTURES)


def changelog(version: str) -> str:
    """Turn the releases of the metainfo into Debian's changelog."""
    releases = ElementTree.parse(WORDS / "tukor.metainfo.xml").iter("release")
    entries = []
    for release in releases:
        date = datetime.fromisoformat(release.attrib["date"]).replace(tzinfo=UTC)
        news = [(line.text or "").strip() for line in release.iter() if line.tag in {"p", "li"}]
        english = "\n".join(f"  * {line}" for line in news[::2])  # each is followed by Hungarian
        entries.append(
            f"tukor ({release.attrib['version']}) unstable; urgency=medium\n\n{english}\n\n"
            f" -- {MAINTAINER}  {format_datetime(date)}\n"
        )
    if not entries or f"tukor ({version})" not in entries[0]:
        sys.exit(f"resources/packaging/tukor.metainfo.xml: release {version} is not its first")
    return "\n".join(entries)


def copyright_notice() -> str:
    """Return the licences of everything in the package."""
    notice = COPYRIGHT.format(ours=(ROOT / "LICENSE").read_text("utf-8").strip())
    bill = json.loads((BUNDLE / "_internal/sbom.cdx.json").read_text("utf-8"))
    for part in bill["components"]:
        notice += f"\n\n===== {part['name']} {part['version']} =====\n"
        for text in sorted((BUNDLE / "_internal/licenses" / part["name"]).glob("*")):
            notice += f"\n{without_common(text.read_text('utf-8', 'replace').strip())}\n"
    return notice


def without_common(text: str) -> str:
    """Replace a licence that Debian keeps on every system by its place there."""
    for licence, name in COMMON.items():
        text = re.sub(
            licence, f"See /usr/share/common-licenses/{name} on a Debian system.",
            text, count=1, flags=re.DOTALL | re.MULTILINE,
        )  # fmt: skip
    return text


def depends() -> str:
    """Ask dpkg-shlibdeps for the packages whose libraries the bundle links to."""
    inside = BUNDLE / "_internal"
    own = [inside, *(inside / "PySide6" / name for name in ("", "Qt/lib")), inside / "shiboken6"]
    linking = [path for path in sorted(BUNDLE.rglob("*")) if is_elf(path)]
    stub = TREE.parent / "debian" / "control"
    put(stub, "Source: tukor\n\nPackage: tukor\nArchitecture: any\n")
    told = subprocess.run(
        ["dpkg-shlibdeps", "--ignore-missing-info", "--warnings=0", "-O",
         *(f"-l{path}" for path in own), *(f"-e{path}" for path in linking)],
        cwd=TREE.parent, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = told.stdout.strip().removeprefix("shlibs:Depends=").split(", ")
    return ", ".join(sorted({*found, *BESIDES}))


def is_elf(path: Path) -> bool:
    """Tell whether it is a program or a library."""
    return path.is_file() and not path.is_symlink() and path.read_bytes()[:4] == b"\x7fELF"


def seal(version: str) -> None:
    """Write what dpkg wants to know, and make modes and dates the same on every machine."""
    files = [path for path in sorted(TREE.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = [
        f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(TREE)}\n"
        for path in files
    ]
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    put(TREE / "DEBIAN/md5sums", "".join(sums))
    put(TREE / "DEBIAN/control", CONTROL.format(
        version=version, architecture=architecture(), maintainer=MAINTAINER,
        size=size, depends=depends(), homepage=HOMEPAGE,
    ))  # fmt: skip
    executable = TREE / "usr/lib/tukor/tukor"
    for path in [TREE, *TREE.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == executable else 0o644)
        os.utime(path, (DATE.timestamp(), DATE.timestamp()), follow_symlinks=False)


def architecture() -> str:
    """Return Debian's name for this machine."""
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def put(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def pack(path: Path, text: str) -> None:
    """Write a compressed file without name and date."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def copy(source: Path, target: Path) -> None:
    """Copy a file, and make the folders above it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def main() -> None:
    """Lay the tree out, seal it and pack it."""
    from desktop_app import __version__ as version

    lay_out(version)
    seal(version)
    target = Path(sys.argv[1]) / f"tukor_{version}_{architecture()}.deb"
    target.parent.mkdir(parents=True, exist_ok=True)
    build = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(TREE), str(target)]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    print(f"{target}: {target.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()

"""Draws the icons of the packages.

    python .ci/icons.py FOLDER

For the program and for its files: PNGs for Linux, .ico for Windows, .icns for macOS.
"""

import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).parent.parent
DRAWINGS = {
    "tukor": ROOT / "resources" / "icons" / "tukor.svg",
    "dossier": ROOT / "resources" / "packaging" / "dossier.svg",
}
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO = (16, 24, 32, 48, 64, 256)
#: What Apple calls a PNG of each size.
ICNS = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512}


def png(drawing: Path, size: int) -> bytes:
    """Draw a picture at a size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6 says bytes, and refuses them
    return bytes(buffer.data().data())


def ico(drawing: Path) -> bytes:
    """Put PNGs into one Windows icon: a header, a table, the pictures."""
    pictures = [png(drawing, size) for size in ICO]
    table, offset = b"", 6 + 16 * len(ICO)
    for size, picture in zip(ICO, pictures, strict=True):
        # 256 is written as 0; 1 plane, 32 bits.
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(ICO)) + table + b"".join(pictures)


def icns(drawing: Path) -> bytes:
    """Put PNGs into one macOS icon: each with its name and length in front."""
    chunks = b""
    for name, size in ICNS.items():
        picture = png(drawing, size)
        chunks += name.encode() + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(chunks) + 8) + chunks


def main() -> None:
    """Draw everything."""
    app = QGuiApplication([])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in DRAWINGS.items():
        for size in SIZES:
            (folder / f"{name}-{size}.png").write_bytes(png(drawing, size))
        (folder / f"{name}.ico").write_bytes(ico(drawing))
        (folder / f"{name}.icns").write_bytes(icns(drawing))
    app.quit()


if __name__ == "__main__":
    main()

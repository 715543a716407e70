"""A font with Chinese characters for matplotlib, which by default draws boxes in their place."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from kg.explore.packages import need

# Sans-serif fonts that systems bring, the better legible first; any other font with the characters does as well.
_WANTED = ("Noto Sans CJK", "Source Han Sans", "PingFang", "Microsoft YaHei", "Hiragino Sans GB", "WenQuanYi", "SimHei")
_CHARACTERS = "金山区镇，"
HINT = (
    "no font with Chinese characters was found, so labels show as boxes; install one and restart the kernel: "
    "Debian and Ubuntu `apt install fonts-noto-cjk`, Fedora `dnf install google-noto-sans-cjk-fonts`; "
    "macOS and Windows bring one"
)


@cache
def chinese_font() -> str | None:
    """The name of an installed font that has Chinese characters; None where there is none."""
    manager = need("matplotlib.font_manager")
    fonts = {entry.name: entry.fname for entry in reversed(manager.fontManager.ttflist)}
    known = set(fonts.values())
    for path in manager.findSystemFonts():  # installed since matplotlib made its list
        if path not in known and any(word in path.lower() for word in ("cjk", "han", "hei", "wqy", "song", "kai")):
            manager.fontManager.addfont(path)
    fonts = {entry.name: entry.fname for entry in reversed(manager.fontManager.ttflist)}

    def rank(name: str) -> tuple[int, str]:
        return next((at for at, wanted in enumerate(_WANTED) if wanted in name), len(_WANTED)), name

    return next((name for name in sorted(fonts, key=rank) if _has_characters(fonts[name])), None)


def use_chinese_font() -> str | None:
    """Let all further plots of this session draw Chinese; returns the font's name.

    Warns with a hint how to install a font where there is none, and returns None.
    """
    font = chinese_font()
    if font:
        rc = need("matplotlib").rcParams
        # The font itself, not a generic family, which matplotlib would look up only when the plot is drawn.
        rc["font.family"] = [font, "sans-serif"]
        rc["axes.unicode_minus"] = False
    else:
        warnings.warn(HINT, stacklevel=2)
    return font


@contextmanager
def chinese_labels() -> Iterator[None]:
    """While one plot is drawn, as `use_chinese_font`; the user's own settings come back afterwards."""
    with need("matplotlib").rc_context():
        use_chinese_font()
        yield


def _has_characters(path: str) -> bool:
    font2 = need("matplotlib.ft2font")
    try:
        font = font2.FT2Font(path)
    except (OSError, RuntimeError):  # a broken file, or a format that FreeType does not read
        return False
    return all(font.get_char_index(ord(char)) for char in _CHARACTERS)

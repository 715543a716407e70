"""Substations and converter stations of the power grid: 220千伏云岭变电站, 110千伏东湖变, 500千伏望江站."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognition.spans import Span

# The voltages that the grid's stations have; what a village's or a plant's transformers have names none.
_VOLTAGE = r"±?(?<![0-9.])(?:35|66|110|220|330|500|750|800|1000|1100)(?:千伏|[kK][vV])"
# 输变电, 智能变电站, 主变: what is no name of a station
_OWN = r"(?!(?:升压|开关|换流|变电|牵引|智能|数字|户[内外]|移动|新一代|新型|无人|预制|装配|[高超特]压|交流|直流|枢纽|配套|临时|[一二两三四五六七八九十几多][座个]))((?:(?![输及以等级的座台和与、主])[一-鿿]){2,4}?)(?<![主配箱台公专所改转应演])"
# 东湖变, but not 变电, 变化
_SHORT = "变(?![电压成化为动更流频配革形迁通得])"
_HEAD = f"(变电站|变电所|开关站|换流站|升压站|牵引站|{_SHORT}|站(?![点址房内区长]))"
_STATION = re.compile(_VOLTAGE + _OWN + _HEAD)
# 110千伏东湖变、望江变: the voltage is said once
_NEXT = re.compile(rf"(?:、|和|及|与){_OWN}(变电站|{_SHORT})")
# 起自云岭变西侧220千伏构架: by what stands there
_BARE = re.compile(
    rf"(?:(?<=[自于至到从接经向、，。；：由])|^)(?![起止终]){_OWN}变(?=[东西南北]侧|[0-9]{{2,4}}千伏(?:构架|间隔|出线|线路|母线)|—|至[一-鿿]{{2,4}}变)"
)


def find_substations(text: str) -> Iterator[Span]:
    """Substations by their voltage and name, and those that a list or their own equipment shows behind one."""
    if "千伏" not in text and "kV" not in text and "KV" not in text:
        return
    for match in _STATION.finditer(text):
        yield _station(match.start(), match.end(), match.group(), match.group(2))
        at = match.end()
        while following := _NEXT.match(text, at):
            at = following.end()
            yield _station(following.start(1), at, following.group(1) + following.group(2), following.group(2))
    for match in _BARE.finditer(text):
        yield _station(match.start(), match.end(), match.group(), "变")


def _station(start: int, end: int, called: str, head: str) -> Span:
    """A station under its full name: 云岭变 is 云岭变电站."""
    return Span(start, end, "place.head", "Infrastructure", called + "电站" if head == "变" else "")

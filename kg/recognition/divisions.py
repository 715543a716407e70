"""The gazetteer of China's divisions, from province to town, and of places beyond them.

A name and the codes of its context go in, a division comes out; or a text goes in, and the spans of known names come out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from kg.errors import DataError
from kg.reading.words import tag
from kg.recognition.lexicon import Names

PROVINCE, PREFECTURE, COUNTY, ZONE, TOWN = "province", "prefecture", "county", "zone", "town"
_RANK = {PROVINCE: 0, PREFECTURE: 1, COUNTY: 2, ZONE: 3, TOWN: 4}
_MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000", "810000", "820000"})
_TOWN_SUFFIXES = ("街道", "苏木", "地区", "镇", "乡")
_COUNTY_SUFFIXES = "市县区旗盟"
DIVISION_END = ("省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道", "村", "社区")
"""How a division's full name ends."""
_SCANS_KEPT = 2000
_LONGEST_INSIDE = 12
"""Characters of the longest name of a county."""


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division as it stands today.

    Attributes:
        code: Its six digits in GB/T 2260; a town has its county's code and its name: `310116/亭林镇`.
        level: `province`, `prefecture`, `county`, `zone` (a development zone that statistics count like a county) or `town`.
        parent: Code of the division above; empty for a province.
        short: The usual short form (金山 for 金山区), empty where there is none.
        longitude: Of its seat, in degrees east; None for zones and towns.
        latitude: Of its seat, in degrees north; None for zones and towns.
        names: The full name and every accepted short form.
    """

    code: str
    name: str
    level: str
    parent: str
    short: str
    longitude: float | None
    latitude: float | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A place that is no division of China: a country, a foreign city, a river, a region of several provinces."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    within: str = ""
    """The name of the state or province abroad that it lies in: 美国 of 加利福尼亚州."""


@dataclass(frozen=True, slots=True)
class Rename:
    """A name or code out of use, and the division that the place belongs to since."""

    date: str
    kind: str
    old_name: str
    old_code: str
    new_code: str


# How bodies end: behind one of them 联合 is what it does.
_BODY_ENDS = "所局院会队校司委村学站办厅部园社班组厂行联"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All divisions, with look-ups; get it from `load_divisions`."""

    _by_code: Mapping[str, Division]
    _recoded: Mapping[str, str]
    _named: Mapping[str, tuple[str, ...]]
    _risky: Mapping[str, tuple[str, ...]]
    _former: Mapping[str, tuple[str, ...]]
    _towns_named: Mapping[str, tuple[str, ...]]
    _towns_of: Mapping[str, frozenset[str]]
    _regions: Mapping[str, Region]
    _finder: Names
    """Of the names scanned for and those that only hide others."""
    _scanned: frozenset[str]
    _inside: Mapping[str, frozenset[str]]
    """For each name of a container the names of what lies in it, everyday words too (惠来 in 广东)."""
    _scans: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict, compare=False, repr=False)

    def by_code(self, code: str) -> Division | None:
        """The division with a code; a code out of use gives the division that succeeded it.

        Example:
            >>> load_divisions().by_code("310116/亭林镇").name
            '亭林镇'
        """
        county, slash, town = code.partition("/")
        if slash:
            return _town(county, town) if town in self._towns_of.get(county, ()) else None
        return self._by_code.get(self._recoded.get(county, county))

    def named(self, text: str) -> tuple[Division, ...]:
        """All divisions with this full name or accepted short form, the higher levels first; towns by full name only.

        Short forms that are ordinary words (和平, 东方; `place_stopwords.csv`) do not count.

        Example:
            >>> [d.code for d in load_divisions().named("金山")]
            ['310116']
        """
        found = [self._by_code[code] for code in self._named.get(text, ())]
        found += [_town(county, text) for county in self._towns_named.get(text, ())]
        return tuple(found)

    def former(self, text: str) -> tuple[Division, ...]:
        """The divisions that once bore a name they bear no more: 绍兴县 gives 柯桥区."""
        return tuple(self._by_code[code] for code in self._former.get(text, ()))

    def town_short(self, text: str, county_code: str) -> Division | None:
        """The one town of a county that a short form means (亭林 in 310116 is 亭林镇), else None."""
        full = (text + suffix for suffix in (*_TOWN_SUFFIXES, *(["道"] if text.endswith("街") else [])))  # 新兴街|道
        names = [name for name in full if name in self._towns_of.get(county_code, ())]
        return _town(county_code, names[0]) if len(names) == 1 else None

    def towns(self, county_code: str) -> tuple[Division, ...]:
        """The towns, townships and subdistricts of a county, by name."""
        return tuple(_town(county_code, name) for name in sorted(self._towns_of.get(county_code, ())))

    def resolve(self, text: str, *, near: Sequence[str] = ()) -> Division | None:
        """The division that a name means in a context.

        Args:
            text: A full name, a short form or a former name.
            near: Codes of the divisions the document is about: the paper's own place first, then others it mentions.

        Returns:
            Of the divisions with that name the one in the same county as a context, else in the same prefecture or
            municipality, else in the same province; without a match the only one of
            the highest level. None where it stays open.

        Example:
            >>> gazetteer = load_divisions()
            >>> gazetteer.resolve("朝阳区"), gazetteer.resolve("朝阳区", near=["220100"]).code
            (None, '220104')
        """
        current = self.named(text)
        former = self.former(text)
        risky = tuple(self._by_code[code] for code in self._risky.get(text, ()))
        if not (current or former or risky):
            return None
        contexts = [division for division in map(self.by_code, near) if division]
        if contexts:
            tiers = [self._tiers(context) for context in contexts]
            for tier in range(3):
                for containers in tiers:
                    found = self._within([*current, *former], containers[tier])
                    if found:
                        return found
            own = {code for context in contexts for code in (context.code, *(d.code for d in self.chain(context)))}
            mine = [division for division in risky if division.code in own]
            if len(mine) == 1:
                return mine[0]
        return _highest(current) or (None if current else _highest(former))

    def named_inside(self, text: str, code: str) -> Division | None:
        """The division that a name means right behind the one it lies in; everyday words too.

        Example:
            >>> load_divisions().named_inside("惠来", "440000").name
            '惠来县'
        """
        risky = (self._by_code[code] for code in self._risky.get(text, ()))
        return self._within([*self.named(text), *risky], code)

    def lies_in(self, text: str, outer: str) -> bool:
        """Whether a name means one division within one that another name means.

        Example:
            >>> load_divisions().lies_in("岳阳", "湖南"), load_divisions().lies_in("岳阳", "湖北")
            (True, False)
        """
        return any(self.named_inside(text, container.code) for container in self.named(outer))

    def chain(self, division: Division) -> tuple[Division, ...]:
        """The containers of a division, from the nearest to the province."""
        containers = []
        while division.parent:
            division = self._by_code[division.parent]
            containers.append(division)
        return tuple(containers)

    def full_name(self, division: Division) -> str:
        """The name with all its containers.

        Example:
            >>> gazetteer = load_divisions()
            >>> gazetteer.full_name(gazetteer.by_code("310116/亭林镇"))
            '上海市金山区亭林镇'
        """
        return "".join(d.name for d in reversed(self.chain(division))) + division.name

    def parse_place(self, text: str) -> Division | None:
        """The division that a place column names: a code, a name, or names from the larger to the smaller one.

        Old names and left-out levels are fine; None where the text is no place or could be several.

        Example:
            >>> load_divisions().parse_place("浙江省临安市").name
            '临安区'
        """
        text = "".join(character for character in text if not character.isspace() and character not in "·-/,，、")
        if text.isascii():
            return self.by_code(text[:6]) if text.isdigit() and len(text) in (6, 9, 12) else None
        found = self._parse(text, None)
        if not found:
            return None
        best = min(score for _, score in found)
        divisions = {division.code: division for division, score in found if score == best}
        return _highest(tuple(divisions.values()))

    def regions(self) -> Mapping[str, Region]:
        """Places that are no divisions of China, by their names and aliases."""
        return self._regions

    def scan(self, text: str) -> list[tuple[int, int]]:
        """Spans of names of divisions and regions, the longest at each place, from left to right without overlap.

        Whether a span means a place there is not decided here: 南京市长江大桥 yields 南京市 and 长江.

        Example:
            >>> load_divisions().scan("上海市金山区亭林镇与嘉兴市签约")
            [(0, 3), (3, 6), (6, 9), (10, 13)]
        """
        cached = self._scans.get(text)
        if cached is not None:
            return list(cached)
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(text):
            at = self._scan_from(text, at, spans)
        # A sentence is scanned for several purposes, one soon after another.
        if len(self._scans) >= _SCANS_KEPT:
            self._scans.clear()
        self._scans[text] = tuple(spans)
        return spans

    def _scan_from(self, text: str, at: int, spans: list[tuple[int, int]]) -> int:
        """Add the spans from a position on; where the rest has to be looked through anew comes back, or the text's end."""
        for start, end in self._finder.find(text[at:] if at else text):
            start, end = start + at, end + at
            if text.startswith("其中", start - 1):  # 其中|城镇, 其中|山区
                return start + 1
            # 派出所|联合|镇司法所, 教育局|会同|县公安局
            if text.startswith(("联合", "会同"), start) and start and text[start - 1] in _BODY_ENDS:
                return start + 2
            name = text[start:end]
            if name in self._scanned:
                spans.append((start, end))
                reach = self._scan_inside(text, name, end, spans)
                if reach > end:
                    return reach
        return len(text)

    def _scan_inside(self, text: str, name: str, at: int, spans: list[tuple[int, int]]) -> int:
        """Add the chain of divisions that stand right behind the one they lie in (广东惠来, 庆阳市环县); its end comes back."""
        while inside := self._inside.get(name):
            names = (text[at : at + size] for size in range(min(_LONGEST_INSIDE, len(text) - at), 1, -1))
            name = next((name for name in names if name in inside), "")
            if not name or name in self._scanned or tag(name)[:1] in ("v", "d", "p"):
                break  # what is scanned for anyway is found without this
            spans.append((at, at + len(name)))
            at += len(name)
        return at

    def _tiers(self, context: Division) -> tuple[str, str, str]:
        """Codes of the county, the prefecture or municipality, and the province of a context; empty where there is none."""
        codes = {d.level: d.code for d in (context, *self.chain(context))}
        province = codes.get(PROVINCE, "")
        second = codes.get(PREFECTURE) or (province if province in _MUNICIPALITIES else "")
        return codes.get(COUNTY) or codes.get(ZONE, ""), second, province

    def _within(self, candidates: Sequence[Division], container: str) -> Division | None:
        if not container:
            return None
        inside = {d.code: d for d in candidates if d.code == container or any(up.code == container for up in self.chain(d))}
        return _highest(tuple(inside.values()))

    def _parse(self, text: str, container: Division | None) -> list[tuple[Division, int]]:
        """All readings of a text as a chain of names, each with the number of former names it needs."""
        readings = []
        for end in range(len(text), 1, -1):
            name, rest = text[:end], text[end:]
            short = self.town_short(name, container.code) if container and container.level in (COUNTY, ZONE) else None
            risky = (self._by_code[code] for code in self._risky.get(name, ()))
            options = [(d, 0) for d in (*self.named(name), *risky, *((short,) if short else ()))]
            options += [(d, 1) for d in self.former(name)]
            for division, cost in options:
                if container and division.code != container.code and container not in self.chain(division):
                    continue
                if not rest:
                    readings.append((division, cost))
                else:
                    readings += [(found, cost + more) for found, more in self._parse(rest, division)]
        return readings


# What provinces and municipalities are called by besides their first character.
_LETTERS = {"北京市": "京", "天津市": "津", "河北省": "冀", "山西省": "晋", "内蒙古自治区": "蒙", "辽宁省": "辽", "吉林省": "吉", "黑龙江省": "黑", "上海市": "沪", "江苏省": "苏", "浙江省": "浙", "安徽省": "皖", "福建省": "闽", "江西省": "赣", "山东省": "鲁", "河南省": "豫", "湖北省": "鄂", "湖南省": "湘", "广东省": "粤", "广西壮族自治区": "桂", "海南省": "琼", "重庆市": "渝", "四川省": "川", "贵州省": "黔", "云南省": "滇", "西藏自治区": "藏", "陕西省": "陕", "甘肃省": "甘", "青海省": "青", "宁夏回族自治区": "宁", "新疆维吾尔自治区": "疆", "福州市": "榕", "广州市": "穗", "南京市": "宁", "成都市": "蓉"}  # fmt: skip


def letters_of(division: Division) -> str:
    """The single characters that a division goes by: the one it is known by, or each of the two of its short form (来金, 来陵).

    Example:
        >>> letters_of(load_divisions().by_code("310000")), letters_of(load_divisions().by_code("310116"))
        ('沪', '金山')
    """
    if division.level == TOWN:
        return ""
    return _LETTERS.get(division.name) or (division.short if len(division.short) == 2 else division.name[0])


@lru_cache(maxsize=1)
def letters_of_provinces() -> dict[str, Division]:
    """The provinces and municipalities by the character they are known by: 京, 沪, 陕."""
    gazetteer = load_divisions()
    return {
        _LETTERS[d.name]: d
        for d in (gazetteer.resolve(name) for name in _LETTERS)
        if d and d.level == PROVINCE and d.name in _LETTERS
    }


@lru_cache(maxsize=1)
def foreign_countries() -> frozenset[str]:
    """The names of all countries but China, short and long."""
    regions = load_divisions().regions()
    return frozenset(name for name, region in regions.items() if region.kind == "Country" and region.name != "中国")


def contains(outer: str, inner: str) -> bool:
    """Whether a division's code is that of a container of another.

    Example:
        >>> contains("310000", "310116"), contains("310116", "310116/亭林镇"), contains("310116", "310117/车墩镇")
        (True, True, False)
    """
    if not outer or outer == inner or "/" in outer:
        return False
    if inner.startswith(outer + "/"):
        return True
    prefix = outer[:2] if outer.endswith("0000") else outer[:4] if outer.endswith("00") else outer
    return inner[:6] != outer and inner.startswith(prefix) and len(prefix) < 6


@lru_cache(maxsize=1)
def load_divisions() -> Gazetteer:
    """The gazetteer, read once from the tables under `kg/data`.

    Raises:
        DataError: Where a table is malformed; the text names the file and line.
    """
    stopwords = _read_stopwords()
    by_code: dict[str, Division] = {}
    named: dict[str, list[str]] = {}
    risky: dict[str, list[str]] = {}
    rows = list(_rows("divisions.csv"))
    codes = {row["code"] for row in rows}
    for row in rows:
        division = _division(row, codes)
        if division.parent and division.parent not in by_code:
            raise DataError(f"divisions.csv: {division.code} {division.name} stands before its container {division.parent}")
        by_code[division.code] = division
        for name in division.names:
            (risky if name in stopwords and name != division.name else named).setdefault(name, []).append(division.code)
    for index in (named, risky):
        for same in index.values():
            same.sort(key=lambda code: (_RANK[by_code[code].level], code))

    towns_named: dict[str, list[str]] = {}
    towns_of: dict[str, frozenset[str]] = {}
    for row in _rows("towns.csv"):
        county, towns = row["county"], row["towns"].split("|")
        if county not in by_code:
            raise DataError(f"towns.csv: no division has the code {county}")
        towns_of[county] = frozenset(towns)
        for town in towns:
            towns_named.setdefault(town, []).append(county)

    recoded, former = _read_renames(by_code, stopwords)
    regions = _read_regions()
    # A stop word that is no name itself is a longer word around one (长治久安): it is matched like a name, and yields nothing.
    shadows = stopwords - {*named, *risky, *former, *towns_named, *regions}
    scanned = frozenset(name for name in (*named, *former, *towns_named) if name not in stopwords).union(regions)
    return Gazetteer(
        by_code,
        recoded,
        _frozen(named),
        _frozen(risky),
        _frozen(former),
        _frozen(towns_named),
        towns_of,
        regions,
        Names(name for name in scanned | shadows if len(name) > 1),
        scanned,
        _names_inside(by_code),
    )


def _names_inside(by_code: Mapping[str, Division]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for division in by_code.values():
        above = by_code.get(division.parent)
        while above is not None:
            for name in above.names:
                found.setdefault(name, set()).update(division.names)
            above = by_code.get(above.parent)
    return {name: frozenset(inside) for name, inside in found.items()}


def _division(row: Mapping[str, str], codes: Iterable[str]) -> Division:
    code, name = row["code"], row["name"]
    short = tuple(form for form in row["short"].split("|") if form)
    parent = ""
    if row["level"] == PREFECTURE:
        parent = code[:2] + "0000"
    elif row["level"] != PROVINCE:
        # Municipalities have no prefectures, and provinces run some counties themselves: then no such code exists.
        parent = code[:4] + "00" if code[:4] + "00" in codes else code[:2] + "0000"
    try:
        longitude, latitude = (float(row[key]) if row[key] else None for key in ("longitude", "latitude"))
    except ValueError as error:
        raise DataError(f"divisions.csv: {code} {name}: {error}") from error
    return Division(code, name, row["level"], parent, short[0] if short else "", longitude, latitude, (name, *short))


def _town(county: str, name: str) -> Division:
    short = next((name[: -len(s)] for s in _TOWN_SUFFIXES if name.endswith(s) and len(name) >= len(s) + 2), "")
    return Division(f"{county}/{name}", name, TOWN, county, short, None, None, (name, short) if short else (name,))


def _highest(divisions: Sequence[Division]) -> Division | None:
    """The only division of the highest level among several; None where two share it."""
    if not divisions:
        return None
    top = min(_RANK[d.level] for d in divisions)
    highest = [d for d in divisions if _RANK[d.level] == top]
    return highest[0] if len(highest) == 1 else None


def _read_renames(
    by_code: Mapping[str, Division], stopwords: frozenset[str]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Codes out of use, and names out of use with their short forms, each with the codes of today's divisions."""
    recoded: dict[str, str] = {}
    former: dict[str, list[str]] = {}
    for row in _rows("renames.csv"):
        code, old = row["new_code"], row["old_name"]
        division = by_code.get(code)
        if division is None:
            raise DataError(f"renames.csv: {old}: no division has the code {code}")
        if row["old_code"]:
            recoded[row["old_code"]] = code
        above = {name for up in (by_code.get(division.parent), by_code.get(code[:2] + "0000")) if up for name in up.names}
        short = old[:-1] if old[-1] in _COUNTY_SUFFIXES and len(old) > 2 else ""
        for name in (old, short):
            if name and name not in division.names and name not in above and name not in stopwords:
                former.setdefault(name, []).append(code)
    return recoded, _frozen(former)


def _read_regions() -> dict[str, Region]:
    regions: dict[str, Region] = {}
    for row in _rows("regions.csv"):
        region = Region(row["name"], tuple(alias for alias in row["aliases"].split("|") if alias), row["kind"], row["in"])
        for name in (region.name, *region.aliases):
            if name in regions:
                raise DataError(f"regions.csv: {name} stands for {regions[name].name} and for {region.name}")
            regions[name] = region
    for region in regions.values():
        if region.within and (region.within not in regions or regions[region.within].name != region.within):
            raise DataError(f"regions.csv: {region.name}: no row is named {region.within}")
    return regions


def _read_stopwords() -> frozenset[str]:
    return frozenset(row["word"] for row in _rows("place_stopwords.csv"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    with files("kg").joinpath("data", name).open(encoding="utf-8") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if None in row or None in row.values():
                raise DataError(f"{name}:{reader.line_num}: expected the columns {', '.join(reader.fieldnames or ())}")
            yield row


def _frozen(index: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(codes) for name, codes in index.items()}

"""Construction works by the shape of their names: a road and what is done to it, a pipeline's ends, what a firm builds."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from kg.recognition.phrases import counts, name_start, namesakes
from kg.recognition.spans import Span, items_of
from kg.recognition.telling import generic_names
from kg.recognition.tokens import Words


def find_works(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> list[Span]:
    """Works by their builders, roads under construction, pipelines, and works of two kinds on one thing."""
    text = words.text
    found: list[Span] = []
    built = "项目" in text or "工程" in text
    if built:
        found += _built_by(text)
    if any(road in text for road in _ROADS):
        found += [Span(m.start(), m.end(), "project.listed", "ConstructionProject") for m in _ROAD_WORKS.finditer(text)]
    if "管" in text or "线" in text:
        found += _pipelines(text, bounds)
    if built and "千伏" in text:
        found += [Span(*m.span(1), "project.head", "ConstructionProject") for m in _POWER_LINES.finditer(text)]
    if built:
        found += _works_on(words, bounds, blocks)
        found += _of_several(words)
        if "等" in text:
            found += _on_each_of(words, bounds, blocks)
    return found


# 由甲公司投资建设的饲料加工及仓储物流项目在开发区开工: all since 的 is the name, whatever words join in it.
_BUILT_BY = re.compile(
    r"(?:投资建设|投资兴建|投资|承建|兴建|建设|实施)的([^，。；：的“”]{5,44}?(?:项目|工程))(?=在|于|正式|顺利|已|今天|昨天|日前|近日|开工|竣工|奠基|投产|建成|落户|签约|启动|封顶)"
)


def _built_by(text: str) -> Iterator[Span]:
    """Projects named between who builds them and what becomes of them."""
    for match in _BUILT_BY.finditer(text):
        if not counts(match.group(1)) and match.group(1) not in generic_names():
            yield Span(*match.span(1), "project.head", "ConstructionProject")


_ROADS = ("路", "大道", "高速", "大街")
# 崔杨路东延, 团静公路改建, 蔡中路拓宽: works on a road, named by both.
_ROAD_WORKS = re.compile(
    r"(?:(?<![一-鿿])|(?<=包括)|(?<=实施)|(?<=推进)|(?<=启动))(?!包括|实施|推进|启动|加快|了)[一-鿿]{2,4}(?:公路|路|大道|高速|快速路|大街)(?:[东西南北]延(?:伸)?|改线|改建|拓宽|改扩建|扩建|延伸|提升改造|二通道)(?:工程|项目)?(?=等|和|及|[^一-鿿]|$)"
)


# 云川—江北天然气管道开工: a pipeline by its ends, where it is being built.
_PIPELINE = re.compile(
    "(?:至|到|—|-|－|～)[一-鿿]{2,8}?(?:天然气|输气|输油|成品油|原油|煤层气|供水|引水|供热|热力|燃气)(?:管道|管线|支线|干线)(?:工程)?"
    "(?=(?:今天|今日|昨天|近日|日前|已|正式|全面|全线|顺利)*(?:开工|动工|建设|施工|建成|贯通|完工|竣工|投产|通气)|、[^，。；]{4,30}(?:开工|建成|投产|贯通))"
)


def _pipelines(text: str, bounds: Mapping[int, int]) -> Iterator[Span]:
    """Pipelines from the place or the clause's beginning right before the mark between their ends."""
    for match in _PIPELINE.finditer(text):
        begin = bounds.get(match.start(), max(text.rfind(mark, 0, match.start()) for mark in "，。；：、的") + 1)
        if 2 <= match.start() - begin <= 8:
            yield Span(begin, match.end(), "project.head", "ConstructionProject")


# 云川至青坊至江南1000千伏特高压交流工程: a line of the power grid by its ends and what lies between.
_POWER_LINES = re.compile(
    "(?:^|(?<=[，。；：、“的—）]))((?:[一-鿿]{2,6}?(?:至|到|经|—|－|-)){1,3}[一-鿿]{2,8}?±?[0-9]{2,4}千伏"
    "(?:(?:特高压|超高压|高压|[交直]流|柔性|双回|输变?电|送出|联网|线路)*)(?:工程|项目))"
)

_BETWEEN = "(?:、|与|和|及)"
# 云川、青坊一体化供水工程, 云川与岚中电网联网工程: one work that joins several places.
_JOINING = re.compile(
    f"(?:^|[，。；：]|(?<=[由的])|(?<=工程、)|(?<=项目、))((?:[一-鿿]{{2,5}}{_BETWEEN}){{1,5}}[一-鿿]{{2,4}}?(?:城乡|区域|骨干)?(?:电网|供水|管网|输气|天然气|水系|水网|路网)?"
    "(?:一体化|联网|互联互通|互联|连通|联通|联调)(?:供水|供热|供气|输水)?(?:工程|项目))"
)
# 东坪、青坊、城南污水处理厂提标改造工程: works of one kind on several plants, each a work of its own.
_ON_EACH = re.compile(
    "(?:^|[，。；：]|(?<=[由的]))((?:[一-鿿]{2,5}、)+)([一-鿿]{2,5}?)((?:污水处理厂|自来水厂|水厂|水库|泵站|变电站|电站|灌区|大桥|隧道)"
    "(?:除险加固|[一-鿿]{0,4}(?:改造|扩建|新建|迁建|加固|扩容|续建|[一二三四]期))(?:工程|项目))"
)


def _of_several(words: Words) -> Iterator[Span]:
    """Works whose name lists several places: one that joins them, or one of a kind on each."""
    text = words.text
    for match in _JOINING.finditer(text) if "联" in text or "连通" in text or "一体化" in text else ():
        if _opens_as_name(words, match.start(1)):
            yield Span(*match.span(1), "project.head", "ConstructionProject")
    for match in _ON_EACH.finditer(text) if "、" in text else ():
        if not _opens_as_name(words, match.start(1)):
            continue
        for start, end in (*items_of(text, match.start(1), match.end(1) - 1), match.span(2)):
            last = start == match.start(2)
            yield Span(
                start, match.end() if last else end, "project.listed", "ConstructionProject", text[start:end] + match.group(3)
            )


# 来到东坪水库、青坊水库等除险加固项目: what is done to each of the things that a list names
_SITE = "(?:水库|电站|泵站|灌区|水厂|医院|卫生院|学校|[中小]学|大道|公园|大桥|码头)"
_EACH_OF = re.compile(
    f"((?:[^，。；：、“”]{{2,20}}{_SITE}、)+[^，。；：、“”]{{2,20}}?{_SITE})等"
    "((?:除险加固|提[标质]改造|改?扩建|[迁新]建|升级改造|改造(?:提升)?|提升(?:改造)?|加固|维修|拓宽|续建)(?:工程|项目))"
)
_ENDS_AS_SITE = re.compile(f"{_SITE}$")
_KIND_OF_SITE = re.compile("(?:[大中小各老]型?|病险|乡镇?|农村|城[区市乡]|社区|重点|其他)$")


def _on_each_of(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> Iterator[Span]:
    """One work for each thing of a list that says what is done to all of them."""
    text = words.text
    for match in _EACH_OF.finditer(text):
        for first, end in items_of(text, *match.span(1)):
            site = _ENDS_AS_SITE.search(text, first, end)
            if site is None:
                continue
            start, _ = name_start(words, site.start(), bounds, blocks=blocks, limit=16)
            if site.start() - start >= 2 and not _KIND_OF_SITE.search(text, start, site.start()):
                stop = match.end() if end == match.end(1) else end
                yield Span(start, stop, "project.listed", "ConstructionProject", text[start:end] + match.group(2))


def _opens_as_name(words: Words, start: int) -> bool:
    """Whether a list begins with a name rather than with what is done (推进云川、青坊…)."""
    first = words.at(start)
    return first is not None and (first.tag[:1] not in ("v", "d", "p", "c", "r", "m") or first.text in namesakes())


# 漳河灌区续建配套与现代化改造工程: two kinds of works on one thing.
_WORKS_ON = re.compile(
    "(?:灌区|水库|枢纽|水闸|泵站|堤防|电站|机场|航道|渠)(?:续建配套|除险加固|改扩建|更新改造|提质改造|节水改造|扩容|加固)(?:与|和|及)[一-鿿]{2,10}?(?:工程|项目)"
)


def _works_on(words: Words, bounds: Mapping[int, int], blocks: Container[int]) -> Iterator[Span]:
    """Works of two kinds on a reservoir, a canal and the like, with its name."""
    for match in _WORKS_ON.finditer(words.text):
        begin, _ = name_start(words, match.start(), bounds, blocks=blocks, limit=12)
        if match.start() - begin >= 2:
            yield Span(begin, match.end(), "project.head", "ConstructionProject")

"""Where things lie though nobody says so: chains of places, names that begin with one, the gazetteer, the paper's own place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from kg.model import AGENCY, ENTITY_TYPES, EVENT, PLACE, PROJECT, Entity, Mention, Statement
from kg.recognition.agencies import EMBASSIES
from kg.recognition.divisions import contains, load_divisions
from kg.recognition.selection import PHASE
from kg.relations.names import first_mentions, names_of
from kg.relations.skeleton import outermost
from kg.relations.statements import Scene, article_begins, state
from kg.relations.words import words_of

_LOCAL_PLACE = re.compile(f"(?:{words_of('local place')})$")
_NAMED_PLACE = re.compile(f"(?:{words_of('named place')})$")
_WIDE = re.compile(f"{words_of('wide place')}|国际(?!文化|旅游)")
_LOCAL_PROJECT = re.compile(f"(?:{words_of('local project')}|(?<!专项)行动计划)[”）)]?$")
_NATIONAL_PROJECT = re.compile(f"{words_of('national project')}|线$")
_LINE = re.compile(f"(?:{words_of('line')})$")
_IN_TOWN = re.compile(words_of("town line"))
_DIVISION = re.compile(f"(?:{words_of('division')})$")
_STEM = re.compile("([一-鿿]{2,4})(?:街道|[县区旗镇乡市])")
_INSTITUTION = re.compile(f"(?:{words_of('institution')})$")
_ZONE = re.compile("(?:工业园区?|产业园区?|科技园区?|物流园区?|经济开发区|开发区|高新区|经开区|集聚区|科技城)$")
_SMALL = re.compile(f"(?:镇|乡|街道|村)$|{_ZONE.pattern}")
# 亭林镇二期安置小区: whatever it is, it begins with the town.
_IN_ONE_TOWN = re.compile("[一-鿿]{1,6}(?:镇|乡|街道)(?![至到—政委])")
_RUNS = re.compile("高速|公路|高铁|铁路|客专|城际|大桥|通道|航线")
# what a town is governed by is not said to lie in it
_RULING = re.compile("(?:政府|党委|纪委|委员会|人大|人民代表大会|政协|农会|协会|专班)$")
_SITED = re.compile(f"(?:{words_of('sited')})$")
_COLLEGE = re.compile("(?:学院|大学|实验室|博物馆|图书馆)$")
_ENTERPRISE = re.compile(f"(?:{words_of('enterprise')})$")
_OWNER = re.compile(f"[^，。]{{0,12}}(?:{words_of('owner')})")
_SIBLINGS = "镇乡村县"
_WATERS = ("Water", "River", "Lake", "Reservoir", "Sea")
_HOUSES = ("Building", "Station", "Airport", "Road")
_WORLD = ("Country", "Continent")
_SIGHTS = "园馆寺庙山湖桥楼塔"
_STATION = re.compile("(?:站|机场)$")
_ADDRESS = re.compile("(?:地块|号楼?)$")
_BUILT = re.compile("^[^“]*(?:项目|工程|水库|电站|园|园区|厂|基地|中心|馆|站|医院|小学|中学|学校)$")
_BETWEEN_ENDS = re.compile(r"[^\d]{0,6}(?:至|到|—|－)|[、和与及]")
_PHASE = re.compile(PHASE)
_YEAR = re.compile(r"(?:\d{4}年?|第[一二三四五六七八九十百\d]+届|首届)[’']?(?:度)?")
_NEXT = re.compile("(?:[0-9.]+(?:公里|千米|米|户|人|亩))?[、和及与]")  # 距云水县石桥镇13公里、|东湖镇19公里
_LIST = re.compile("[、和及与]")
_CITY_HALL = re.compile("(?:体育馆|体育场|体育中心|博物馆|图书馆|文化馆|美术馆|科技馆|剧院|会展中心|会议中心|广场|公园|机场)$")
_OPENING = re.compile("(?:开幕|闭幕|启动|开赛|颁奖)(?:仪)?式$|颁奖典礼$")
_FAIRS = ("Exhibition", "Festival", "Competition")
# 大云高速公路江西段, but not 柞水至山阳段
_SECTION = re.compile("([^至到—－-]{4,})段$")
_TO = "至到"
_MISSION = re.compile(f"驻([一-鿿·]{{2,12}}?)(?:{EMBASSIES})$")
# 江北能源湖山县20万千瓦风电项目: a power plant behind the name of its owner
_POWERED = re.compile("([一-鿿]{4,16}?[县区市州盟旗])(?:[0-9.]+万千瓦|[0-9.]+兆瓦|光伏|风电|抽水蓄能|储能)")
# 政协第九届湖山县委员会第七次会议
_CONFERENCE = re.compile(
    "(?:中国人民政治协商会议|政协)(?:第[一二三四五六七八九十]+届)?([一-鿿]{2,16}?)(?:第[一二三四五六七八九十]+届)?委员会第"
)
# 湖山大学（威海）, 云江汽车部件（苏州）有限公司, 第九届中国（深圳）工业博览会
_BRACKETED = re.compile("[（(]([一-鿿]{2,8})[）)]")


def extract_containers(scene: Scene, known: Iterable[Statement] = ()) -> list[Statement]:
    """Read `locatedIn` from what stands side by side, from names and from the gazetteer.

    Args:
        known: Statements read before: what they locate, or run through several places, is not located by default.

    Returns:
        For each entity its nearest container, from the strongest ground there is: places that stand in a chain, a name that
        begins with a place, the gazetteer, and last the place of the paper.
    """
    first = first_mentions(scene)
    located = {s.subject for s in known if s.predicate == "locatedIn"}
    routed = {s.subject for s in known if s.predicate in ("passesThrough", "hasStation")}
    found: dict[tuple[str, str], Statement] = {}
    placed: set[str] = set()

    def say(sentence: int, rule: str, subject: str, container: str, marks: Mapping[str, Mention]) -> None:
        if subject != container and (subject, container) not in found:
            placed.add(subject)
            found[subject, container] = state(
                scene,
                sentence,
                rule,
                subject=subject,
                predicate="locatedIn",
                object=container,
                marks=marks,
            )

    for inner, outer in _chains(scene):
        say(inner.sentence, "locatedIn.chain", inner.entity, outer.entity, {"subject": inner, "object": outer})
    for inner, container in _pointed(scene):
        if inner.entity not in placed and inner.entity not in located:
            say(inner.sentence, "locatedIn.chain", inner.entity, container, {"subject": inner})
    for village, town in _in_town_told(scene):
        if village.entity not in placed and village.entity not in located:
            say(village.sentence, "locatedIn.town", village.entity, town, {"subject": village})
    for stmt in known:
        if stmt.predicate == "locatedIn" and stmt.object in placed and _ADDRESS.search(scene.entities[stmt.object].name):
            # 亭林镇36-05地块 is an address: what lies there lies in 亭林镇.
            for container in [to for address, to in found if address == stmt.object and stmt.subject in first]:
                there = first[stmt.subject]
                say(there.sentence, "locatedIn.address", stmt.subject, container, {"subject": there})
    for gathering, place in _openings(scene, known):
        if gathering.entity not in located:
            say(gathering.sentence, "locatedIn.opening", gathering.entity, place, {"subject": gathering})
    for container, visited in _toured(scene, known, located | placed):
        say(visited.sentence, "locatedIn.tour", visited.entity, container, {"subject": visited})
    standing = list(_standing_places(scene))
    for container, visited in _toured_towns(scene, known, located | placed, standing):
        say(visited.sentence, "locatedIn.tour", visited.entity, container, {"subject": visited})
    sites = [(work, place) for work, place in _sites_of_ceremonies(scene, known) if work.entity not in located | placed]
    begun = {work.entity for work, _ in sites}
    heads = _Heads(scene)
    home_place = _home_place(scene)
    counties = _counties_told(scene, standing)
    listed = _listed_together(scene, standing)
    works = {m.entity for m in scene.mentions if m.via == "project.listed"}
    elsewhere = _told_elsewhere(scene, standing)
    stated = {m.entity for m in standing}
    stated |= {e.id for e in scene.entities.values() if e.type == PLACE and _holds_home(scene, e, itself=True)}
    divisions: dict[str, list[Entity]] = {}
    for entity in scene.entities.values():
        if entity.id in stated and entity.facts.get("code"):
            divisions.setdefault(entity.facts["code"], []).append(entity)
    for entity in scene.entities.values():
        mention = first.get(entity.id)
        if mention is None or entity.id in placed or entity.type not in (PLACE, AGENCY, PROJECT, EVENT):
            continue
        if entity.facts.get("code"):
            division = _nearest_division(entity, divisions, listed)
            if division:
                say(mention.sentence, "locatedIn.gazetteer", entity.id, division.id, {"subject": mention})
            continue
        if entity.id in located:
            continue
        if around := _around_abroad(entity, stated):
            say(mention.sentence, "locatedIn.gazetteer", entity.id, around, {"subject": mention})
            continue
        home = _home(counties.get(_article(scene, mention), home_place), entity, listed=entity.id in works)
        head = _place_in_name(entity, heads, routed=entity.id in routed)
        of_city = head and _CITY_HALL.search(entity.name) and head.name.endswith("市") and entity.name.startswith(head.name)
        if head and _holds_home(scene, head) and not of_city:  # 上海乐高乐园 in a Jinshan paper, but 湖山市体育馆
            head = None if entity.type == EVENT else home
        if head:
            say(mention.sentence, "locatedIn.name", entity.id, head.id, {"subject": mention})
        elif (
            home
            and entity.id not in routed | begun
            and mention.via != "project.phase"  # 一期工程 lies where the whole does
            and mention.start < elsewhere.get(mention.sentence, mention.end)
        ):
            say(mention.sentence, "locatedIn.paper", entity.id, home.id, {"subject": mention})
    for work, place in sites:  # beside the town that a name begins with: `with_nearest` keeps the nearer
        say(work.sentence, "locatedIn.ceremony", work.entity, place, {"subject": work})
    return list(found.values())


def with_nearest(scene: Scene, statements: Sequence[Statement]) -> list[Statement]:
    """The statements without those that locate something in a place around the one that holds it: in 湖山省 what lies in 湖山市."""
    holders: dict[str, set[str]] = {}
    for stmt in statements:
        if stmt.predicate == "locatedIn" and stmt.object:
            holders.setdefault(stmt.subject, set()).add(stmt.object)

    def around(place: str) -> set[str]:
        found, todo = set[str](), [place]
        while todo:
            more = holders.get(todo.pop(), set()) - found
            found |= more
            todo += more
        return found - {place}

    def inside(inner: str, outer: str) -> bool:
        one, two = (scene.entities[key].facts.get("code", "") for key in (outer, inner))
        return contains(one, two) if one and two else outer in around(inner)

    wide = {
        (subject, outer)
        for subject, places in holders.items()
        if len(places) > 1 and scene.entities[subject].type != EVENT  # a text may tell both the city and the hall
        for outer in places
        if any(inner != outer and inside(inner, outer) for inner in places)
    }
    return [s for s in statements if s.predicate != "locatedIn" or (s.subject, s.object) not in wide]


def _openings(scene: Scene, known: Iterable[Statement]) -> Iterator[tuple[Mention, str]]:
    """A ceremony that opens or closes a festival, with where the festival is said to be held, and the other way round.

    Of a festival that opens in a hall nobody says that it takes place there; and games may begin in another town (…运动会|火炬传递启动仪式).
    """
    first = first_mentions(scene)
    places: dict[str, list[str]] = {}
    for stmt in known:
        if stmt.predicate == "locatedIn" and stmt.object:
            places.setdefault(stmt.subject, []).append(stmt.object)
    for stmt in known:
        opening, festival = first.get(stmt.subject), first.get(stmt.object or "")
        if stmt.predicate == "partOf" and opening and festival and _OPENING.search(scene.entities[opening.entity].name):
            for place in places.get(festival.entity, ()):
                yield opening, place
            for place in places.get(opening.entity, ()) if scene.entities[opening.entity].name.endswith("幕式") else ():
                if "code" in scene.entities[place].facts:
                    yield festival, place


# 开工仪式 and the like stand on the site itself, but not 签约仪式, nor a day on which many works begin (集中开工)
_ON_SITE = re.compile(
    "(?<!集中)(?<!集体)(?:开工|动工|奠基|破土|竣工|落成|投产|投运|投用|点火|封顶|揭牌|开园|开馆|启用|复工)"
    "[^，。；]{0,6}(?:仪式|典礼|活动|大会)$"
)
_AT_HALL = re.compile("(?:宾馆|酒店|大厦|会堂|会议中心|会展中心|会议室|礼堂)$")


def _sites_of_ceremonies(scene: Scene, known: Iterable[Statement]) -> Iterator[tuple[Mention, str]]:
    """Works, with the one place in which their site's ceremony is held: 东湖水厂项目在石桥镇举行|开工仪式."""
    first = first_mentions(scene)
    places: dict[str, list[str]] = {}
    works: dict[str, list[str]] = {}
    for stmt in known:
        if stmt.object and stmt.predicate in ("locatedIn", "about"):
            (places if stmt.predicate == "locatedIn" else works).setdefault(stmt.subject, []).append(stmt.object)
    for ceremony, begun in works.items():
        there = {p for p in places.get(ceremony, ()) if not _AT_HALL.search(scene.entities[p].name)}
        if len(begun) != 1 or len(there) != 1 or not _ON_SITE.search(scene.entities[ceremony].name):
            continue
        if scene.entities[begun[0]].type == PROJECT and begun[0] in first and not _RUNS.search(scene.entities[begun[0]].name):
            yield first[begun[0]], there.pop()


def _toured(scene: Scene, known: Iterable[Statement], placed: set[str]) -> Iterator[tuple[str, Mention]]:
    """What somebody visits on a tour of a province or a city lies there: in a paper with a place of its own, one that is elsewhere."""
    home = scene.document.place
    first = first_mentions(scene)
    divisions: dict[str, list[Mention]] = {}
    visits = [s for s in known if s.predicate == "visited" and s.object]
    for stmt in visits:
        entity = scene.entities[stmt.object or ""]
        toured = "code" in entity.facts and entity.facts.get("level") in ("province", "prefecture", "county")
        if toured and not (home and _nested_codes(entity.facts["code"], home)):
            divisions.setdefault(stmt.subject, []).append(first[entity.id])
    for stmt in visits:
        entity = scene.entities[stmt.object or ""]
        wide = entity.kind in ("Country", "Region", "Continent", "City")
        if wide or "code" in entity.facts or entity.id in placed or entity.id not in first:
            continue
        there = first[entity.id]
        before = [
            d
            for d in divisions.get(stmt.subject, ())
            if (d.sentence, d.end) <= (there.sentence, there.start) and _article(scene, d) == _article(scene, there)
        ]
        told = [d for d in before if d.sentence == there.sentence]
        if len(told) > 1 and not any(a.end == b.start for a, b in pairwise(told)):
            continue  # 在苏州和江阴: its own sentence tells of two
        if before:
            city = max(before, key=lambda d: (d.sentence, d.start)).entity
            if not _of_another(there.text, scene.entities[city]):  # 大连理工大学 on a tour of 沈阳
                yield city, there


def _toured_towns(
    scene: Scene, known: Iterable[Statement], placed: set[str], standing: Iterable[Mention]
) -> Iterator[tuple[str, Mention]]:
    """What somebody visits in the one town that his article says he has come to: 到石桥镇调研，先后来到青禾公园、东湖公司."""
    first = first_mentions(scene)
    towns: dict[tuple[str, int], list[Mention]] = {}
    sites: list[tuple[tuple[str, int], Mention]] = []
    for stmt in known:
        there = first.get(stmt.object or "") if stmt.predicate == "visited" else None
        if there is None:
            continue
        entity, tour = scene.entities[there.entity], (stmt.subject, _article(scene, there))
        if entity.type == PLACE and _TOWN.search(entity.name):
            towns.setdefault(tour, []).append(there)
        elif "code" not in entity.facts and entity.kind not in _WATERS and there.entity not in placed:
            sites.append((tour, there))
    told = {m.entity for m in standing if _TOWN.search(scene.entities[m.entity].name)}
    for tour, there in sites:
        stops = towns.get(tour, [])
        came = len(told) == 1 == len(stops) and (stops[0].sentence, stops[0].end) <= (there.sentence, there.start)
        if came and stops[0].sentence == there.sentence:  # 先后来到石桥镇、|东湖公园: two stops of one tour
            between = scene.document.sentences[there.sentence].text[stops[0].end : there.start]
            came = not (between.startswith(("、", "和", "及")) and not set("，；的") & set(between))
        if came and not _GOVERNED.search(there.text):
            yield stops[0].entity, there


# what is visited in a town and is none of its own: 县气象局, 市人民医院
_GOVERNED = re.compile("^[省市县区州]|[局委厅部]$|政府$|法院$|委员会$")


def _told_elsewhere(scene: Scene, places: Iterable[Mention]) -> Mapping[int, int]:
    """Where in a sentence another city or county than the paper's is told: what stands behind it need not lie at home."""
    home = scene.document.place
    found: dict[int, int] = {}
    for mention in places if home else ():
        facts = scene.entities[mention.entity].facts
        if facts.get("level") in ("prefecture", "county") and not _nested_codes(facts["code"], home):
            found[mention.sentence] = min(mention.end, found.get(mention.sentence, mention.end))
    return found


def _nested_codes(one: str, other: str) -> bool:
    """Whether two divisions are the same, or one lies in the other."""
    return one == other or contains(one, other) or contains(other, one)


def _of_another(name: str, city: Entity, levels: Sequence[str] = ("prefecture", "county")) -> bool:
    """Whether a name holds that of another city or county than the one a tour has come to."""
    gazetteer = load_divisions()
    held = (d for start, end in gazetteer.scan(name) for d in gazetteer.named(name[start:end]))
    return any(d.level in levels and d.code != city.facts.get("code") for d in held)


def _article(scene: Scene, mention: Mention) -> int:
    return scene.document.sentences[mention.sentence].article


def _chains(scene: Scene) -> Iterator[tuple[Mention, Mention]]:
    """Inner and outer of places that follow one another without a mark: 新乡市唐庄镇, also at the head of a body's name."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in scene.mentions:
        if mention.type in ENTITY_TYPES and mention.entity:
            by_sentence.setdefault(mention.sentence, []).append(mention)
    for index, mentions in by_sentence.items():
        text = scene.document.sentences[index].text
        row = outermost(mentions)
        # Most sentences hold no name within a name.
        places = [m for m in mentions if m.type == PLACE] if len(row) < len(mentions) else []
        outer_of: dict[int, Mention] = {}
        for outer in row if places else ():
            if outer.type == PLACE and not _STATION.search(outer.text):
                head = _head_place(outer, places)
                rest = outer.text[head.end - outer.start :] if head else ""
                if head and _holds_home(scene, scene.entities[head.entity]):
                    continue  # 上海乐高乐园 in a Jinshan paper
                if head and len(rest) >= 2 and _may_hold(scene, head, outer) and not _BETWEEN_ENDS.match(rest):
                    outer_of[outer.start] = head
                    yield outer, head
        for outer in row if places else ():
            # 濮阳县庆祖镇西辛庄村党支部, 三贵村金鸡组至夏郢镇锡坡村公路: the places that stand side by side in a name
            yield from _within(scene, outer, places)
        for left, right in pairwise(row):
            between = text[left.end : right.start]
            place: Mention | None = None
            if left.type == PLACE and between in ("", "的"):
                place = right if right.type == PLACE else _head_place(right, places)
                if place is None and right.type in (PROJECT, AGENCY) and not between and _DIVISION.search(left.text):
                    # 东岭区|云坝水库, but not 东岭区|“春雨行动”
                    place = right if _BUILT.search(right.text) and not _RUNS.search(right.text) else None
                # 永安乡|东安村九社: what lies in the town is the village that the longer name begins with.
                if (inside := _places_at(right, places)) and _is_village(scene, inside[0]):
                    place = inside[0]
            joined = not between or (place is right and _owns(scene, left, right))
            if place and joined and not _SIDE.match(text, right.end) and _may_hold(scene, left, place):
                outer_of[right.start] = left
                yield place, left
            elif right.type == PLACE and left.start in outer_of and _NEXT.fullmatch(between):
                container = outer_of[left.start]
                # 阿拉格尔乡其干布拉克村、喀拉艾肯村: the second village lies in the same township.
                # 凉泉乡徐滩、团山两个村: their names say what they are where the words do not.
                one, other = (_rank_of(scene.entities[m.entity].name) for m in (left, right))
                alike = one == other and one in _SIBLINGS + _SIGHTS
                if alike and right.start not in outer_of and _may_hold(scene, container, right):
                    outer_of[right.start] = container
                    yield right, container


# what stands side by side in one container: a town and a subdistrict, a village and a community
_RANKS = (("街道", "镇"), ("乡", "镇"), ("社区", "村"))


def _rank_of(name: str) -> str:
    """What a place is by the end of its name, of one kind with its like: 镇 of 东湖街道."""
    return next((rank for end, rank in _RANKS if name.endswith(end)), name[-1])


_SIDE = re.compile("[一两]侧|一边|方向")  # 某口岸|湖山|一侧


def _owns(scene: Scene, outer: Mention, inner: Mention) -> bool:
    """Whether 甲的乙 tells where 乙 lies: 甲 is a division that the gazetteer knows, 乙 a site or one within it."""
    one, two = scene.entities[outer.entity], scene.entities[inner.entity]
    code = one.facts.get("code", "")
    sited = "code" not in two.facts and two.kind not in ("Region", "Country", "Continent") and not _LINE.search(inner.text)
    pointing = outer.text[:1] in "该此本全我"
    return bool(code) and not pointing and (sited or contains(code, two.facts.get("code", "")))


def _places_at(outer: Mention, places: Sequence[Mention]) -> list[Mention]:
    """Those of the sentence's places that a longer name begins with, one behind the other, outermost first."""
    found: list[Mention] = []
    start = outer.start
    while steps := [m for m in places if m.start == start and m.end < outer.end and m.entity != outer.entity]:
        found.append(max(steps, key=lambda m: m.end))
        start = found[-1].end
    return found


_POINTER = re.compile("该(镇|乡|街道|村|社区)的?$")


def _pointed(scene: Scene) -> Iterator[tuple[Mention, str]]:
    """Places behind 该镇 or 该村, with the town or village named last: 在石桥镇，…该镇|新桥村."""
    last: dict[str, tuple[int, str]] = {}
    for mention in sorted(_standing_places(scene), key=lambda m: (m.sentence, m.start)):
        text = scene.document.sentences[mention.sentence].text
        pointer = _POINTER.search(text, max(0, mention.start - 4), mention.start)
        level, named = (pointer[1], last.get(pointer[1])) if pointer else ("", None)
        if (
            named
            and named[0] == _article(scene, mention)
            and not mention.text.endswith(level)
            and "code" not in scene.entities[mention.entity].facts
        ):
            yield mention, named[1]
        if name := _LEVEL.search(scene.entities[mention.entity].name):
            last[name[1]] = (_article(scene, mention), mention.entity)


_LEVEL = re.compile("(镇|乡|街道|村|社区)$")
_TOWN = re.compile("(?:(?<!小)镇|乡|街道)$")  # but not 草莓小镇
_VILLAGE = re.compile("(?:村|社区|屯)$")
_PASSED = tuple("过经邻距离从自由与")  # 车过|石桥镇: before a town that is only passed


def _in_town_told(scene: Scene) -> Iterator[tuple[Mention, str]]:
    """Villages named alone, with the one town that their article or their sentence names before: 石桥镇党委书记…走进|新湾村."""
    villages: list[Mention] = []
    towns: dict[tuple[str, int], dict[str, Mention]] = {}
    for mention in sorted((m for m in scene.mentions if m.type == PLACE and m.entity), key=lambda m: (m.sentence, m.start)):
        entity = scene.entities[mention.entity]
        if _TOWN.search(entity.name):
            for part in (("article", _article(scene, mention)), ("sentence", mention.sentence)):
                towns.setdefault(part, {}).setdefault(entity.id, mention)
        elif not mention.implied and _VILLAGE.search(mention.text) and "code" not in entity.facts:
            villages.append(mention)
    for village in villages:
        named = towns.get(("article", _article(scene, village)), {})
        if len(named) > 1:
            named = towns.get(("sentence", village.sentence), {})
        for town in named.values() if len(named) == 1 else ():
            passed = scene.document.sentences[town.sentence].text.endswith(_PASSED, 0, town.start)
            if (town.sentence, town.start) < (village.sentence, village.start) and not passed:
                yield village, town.entity


def _is_village(scene: Scene, mention: Mention) -> bool:
    """Whether a place in a longer name is a village or a division in full, not 连云港 of 连云港口岸."""
    entity = scene.entities[mention.entity]
    known = "code" in entity.facts or entity.kind in ("Village", "Settlement")
    return known and _DIVISION.search(mention.text) is not None


def _within(scene: Scene, outer: Mention, places: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    inside = [m for m in places if outer.start <= m.start and m.end <= outer.end and m.entity != outer.entity]
    for left, right in pairwise(outermost(inside)):
        if left.end == right.start and _may_hold(scene, left, right):
            yield right, left


def _head_place(outer: Mention, places: Sequence[Mention]) -> Mention | None:
    """The innermost of the sentence's places that a longer name begins with."""
    found = _places_at(outer, places)
    return found[-1] if found else None


def _may_hold(scene: Scene, outer: Mention, inner: Mention) -> bool:
    """Neither a line, nor of the same rank, nor a container only in words that the gazetteer denies."""
    if outer.text in ("我国", "全国"):  # 我国长三角 tells no reader where it lies
        return False
    one, two = (scene.entities[m.entity].kind for m in (outer, inner))
    if one == two == "Region" or two in _WORLD:  # 影响华北华南地区, 泰国柬埔寨边境, 美国非洲裔
        return False
    if (
        two == "River" and "code" in scene.entities[outer.entity].facts
    ):  # 云水市|长江源头, 东岭县交界的|澜沧江: a great river lies in no city
        return False
    if one in _WATERS and "code" in scene.entities[inner.entity].facts:  # 太湖|无锡段
        return False
    if one in _HOUSES and "code" in scene.entities[inner.entity].facts:  # 云州购物中心|青坊镇店
        return False
    if outer.text.endswith(("村", "社区")) and inner.text.endswith(("镇", "乡", "街道", "县", "市")):
        return False
    line = "code" not in scene.entities[outer.entity].facts and _LINE.search(outer.text)  # a province or city may be called 江
    if line or (outer.text[-1] == inner.text[-1] and outer.text[-1] in _SIBLINGS):
        return False
    return not _contradicts(scene, outer.entity, inner.entity)


def _standing_places(scene: Scene) -> Iterator[Mention]:
    """Places named for themselves, or in the name of another place: not those that only a body's name holds."""
    spans: dict[int, list[Mention]] = {}
    for mention in scene.mentions:
        if mention.type in (AGENCY, PROJECT):
            spans.setdefault(mention.sentence, []).append(mention)
    for mention in scene.mentions:
        if mention.type != PLACE or not mention.entity or mention.implied:
            continue
        if not any(o.start <= mention.start and mention.end <= o.end for o in spans.get(mention.sentence, ())):
            yield mention


def _listed_together(scene: Scene, places: Iterable[Mention]) -> set[frozenset[str]]:
    """Pairs of places that stand side by side in a list: neither holds the other there (郑州市、新乡市、滑县)."""
    pairs: set[frozenset[str]] = set()
    run: list[Mention] = []
    for mention in places:
        last = run[-1] if run else None
        text = scene.document.sentences[mention.sentence].text
        if (
            last
            and last.sentence == mention.sentence
            and last.end < mention.start
            and _LIST.fullmatch(text[last.end : mention.start])
        ):
            run.append(mention)
        elif not (last and last.sentence == mention.sentence and mention.end <= last.end):
            pairs |= _pairs(run)
            run = [mention]
    return pairs | _pairs(run)


def _pairs(run: list[Mention]) -> set[frozenset[str]]:
    """The pairs of a list of three and more; two alone may be a city and its county (黄石和阳新)."""
    return {frozenset((a.entity, b.entity)) for a in run for b in run if a is not b} if len(run) > 2 else set()


def _contradicts(scene: Scene, outer: str, inner: str) -> bool:
    """Does the gazetteer know both, and the outer one not as a container of the inner one?"""
    one, two = scene.entities.get(outer), scene.entities.get(inner)
    if one is None or two is None or outer == inner:
        return True
    out, into = one.facts.get("code", ""), two.facts.get("code", "")
    return bool(out and into) and not contains(out, into)


def _nearest_division(entity: Entity, divisions: Mapping[str, list[Entity]], listed: set[frozenset[str]]) -> Entity | None:
    """The smallest division that the document names for itself (`divisions`, by code) and the gazetteer puts the entity in."""
    code = entity.facts["code"]
    around = [
        place
        for container in {code.partition("/")[0], code[:4] + "00", code[:2] + "0000"}
        if contains(container, code)
        for place in divisions.get(container, ())
        if frozenset((place.id, entity.id)) not in listed
    ]
    return max(around, key=lambda e: (len(e.facts["code"].rstrip("0")), e.id), default=None)


def _around_abroad(entity: Entity, stated: set[str]) -> str:
    """The nearest place abroad that the document names for itself and the gazetteer puts the entity in: 美国 of 洛杉矶, or nothing."""
    regions = load_divisions().regions()
    container = entity.facts.get("parent", "")
    while container and container not in stated:
        region = regions.get(container.removeprefix("place/"))
        container = f"place/{region.within}" if region and region.within else ""
    return container


class _Heads:
    """The names of a document's places, to be found at the beginning of other names."""

    def __init__(self, scene: Scene) -> None:
        self.names = names_of(scene)
        self._places: dict[str, list[Entity]] = {}
        self._stems: dict[str, list[Entity]] = {}
        for entity in sorted((e for e in scene.entities.values() if e.type == PLACE), key=lambda e: e.id):
            for name in self.names[entity.id]:
                self._places.setdefault(name, []).append(entity)
            if stem := _STEM.fullmatch(entity.name):
                self._stems.setdefault(stem[1], []).append(entity)
        self._longest = max(map(len, self._places), default=0)
        self._begun = {name[:2] for name in self._places}

    def of(self, text: str) -> Iterator[tuple[str, Entity]]:
        """The places whose names a text begins with, longest names first."""
        if text[:2] not in self._begun:
            return
        for length in range(min(len(text), self._longest), 0, -1):
            for place in self._places.get(text[:length], ()):
                yield text[:length], place

    def of_stem(self, text: str) -> tuple[str, Entity] | None:
        """The town or county whose bare name a text begins with: 盐坡镇 of 盐坡科技园, 望江县 of 望江高新区."""
        stems = ((text[:length], self._stems.get(text[:length], ())) for length in (4, 3, 2) if len(text) >= length + 2)
        return next(((stem, places[0]) for stem, places in stems if len(places) == 1), None)


def _first_of(pairs: Iterable[tuple[str, Entity]]) -> Entity | None:
    """The place with the longest name."""
    best = min(pairs, key=lambda pair: (-len(pair[0]), pair[0], pair[1].id), default=None)
    return best[1] if best else None


def _place_in_name(entity: Entity, heads: _Heads, *, routed: bool) -> Entity | None:
    """The division or zone that an entity's name begins with; of several in a row (上海金山…) the last."""
    if entity.type == PROJECT:
        after = [entity.name[at + 1 :] for at, char in enumerate(entity.name) if char == "在"]
        inside = _first_of((n, p) for text in after for n, p in heads.of(text) if _DIVISION.search(p.name))
        if inside:
            return inside
    if told := _place_told(entity, heads):
        return told
    if entity.type == AGENCY and not _ENTERPRISE.search(entity.name):
        return _place_of_branch(entity, heads) or _place_of_seat(entity, heads)
    kind = {PLACE: _LOCAL_PLACE, PROJECT: _LOCAL_PROJECT}.get(entity.type)
    called = entity.type == PLACE and _NAMED_PLACE.search(entity.name)
    in_town = entity.type in (PLACE, PROJECT) and _IN_ONE_TOWN.match(entity.name)
    if kind and not routed and not called and not in_town and not kind.search(entity.name):
        return None
    names = heads.names[entity.id]
    for name in names[:1] if entity.type == EVENT else names:
        rest = _YEAR.sub("", name, count=1) if _YEAR.match(name) else name
        found: Entity | None = None
        for _ in range(3):
            step = next(((n, p) for n, p in heads.of(rest) if len(rest) > len(n) and p.id != entity.id), None)
            if step is None and found is None and entity.type == PLACE and not _STATION.search(rest):
                step = heads.of_stem(rest)
            if step is None:
                break
            step_name = step[0]
            rest = rest[len(step_name) :]
            found = step[1]
        if entity.type == PROJECT and _PHASE.fullmatch(rest):
            continue  # 东岭产业园|二期项目 is part of it
        if found is None or _BETWEEN_ENDS.match(rest) or not _DIVISION.search(found.name) or _WIDE.search(found.name):
            continue
        if routed or (entity.type == PROJECT and _NATIONAL_PROJECT.search(name)):
            of_county = not routed and name[: -len(rest)].endswith(("县", "区", "旗", "镇", "乡")) and not _RUNS.search(rest)
            if not of_county and not _IN_TOWN.match(rest):
                continue  # 望江县国家电子商务进农村项目 is the county's
        elif entity.type == PROJECT and _OWNER.match(rest) and not _SMALL.search(name[: -len(rest)]):
            continue  # 鄂尔多斯羊绒集团…项目 lies where the firm builds, but 望江镇酒厂棚户区改造 in the town
        elif (
            entity.type in (EVENT, AGENCY)
            and not _TOWN.search(found.name)
            and not _ZONE.search(found.name)
            and found.facts.get("code", "00").endswith("00")
            and entity.kind not in _FAIRS
        ):
            continue  # a meeting or firm of a city may be anywhere, but not its fair or festival
        elif entity.type == EVENT and not any(step_name in m.text for m in entity.mentions):
            continue  # 湖山县推进会, which the text calls 全县推进会
        return found
    return None


def _place_told(entity: Entity, heads: _Heads) -> Entity | None:
    """The place that a name tells at its end or in brackets: 大云高速公路江西段, 湖山大学（威海）, 甲国驻乙国大使馆."""
    for name in (entity.name, *entity.aliases):
        bracketed = _BRACKETED.search(name)
        told: Iterable[str]
        if entity.type in (PROJECT, PLACE) and (section := _SECTION.match(name)):
            told = (section[1][at:] for at in range(2, len(section[1]) - 1) if section[1][at - 1] not in _TO)
        elif entity.type == EVENT and (conference := _CONFERENCE.match(name)):
            if (found := _first_of(heads.of(conference[1]))) and not found.facts.get("code", "00").endswith("00"):
                return found
            continue
        elif entity.type == PROJECT and (powered := _POWERED.match(name)):
            told = (powered[1][at:] for at in range(2, len(powered[1]) - 1))  # 江北能源|湖山盟|100万千瓦风电项目
        elif entity.type == AGENCY and (mission := _MISSION.search(name)):
            told = (mission[1][at:] for at in range(len(mission[1]) - 1))  # 驻甲国乙市总领馆
        elif bracketed and entity.type in (AGENCY, EVENT, PLACE):
            told = (bracketed[1],)
        else:
            continue
        for words in told:
            if found := next((place for name, place in heads.of(words) if name == words and place.id != entity.id), None):
                return found
    return None


def _place_of_branch(entity: Entity, heads: _Heads) -> Entity | None:
    """The place after which a branch is called: 农行金山支行, 华东师大二附中金山实验学校."""
    if not _INSTITUTION.search(entity.name):
        return None
    return _first_of(
        (n, p)
        for at in range(2, len(entity.name))
        for n, p in heads.of(entity.name[at:])
        if entity.name.find(n) > 1 and p.facts.get("code") and not p.facts["code"].endswith("00")
    )


def _place_of_seat(entity: Entity, heads: _Heads) -> Entity | None:
    """The town that a body's name begins with, or the county or city of a hospital, a school or a service centre."""
    rest, seat = entity.name, None
    while step := next(((n, p) for n, p in heads.of(rest) if len(rest) > len(n) + 1), None):
        rest, seat = rest[len(step[0]) :], step
    if seat is None or _BETWEEN_ENDS.match(rest) or _RULING.search(rest):
        return None
    town = seat[0].endswith(("镇", "乡", "村", "街道", "社区")) or _ZONE.search(seat[0]) is not None
    sited = seat[0].endswith(("县", "区", "旗", "市")) and _SITED.search(rest)
    # 徐州工程学院, 无锡太湖实验室: of a city or county, and of no other
    code = seat[1].facts.get("code", "0000")
    college = _COLLEGE.search(rest) and "大学" not in rest[:-2] and not code.endswith("0000")
    return seat[1] if town or sited or college else None


def _holds_home(scene: Scene, place: Entity, *, itself: bool = False) -> bool:
    """Whether a place is above the paper's own: a name with 上海 in a Jinshan paper tells nothing nearer than Jinshan."""
    home, code = scene.document.place, place.facts.get("code", "")
    return bool(home) and (contains(code, home) or (itself and code == home))


def _home_place(scene: Scene) -> Entity | None:
    """The paper's own county or city, where the document names it."""
    code = scene.document.place
    if not code or code.endswith("0000"):
        return None
    return next((e for e in scene.entities.values() if e.type == PLACE and e.facts.get("code") == code), None)


def _counties_told(scene: Scene, places: Iterable[Mention]) -> Mapping[int, Entity]:
    """The one county that an article of a city's paper tells of from its beginning, by article: what it names lies there."""
    home = scene.document.place
    if not home.endswith("00"):
        return {}
    told: dict[int, dict[str, list[int]]] = {}
    for mention in places:
        if scene.entities[mention.entity].facts.get("level") == "county":
            told.setdefault(_article(scene, mention), {}).setdefault(mention.entity, []).append(mention.sentence)
    begins = article_begins(scene)
    found: dict[int, Entity] = {}
    for article, counties in told.items():
        county, named = next(iter(counties.items()))
        told_of = len(counties) == 1 and len(named) > 1 and min(named) <= begins[article] + 1
        if told_of and contains(home, scene.entities[county].facts["code"]):
            found[article] = scene.entities[county]
    return found


def _home(home: Entity | None, entity: Entity, *, listed: bool) -> Entity | None:
    """The paper's own place, for what such a paper names without telling where it is.

    Args:
        listed: It is a member of a list of works (察看了鲁班小镇、双岭路西延等项目), whatever it is called.
    """
    if home is None or home.id == entity.id:
        return None
    if entity.type == PLACE and _LOCAL_PLACE.search(entity.name) and not _WIDE.search(entity.name):
        return home
    if (
        entity.type == PROJECT
        and ((listed and "至" not in entity.name) or _LOCAL_PROJECT.search(entity.name))
        and not _NATIONAL_PROJECT.search(entity.name)
    ):
        return home
    if entity.type == AGENCY and _LOCAL_SCHOOL.search(entity.name) and not home.facts["code"].endswith("00"):
        return None if _of_another(entity.name, home, ("province", "prefecture", "county")) else home
    return None


# In a county's paper a school that is named without a place is the county's; what is attached to a university need not be.
_LOCAL_SCHOOL = re.compile(
    "^(?!.*(?:大学|附属|附中|附小)).{2,}(?:小学|中学|学校|幼儿园|卫生院|敬老院|[一二三四五六七八九十][中小])$"
)

"""Organizations' full names: 区税务局 in a Jinshan paper is 金山区税务局, 市委书记 names the municipal committee, 区长 the government."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Mention
from kg.recognition.agencies.local import committees, local, local_at
from kg.recognition.agencies.national import national_by_name
from kg.recognition.divisions import Division, load_divisions
from kg.recognition.phrases import LEVELS, PARTIES
from kg.recognition.titles import titles
from kg.resolution.context import Context

_LEVEL_TITLE = re.compile(r"(自治区|省|市|区|县|州|盟|旗|镇|乡)长")
# 政协湖山市第九届委员会, 中国人民政治协商会议第九届湖山市委员会常务委员会: the conference of the last place named.
_TERM_OF = re.compile(
    r"(?:中国人民政治协商会议|政协)([一-鿿]{0,16}?)第?[一二三四五六七八九十]{1,3}届([一-鿿]{0,8}?)委员会(常务委员会|常委会)?"
)
# 甘泉县第十八届人大常委会: the standing committee is the same in each of its terms.
_IN_TERM = re.compile("第?[一二三四五六七八九十]{1,3}届(?=人大常委会|人民代表大会常务委员会)")
# 副市长、指挥长; 县长、县级河长: such a post is in no body that another title names.
_APART = re.compile("[河湖林田路街链]长$|指挥长$")
_OWN_PLACE = re.compile("[一-鿿]{2,}[省市县州]$")
_POINTED = re.compile("[我本该全各原][省市县州]$")
_OF_CABINET = re.compile("(?:前|原|代|候任|时任)?(?:第一|常务|执行)?副?(?:总理|外长|财长|防长|国务卿)")
# 农工党市委, 民盟省委会: the committee of the paper's city or province.
_PARTY_OF_LEVEL = re.compile(f"({'|'.join(PARTIES)})(省|市|区|县|州)委(?:员?会)?")
_LEAGUE = re.compile(r"团(省|市|区|县|州|盟|旗)委")
# 总经理、党组书记: the group is one of the body before.
_PARTY_GROUP = re.compile(r"(?:党组|党委|党工委|党总支|党支部)(?=副?书记|成员)")
_PARTY_SUFFIX = re.compile(r"原?(?:党组|党委|党工委|党总支|党支部|总支|支部|党组织|(?<=[省市区县州盟旗])委员会党组)$")
# What a subdistrict and a zone have, said without them in a list of their officials.
_OF_ZONE = re.compile("党工委(?=$|副?书记|委员)|(?:办事处|管委会|管理委员会|人大工委)(?=$|副?主任)")
# 城关镇|镇|党委 is that of the town
_LEVEL_TWICE = re.compile("(?<=[^城集乡市]镇)镇(?=党委|政府|人大|纪委)|(?<=[^城]乡)乡(?=党委|政府|人大|纪委)")
_FORMER_GROUP = re.compile("(?<=.)原(?=(?:党组|党委|党总支|党支部)$)")
_LEGAL = re.compile(r"(?:有限责任|股份有限|集团有限|有限|股份|责任)公司$|集团$|大学$|学院$")


@dataclass(slots=True, unsafe_hash=True)
class Named:
    """An organization's canonical name with the division it belongs to, if any, and whether the name alone identifies it."""

    name: str
    division: Division | None
    kind: str
    unique: bool = False


def name_agency(mention: Mention, context: Context) -> Named:
    """The canonical name of an organization's mention."""
    text = _FORMER_GROUP.sub("", mention.name or mention.text)  # 省政协原党组书记 held a post of 省政协党组
    text = _LEVEL_TWICE.sub("", text)
    row = national_by_name().get(text)
    if row is None and len(text) > 4 and text.startswith("中国") and (row := national_by_name().get(text[2:])):
        return Named(row["name"], None, row["kind"], True)  # 中国|国务院
    if row and (mention.via in ("agency.national", "agency.abroad", "agency.whole") or len(text) >= 6 or text.endswith("集团")):
        return Named(row["name"], None, row["kind"], True)
    if mention.via == "agency.abroad":
        return Named(text, None, mention.kind, True)
    if text.startswith("《"):
        return Named(text.strip("《》"), None, "Media", True)
    league = _LEAGUE.fullmatch(text)
    if league:
        place = context.means(league.group(1), mention.sentence)
        return Named(f"共青团{place.name}委员会", place, "Association") if place else Named(text, None, "Association")
    if (committee := _PARTY_OF_LEVEL.fullmatch(text)) and (place := context.means(committee[2], mention.sentence)):
        return Named(f"{committee[1]}{place.name}委", place, "Association")
    if term := _TERM_OF.fullmatch(text):
        named = term.group(2) or term.group(1)
        last = max(load_divisions().scan(named), key=lambda span: span[1], default=(0, 0))
        text = f"政协{named[last[0] :]}委员会{'常务委员会' if term.group(3) else ''}"
    party = text.startswith("中共")
    bare = text[2:] if party else text
    division, rest = split_place(bare, mention.sentence, context)
    if division and rest:
        rest = _IN_TERM.sub("", rest)
        suffix = rest.removeprefix("直")
        if rest[:1] == division.name[-1] and local_at(rest, 1):
            suffix = rest[1:]  # 魏县|县委, 东湖县|县委
        body = local().get(suffix)
        # 省委会 of a party is no body of a village (村委会).
        if body and not set(body["levels"].split("|")) <= {"村", "社区"}:
            return _known(_full_name(body, division.name), division, body["kind"])
        group = _PARTY_SUFFIX.search(rest)
        if group and (body := local().get(rest[: group.start()])) and body["kind"] in ("Court", "Procuratorate"):
            # 县检察院党组 is the one that 检察长、党组书记 names.
            return Named(_full_name(body, division.name) + group.group(), division, mention.kind)
        head = local_at(rest, 0)
        if head and len(head) > 1 and len(rest) > len(head):
            # A part of a local body (市委督查室, 区教育局党委) keeps the body's name as it stands.
            return Named(division.name + rest, division, mention.kind)
        return _known(division.name + rest, division, mention.kind)
    body = local().get(text)
    if mention.via in ("agency.bare", "agency.post") and body:
        place = context.paper or context.last_named("县", mention.sentence)
        if place:
            return Named(_full_name(body, place.name), place, body["kind"])
    return Named(text, None, mention.kind, bool(_LEGAL.search(text)))


def _full_name(body: Mapping[str, str], place: str) -> str:
    """A local body's name with its place, 街道 said once: 东岭街道办事处 of 东岭街道; a county of two characters says 县 twice: 中共淇县县委."""
    if len(place) == 2 and place.endswith("县") and body["full"].startswith("中共{place}委"):
        place += "县"
    if body["full"] == "{place}人民法院" and place.endswith(("省", "自治区")):
        return f"{place}高级人民法院"  # 省法院
    return body["full"].replace("{place}街道", "{place}" if place.endswith("街道") else "{place}街道").format(place=place)


def of_zone(text: str, committee: Named) -> Named | None:
    """The body of a subdistrict or a zone that stands without it behind its Party working committee: 办事处, 管委会, 人大工委.

    Args:
        text: The body's words, or a title that begins with them (办事处主任, 党工委副书记).
        committee: The working committee named last.
    """
    body = _OF_ZONE.match(text)
    zone = committee.name.removeprefix("中共")
    zone = next((zone.removesuffix(end) for end in ("党工委", "工委", "工作委员会") if zone.endswith(end)), "")
    if body is None and text.startswith("区") and len(zone) > 2 and zone.endswith("区"):
        body = _OF_ZONE.match(text, 1)  # 云岭新区党工委书记甲，|区党工委|副书记乙
    if not body or not zone:
        return None
    if body.group() == "党工委":
        return committee
    return Named(zone + body.group(), committee.division, "Congress" if body.group() == "人大工委" else "Government")


def _known(name: str, division: Division, kind: str) -> Named:
    """A body of a division, or the one known everywhere by that name: 省人民医院 in Hunan is 湖南省人民医院."""
    row = national_by_name().get(name)
    return Named(row["name"], None, row["kind"], True) if row else Named(name, division, kind)


_BODY_OF = {"Congress": "人大", "Consultative": "政协"}


def is_assembly(named: Named) -> bool:
    """Whether a body is a congress or a conference, or a part of one that names it."""
    return named.kind in _BODY_OF


def name_committee(mention: Mention, assembly: Named | None, context: Context) -> Named:
    """The canonical name of a committee that stands without its assembly: 宪法法律委 of 全国人大, 提案委 of the paper's 政协.

    Args:
        assembly: The congress or conference of its kind named last before it, if there is one.
    """
    body = _BODY_OF[mention.kind]
    full = committees()[body, mention.text]
    division = assembly.division if assembly else context.paper
    if division is None:
        return Named(f"全国{body}{full}", None, mention.kind, True)
    return Named(
        f"{division.name}人民代表大会{full}" if body == "人大" else f"政协{division.name}委员会{full}", division, mention.kind
    )


# 乡村振兴局, 市民服务中心, 市场监管局: words that begin like a level
_NO_LEVEL = ("乡村", "村民", "市场", "市民中心", "市民之家", "市民服务", "市民文化", "市民活动", "市民健身")


def split_place(text: str, sentence: int, context: Context) -> tuple[Division | None, str]:
    """The division an organization's name begins with, spelt out or by its level alone, and the rest of the name.

    上海市金山区规划资源局 → 金山区 and 规划资源局; 区税务局 → the paper's district and 税务局.
    """
    gazetteer = load_divisions()
    near = [d.code for d in (context.paper, *context.containers) if d]
    division: Division | None = None
    at = 0
    while at < len(text):
        # 单县 is the paper's own county, though the word is more than a county's name.
        own = (len(d.name) for d in (context.paper, *context.containers) if d and text.startswith(d.name, at))
        size = next((end for start, end in gazetteer.scan(text[at : at + 14]) if start == 0), 0) or max(own, default=0)
        if not size:
            break
        name = text[at : at + size]
        inner = gazetteer.resolve(name, near=[*([division.code] if division else []), *near])
        if inner is None or (at and local_at(text, at)):
            break
        end = at + size
        # 宁夏石化, 鄂尔多斯羊绒集团: a short form begins a proper name unless a local body or another division follows it.
        if inner.name != name and not local_at(text, end) and not _begins_with_division(text[end:]):
            return (division, text[at:]) if division else (None, text)
        division, at = inner, end
    if division:
        return division, text[at:]
    level = "" if text.startswith(_NO_LEVEL) else next((name for name in LEVELS if text.startswith(name)), "")
    if level:
        found = context.means(level, sentence)
        if found:
            return found, text[len(level) :]
    return None, text


def _begins_with_division(text: str) -> bool:
    return any(start == 0 for start, _ in load_divisions().scan(text[:14]))


_VILLAGE = re.compile(r"[一-鿿]{2,8}?(?:村|社区|居委会)")


def _village_body(before: str, suffix: str) -> Named | None:
    """The body of a village's own post: 村委会主任 after 亭西村党总支书记、 is of 亭西村村民委员会."""
    gazetteer = load_divisions()
    names = _VILLAGE.findall(before)
    if not names:
        return None
    village = names[-1]
    for _start, end in reversed(gazetteer.scan(village)):
        if not village.endswith(("村", "社区", "居委会"), 0, end) and village[end:] not in ("村", "社区", "居委会"):
            village = village[end:]
            break
    return Named(village.removesuffix("居委会") + suffix, None, "VillageBody")


def implied_body(mention: Mention, before: str, previous: Named | None, previous_text: str, context: Context) -> Named | None:
    """The body that a bare title implies.

    Args:
        mention: At the title's words.
        before: The sentence's text before the title.
        previous: The body of the post before it in the same chain, with `previous_text` as the text has it.
    """
    title = mention.text
    level = _LEVEL_TITLE.search(title)
    if level:
        place = None if _is_abroad(before) else _place_before(before, context)
        if place is None and (
            _is_abroad(before) or (_OWN_PLACE.search(before, max(0, len(before) - 8)) and not _POINTED.search(before))
        ):
            return None  # 湖滨州州长, 莫斯科市长: of a place that is no division
        return _government(place or context.means(level.group(1), mention.sentence))
    if "主席" in title and before.endswith("自治区"):
        return _government(_place_before(before, context) or context.means("自治区", mention.sentence))
    row = titles().get(title, {})
    if row.get("body") and row["body"] in national_by_name():
        found = national_by_name()[row["body"]]
        return Named(found["name"], None, found["kind"], True)
    if row.get("body") == "villagers":
        return _village_body(before, "居民委员会" if "社区" in before[-12:] or "居委会" in title else "村民委员会")
    if row.get("body") == "party" and row.get("level") == "村":
        return _village_body(before, "党支部")
    if row.get("body") and row["body"] not in ("government", "party"):
        return Named(row["body"], None, "", True)
    if "行署" in title or (title.endswith("专员") and previous is not None and previous.name.endswith("地区委员会")):
        return _government((previous and previous.division) or context.paper)
    if title.startswith(("驻", "常驻")) or (_OF_CABINET.fullmatch(title) and (previous is None or previous.name != "国务院")):
        return None  # 国民议会议长甲、总理乙; 某国政府代表和中国驻该国大使丙
    if previous is None or _APART.search(title) or title == "代表":  # 街道办事处主任甲，劳模代表乙
        return None
    root = _PARTY_SUFFIX.sub("", previous_text)
    grouped = root != previous_text
    if row.get("kind") == "State":
        # 克里姆林宫称，总统…: a head of state is of no body named before, but 市政协党组书记、主席 is of the conference.
        if not grouped or not title.endswith("主席"):
            return None
        division, rest = split_place(root, mention.sentence, context)
        if not rest:
            return _government(division) if root.endswith("自治区") else None
    if (group := _PARTY_GROUP.match(title)) and previous.kind != "Party":
        owner = _style(previous) if not (previous.unique and previous_text) else previous_text
        return Named(owner + group.group(), previous.division, "Party")
    if grouped and title.endswith(("书记", "委员")):
        return previous  # 党组书记、副书记, 街道党工委委员、组织委员: both of the group
    if (
        title.endswith(("巡视员", "调研员", "秘书"))
        and previous.kind == "Party"
        and not root.endswith(("局", "厅", "委", "办", "院"))
    ):
        return previous
    if root.endswith("人大") and title.endswith("主任"):
        root += "常委会"  # 区人大党组书记、主任: a congress has a chairman in its standing committee only
    if grouped and title.startswith("办公室") and root.endswith("区"):
        return None  # 新区党工委副书记、管理|办公室主任: an office that nothing names
    if grouped and root == "街":
        return None  # 街党委书记甲，办事处副主任乙: of a subdistrict that nothing names
    if root and grouped and root not in LEVELS and previous.kind in ("Party", ""):
        return name_agency(Mention(mention.sentence, 0, len(root), root, mention.type, via="agency.bare"), context)
    return previous


def part_of(body: Named, part: str) -> Named:
    """The Party group of a body or a board of it: 党组 of 湖山县水利局, 检委会 of 湖山县人民检察院."""
    return Named(_style(body) + part, body.division, "Party" if part.startswith("党") else body.kind)


def _style(body: Named) -> str:
    """The name that a body's Party group begins with: 湖山市政协 in 湖山市政协党组."""
    if body.division and body.kind == "Consultative":
        return f"{body.division.name}政协"
    return body.name.replace("人民代表大会常务委员会", "人大常委会")


def _is_abroad(before: str) -> bool:
    """Whether a text ends with a city, a state or a country abroad: 佛罗里达州, though 达州 is a city at home."""
    gazetteer = load_divisions()
    name = next((before[-size:] for size in range(min(9, len(before)), 1, -1) if before[-size:] in gazetteer.regions()), "")
    return bool(name) and gazetteer.regions()[name].kind in ("City", "Region", "Country") and not gazetteer.named(name)


def _government(place: Division | None) -> Named | None:
    """A division's government, which a prefecture and a league call their administrative office."""
    office = "行政公署" if place and place.name.endswith(("地区", "盟")) else "人民政府"
    return Named(place.name + office, place, "Government") if place else None


def government_of(town: str, context: Context) -> Named:
    """The government of a town by its name, whether or not reference data has the town."""
    gazetteer = load_divisions()
    near = [d.code for d in (context.paper, *context.containers) if d]
    division = gazetteer.resolve(town, near=near) if gazetteer.named(town) else None
    return _government(division) or Named(f"{town}人民政府", None, "Government")


def _place_before(before: str, context: Context) -> Division | None:
    """The division named right before a title (南投县县长)."""
    gazetteer = load_divisions()
    near = [d.code for d in (context.paper, *context.containers) if d]
    for size in range(min(12, len(before)), 1, -1):
        name = before[-size:]
        if gazetteer.named(name) or gazetteer.former(name):  # 玉环县|副县长: not 环县's
            return gazetteer.resolve(name, near=near)
    return None

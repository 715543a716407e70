"""Posts: the chain of bodies and titles before a person's name (区委副书记、区长李泽龙), read from the name leftwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.recognition.people.full_names import Found
from kg.recognition.phrases import is_proper, is_rare, is_unknown, name_start
from kg.recognition.titles import is_post, title_ending, titles
from kg.recognition.tokens import Words

_SEPARATORS = "、兼 ，,和"
# A department between a company and the title belongs to the title: 工程管理部经理.
_DEPARTMENT = re.compile(r"[一-鿿A-Za-z]{1,8}(?:部|(?<!公)司|科|处|室|车间|中心|项目部|班|组)$")
_LEVEL_TITLE = re.compile(r"[省市区县州盟旗镇乡]长$")
_LEVEL_WORDS = frozenset(
    ("自治区", "自治州", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "村", "我省", "我市", "我县", "我区")
)
_UNIT = re.compile(r"(?:大队|中队|支队|总队|分局|派出所|分公司|党支部|商会|协会|联合会)$")
_GRADE = re.compile(r"[正副][科处厅股部]级$")
# 副市长、文岩渠|市级河长; 负责县政府常务工作|副县长; 政府|旗长: what stands between a mark and such a title is no body of its own.
_CHIEF = re.compile("[河湖林田路街链]长$")
_LEAD = re.compile("(?:分管|负责|主持)[^、，。；]{2,12}工作的?|政府")
# 党组成员、副主席候选人: no post yet; 党组书记、全国科普带头人, 文联主席、《东岭》主编: none in a body. Those before it are held.
NO_POST = "[^、，。；：（） ]{2,10}(?:候选人|人选)|[^、，。；：（） ]{2,16}(?:主编|编委|(?<!学科)带头人|获得者|传承人|劳动模范|先进个人|(?<!首席)专家)"
_NO_POST = re.compile(f"(?<=[、兼])(?:{NO_POST})$")
# 党委委员、质量管理与绩效考核|办公室主任, 市委副书记、市五运会|组委会主任
_OWN_OFFICE = {
    "办公室": re.compile("[一-鿿]{2,6}[与和][一-鿿]{2,6}"),
    "组委会": re.compile("[一-鿿0-9]{2,16}[会节赛]"),
}
_HEADQUARTERS = re.compile("(?:指挥部|领导小组|工作组|工作队|组委会|筹委会|专班)$")
_PARTY = re.compile(r"党委|党组|党工委|党总支|党支部")
_NAMEABLE = frozenset(("Company", "Institution", "Association", "Bank", "School"))


@dataclass(frozen=True, slots=True)
class Post:
    """A title with the span of its body; `body` is None where the title itself implies it (区长) or an earlier post gives it."""

    title_start: int
    title_end: int
    title: str
    body: tuple[int, int] | None
    place: tuple[int, int] | None
    """The administrative place right before a title that names a level: 南投县 in 南投县县长."""
    found: bool = True
    """False where the body is not yet a known organization but the words before the title name one (华东五金城董事长)."""


def read_posts(
    words: Words, end: int, agencies: Mapping[int, int], places: Mapping[int, int], marks: str = _SEPARATORS
) -> list[Post]:
    """The posts that end right before a name, in the order of the text.

    Args:
        end: Where the name begins.
        agencies: Begin by end of the organizations in the sentence.
        places: Begin by end of the administrative places.
        marks: What may stand between two posts.
    """
    text = words.text
    posts: list[Post] = []
    while end > 0 and len(posts) < 12:
        while end > 0 and text[end - 1] == " ":
            end -= 1
        if text[end - 1 : end] == "）" and (opened := text.rfind("（", max(0, end - 8), end)) > 0:
            end = opened
        passed = _NO_POST.search(text, max(0, end - 24), end)
        if passed and not any(at in agencies for at in range(passed.start(), end)):  # but 江北日报主编
            end = passed.start() - 1
        span = title_ending(text, end)
        if not span or not is_post(text[span[0] : span[1]]):
            break
        post = _read_post(words, span, agencies, places)
        posts.append(post)
        start = post.title_start
        if post.body:
            start = post.body[0]
        elif post.place:
            start = post.place[0]
        elif post.title_start + 1 in agencies:  # 市委常委、宣传部|长
            start = agencies[post.title_start + 1]
        else:
            start = _lead_start(text, start, post.title)
        if start > 1 and post.body is None and text[start - 1] in "员记" and title_ending(text, start):
            end = start  # 镇党委委员|副镇长
            continue
        if start <= 1 or text[start - 1] not in marks:
            break
        end = start - 1
        if not title_ending(text, end) and text[end - 1 : end] not in ("）", "人", "选"):
            break
    return posts[::-1]


def _lead_start(text: str, start: int, title: str) -> int:
    """Where the words before a title without a body begin that belong to its link of the chain."""
    opened = max(text.rfind(mark, 0, start) for mark in "、，。；") + 1
    lead = text[opened:start]
    return opened if (_CHIEF.search(title) and len(lead) <= 8) or _LEAD.fullmatch(lead) else start


# 任命张三为…, 决定张三副市长为…, 免去李四的…职务, 王五当选…, 赵六先后担任…: the posts stand after the name.
TAKES_POST = (
    r"(?:同志|副(?:[省市县区州盟旗]长|主任|院长|检察长)(?=为))?[，]?(?:因[^，。；]{1,12}[，]?)?(?:被?(?:选派|委派|下派|派驻|派)[到至往]?[^，。；任]{0,20}?(?=任|担任))?(?:为|(?:曾?先后|历|曾|现|继续|连续|连|仍)?(?:任|在任|担任|在担任)|(?:以?(?:全票|高票)|继续|再次|再度)?当选为?|出任|兼任|接任|就任|转任|改任|调任|升任"
    r"|受聘为|的|辞去(?:了)?|请辞|不再担任|不再兼任)"
)
_GETS_POST = re.compile(TAKES_POST + r"([^，。；]{2,80}?)(?:等?职务|等职|一职|期间|[，。；]|、(?=[一-鿿]{2,4}(?:为|任))|$)")
# 王大河，男，汉族，1970年3月生，…，现任…，拟任…: what a notice tells of somebody.
HELD = re.compile(r"，(?:现任|历任|曾任|时任|后?升任|后任|后?调任)([^，。；]{2,80}?)(?:等?职务|等职|一职)?(?=[，。；]|$)")
_AND_HELD = re.compile("，(?![拟现历曾时后提])([^，。；、]{4,40})(?=[，。；]|$)")


def held_spans(text: str, start: int) -> list[tuple[int, int]]:
    """Where a text tells the posts of the person introduced before a position, a further one behind a comma too.

    Example:
        >>> held_spans("周平，男，现任东河村书记，东河合作社理事长，带头养蜂。", 2)
        [(7, 12), (13, 21)]
    """
    spans: list[tuple[int, int]] = []
    card = _AND_HELD.match(text, start)
    if card and title_ending(text, card.end(1)):
        spans.append(card.span(1))
    for told in HELD.finditer(text, start):
        spans.append(told.span(1))
        at = told.end()
        while (more := _AND_HELD.match(text, at)) and title_ending(text, more.end(1)) and not HELD.match(text, at):
            spans.append(more.span(1))
            at = more.end()
    return spans


# 免去张三某县委副书记、常委职务: the posts follow the name without a word between.
_FROM = re.compile(r"(?:同志)?(?:的)?([^，。；为]{3,40}?)的?(?:职务|一职)")
_IN_ROSTER = re.compile(r" ?（([^（）]{2,60})）| {1,3}([^ ，。；]{3,60}(?: [一-鿿]{2,12}$)?)")


def read_posts_after(words: Words, person: Found, agencies: Mapping[int, int], places: Mapping[int, int]) -> list[Post]:
    """The posts that an appointment, a removal or a line of a notice's list gives after a name."""
    text = words.text
    if person.via == "roster":
        match = _IN_ROSTER.match(text, person.end)
        return _posts_within(words, person.end, match.end(match.lastindex or 0), agencies, places) if match else []
    posts: list[Post] = []
    if text.endswith(("免去", "撤销", "罢免"), 0, person.start) and (removed := _FROM.match(text, person.end)):
        return _posts_within(words, person.end, removed.end(1), agencies, places)
    if person.via == "annotated":
        for start, stop in held_spans(text, person.end):
            posts += _posts_within(words, start, stop, agencies, places)
    at = person.end
    while (match := _GETS_POST.match(text, at)) and (
        at == person.end or match.group().startswith(("，不再", "，任", "，免去", "，兼任", "，辞去", "，转任"))
    ):
        if not (match.group().startswith(("的", "同志的")) and not match.group().endswith(("职务", "一职"))):
            posts += _posts_within(words, person.end, match.end(1), agencies, places)
        at = match.end(1) + (2 if text.startswith(("职务", "一职"), match.end(1)) else 0)
    return posts


# 1985.04—1988.05，某市委组织部干事; 2017年6月起任…; 现任…: a line of a résumé, or the words that go on with one.
CAREER_LINE = re.compile(
    r"^(?:(?P<start>[12][0-9]{3}[.年][0-9]{0,2})月?\s*(?:[—\-–~～至到]{1,2}\s*(?P<end>(?:[12][0-9]{3}[.年][0-9]{0,2})月?|今|至今)?|起|以来)?[，,、：:\s]*(?:历任|任)?"
    r"|(?:现任|历任|曾任|先后任|先后担任|曾担任|时任))"
)
_BRACKET = re.compile(r"（[^（）]*）?[。；;]*$")


def read_career(words: Words, agencies: Mapping[int, int], places: Mapping[int, int]) -> list[Post]:
    """The posts of a line of a résumé, which names nobody: 2011.12—2015.04，中共周口市委书记."""
    text = words.text
    begun = CAREER_LINE.match(text)
    if not begun:
        return []
    told = re.split("，拟任|，提名|，拟", text, maxsplit=1)[0]  # what is proposed is no post
    stop = len(_BRACKET.sub("", told).rstrip("。；;，等职务一 "))
    return _posts_within(words, begun.end(), stop, agencies, places)


def _posts_within(words: Words, start: int, stop: int, agencies: Mapping[int, int], places: Mapping[int, int]) -> list[Post]:
    if not title_ending(words.text, stop):
        return []
    marks = _SEPARATORS + "及"  # 历任县委书记及副市长
    return [post for post in read_posts(words, stop, agencies, places, marks) if post.title_start >= start]


# 中国|驻印尼大使, 伊朗|常驻联合国代表: where somebody is sent belongs to the title.
_SENT = re.compile("(?:大使|公使|参赞|领事|代办|武官|代表|协调员|使节)$")
# 美国|中东问题特使, 美国|总统国家安全事务助理: what somebody is charged with does too.
_CHARGED = re.compile("(?:特使|代表|协调员|助理|顾问|发言人)$")
_MATTER = re.compile("(?:总统|总理|秘书长)|(?:总统|总理|秘书长)?[一-鿿]{1,8}(?:问题|事务)")


def _title_start(text: str, start: int, end: int, agencies: Mapping[int, int], places: Mapping[int, int]) -> int:
    """Where a title begins with the place or the matter that it is for."""
    if _SENT.search(text, start, end) and text.startswith("驻", (to := places.get(start, agencies.get(start, 0))) - 1) and to:
        return to - 2 if text.startswith("常", to - 2) else to - 1
    if _CHARGED.search(text, start, end):
        for at in range(max(0, start - 13), start - 1):
            if (at in agencies or at in places) and _MATTER.fullmatch(text, at, start):
                return at
    return start


def _tells(words: Words, begin: int, end: int) -> bool:
    """Whether words tell one body from others (not 工程建设|负责人)."""
    return any(is_proper(t) or is_unknown(t) or (is_rare(t.text) and len(t.text) < 4) for t in words.between(begin, end))


def _read_post(words: Words, span: tuple[int, int], agencies: Mapping[int, int], places: Mapping[int, int]) -> Post:
    text = words.text
    end = span[1]
    start = _title_start(text, span[0], end, agencies, places)
    if start < span[0] and start in agencies:
        return Post(start, end, text[start:end], (agencies[start], start), None)
    if start < span[0]:
        return Post(start, end, text[start:end], None, None)
    if grade := _GRADE.search(text, max(0, start - 3), start):  # 副科级组织员
        start = grade.start()
    if text[start - 1 : start] == " " and start - 1 in agencies:  # 东湖小学 教师
        return Post(start, end, text[start:end], (agencies[start - 1], start - 1), None)
    # A longer title may hide an organization's end (党委书记 in 公司党委书记): shorten it while that uncovers a known body.
    for cut in range(start, end - 1):
        if cut in agencies and (cut == start or text[cut:end] in titles()):
            return Post(cut, end, text[cut:end], (agencies[cut], cut), None)
    # 江北医院湖山医院（湖山市人民医院）院长: the body before its second name
    if text[start - 1 : start] == "）" and (opened := text.rfind("（", 0, start)) in agencies:
        return Post(start, end, text[start:end], (agencies[opened], opened), None)
    # 分社社长、党组书记: the Party group of the body named before.
    group = max((at for at in range(max(0, start - 3), start) if _PARTY.fullmatch(text, at, start)), default=-1)
    if group > 0 and text[start:end].endswith("书记") and text[group - 1] in _SEPARATORS:
        return Post(group, end, text[group:end], None, None)
    if start in places and _LEVEL_TITLE.search(text[start:end]):
        return Post(start, end, text[start:end], None, (places[start], start))
    department = _DEPARTMENT.search(text, max(0, start - 10), start)
    if department:
        for at in reversed(range(department.start(), start)):  # 江北大学附属医院|眼科主任: the nearest
            if at in agencies:
                return Post(at, end, text[at:end], (agencies[at], at), None)
    # What the dictionary has within the title ends the body's name where all since the last mark belongs to it.
    opened = max(text.rfind(mark, 0, start) for mark in "、，。；：（ ") + 1
    owner = _OWN_OFFICE.get(text[start : start + 3])
    if owner and text[start + 3 : end] in titles() and owner.fullmatch(text, opened, start):
        return Post(start + 3, end, text[start + 3 : end], (opened, start + 3), None, False)
    kind = titles().get(text[start:end], {}).get("kind", "")
    begin, anchored = name_start(words, start, agencies, limit=18, quotes=False)
    size = start - begin
    if text[begin:start] not in _LEVEL_WORDS and (
        (
            (_tells(words, begin, start) if text[start:end] == "负责人" and not anchored else kind in _NAMEABLE)
            and size >= (3 if anchored else 4)
        )
        or (
            text[start - 1 : start] in "委办局会院" and 3 <= size <= 8 and (begin == 0 or text[begin - 1] in "、，。；（“ 为任")
        )
    ):
        return Post(start, end, text[start:end], (begin, start), None, False)
    # 省文投党委|委员: a Party committee whose company no list knows; the post is not the body's named before.
    party = _PARTY.match(text, start)
    if party and party.end() < end and text[party.end() : end] in titles() and 2 <= start - opened <= 12:
        return Post(party.end(), end, text[party.end() : end], (opened, party.end()), None, False)
    # 石门县公安局副局长、交警大队大队长: a unit of the body named before, all since the last mark.
    if 3 <= start - opened <= 10 and opened and _UNIT.search(text, opened, start):
        return Post(start, end, text[start:end], (opened, start), None, False)
    # 东岭街道党工委书记甲，办事处副主任乙: the subdistrict's office, named without it in the list of its officials.
    if text[opened:start] == "办事处" and "工委" in text[:opened]:
        return Post(start, end, text[start:end], (opened, start), None, False)
    # 区公安分局党委委员、政治处主任: an office without a body of its own stays in the title.
    if opened and 2 <= start - opened <= 6 and text[start - 1] in "处科室部办" and text[opened - 1] == "、":
        return Post(opened, end, text[opened:end], None, None)
    # 第19届亚运会组委会主席, 江北省第九批援藏指挥部指挥长: in a list of posts, all since the last mark is the body's name.
    lead = text[opened:start]
    if opened and 4 <= len(lead) <= 20 and (_HEADQUARTERS.search(lead) or (lead[-1] in "会委局组" and "届" in lead)):
        return Post(start, end, text[start:end], (opened, start), None, False)
    return Post(start, end, text[start:end], None, None)

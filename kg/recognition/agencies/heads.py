"""Organizations found by their head noun (研究所, 公司, 医院) where the words before it tell one from the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from kg.reading.words import tag
from kg.recognition.agencies.edges import is_of_county, start_by_edges
from kg.recognition.coinages import coinage_start
from kg.recognition.divisions import load_divisions
from kg.recognition.lexicon import Names, rows
from kg.recognition.phrases import (
    LEVELS,
    PROVINCES,
    boundary_words,
    counts,
    is_proper,
    is_rare,
    is_unknown,
    level_at,
    name_start,
)
from kg.recognition.spans import Span, extend
from kg.recognition.tokens import Token, Words


@lru_cache(maxsize=1)
def heads() -> tuple[Names, dict[str, dict[str, str]]]:
    """Head nouns of organizations, to be found in text and by name."""
    stopped = stopwords("head")
    by_name = {row["head"]: row for row in rows("agency_heads") if row["head"] not in stopped}
    return Names(by_name), by_name


@cache
def stopwords(kind: str) -> frozenset[str]:
    """Heads that name nothing (`head`), modifiers that tell nothing apart (`modifier`), classes of bodies (`name`)."""
    return frozenset(row["word"] for row in rows("agency_stopwords") if row["kind"] == kind)


@cache
def _classes_by_end() -> dict[str, list[str]]:
    """The classes of bodies by their last two characters."""
    found: dict[str, list[str]] = {}
    for name in sorted(stopwords("name")):
        found.setdefault(name[-2:], []).append(name)
    return found


# 广播电视台党委|委员: the dictionary's word for the title begins with the body.
_PARTY_POST = re.compile(r"(?:党委|党组|党工委|党总支)(?=委员|副?书记|成员)")
# 政府采购, 政府性债务: the government here is no body that acts.
_OF_GOVERNMENT = ("采购", "性", "主导", "引导", "补", "债", "投资", "扶持", "职能", "信息", "工作报告", "预算", "网站", "官网")
_STOREYS = re.compile("[0-9][栋座层]")


_NTH_PRIMARY = ("一小", "一中")


def by_head(words: Words, bounds: dict[int, int]) -> Iterator[Span]:
    """The organizations that a head noun ends.

    Args:
        bounds: Begin by end of the places and bodies found so far, which a name may begin with; what is found is added.
    """
    text = words.text
    finder, by_name = heads()
    for start, end in finder.find(text):
        if text[start:end] in _NTH_PRIMARY and text[end : end + 1] == "学" and text[start - 1 : start] in tuple("八七五"):
            start, end = start + 1, end + 1  # 八一|小学
        if text[end - 1] == "大" and text[end : end + 1] == "学":
            start, end = end - 1, end + 1  # 军医|大学, no 医大
        row = by_name[text[start:end]]
        single = end - start == 1
        school = text[end : end + 1] in ("校", "教") and text.endswith(("中学", "小学"), start, end)
        if (
            school
            and text[end] == "校"
            and words.starts_at(end + 1)
            and text[end + 1 : end + 2] not in tuple("长园区门舍方内外车服医友歌徽训史庆")
        ):
            end += 1  # 湖山市第一中学|校
        hosts = text[end : end + 2] in ("主办", "主要", "主任") and text[start:end] in ("农场", "家庭农场")  # jieba: 农场主|办
        if not (words.starts_at(end) or school or hosts or _PARTY_POST.match(text, start)) or (
            single and not _is_own_word(words, start)
        ):
            continue
        begin, anchored = _name_begin(words, start, end, row["kind"], bounds)
        if text.endswith(_REGISTERED, start, end) and (partner := _PARTNER.search(text, begin, start - 1)):
            begin, anchored = partner.end(), partner.end() in bounds.values()
        while begin < start and text[begin] in "0123456789-.%":
            begin += 1
        if text[begin - 1 : begin].isdigit() and text[begin] in "支家个名所座条项":  # 28支龙舟代表队
            continue
        if single and text[start] in "部处室科" and text[start - 1].isdigit():  # 市法规37部
            continue
        if text[begin] == "原" and begin + 1 in bounds.values():  # 原|湖山市第二人民医院
            begin += 1
        if text[begin - 1 : begin + 1] == "在京":  # 在京|中共中央政治局
            begin += 1
        if text[begin] in "省市县区州" and text.startswith("属", begin + 1):  # 州属|东江水电公司
            begin += 2
        if text[start - 1 : end] in ("主办", "承办", "协办", "举办"):  # 东岭农场主|办
            continue
        if text.startswith("部门", end - 1) or text.startswith("日”", end):  # 湖山市劳动保障|部门, “5·18国际博物馆|日”
            continue
        strong = row["strong"] == "1"
        named = not (
            _is_no_body(text, begin, start, end) or (single and (not (anchored or text[start] == "厂") or start - begin > 13))
        ) and _is_named(words, begin, start, end, anchored, strong=strong)
        if strong and (not named or begin > start - 2):
            coined = coinage_start(words, start, bounds)
            if 0 <= coined < begin or (coined >= 0 and not named):
                begin, named = coined, True
        if not single and (not named or is_of_county(text[max(0, begin - 2) : begin], everyday=True)):
            told = start_by_edges(words, start, end, row["kind"], bounds)
            if told >= 0 and (told < begin or not named) and not _is_no_body(text, told, start, end):
                begin, named = told, True
        if named:
            bounds[end] = min(begin, bounds.get(end, begin))
            yield Span(begin, end, "agency.head", row["kind"])


def _name_begin(words: Words, start: int, end: int, kind: str, bounds: Mapping[int, int]) -> tuple[int, bool]:
    """Where the name begins that a head noun ends, and whether it begins with a place, a body or a mark."""
    text = words.text
    begin, anchored = name_start(
        words,
        start,
        bounds,
        quotes=False,
        through=text[start:end].endswith(("有限公司", "筹建处")) or kind in ("School", "Hospital"),
    )
    if not anchored and (owner := _owner_before(text, begin, bounds)) >= 0:
        begin, anchored = owner, True
    if text[begin - 1 : begin] == "”" and (owner := _quoting(text, begin, bounds)) >= 0:
        begin, anchored = owner, True
    if (
        not anchored
        and text.endswith(_SOCIETIES, start, end)
        and (nation := _OF_NATION.search(text, max(0, start - 18), start))
    ):
        begin, anchored = nation.start(), True
    if not anchored and text.endswith(_TASK_FORCES, start, end) and (place := _place_of_task(words, start, bounds)) >= 0:
        begin, anchored = place, True
    seated = not anchored and (
        text.endswith("有限公司", start, end)
        or (text[start - 1 : start] == "）" and text.endswith(("集团", "公司"), start, end))
    )
    if seated and (seat := _seat_before(text, start, bounds)) >= 0:
        begin, anchored = seat, True
    if not anchored and begin == start and text[start:end] == "集团" and (pair := _PAIR.search(text, max(0, start - 3), start)):
        begin = pair.start(1) if is_coinage(words.between(*pair.span(1))) else begin
    opened = _since_mark(words, start) if text.endswith(_REGISTERED, start, end) else -1
    if text[start:end] == "公司" and not anchored and (since := _since_mark(words, start)) >= 0:
        opened = since if is_coinage(words.between(since, start)) else -1  # 、明岭食品|公司
    if opened >= 0 and (not anchored or opened == begin - 1):  # 长|龙山农牧有限公司
        begin, anchored = opened, True
    if (
        begin
        and text.startswith("大", begin + 1)
        and _SHORT_UNIVERSITY.match(text, begin)
        and "一" <= text[begin - 1] <= "鿿"
        and words.starts_at(begin - 1)
    ):
        begin -= 1
    if (
        anchored
        and (lead := _STATE_CENTRE.search(text, max(0, begin - 8), begin))
        and text.endswith(("中心", "实验室"), start, end)
    ):
        begin = lead.start()
    while not anchored and begin < start and (token := words.at(begin)) and token.tag == "v" and len(token.text) > 1:
        begin = token.end
    if kind == "Company" and (sort := _SORT_OF_FIRM.match(text, begin, start)):
        begin = sort.end()
    return begin, anchored


# 国内龙头企业|湖山集团, 上市公司|江北股份, 全资子公司|江北水利有限公司
_SORT_OF_FIRM = re.compile(
    "(?:全资|控股|下属|旗下|所属)*[子母分]公司(?=[一-鿿]{2})|(?:世界|中国|国内|全球|行业|知名|著名|龙头|骨干|领军|领先|上市|民营|国有|外资|台资|港资|科技|[0-9五百]+强){1,4}(?:企业|公司)(?=[一-鿿]{2})"
)


# 综合型二甲|医院: a hospital of a grade
_GRADED = re.compile("[型性家座所].{0,4}(?:[二三]级?(?:甲等|乙等)|[二三][甲乙])$|^(?:[二三]级?(?:甲等|乙等)|[二三][甲乙])$")


def _is_no_body(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a head noun with the words before it tells of no single body: a class, a number of them, a part of a town."""
    if text.endswith(("中小学校", "中小学"), 0, end) or _STOREYS.search(text, max(0, begin - 1), start):  # 1栋2层体育中心
        return True
    if text[start:end] == "政府" and text[start - 1] in "前现" and not text.endswith("目前", 0, start):
        return True  # 法国|前政府总理
    if (text[start:end] == "政府" and text.startswith(_OF_GOVERNMENT, end)) or text[begin:end].endswith(
        ("市中心", "区中心", "县中心", "镇中心")
    ):
        return True
    if text.endswith("中心", start, end) and text.startswith(
        ("城区", "城镇", "城市", "地带", "任务", "环节", "村", "渠", "河", "路", "街"), end
    ):
        return True  # 大运河湖山中心城区段, 石桥镇东岭中心村
    return (
        begin == start
        or text[start - 1] == "型"  # 科技产业型|公司
        or _GRADED.search(text, begin, start) is not None
        or (text[start - 1] == "招" and text.startswith("商会", start))  # 旅游项目招|商会
        or (text[begin] == "全" and text[begin + 1] in "省市区县州旗镇乡村")  # 全镇|党支部领办合作社
        or counts(text[begin:start])
        or len(text[begin:end]) < 3
        or "各" in text[max(0, begin - 1) : begin + 1]
    )


def _is_own_word(words: Words, at: int) -> bool:
    """Whether a head of one character is a word by itself or ends a longer one (教育局), not the end of 布局, 全部 or 新格局."""
    token = words.at(at)
    return token is not None and (token.start == at or (len(token.text) >= 3 and not tag(token.text[-2:])))


# 江|医大附属医院, 湖|师大附中: the dictionary lacks the place before a university by its short form.
_SHORT_UNIVERSITY = re.compile("(?:医|师|农|工|林|财|科|交|理工)大(?=附|第|[东西南北]校区)")
# 国家超级计算|天津中心: a state's centre called after what it does and then where.
_STATE_CENTRE = re.compile("国家(?!级|主席|领导|电网|能源)[一-鿿]{2,6}$")
_TASK_FORCES = ("领导小组", "指挥部", "专班", "组委会", "筹备委员会", "联席会议")
_GOES_INTO_TASK = frozenset(("全国", "推进", "提升", "落实", "保障", "学习"))


def _place_of_task(words: Words, head: int, bounds: Mapping[int, int]) -> int:
    """Where a leading group begins that is called by its place and its task, verbs and all (县|全民阅读活动|领导小组), or -1."""
    text, at = words.text, head
    while head - at < 18 and (token := words.at(at - 1)):
        if at in bounds:
            return bounds[at] if head - at > 2 else -1
        if token.text in LEVELS and level_at(text, token.start):
            return token.start if head - at > 2 and token.text != "村" else -1
        if (token.text in boundary_words() and token.text not in _GOES_INTO_TASK) or token.tag[:1] in (
            "",
            "p",
            "c",
            "u",
            "r",
            "d",
        ):
            return -1
        at = token.start
    return -1


def _owner_before(text: str, begin: int, bounds: Mapping[int, int]) -> int:
    """Where a body begins that owns a centre named with 与 or 和 (清华大学公共管理学院区域与城市发展研究中心), or -1."""
    if text[begin - 1 : begin] not in ("与", "和") or begin < 5:
        return -1
    for end in range(begin - 3, max(begin - 8, 0), -1):
        if end in bounds and text.endswith(("大学", "学院", "科学院"), 0, end):
            return bounds[end]
    return -1


def _quoting(text: str, begin: int, bounds: Mapping[int, int]) -> int:
    """Where a place, a level or a body stands before what a name quotes (湖山县|“双拥”|工作领导小组), or -1."""
    opened = text.rfind("“", max(0, begin - 12), begin)
    if opened <= 0:
        return -1
    at = bounds.get(opened, -1)
    return opened - 1 if at < 0 and level_at(text, opened - 1) else at


# 中国|关心下一代体育|基金会: a society of the whole country, whose task may be told by any words.
_SOCIETIES = ("基金会", "促进会", "协会", "学会", "研究会")
_OF_NATION = re.compile(
    "(?:中国|中华)(?!人民)(?:(?![的与和及在为对向从由是了给等各将已有]|成立|加入|支持|举办|参加|建立|组建|邀请|驻)[一-鿿]){3,14}$"
)
_COMPANY_NAME = re.compile(r"[一-鿿（）]{2,12}")
_NO_COMPANY_NAME = re.compile(
    "[的在与由和对向为及把将了是]|公司|集团|引进|投资(?!管理|咨询|研究|发展|建设|开发|控股)(?=.{4})|签约|联合"
)
# 荣江家居（上海）建材股份有限公司: the company's own name before its seat in brackets.
_BEFORE_SEAT = re.compile(
    "(?:^|[，。；、：由与和及在到从对向据 ]|走进|前往|深入|位于|来自|(?:走访|考察|参观|拜访|邀请|引进)了?)((?:(?![由与和及在到从对向据的了是])[一-鿿]){2,6})（$"
)


def _seat_before(text: str, head: int, bounds: Mapping[int, int]) -> int:
    """Where a company's name begins with the place of its seat, whatever words it is called by (浙江庆元抽水蓄能有限公司), or -1."""
    for end in range(head - 1 - (text[head - 1] != "）"), max(head - 13, 0), -1):
        if end in bounds:
            closed = text.startswith("）", end) and end + 1 == head  # 东岭（江北）|集团
            if (not closed and not _COMPANY_NAME.fullmatch(text, end, head)) or _NO_COMPANY_NAME.search(text, end, head):
                return -1
            start = extend(end, bounds)
            if text.startswith("）", end):
                own = _BEFORE_SEAT.search(text, max(0, start - 8), start)
                return own.start(1) if own else -1
            return start
    return -1


# ，晋能|集团: a coinage of two characters, whatever words they are
_PAIR = re.compile(
    "(?:^|[，。；、：的由与和到向在对])((?:(?![的了是这那此该本各每某其我你他大小两几个家全有在和与及或对为从向以由及等已也都还又])[一-鿿]){2})$"
)
# A firm's registered name is all that stands before the form of its law.
_REGISTERED = ("有限公司", "有限责任公司", "专业合作社")
# 云岭建材有限公司|携手|青坊新材料有限公司: the first firm and what it does with the second
_PARTNER = re.compile(
    "(?:公司|集团|合作社|大学|学院|医院|银行)(?:分别|正式|再次|先后)?(?:隶属于?|携手|牵手|联手|联合|会同|下属|旗下|收购|引进|委托|入股|对接)(?:的|了)?"
)
_OPENED = re.compile(
    "(?:.*(?:[、，；：。]|(?<![自理])由|(?<!参)与|(?<!服)从|(?<![根依占])据|(?<![存实现])在|走进了?|来到了?|前往|深入到?|分别到|先后到|一行到|走访了?|考察了?|参观了?|调研了?|察看了?|拜访了?|会见了?|慰问了?)|^)([一-鿿]{2,14})$"
)
_OF_FIRM = re.compile("^[原前现]|领办|子公司|旗下|下属|所属|其中|企业|项目|股东|业主|客户|[全其各该本某两几多]")


def _since_mark(words: Words, head: int) -> int:
    """Where a firm's name begins that fills all since the last mark (、西岭橡胶研究设计院有限公司), whatever its words, or -1."""
    opened = _OPENED.match(words.text, max(0, head - 18), head)
    if not opened or _NO_COMPANY_NAME.search(opened.group(1)) or _OF_FIRM.search(opened.group(1)):
        return -1
    tokens = words.between(opened.start(1), head)
    plain = any(
        t.text == "以"  # 某镇以党支部领办|农民专业合作社
        or (
            len(t.text) > 1
            and (
                (t.text in boundary_words() and t.tag != "vn")  # 研究|设计院
                or t.tag[:1] in ("p", "c", "u", "r", "m")
                or (t is tokens[0] and t.tag in ("v", "d", "ad") and not is_rare(t.text))
            )
        )
        for t in tokens
    )
    return opened.start(1) if words.are_whole(opened.start(1), head) and not plain else -1


def is_coinage(tokens: tuple[Token, ...]) -> bool:
    """Whether two single characters stand side by side, as in a name that the dictionary lacks (启|岭|食品)."""
    return any(len(a.text) == len(b.text) == 1 for a, b in pairwise(tokens))


_GRASSROOTS = ("派出所", "监管所", "管理所", "司法所", "税务所", "财政所", "供电所", "供销社", "卫生院")
# What is called by any word at all, if it is none of a class of schools.
_BY_ANY_WORD = ("小学", "中学", "实验学校", "幼儿园", "支行")


def _is_any_word(tokens: tuple[Token, ...], telling: list[Token]) -> bool:
    """Whether what stands before 小学 is a noun or two, none of them a class of schools (东风, 桥梁, 光明团结)."""
    nouns = [t for t in tokens if t.tag[:1] in ("n", "s", "g", "j", "") or is_proper(t)]
    return len(telling) == len(tokens) <= 2 and bool(nouns) and all(t in nouns or t.tag == "a" for t in tokens)


# 国投集团, 城发集团: a town's own company, whose place its paper leaves out.
_INVESTS = re.compile("(?:[国城交农建水铁能产旅科]|文旅)投|城发")
# 城北小学, 河东派出所: the quarter of a town that a house is called by.
_QUARTER = re.compile("[城河江][东西南北中]|[东西南北]门")


def _is_named(words: Words, begin: int, head: int, end: int, anchored: bool, *, strong: bool) -> bool:
    """Whether what stands before the head tells one organization from others."""
    tokens = words.between(begin, head)
    generic = stopwords("modifier")
    telling = [t for t in tokens if t.text not in generic]
    for name in _classes_by_end().get(words.text[end - 2 : end], ()):  # 公立医院, 现代化综合三级甲等医院
        if words.text.endswith(name, begin, end) and not any(map(is_proper, words.between(begin, end - len(name)))):
            return False
    if anchored:
        # 湖南省县级政府: a place and a class of bodies.
        return not any(t.text in ("县级", "区级", "市级", "省级", "镇级", "村级", "各级", "乡镇") for t in tokens)
    if not telling or words.text[begin:end].isascii():
        return False
    proper = [t for t in telling if is_proper(t)]
    unknown = [t for t in telling if is_unknown(t)]
    if strong:
        # 赤壁|卫生局: a county called by what is a word too
        if telling[0] is tokens[0] and load_divisions().named(tokens[0].text):
            return True
        if len(telling) == 1 and _QUARTER.fullmatch(telling[0].text):
            return True
        if words.text.endswith(_GRASSROOTS, head, end) and 2 <= head - begin <= 3 and all(len(t.text) == 1 for t in tokens):
            return all(t.tag[:1] not in ("r", "p", "c", "u", "d", "m") for t in tokens)  # 大|垌|市场监管所
        if words.text.endswith(_BY_ANY_WORD, head, end) and head - begin <= 4 and _is_any_word(tokens, telling):
            return True
        rare = [t for t in telling if is_rare(t.text) and t.tag[:1] not in ("v", "a", "d", "m", "q", "r", "f", "b")]
        return bool(proper or rare) or len(telling) >= 3
    if words.text[head:end] in ("集团", "公司"):
        proper += [t for t in telling if t.tag in ("n", "a", "z") and is_rare(t.text)]  # 正大集团, 鼎盛公司
        if _INVESTS.fullmatch(words.text, begin, head):
            return True
        if head - begin == 2 and words.text[begin] in PROVINCES:  # 川投集团, 鲁商集团
            return True
        # 绿源集团: a word of single characters that the dictionary lacks, where a clause begins.
        if not begin or words.text[begin - 1] in "，。；、：与和由（ 的到向在对":
            unknown += [t for t in tokens if len(t.text) == 1 and head - begin <= 4 and len(tokens) == head - begin]
    return (bool(proper) or len(unknown) >= 2) and head - begin >= 2 and not tag(words.text[begin:end])

"""What comes to a stage: a stage verb in, the thing that it is said of out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.model import AGENCY, DOCUMENT, PLACE, PROJECT, QUANTITY, TIME, Mention
from kg.relations.clauses import Clause
from kg.relations.indicators import STOPS
from kg.relations.stages import FIRST_UNIT, REACH, Turn, Verb, fits, is_ahead, load_words
from kg.relations.statements import Scene


def find_subject(scene: Scene, turn: Turn) -> tuple[Mention | None, str]:
    """The thing that a verb is said of, and the rule that finds it."""
    outer = turn.clause.outer
    fitting = [m for m in outer if fits(scene, m, turn.verb)]
    following = _following(turn, fitting)
    gap = turn.text[_past_time(turn) : following.start] if following else ""
    if gap.endswith(("着", "让", "使", "为")):
        following = None  # 人工岛完工意味着湖山通道…
    if _happens_to_nothing(turn, following, gap):
        return None, ""
    if following is not None and (rule := _object_rule(turn, following, gap)):
        return following, rule
    if _has_other_object(turn, following):
        return None, ""
    subject = _preceding(scene, turn, fitting)
    if subject is not None and subject.type == AGENCY and AGENCY not in turn.verb.types and not _is_its_own(turn):
        return None, ""
    return subject, "milestone.verb"


def _past_time(turn: Turn) -> int:
    """Where a verb ends with the time that it takes: 始建于1958年|的东湖水库."""
    if not turn.verb.word.endswith("于"):
        return turn.end
    return next((m.end for m in turn.clause.mentions if m.type == TIME and m.start == turn.end), turn.end)


def _following(turn: Turn, fitting: Sequence[Mention]) -> Mention | None:
    """The thing right behind a verb, with only a few words between: 启用|新的|湖山客运站."""
    text, end = turn.text, turn.end
    if not any(m.start >= end for m in fitting):
        return None
    stops = frozenset("，；。、")
    named = {p for m in turn.clause.outer for p in range(m.start, m.end)}
    return next(
        (
            m
            for m in fitting
            if 0 <= sum(p not in named for p in range(end, m.start)) <= 14
            and m.start >= end
            and not stops.intersection(text[end : m.start])
            and "关于" not in text[end : m.start]  # 通过关于提请审议草案的议案
        ),
        None,
    )


_SIGNED = ("项目", "工程", "基地", "园", "期", "中心")
_DONE = ("", "并", "使", "暨", "）", ")", *STOPS)
_PHASE = re.compile("[一二三四五][期标]")


def _is_its_own(turn: Turn) -> bool:
    """Whether a school or a plant is itself built, not what it builds (实验小学开工建设|新校区), nor a phase of it."""
    return turn.after[:1] in _DONE and not _PHASE.search(turn.text, turn.clause.start, turn.start)


# 通过《东湖往事》实景演出重现…, 通过《望山》《听海》两个篇章…: by means of it
_MEANS = re.compile("(?:》《[^》]{1,20}){0,8}》?(?!决议|决定|草案|修[订正]案|修改|等|和|及|与|并|的决)[一-鿿]{2}")
# 共发布《甲》《乙》等20部精品力作: the slate of what is to be broadcast
_SLATE = re.compile("即将推出的《|》等[0-9]{1,3}[余多]?部(?!报告|标准|法|[白蓝]皮书|著作|图书|文件)")
# 撤销湖山法院多名法官的签证: what ends is not the body's
_MEMBERS = re.compile("的|[多数两几]名|[0-9一二三四五六七八九十]+名|部分|有关|相关")
# 组建“银发行动”志愿服务队伍: what is founded is a body called after the programme
_MANNED = re.compile("[”》]?[一-鿿]{0,6}(?:队伍|联盟|专班|小组|服务队)")


def _happens_to_nothing(turn: Turn, following: Mention | None, gap: str) -> bool:
    """Whether a verb tells of no turn at all, given the thing behind it and the words between."""
    text, verb = turn.text, turn.verb
    if verb.word == "通过" and (gap not in ("", "了", "《", "了《") or (following and _MEANS.match(text, following.end))):
        return True
    if verb.stage == "issued" and _SLATE.search(text, turn.end):
        return True
    if following is None:
        return False
    if verb.stage == "closed" and not gap.startswith("的") and _MEMBERS.match(text, following.end):
        return True
    return following.type == PROJECT and _MANNED.match(text, following.end) is not None


def _object_rule(turn: Turn, following: Mention, gap: str) -> str:
    """How the thing behind a verb depends on it, if it does: 印发|《方案》, 开工的|湖山通道."""
    verb = turn.verb
    if verb.stage in ("issued", "signed", "approved") and following.type in (DOCUMENT, PROJECT) and not gap.startswith("的"):
        return "milestone.object"
    if gap.startswith("的"):
        return "milestone.attributive"
    if len(gap) <= 3 and (
        following.type == PROJECT or verb.word in ("成立", "组建", "启用", "开通", "上线", "建成", "关闭", "撤销")
    ):
        return "milestone.object"
    return ""


def _has_other_object(turn: Turn, following: Mention | None) -> bool:
    """Whether a verb is said of something that is no thing recognized: 开通了4条通道."""
    clause, verb, end, after = turn.clause, turn.verb, turn.end, turn.after
    if verb.word == "贯通" and any(m.type == PLACE and m.start == end for m in clause.outer):
        return True  # 工程南北贯通两大流域
    if following is None and after.startswith(("的第", "的首", "发电的", "运行的", "运营的")):
        return True  # 这是湖山水电站投产的第3台机组
    # 开通了4条通道, but 投入运营90公里
    counted = any(m.type == QUANTITY and m.start - end in (0, 1) and not _is_length(m, verb) for m in clause.mentions)
    vague = after.startswith("于") and not any(m.type == TIME and m.start == end + 1 for m in clause.mentions)
    vague = vague or after.startswith("新线")  # 全国铁路预计投产新线3000公里
    transitive = verb.word in load_words()["object"] and (
        (after.startswith("“") and verb.word in ("启用", "上线", "成立", "组建"))
        or after[:1] not in {"", *load_words()["intransitive"]}
        or (after[:1] == "了" and after[1:2] not in {"", *"，。；、！"})
    )
    return verb.lasts or counted or vague or transitive


def _is_length(mention: Mention, verb: Verb) -> bool:
    """Whether an amount behind a verb without object is how long a line is."""
    return mention.quantity is not None and mention.quantity.unit == "公里" and verb.word not in load_words()["object"]


# 某高速某段任|湾河特大桥合龙: a part whose name is not known in full
_REST_OF_NAME = re.compile("(?![和与及])[一-鿿]{1,2}")


def _preceding(scene: Scene, turn: Turn, fitting: Sequence[Mention]) -> Mention | None:
    """The thing before a verb as its subject, in its clause or carried on to it."""
    clause, text, verb, start = turn.clause, turn.text, turn.verb, turn.start
    preceding = [
        m for m in fitting if m.end <= start and text[m.start - 1 : m.start] not in ("在", "与", "由", "向", "对", "经", "自")
    ]
    if verb.stage in ("issued", "signed"):
        bound = [
            m
            for m in preceding
            if m.type == DOCUMENT or (m.type == PROJECT and verb.word == "签约" and m.text.endswith(_SIGNED))
        ]
        return bound[-1] if bound else None
    projects = [m for m in preceding if m.type == PROJECT]
    subject, inner = clause.subject, preceding[-1] if preceding else None
    if projects and (subject is None or subject.type != PROJECT or text[projects[-1].start - 1] == "的"):
        subject = projects[-1]
    elif subject is None or subject.start >= start or not fits(scene, subject, verb):
        subject = inner or _dropped(scene, turn)
    if subject is None:
        return None
    if inner is not None and subject.sentence == clause.sentence:
        between = text[subject.end : inner.start]
        owned = between.endswith("的") and subject.type == AGENCY  # 甲公司管理的|第二水厂投入使用
        if subject.end <= inner.start and (between in ("", "的") or between.endswith(("—", "子项目", "控制性工程")) or owned):
            subject = inner  # 引水工程|龙溪隧洞贯通, 某高铁控制性工程——渠江特大桥合龙
        elif subject.end <= inner.start and inner.type == PROJECT and _are_listed(text, subject, preceding):
            subject = inner  # 甲项目、乙项目和|丙项目开工: `works.fellows` adds the others
        elif inner.type == PLACE and inner.end == start and _REST_OF_NAME.fullmatch(text, subject.end, inner.start):
            return None
    if subject.type == DOCUMENT and clause.theme is not None and clause.theme.type == PROJECT:
        titled = subject.text.endswith("》") or text.startswith("》", subject.end)
        return subject if titled else clause.theme
    return subject


def _are_listed(text: str, first: Mention, things: Sequence[Mention]) -> bool:
    """Whether a list joins a thing to the last of those before a verb: 甲项目、乙项目和丙项目."""
    row = [first, *(m for m in things if m.start >= first.end)]
    return all(text[one.end : other.start] in ("、", "和", "及", "以及", "与") for one, other in pairwise(row))


def _dropped(scene: Scene, turn: Turn) -> Mention | None:
    """The latest thing that can take the verb: an object of the sentence so far, or the topic."""
    clause, verb = turn.clause, turn.verb
    for earlier in reversed(turn.clauses[max(0, turn.index - REACH) : turn.index]):
        if earlier.sentence != clause.sentence:
            break
        if earlier.subject is not None and fits(scene, earlier.subject, verb):
            return earlier.subject
        named = [
            m
            for m in earlier.outer
            if m.type in (PROJECT, PLACE)
            and fits(scene, m, verb)
            and not _is_venue(m, turn.text)  # 仪式在湖山高新区举行，宣布开工
        ]
        if named:
            return named[-1]
    topic = clause.topic
    return topic if topic is not None and topic.text and fits(scene, topic, verb) else None


_TAKES_PLACE = re.compile("[^，。；]{0,6}(?:举行|召开|举办|开幕|启动)")


def _is_venue(mention: Mention, text: str) -> bool:
    return bool(text[mention.start - 1 : mention.start] in ("在", "于") and _TAKES_PLACE.match(text, mention.end))


def is_of_other(scene: Scene, turn: Turn, subject: Mention) -> bool:
    """Whether a verb is said not of its subject but of a part of it, or of a thing nobody recognized."""
    text = scene.document.sentences[subject.sentence].text
    if turn.verb.stage == "opened" and subject.text.endswith(_PLANTS) and _FIRST_UNITS.match(text, subject.end):
        return False
    if turn.verb.word == FIRST_UNIT:
        return not scene.entities[subject.entity].name.endswith(_PLANTS)
    if _OF_A_PART.match(text, subject.end) or _OF_THOSE.match(text, subject.end):
        return True
    along = turn.verb.word.endswith("贯通") and turn.text.endswith("主线", subject.end, turn.start)  # 青川通道主线|贯通
    return _apart(turn.text, subject, turn.start - 2 * along, turn.clause)


# 湖山县医院|综合大楼于2008年开工，2011年投入使用
_OF_A_PART = re.compile(
    "(?:(?:(?!的)[一-鿿]){0,8}?(?:大楼|综合楼|门诊楼|住院楼|教学楼|院区|校区|机组|车间|新馆|新院|分馆)|(?:(?!的|开馆|闭馆|建馆)[一-鿿]){1,6}?馆)"
)
# 列入“春雨计划”|的茶园项目相继开工
_OF_THOSE = re.compile("[”》]的[一-鿿]{2,8}(?:项目|工程)")
# 云河水电站|首台机组投产发电: a plant works from its first unit on
_FIRST_UNITS = re.compile("(?:已|已经|实现|的)*(?:(?:首|第一|最后一)[台批套][^，。；、]{0,14}?机组|[^，。；、]{0,14}?机组全部)")
_PLANTS = ("电站", "电厂", "电场", "项目", "工程")
# 水闸工程|在青白镇老闸口堤段|开工
_WHERE = re.compile("(?<![现存所正])在(?!建|[内上])[^，。；的在]{2,30}$")
_ALIAS = re.compile("[（(](?:以下)?简称[^（）()]*[）)]")
# 湖山铁路|可行性研究报告|获批: by its papers the work itself is approved
_PAPERS = re.compile(
    "^(?:(?:工程|项目)?(?:预?可行性研究|[预工]?可研?|环境影响(?:评价)?|环评|核准|用地预审|社会稳定风险评估)(?:申请)?(?:报告[书表]?|意见)?"
    "|(?:工程|项目)?(?:初步|初|施工图)设计(?:报告|文件)?|项目建议书)"
)
_COUNTERS = frozenset("条座个项处家所大")
_POINTED = re.compile("[这该此][座条个项处所](.{1,5})")
# 34座隧道 behind a line are its parts, but 等34座隧道 sum up, and so do 两条高速公路
_SUM = re.compile(
    "(?:等?[0-9一二两三四五六七八九十]{1,3}[个项大][^，。；：的]{0,10}(?:项目|工程)"
    "|等(?:[0-9一二两三四五六七八九十]{1,3}|多)[个项大条座段][^，。；：的]{0,10}?(?:项目|工程|新线|线路|铁路|高铁|高速|公路|通道|大桥|隧道)"
    "|[0-9一二两三四五六七八九十]{1,3}条[^，。；：的]{0,4}?(?:新线|线路|铁路|高铁|高速|公路)"
    "|等(?!配套|附属|相关)[^，。；：的0-9]{0,8}(?:项目|工程))"
    "[^，。；：的]{0,12}"
)
# “春雨”活动暨首场活动启动
_ALONG_WITH = re.compile("^暨.{0,6}(?:活动|仪式)")


def _apart(text: str, subject: Mention, start: int, clause: Clause) -> bool:
    """Do words before the verb name something else as its subject, a part of the thing or a thing nobody recognized?"""
    inside = _is_inside(subject, clause)
    if inside and subject.start >= start:
        return False
    known = [m for m in clause.mentions if m.type in (TIME, QUANTITY) or (m.entity and m.type != PROJECT)]
    skip = {p for m in known for p in range(m.start, m.end)}
    low = subject.end if inside else clause.start
    if inside and subject.text.endswith("站") and text.startswith("站房", low):
        low += 2  # 湖山站|站房封顶
    if where := _WHERE.search(text, low, start):
        start = where.start()
    if "简称" in text[low:start]:  # 湖山高速公路项目（以下简称“湖山高速”）|通车
        skip.update(p for alias in _ALIAS.finditer(text, low, start) for p in range(*alias.span()))
    rest = "".join(text[p] for p in range(low, start) if p not in skip and text[p] not in "（）()，“” 　")
    rest = _without_light(_PAPERS.sub("", _ALONG_WITH.sub("", rest)))
    if (pointed := _POINTED.fullmatch(rest)) and subject.text.endswith(pointed.group(1)):
        return False  # 这座水电站年底投产
    counts = [m for m in known if m.quantity and low <= m.start < start and m.quantity.unit in _COUNTERS]
    # 甲、乙两条高速公路通车, but not 甲项目等3个项目的|配套道路开工
    summed = bool(counts) and rest.endswith(load_words()["site"]) and "的" not in text[low:start]
    if inside and _SUM.fullmatch(text, subject.end, start):
        return False  # 甲项目、乙中心等15个重大产业项目今年将陆续|开工, 甲铁路、乙高铁等多条新线将于年底|开通
    if inside and rest.endswith((*load_words()["part"], "航线", "航班", "班列", "专列")):
        return True  # 连接湖山港的|航线开通
    return len(rest) > 3 and not (inside and summed)


def _is_inside(subject: Mention, clause: Clause) -> bool:
    return subject.sentence == clause.sentence and clause.start <= subject.start < clause.end


def _without_light(words: str) -> str:
    """Words without those that only lead to a verb: 已正式|开工."""
    for word in load_words()["light"]:
        words = words.replace(word, "")
    return words


_PART_DEED = re.compile("铺轨|铺架|架梁|安装|调试|征地|拆迁|招标|勘察|设计|浇筑|吊装|架设|验收|掘进|盾构")
_DONE_TO = re.compile("(?:整治|改造|改建|扩建|改扩建|建设|建设任务|施工)?")


def is_finished(turn: Turn, before: str, subject: Mention) -> bool:
    """Whether 完成 tells of a work itself (计划6月底完成), neither of a part of it (路基已完成) nor of what somebody does (完成投资).

    `before` are the clause's words before the verb, names blanked.
    """
    clause, word = turn.clause, turn.verb.word
    if turn.after[:1] not in ("", "，", "。", "；"):
        return False
    low = subject.end - clause.start if _is_inside(subject, clause) else 0
    if not low and subject.sentence == clause.sentence and _PART_DEED.search(turn.text, subject.end, clause.start):
        return False  # 甲铁路开始铺轨，预计上半年|完成
    if word == "完成" and not is_ahead(before[low:]):
        return False
    times = {at - clause.start for m in clause.mentions if m.type == TIME for at in range(m.start, m.end)}
    rest = "".join(char for at, char in enumerate(before[low:], low) if at not in times and char not in " （）")
    return _DONE_TO.fullmatch(_without_light(rest)) is not None

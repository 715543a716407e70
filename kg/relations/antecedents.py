"""What a clause without its own subject or event is about: the nearest fitting mention before it, within one article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.model import DOCUMENT, EVENT, PERSON, PLACE, PROJECT, Mention
from kg.relations.skeleton import TYPE_CHARS, Skeleton
from kg.relations.statements import Scene

_CLAUSE_END = re.compile("[，；：]")
_HELD = re.compile("举行|召开|举办|开幕|启幕|拉开帷幕|启动|揭幕")
# An event whose spirit is studied or carried out is the theme of another one, not the event at hand.
_THEME_BEFORE = re.compile(
    "(?:贯彻|落实|学习|传达|围绕|筹备|备战|喜迎|迎接|关于|宣传|提请|提交|自|根据|按照|以来)[^，。]{0,6}$|(?:祝贺|预祝|期待|欢迎|邀请)[^，。]{0,12}$"
)
# 他表示，愿办好湖山文明对话大会。: what a speech names is not where it is held, nor what its next sentences name, until the report goes on.
_SAID = re.compile("(?:强调|指出|表示|说|要求|认为|提出|希望|介绍|呼吁)(?:，|：“?)")
# 会见中，他介绍了县情: of the talks, not of what the guest came for.
_TALKS = re.compile("(?:会[见谈]|访问|访[一-鿿]{1,4}|座谈)(?:中|时|期间|后|前)，")
_TOOK_PART = re.compile("(?:出席|主持)[^，。]{0,6}$")
_TALKED = re.compile("会见|会谈|通电话|通话|会晤")
_POINT = re.compile("[一二三四五六七八九]是")
_REPORTED_AGAIN = re.compile("出席|参加|主持|[会式坛动]上|会[前后]|当天|先后|介绍说|签约|揭牌")
_AGENDA = re.compile("议程(?:还)?(?:有|为|是|包括|：)")
# 会议决定召开市五届人大七次会议; 会议决定，全市工作会议…: decided on there, to be held later.
TO_COME = re.compile(
    "(?:决定|商定|建议|同意|即将|提请)[^，。；]{0,28}(?:召开|举行|举办|主办)[^，。；]{0,4}$|(?:定于|拟于|将[于在])[^，。；]{0,14}(?:召开|举行|举办)的?$"
    "|(?:还|也|期间)(?:将|拟)(?:同[期时]|陆续)?(?:召开|举行|举办)$|(?:会议|会上|研究)(?:决定|商定)，?$|根据决定，$"
)
# 政治局召开会议，决定7月召开三中全会: the meeting at hand has no name.
_UNNAMED = re.compile("(?:召开|举行)会议")
# 会见来华出席高峰论坛的总统: what somebody came for is not what is going on.
_CAME_FOR = re.compile("(?:出席|参加)[^，。]{0,3}$")
_WHOSE = re.compile("([^，。；]{0,14}?)的")
_RECEIVED = re.compile("(?:会见|接见|看望|宴请|欢迎|邀请)[^，。]{0,8}(?:出席|参加)[^，。]{0,3}$")
_THEME_AFTER = re.compile(
    "^[”》]?(?:的?(?:胜利|顺利|成功|隆重|圆满|如期)?(?:召开|举行|举办)?(?:的?(?:筹备|准备)|[作做]好?(?:充分|各项)?准备|[营打提创奠]|献礼)|[作做]说明|的?(?:建议)?(?:议程|日程)(?=[（和、，。])|新闻发言人|的?(?:有关|相关)(?:事项|事宜)|召开(?:的?日期|的?时间|事宜)|主席团|执行主席|主持人|精神|以来|报告|决策|部署|期间提出|公报|上?提出的|[上时](?:发表)?的(?:重要)?讲话|关于|提请|、在.{1,6}?(?:[上时]的(?:重要)?讲话|、在))"
)
# The generic word a later sentence uses, and how the name of such an event ends.
_KINDS = (
    *(
        (re.compile(noun), re.compile(noun))
        for noun in (
            "发布会",
            "座谈会",
            "推进会",
            "推介会",
            "洽谈会",
            "对接会",
            "交流会",
            "研讨会",
            "报告会",
            "现场会",
            "汇报会",
            "调度会",
            "茶话会",
            "团拜会",
            "联欢会",
            "恳谈会",
            "招聘会",
            "年会",
            "庆典",
        )
    ),
    (re.compile("比赛|大赛|决赛|运动会"), re.compile("赛|运动会|运会|马拉松|跑")),
    # 本届文化周: not the ceremony that opens it
    (
        re.compile("(?:本|此|该|这)[届次]?[一-鿿]{0,6}(?:[节周]|节会)(?:活动)?(?=由|的|，|$)"),
        re.compile("[节周](?:活动)?(?:$|暨)"),
    ),
    (
        re.compile("(?:本|此|该|这)[届次]?[一-鿿]{0,6}(?:赛|运动会)(?=由|的|，|$)"),
        re.compile("(?:赛|运动会|马拉松|跑)(?:$|暨)"),
    ),
    (re.compile("本届活动"), re.compile("(?<![仪幕]式)$")),
    (re.compile("展会"), re.compile("展|博会|交会|洽会")),
    (re.compile("起跑|发令|鸣枪"), re.compile("赛|马拉松|跑")),
    (re.compile("开幕|闭幕"), re.compile("节|会|赛|展|坛|式|周|月|季|日|活动")),
    (re.compile("仪式|典礼"), re.compile("仪式|典礼|开工|签约|揭牌|奠基|启动|启运")),
    (re.compile("论坛|峰会"), re.compile("论坛|峰会|大会|会议")),
    (re.compile("全会"), re.compile("全会|全体会议|次会议")),
    (re.compile("会议|大会|座谈会|推进会|会$"), re.compile("会|论坛")),
)
# what hosts do not do before the word that tells that they are hosts
_ACTS = "率|带领|到|赴|在|前往|深入|强调|指出|主持|参加|调研|考察|视察|检查|走访|慰问|访问|参观|看望|察看|查看|要求|表示"
# …陪同; 参加部分项目督查; 书记甲，副主任乙陪同调研; 副市长甲出席座谈会并汇报; 区长甲会见参事一行: who only went along, the first of several too,
# but not whoever comes 在县长乙陪同下.
_ACCOMPANYING = re.compile(
    "(?![^。；]{0,60}在[^，。；]{0,40}陪同下)(?:"
    "[^，。；]{0,12}(?:陪同|引导|一同|随同|随行|同行|参加(?:了)?(?:部分|有关|相关|以上|上述)[^，。；]{0,6}(?:督查|调研|考察|检查|慰问|视察|督导|走访|活动)[。，])"
    "|(?:(?!率|带领|来到|深入|强调|指出|主持|参加|前往|赴|察看|查看|要求|表示)[^。；]){0,80}(?:(?:陪同|随同|一同|参加)(?:调研|督查|考察|检查|视察|慰问|走访|督导)[。；]|陪同下)"
    # 市委书记甲，市长乙等市领导分别陪同，并出席座谈会: hosts, who do nothing before that word
    f"|(?:(?!{_ACTS})[^。；]){{0,80}}陪同(?:(?:有关|相关|以上|上述)?活动)?[，。；]"
    # …，区长甲，区政协主席乙；丙县委书记丁出席活动。
    f"|(?:(?!{_ACTS})[^。]){{0,120}}(?:参加|出席)(?:有关|相关)?活动[。；]"
    # 甲、乙等对考察团表示欢迎: hosts too
    "|(?:(?!率|带领|到[^来]|赴|在|前往|深入)[^。；]){0,50}(?:对|向)[^，。；]{0,24}(?:表示|致以)[^，。；]{0,6}欢迎"
    "|[^，。；]{0,8}出席(?:座谈会|汇报会|会议)，?并(?:汇报|介绍)|[^。；]{0,16}会见(?:了)?[^，。；]{0,10}一行)"
)
# 县政协主席甲、副主席乙参加调研。调研组先后到…: they are the group where nobody else is said to lead it.
_JOINED = re.compile("[^。；陪]{0,60}参加(?:了)?(?:(?:调研|督查|考察|检查|视察|慰问|走访|督导)(?:活动)?|活动)[。；]")
# 甲高速与乙高速交于…, 公园西起丙路、东至丁路: what stands behind such a word is not what is spoken of
_BESIDE = frozenset("与跟同起至经自沿从")
# 县委书记甲、县长乙和丙: what may stand between two who are listed, the title of the second with it.
_LISTED = re.compile("(?:、|，|和|与|及|以及)(?:[^，。；：、和与及并]{1,8}、){0,2}[^，。；：、和与及并]{0,8}")
_SECTION = re.compile(f"{TYPE_CHARS[PLACE]}(?:境内|段)")
_DISASTER = re.compile("地震|台风|洪水|洪灾|火灾|事故|疫情|灾害|泥石流|滑坡|爆炸")
# 疫情防控指挥部会议, 灾后重建座谈会: about a disaster, none itself.
_GATHERINGS = ("会", "会议", "仪式", "论坛", "活动")
# 签约仪式在…举行。…主持会议: a ceremony, a course or an activity is called a meeting too where the article tells of none.
_LIKE_MEETING = re.compile("仪式|典礼|签约|揭牌|[班坛堂式]$|活动$")
_HAS_CEREMONY = re.compile("(?:[节赛展坛班周月季]|大会|活动|运动会|博览会|演出|汇演|晚会|讲座|演练)”?$")
_ITEM = re.compile(r"\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）]|[①-⑳])")
# 审议委员长出席湖山论坛和第九次会议的书面报告: named in what is on the agenda
_ON_AGENDA = re.compile("(?:审议|听取)[^，。；]{0,60}$")
_OF_REPORT = re.compile("[^，。；]{0,30}(?:报告|议案|汇报)")
_GENERIC_SUBJECT = re.compile("(?:会议|大会|全会|会上|会后|论坛|活动|仪式上?|座谈会)(?!在)")
_LISTING = re.compile("(?:包括|涵盖|包含|设有)")
EVENT_REACH = 20
"""How many sentences back the event of an article may have been introduced."""


def find_antecedent(
    scene: Scene,
    skeletons: Sequence[Skeleton | None],
    sentence: int,
    position: int,
    types: Sequence[str],
    fits: Callable[[Mention], bool],
    *,
    within: int = 2,
    reach: int = EVENT_REACH,
    generic: str = "",
) -> Mention | None:
    """The mention that a clause takes up without naming it.

    Args:
        position: Where in the sentence's skeleton the words that need it stand; only what is before counts.
        types: The types the mention may have.
        fits: Further condition on it.
        within: How many sentences of the article to go back.
        reach: The same for an event.
        generic: The matched words, which may hold a generic noun (会议, 仪式) that the event must agree with.
    """
    if _ITEM.match(scene.document.sentences[sentence].text):
        within = 0  # an item of a list of headlines has nothing to do with the one before
    if tuple(types) == (EVENT,):
        return _find_event(scene, skeletons, sentence, position, fits, generic, reach if within else 0)
    article = scene.document.sentences[sentence].article
    joined: Mention | None = None
    for index in range(sentence, max(-1, sentence - within - 1), -1):
        if scene.document.sentences[index].article != article:
            break
        skeleton = skeletons[index]
        if skeleton is None:
            continue
        limit = position if index == sentence else len(skeleton.text)
        fitting = [
            at
            for at, m in skeleton.mentions.items()
            if at < limit and m.type in types and m.entity and fits(m) and skeleton.text[at - 1 : at] not in _BESIDE
        ]
        places = [
            at for at in fitting if skeleton.mentions[at].type != PERSON or not _ACCOMPANYING.match(skeleton.text, at + 1)
        ]
        if not places:
            if fitting and PERSON in types and index >= sentence - 1 and _JOINED.match(skeleton.text, fitting[0] + 1):
                joined = joined or skeleton.mentions[fitting[0]]
            celebrated = _celebrated(scene, skeleton, limit, types)
            if celebrated and fits(celebrated):
                return celebrated
            continue
        starts = {match.end() for match in _CLAUSE_END.finditer(skeleton.text, 0, limit)} | {0}
        leading = [at for at in places if any(0 <= at - start <= 4 for start in starts)]
        # In its own sentence the nearest clause counts; of an earlier sentence, what it was about from its beginning.
        chosen = (leading or places)[-1] if index == sentence else (leading or places)[0]
        return skeleton.mentions[chosen]
    return joined


def _position(skeletons: Sequence[Skeleton | None], mention: Mention) -> int | None:
    """Where a mention stands in the skeleton of its sentence, if it does."""
    skeleton = skeletons[mention.sentence]
    return next((at for at, m in skeleton.mentions.items() if m == mention), None) if skeleton else None


def listed_with(skeletons: Sequence[Skeleton | None], mention: Mention) -> list[Mention]:
    """A mention and those of its type in one list with it: 县委书记甲、县长乙 are both meant by what they go on to do."""
    skeleton, at = skeletons[mention.sentence], _position(skeletons, mention)
    if skeleton is None or at is None:
        return [mention]
    kin = sorted(n for n, m in skeleton.mentions.items() if n == at or (m.type == mention.type and m.entity))
    first = last = kin.index(at)
    while first and _LISTED.fullmatch(skeleton.text, kin[first - 1] + 1, kin[first]):
        first -= 1
    while last + 1 < len(kin) and _LISTED.fullmatch(skeleton.text, kin[last] + 1, kin[last + 1]):
        last += 1
    return [mention, *(skeleton.mentions[n] for n in kin[first : last + 1] if n != at)]


def goes_along(skeletons: Sequence[Skeleton | None], mention: Mention) -> bool:
    """Whether a person is named as one who only accompanies others."""
    skeleton, at = skeletons[mention.sentence], _position(skeletons, mention)
    return skeleton is not None and at is not None and _ACCOMPANYING.match(skeleton.text, at + 1) is not None


def find_section(scene: Scene, skeleton: Skeleton, position: int) -> Mention | None:
    """The section of a line that a clause speaks of by its place: 新乡境内 is the 新乡段, where the document knows one."""
    for match in reversed(list(_SECTION.finditer(skeleton.text, 0, position))):
        mention = skeleton.mentions[match.start()]
        place = scene.entities.get(mention.entity)
        names = {mention.text, *(place.aliases if place else ())}
        for entity in scene.entities.values():
            if entity.type in (PROJECT, PLACE) and any(f"{name}段" in entity.name for name in names):
                return replace(mention, type=entity.type, entity=entity.id, implied=True)
    return None


def _celebrated(scene: Scene, skeleton: Skeleton, limit: int, types: Sequence[str]) -> Mention | None:
    """The project whose start or opening an event celebrates, or the book whose first issue, from the event's name."""
    wanted = tuple(kind for kind in (PROJECT, DOCUMENT) if kind in types)
    for at in sorted(skeleton.mentions, reverse=True) if wanted else ():
        event = scene.entities.get(skeleton.mentions[at].entity)
        if at < limit and event and event.type == EVENT:
            inner = [e for e in scene.entities.values() if e.type in wanted and e.name in event.name]
            if inner:
                told = max(inner, key=lambda e: (len(e.name), e.id))
                return replace(skeleton.mentions[at], type=told.type, entity=told.id)
    return None


def _in_speech(scene: Scene, skeletons: Sequence[Skeleton | None], index: int, position: int) -> bool:
    """Whether what stands there is said in a speech that the sentence, or one before it in its paragraph, begins."""
    skeleton = skeletons[index]
    if skeleton is None or _SAID.search(skeleton.text, 0, position):
        return skeleton is not None
    sentences = scene.document.sentences
    for before in range(index, -1, -1):
        if sentences[before].paragraph != sentences[index].paragraph or _REPORTED_AGAIN.search(sentences[before].text):
            return False
        if (before < index and _SAID.search(sentences[before].text)) or _POINT.match(sentences[before].text):
            return True
    return False


def _of_talks(scene: Scene, sentence: int) -> bool:
    """Whether the article tells of talks by its headline: an event that it names is then a matter of them, unless it is held there."""
    sentences = scene.document.sentences
    for index in range(sentence, -1, -1):
        if sentences[index].article != sentences[sentence].article:
            break
        if sentences[index].role == "title" and _TALKED.search(sentences[index].text):
            return True
    return False


def _find_event(
    scene: Scene,
    skeletons: Sequence[Skeleton | None],
    sentence: int,
    position: int,
    fits: Callable[[Mention], bool],
    generic: str,
    within: int,
) -> Mention | None:
    """The event an article is about at this point: the last one that is held there, else the last one spoken of."""
    kind = next((ending for noun, ending in _KINDS if noun.search(generic)), None)
    called_meeting = "会议" in generic
    # 演讲比赛举行。仪式上，…: what opens a contest, a festival or a course is a ceremony
    called_ceremony = "仪式" in generic or "典礼" in generic
    if _TALKS.match(scene.document.sentences[sentence].text):
        return None
    article = scene.document.sentences[sentence].article
    spare: Mention | None = None
    likely: Mention | None = None
    """A ceremony held nearby that may be called a meeting: meant where the article speaks of none."""
    # 主任会议建议的议程有：审议…: of the session to come
    planned = _AGENDA.search(scene.document.sentences[sentence].text) is not None
    later: Mention | None = None
    """An event that is only decided on: meant where the article speaks of no other."""
    for index in range(sentence, max(-1, sentence - within - 1), -1):
        if scene.document.sentences[index].article != article:
            break
        skeleton = skeletons[index]
        if skeleton is None:
            continue
        limit = position if index == sentence else len(skeleton.text)
        if index == sentence and (generic_subject := _GENERIC_SUBJECT.match(skeleton.text)):
            limit = min(limit, generic_subject.end())  # 会议审议了…: events named after that are what it dealt with
        listing = _LISTING.search(skeleton.text) if index < sentence else None
        for at in sorted(skeleton.mentions, reverse=True):
            mention = skeleton.mentions[at]
            if listing and at > listing.start():
                continue  # 文化旅游节包括花儿大会、丰收节: what follows is about the festival
            if (
                at >= limit
                or mention.type != EVENT
                or not mention.entity
                or not fits(mention)
                or (_DISASTER.search(mention.text) and not mention.text.endswith(_GATHERINGS))
            ):
                continue
            if skeleton.text.rfind("（", 0, at) > skeleton.text.rfind("）", 0, at):
                continue  # 召开湖山县项目推进会（东湖委员会第三次会议）: the first name is the one it goes by
            before = skeleton.text[max(0, at - 24) : at]
            whose = _WHOSE.match(skeleton.text, at + 1)
            if _RECEIVED.search(before) or (_CAME_FOR.search(before) and whose and (not whose.group(1) or "来华" in before)):
                continue
            if _THEME_BEFORE.search(before) or _THEME_AFTER.match(skeleton.text[at + 1 : at + 14]):
                continue
            if _OF_REPORT.match(skeleton.text, at + 1) and _ON_AGENDA.search(skeleton.text, 0, at):
                continue
            entity = scene.entities.get(mention.entity)
            names = (mention.text, entity.name, *entity.aliases) if entity else (mention.text,)
            fitting = not kind or any(kind.search(name) for name in names)
            if (
                not fitting
                and not (called_meeting and any(_LIKE_MEETING.search(name) for name in names))
                and not (called_ceremony and any(_HAS_CEREMONY.search(name) for name in names))
            ):
                continue
            subject = index == sentence and not _CLAUSE_END.search(skeleton.text, at, position)  # 他表示，大会|审议了…
            if not subject and _in_speech(scene, skeletons, index, at):
                continue
            if not planned and TO_COME.search(skeleton.text, max(0, at - 32), at):
                if not _UNNAMED.search(skeleton.text, 0, at):
                    later = later or mention
                continue
            reported = index == sentence or _HELD.search(skeleton.text) or _TOOK_PART.search(before)
            if not reported and _of_talks(scene, sentence):
                continue
            if not fitting:
                likely = likely or mention
                continue
            there, here = scene.document.sentences[index], scene.document.sentences[sentence]
            if there.paragraph == here.paragraph or there.role == "title" or _HELD.search(skeleton.text):
                return mention
            spare = spare or mention
    return spare or later or likely

"""What belongs to an occasion: a number in, the event out whose guests it counts or whose contracts and works it sums up."""

from __future__ import annotations

import re
from functools import cache

from kg.model import AGENCY, EVENT, PLACE, PROJECT, Mention
from kg.relations.clauses import SUBJECT_TYPES, Clause, home_of
from kg.relations.indicators import any_of, load_words
from kg.relations.numbers import Number
from kg.relations.statements import Scene

_ASIDE = ("精神", "以来", "报告", "活动之一", "系列活动", "之一", "筹备")
"""Words after an event's name: it only guides or frames what is told."""
# 在去年召开的|乙论坛上
_ANOTHER_TIME = re.compile("(?:去年|[0-9]月|[0-9]年|此前|不久前)[^，。；0-9]{0,8}的$")
_LEAD = "据悉了解介绍，、 　"


class Occasions:
    """The event that an article tells of."""

    def __init__(self, scene: Scene) -> None:
        """Start before the first sentence."""
        self.scene = scene
        self.home = home_of(scene)
        self.event: Mention | None = None
        """The event told of last: 会议现场签约项目20个 is about it."""
        self.named: list[Mention] = []
        """The events that the article has named so far, each once."""
        self.fairs: dict[int, Mention] = {}
        """The first event of each article at which contracts are signed or works started."""
        self.first = ""
        """The entity of the first one, to which an article comes back."""
        self.article = -1
        self.signed = -1
        """The sentence that tells how many projects its event signed or started."""
        self.attended = -1
        """The sentence that counts who came to it."""
        self.taken = -1
        """The sentence that has gone on to what somebody did there (本届运动会，|甲市派出…)."""
        self.spoken = -1
        """The sentence that points to it (本届运动会设10个大项)."""

    def enter(self, article: int) -> None:
        """Go on to a sentence of an article: what another one told of is forgotten."""
        if article != self.article:
            self.article, self.event, self.first, self.named = article, None, "", []

    def gather(self, sentence: int, text: str) -> None:
        """Note a sentence that speaks of all that the event has started or signed."""
        if _gathers(text) or self._goes_on(sentence, text):
            self.signed = sentence

    def remember(self, clause: Clause, text: str) -> None:
        """Note the event that a clause told of: the first one, and another only where it is told as held."""
        held = [m for m in clause.outer if self._is_event(m) and not text.startswith(_ASIDE, m.end)]
        self.named += [m for m in held if all(m.entity != n.entity for n in self.named)]
        if self.event is not None:  # 大会介绍了|第四届甲博览会|筹备情况 is still about the first
            held = [m for m in held if m.entity == self.first or _held(text, m)]
        self.event = held[0] if held else self.event
        self.first = self.first or (self.event.entity if self.event else "")
        if self.event is not None and self.event.type == EVENT and self.article not in self.fairs and self._is_fair(self.event):
            self.fairs[self.article] = self.event

    def of_headline(self, article: int, headline: str, said: str) -> Mention | None:
        """The event of an article whose headline tells how many projects it started, or for how much: 30个项目集中开工 总投资40亿元.

        `said` is what the number measures.
        """
        if not any_of("gathering").search(headline) or not _OF_PROJECTS.search(said):
            return None
        return self.fairs.get(article)

    def find(self, number: Number) -> Mention | None:
        """The event that a number is told of, where the sentence speaks of it by a common noun, counts who came or what was signed."""
        clause, text = number.clause, number.text
        # 会上，甲公司、乙公司等|100户企业: those named are some of them
        listed = text.startswith("等", number.start - 1)
        if not listed and self._is_taken(clause, number):
            self.taken = clause.sentence
        if came := self._guests(number):
            if came is self.event and _POINTED.search(text, clause.start, number.start):
                self.spoken = clause.sentence
            return came
        if self.event is None:
            return None
        named = self.taken == clause.sentence or (
            not listed and any(m.type in SUBJECT_TYPES and m.entity for m in clause.mentions)
        )
        # 此次集中开工项目涵盖三大方面，共计22个，总投资67.7亿元: the ceremony's projects together.
        signs = self._signs(number)
        if signs or _gathers(text) or (not named and _SIGNED_THERE.match(text, clause.start)):
            self.signed = clause.sentence
        elif clause.subject is not None and clause.subject.type == PLACE and self.signed == clause.sentence:
            self.signed = -1  # 其中|甲县|签约18个项目，签约金额…: what follows is the county's
        # 此次集中开工项目，产业占比高。基础设施项目54个，产业项目132个: the next sentence goes on with their kinds.
        if goes_on := self._goes_on(clause.sentence, text):
            self.signed = clause.sentence
        # 举行推进会上，14个项目动工
        at_it = (
            self.event.sentence == clause.sentence and text.startswith("上，", self.event.end) and self.event.end < clause.start
        )
        lead = text.lstrip(_LEAD)
        # 推介会现场，24家企业|与甲县人民政府签约
        there = not named or (_ON_THE_SPOT.match(lead) and not any(m.start < number.start for m in clause.outer))
        told = (
            signs
            or (not named and (at_it or goes_on or self.signed == clause.sentence))
            or (there and self._there(lead, number))
        )
        spoken = _this_meeting().search(text, clause.start, number.start)
        if spoken:
            self.spoken = clause.sentence
            return self._called(spoken.group())
        if told and (this := _THIS_ONE.match(lead)):
            return self._called(this.group())
        return self.event if told or (self.spoken == clause.sentence and not named) else None

    def _called(self, words: str) -> Mention | None:
        """The event that is spoken of by a common noun (本届|文化节), and not the ceremony told of last that opened it."""
        assert self.event is not None
        if words.endswith(self.scene.entities[self.event.entity].name[-2:]):
            return self.event
        called = [m for m in self.named if self.scene.entities[m.entity].name.endswith(words.lstrip("本此这该次届"))]
        return called[-1] if called else self.event

    def _is_taken(self, clause: Clause, number: Number) -> bool:
        """Does a clause tell what somebody else, or a division's team, did at the event?"""
        subject = clause.subject
        if subject is None or subject.implied or subject.type not in (PLACE, AGENCY):
            return False
        if "、" in number.text[subject.end : number.start]:
            return False  # 甲市领导、乙县代表团及嘉宾共|280人参加: who all came
        here = self.home is not None and subject.entity == self.home.id
        return not here or _SENT.search(number.text, clause.start, number.start) is not None

    def _is_event(self, mention: Mention) -> bool:
        """Is it an event, or a campaign that is one (项目集中签约活动)?"""
        if mention.type != PROJECT:
            return mention.type == EVENT
        return self.scene.entities[mention.entity].name.endswith(("活动", "仪式", "大会"))

    def _is_fair(self, event: Mention) -> bool:
        """Are contracts signed or works started at an event?"""
        return any_of("fair").search(self.scene.entities[event.entity].name) is not None

    def _goes_on(self, sentence: int, text: str) -> bool:
        """Does a sentence go on with the kinds of projects that the one before has summed up?"""
        return self.signed == sentence - 1 and ("项目" in text[:10] or _BY_KIND.match(text) is not None)

    def _there(self, lead: str, number: Number) -> bool:
        """Does a sentence go on at the event: 会议现场签约…, or 会上，200家|企业对接交流, and tells not what was said there?"""
        if _SAYS.match(lead):
            return False
        guests = number.quantity.unit in _GUESTS
        return (
            lead.startswith(load_words()["meeting"])
            or _THIS_ONE.match(lead) is not None
            or (guests and lead.startswith(("会上，", "活动现场，", "仪式现场，")))
        )

    def _guests(self, number: Number) -> Mention | None:
        """The event that those who are counted came to: 来自20个国家的|300名|代表齐聚一堂, 应到代表|200|人."""
        clause, text, unit = number.clause, number.text, number.quantity.unit
        if self.taken == clause.sentence and _SENT.search(text, clause.start, number.start):
            return None
        teams = unit == "支" and text.startswith(_TEAMS, number.end)
        if unit not in _GUESTS and not teams and not (unit == "个" and _BODIES.match(text, number.end, clause.end)):
            return None
        joined = next((m for m in clause.outer if m.type == EVENT and number.end < m.start and _joins(text, m)), None)
        came = joined is not None or _came().search(text, number.end, clause.end) is not None
        went_on = self._comes_on(clause, number)
        if not (came or went_on or _ROLL.search(text, clause.start, number.start)):
            return None
        self.attended = clause.sentence
        own = clause.subject if clause.subject in clause.outer and clause.subject.type == EVENT else None
        return joined or own or self.event  # 本届|湖山运动会|共有来自44个国家的代表团参加

    def _comes_on(self, clause: Clause, number: Number) -> bool:
        """Does a number go on with those who came (。其中，500强企业|300家), or with a list of them (25家商会、|200家企业)?"""
        text, since = number.text, clause.sentence - self.attended
        if since == 0 and number.previous > clause.start and _NEXT_GUESTS.fullmatch(text, number.previous, number.start):
            return True
        if self.attended < 0 or since > 1:
            return False
        return text.startswith("其中", 0 if since else clause.start)

    def _signs(self, number: Number) -> bool:
        """Does a clause count or sum up the projects that the event signed or started?"""
        clause, text = number.clause, number.text
        if _SIGNS_LIST.match(text, clause.start, number.start):
            return True
        assert self.event is not None
        if not self._is_fair(self.event):
            return False
        joins = "参加" in text[clause.start : number.start]  # 我市参加全省集中开工活动的项目18个: not all of its
        told = self.event.end if self.event.sentence == clause.sentence else 0  # 四季度项目签约仪式|举行，17个项目签约
        if joins or _OVER_TIME.search(text, told, number.start) or not self._may_be_here(clause):
            return False
        return (
            _SIGNED.search(text, clause.start, number.start) is not None
            or _SIGNED_AFTER.match(text, number.end, clause.end) is not None
        )

    def _may_be_here(self, clause: Clause) -> bool:
        """Is a clause about no place of its own but the paper's (全市共签约…), where the event is held?"""
        subject = clause.subject
        if subject is None or subject.implied or self._is_event(subject):
            return True
        return subject.type == PLACE and self.home is not None and subject.entity == self.home.id


# 甲市|共有16名运动员参加省运会
_SENT = re.compile("(?:共有?|派出|选派|组织|组队)(?:了|共|约|近)*$")
_POINTED = re.compile("[本此][届次]")


def _held(text: str, mention: Mention) -> bool:
    """Is an event told as held (甲大会|在乙市举行), as a frame (在甲大会|上), or as what its clause is about?"""
    told = any_of("held").search(text, mention.end, _stop(text, mention.end))
    if told or (_OPENS.search(text, 0, mention.start) and not text.startswith("、", mention.end)):
        return True
    before = any_of("held").search(text, max(mention.start - 8, 0), mention.start)
    return before is not None and not _ANOTHER_TIME.search(text, 0, mention.start)


def _joins(text: str, mention: Mention) -> bool:
    """Does an event stand behind the verb that tells who came to it (500人参加|甲大会)?"""
    delegates = text.startswith(("代表", "的"), mention.end)  # 选举产生出席甲大会|代表
    return not delegates and text.endswith((*load_words()["came"], "参加了", "出席了"), 0, mention.start)


def _stop(text: str, start: int) -> int:
    found = _STOP.search(text, start)
    return found.start() if found else len(text)


def _gathers(text: str) -> bool:
    """Whether a sentence speaks of all that an occasion has started or signed (此次集中开工项目)."""
    words = load_words()
    lead = text.lstrip(_LEAD)
    return lead.startswith(words["this"]) and any(w in lead[2:10] for w in words["gathering"])


@cache
def _this_meeting() -> re.Pattern[str]:
    """A meeting pointed to: 本次展会签约|20个项目."""
    return re.compile(f"(?:{any_of('this').pattern})(?:{any_of('meeting').pattern})")


@cache
def _came() -> re.Pattern[str]:
    """What tells behind a number that those counted came: …代表|出席, …企业|参加本次活动, …嘉宾|欢聚一堂."""
    words = load_words()
    this, nouns, came = ("|".join(map(re.escape, words[kind])) for kind in ("this", "meeting", "came"))
    gathered = "|".join(map(re.escape, words["gathered"]))
    return re.compile(
        f"(?:{gathered})|(?:{came})了?(?:(?:{this})?(?:{nouns}|盛会)|(?:了?(?:{this})[^，。；]{{0,8}}(?:会|节|展|赛|仪式|活动)))|(?:{came})了?$"
    )


_STOP = re.compile("[，。；：！？]")
# 在|甲大会|上，…: where a frame or a subject stands
_OPENS = re.compile("(?:^|[，。；：！？　])(?:在)?$")
# 推介会现场，|24家企业与…签约
_ON_THE_SPOT = re.compile("[^，。；、]{1,8}(?:会|活动|仪式|论坛|展)现场，")
_SAYS = re.compile("[^，。；]{0,4}(?:会|活动|论坛|现场)[^。；]{0,24}?(?:指出|强调|要求|认为|听取|表示|提出|通报|审议|表彰|说)")
# 此次书画展由县文联举办，|共展出作品120幅
_THIS_ONE = re.compile(
    "(?:本|此|这|该)[次届]?[^，。；的]{0,6}(?:[展节赛会周]|大集|活动|仪式|论坛|培训班)(?=由|共|将|报名|[吸以为设分历汇]|[，])"
)
# what of a ceremony's is summed up: 30个|项目, |总投资40亿元
_OF_PROJECTS = re.compile("项目|工程|投资|签约|合同|协议|金额")
_GUESTS = ("人", "名", "位", "家", "户", "人次")
_TEAMS = ("代表队", "队伍", "参赛队", "球队", "龙舟队", "代表团", "队")
# 25家|商会组织、|200家
_NEXT_GUESTS = re.compile("[多余]?[^，。；、0-9]{1,12}[、和及](?:约|近|超|逾)?")
_BODIES = re.compile("(?:多|余)?个?(?:项目(?=参[展赛])|国家|地区|单位|代表团|组织|团队|企业|商协?会|省|[市区]、|城市)")
# 应到代表|330人, 实到|326人
_ROLL = re.compile(
    "(?:应到|实到|应出席|实出席|因事因?病?请假|[到与参]会的?(?:代表|委员|组成人员)?|出席(?:大会|会议|本次[^，。；]{2,6})的?[^，。；]{0,8})[^，。；0-9]{0,6}$"
)
# 从投资规模上看，…; 其中：产业发展项目35个; 按产业分，…
_BY_KIND = re.compile("[从按][^，。；]{2,8}(?:看|分|划分)，|其中")
# 今年以来，全市共签约…: no single day's
_OVER_TIME = re.compile("今年|上半年|下半年|季度|以来|截至|截止|[0-9]月份|去年|全年|近年|累计|目标|计划签约")
# 现场签约甲科技城、乙配件等4个重特大项目, 集中签约项目包括甲、乙等10个项目
_SIGNS_LIST = re.compile("(?:现场|会上|当天|本次|此次)(?:共|集中)?(?:签约|签订|开工|竣工|投产)(?:了)?[^，。；]+、[^，。；]+等$")
# 共签约、开工项目18个，总投资56.96亿元: what is counted at the event just told of.
_SIGNED_THERE = re.compile(
    r"(?:现场|会上|共|共计|本次|此次|合计|其中)*(?:集中)?(?:签约|签订|开工|竣工|投产)(?:、(?:签约|开工|竣工|投产))?[^，；。]{0,6}(?:项目|协议|合同)"
)
_START = "(?:签约|签订|开工|动工|启动|竣工|投产|奠基|开竣工|开[（(]竣[）)]工)"
# 全市|共签约33个项目, 南湖|集中动工项目总投资42.5亿元
_SIGNED = re.compile(
    f"(?:现场|会上|当天|本次|此次|共|集中|成功)[^，。；0-9]{{0,4}}?{_START}(?:了)?(?:[^，。；0-9]{{0,4}}(?:项目|协议|合同)|[^，。；]*、[^，。；]*等$|的?$)"
)
# 22个|项目现场签约合作, 15个|项目成功签约
_SIGNED_AFTER = re.compile(
    f"[^，。；0-9]{{0,10}}(?:项目|协议)(?:在?现场|成功|集中|正式|共同|顺利|完成|相继|同[期时步])*{_START}"
)

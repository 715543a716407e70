"""Of what day turns and events are: clauses in, in reading order, the times out that date what they tell, said there or carried on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import PROJECT, QUANTITY, TIME, Mention
from kg.relations.clauses import Clause
from kg.relations.stages import Turn, is_ahead, load_words
from kg.relations.statements import Scene, begins_after

# 阿明5日说，某国启动制裁: the day of saying is not that of what is said.
_SAID_ON = re.compile("日(?:在[^，。；]{1,12})?(?:说|称)$")
# 7月3日之前, 7月3日施工时, but not 7月3日上午9时
_UNTIL_THEN = re.compile("(?:前|后|以来|期间|(?<![0-9零一二三四五六七八九十])时)$")
# 全会召开后不久，意见印发: on a day of its own
_LATER_ON = re.compile("后不久|不久[之以]?后|随后不久")
# 日前，某街道建成养老服务中心
_LATELY = re.compile("(?:^|[，。；,])(?:日前|近日|近期|今天|昨天)[，,]")
# 联络中心在大会上|揭牌
_THERE = re.compile("在(?:大?会|会议|仪式|活动|开幕式|推介会|现场会)[上中]")
# 协会认为，国家出台意见…: on no day told of here
_THINKS = re.compile("(?:认为|看来)，")
_JUST_NOW = re.compile("日前|近日|近期|不久前|[几这两]天|刚刚?(?![^，。]{0,6}不久)|今天|昨天|本月|随后")


class Days:
    """The date of the sentence, of the paragraph and of the article as a document goes on."""

    def __init__(self, scene: Scene) -> None:
        """Begin a document."""
        self.scene = scene
        self.published = scene.document.published
        self.paragraph = self.article = -1
        self.carried: Mention | None = None
        """Date of the sentence so far."""
        self.timed = False
        """The sentence has named some time, even one that dates nothing here."""
        self.standing: Mention | None = None
        """Date of the paragraph's last dated report."""
        self.past = False
        """The sentence goes back to earlier times (此前, 当年)."""
        self.dateline: Mention | None = None
        """First day that the article names."""
        self.planned: Mention | None = None
        """When the works last announced are to begin or end, for lists that follow in the article."""
        self.told: dict[tuple[int, str], str] = {}
        """The first day on which an article reports a stage, whosever it is."""
        self.turned: dict[str, Mention] = {}
        """When a stage was last reported in the article, for lists that follow: 此次开工的项目有…"""

    def enter(self, sentence: int) -> None:
        """Go on to another sentence."""
        sent = self.scene.document.sentences[sentence]
        if sent.article != self.article:
            self.dateline, self.planned, self.turned = None, None, {}
        if sent.paragraph != self.paragraph or sent.article != self.article:
            self.standing = None
        self.carried, self.timed = None, False
        self.past = sent.text.startswith(load_words()["past"])
        self.paragraph, self.article = sent.paragraph, sent.article

    def begin(self, clause: Clause, text: str) -> list[Mention]:
        """Go on to a clause; returns its times that date something, in reading order."""
        times = [m for m in clause.mentions if m.type == TIME and _dates(m, text) and not _nested(m, clause.outer)]
        if times and self.dateline is None:
            days = [t for t in times if len(t.value) >= 10 and not self.is_later(t)]
            self.dateline = next((t for t in days if not t.text[:4].isdigit()), None) or next(
                (t for t in days if "年" in t.text), None
            )
        return times

    def close(self, clause: Clause, text: str, times: Sequence[Mention]) -> None:
        """Carry on the last time of a clause that has been read."""
        self.timed = self.timed or TIME in [m.type for m in clause.mentions]
        if not times:
            return
        ending = text[clause.start : clause.end]
        if _SAID_ON.search(ending):
            self.carried = None
        elif times[-1].text == "日前" or not _UNTIL_THEN.search(ending):
            # 2月23日主持召开会议，听取2023年建议办理情况汇报: the year is that of the work
            of_work = len(times[-1].value) == 4 and times[-1].start > clause.start and ending.endswith(("汇报", "报告"))
            self.carried = self.carried if of_work and self.carried else times[-1]
            attributive = text[times[-1].end : clause.end].find("的") in range(0, 8)
            # 学校成立于2019年5月31日: a day of another year than the report's is background
            background = self.dateline is not None and times[-1].value[:4] != self.dateline.value[:4]
            if len(times[-1].value) == 10 and not (self.is_later(times[-1]) or attributive or background):
                self.standing = times[-1]

    def remember(self, turn: Turn, time: Mention) -> None:
        """Keep when a stage was reported, for the lists that follow and for what is told of it without a date."""
        self.turned[turn.verb.stage] = time
        if len(time.value) == 10:
            self.told.setdefault((self.article, turn.verb.stage), time.value)

    def of_turn(self, turn: Turn, times: Sequence[Mention], preceding: Sequence[Mention]) -> Mention | None:
        """The date of a verb that its sentence tells."""
        time = self._time(turn.clause, turn.text, preceding, times, turn.end)
        if (
            time is not None
            and time is self.turned.get("started")
            and not preceding
            and turn.verb.stage in ("completed", "opened")
        ):
            # 项目于2018年7月31日开工，经过16个月建设，一期已|完工: not on the day that works began
            time = None if _SINCE_THEN.search(turn.text, time.end, turn.start) else time
        if time is not None and time is self.carried and self._is_of_others_plan(turn, time):
            return None
        day = self.turned.get(turn.verb.stage) or self.standing
        # 王宁宣布2022年湖山县教育项目开工: the year is that of the works, the day that of the report
        of_works = time is not None and any(m.type == PROJECT and m.start == time.end for m in turn.clause.outer)
        if of_works and time is not None and day is not None and _spans(time.value, day.value):
            return day
        return time

    def _is_of_others_plan(self, turn: Turn, time: Mention) -> bool:
        """Whether a time carried on is that of something else still to come: 甲街区年底将出让首发地块；乙项目|开工."""
        if turn.verb.stage in ("completed", "opened") or time.start <= 3 or not self.is_later(time):
            return False
        return turn.text.rfind("；", time.end, turn.start) >= 0

    def _time(
        self, clause: Clause, text: str, preceding: Sequence[Mention], times: Sequence[Mention], end: int
    ) -> Mention | None:
        """The date of a verb: the one before it in the clause, else right after it, else that of the sentence so far."""
        if preceding:
            return preceding[-1]
        closing = [
            t
            for t in times
            if 0 <= t.start - end <= 3
            and (clause.end - t.end <= 2 or (end == t.start and text[end - 1] == "于"))  # 始建于|1958年|的东湖水库
            and (end == t.start or "/" not in t.value)
            # 公路项目开工|预计2027年底建成: of the other verb
            and (t.end == clause.end or not is_ahead(text[end : t.start]))
        ]
        return closing[0] if closing else self.carried

    def of_list(self, turn: Turn, before: str, times: Sequence[Mention]) -> Mention | None:
        """The date of a list that a verb announces; `before` are the clause's words before the verb."""
        told = times[-1] if times else self.carried
        if is_ahead(before):
            # 计划新开工重点项目15项: in the year last named, not on the day of the ceremony told of before
            told = told or self.planned
            past = told is not None and len(told.value) == 10 and told.value < self.published
            self.planned = None if past else told
            return self.planned
        known = self.turned.get(turn.verb.stage)
        told = told or self.standing or known or (self.dateline if "项目" in turn.after[:8] else None)
        # of a quarter's works begun the day is known
        return known if told is not None and known is not None and _spans(told.value, known.value) else told

    def understood(self, turn: Turn) -> tuple[Mention | None, str]:
        """A date that the sentence does not tell, and the rule that finds it: the paragraph's, or the month of the report."""
        clause, text, verb, start = turn.clause, turn.text, turn.verb, turn.start
        reckoned = any(m.type == QUANTITY and text.startswith("后", m.end) for m in clause.mentions)
        if "将" in text[text.rfind("；", 0, start) + 1 : start] or text.endswith(load_words()["soon"], 0, start) or self.past:
            return None, ""
        if _LATER_ON.search(text, 0, start) or _THINKS.search(text, 0, start):
            return None, ""
        known = self.standing or self.turned.get(verb.stage)
        if known is not None and not self.timed and not reckoned:
            return known, "milestone.carried"
        met = text.startswith(load_words()["meeting"], clause.start) or text.startswith(load_words()["meeting"])
        there = verb.stage == "opened" and _THERE.search(text, clause.start, start) is not None
        if (there or (verb.stage in ("approved", "signed") and met)) and not self.timed and self.dateline is not None:
            return self.dateline, "milestone.carried"
        if (
            (verb.word.endswith(load_words()["strong"]) or (verb.word == "建成" and _LATELY.search(text, 0, start)))
            and clause.subject is not None
            and self.published
        ):
            told = self._of_this_year(clause)
            if not (told or self._is_news(clause, text)):
                return None, ""
            return Mention(
                clause.sentence, start, start, "", TIME, value=self.published[: 4 if told else 7]
            ), "milestone.undated"
        return None, ""

    def _is_news(self, clause: Clause, text: str) -> bool:
        """Whether an undated sentence reports what has just happened (日前, a headline), rather than looks back on it.

        A local paper's report is of its day.
        """
        sent = self.scene.document.sentences[clause.sentence]
        return bool(self.scene.document.place or sent.role == "title" or _JUST_NOW.search(text))

    def _of_this_year(self, clause: Clause) -> bool:
        """Whether the sentence, or the one before it, tells what has come about since the year began (今年以来，…)."""
        sentences = self.scene.document.sentences
        near = sentences[max(0, clause.sentence - 1) : clause.sentence + 1]
        return any("今年以来" in sent.text and sent.article == sentences[clause.sentence].article for sent in near)

    def of_term(self, turn: Turn) -> Mention | None:
        """The year that 预计4年后贯通 points to, counted from the report."""
        for mention in turn.clause.mentions:
            quantity = mention.quantity
            if quantity is None or mention.end > turn.start or not turn.text.startswith("后", mention.end):
                continue
            whole = quantity.unit == "年" and quantity.high is None and quantity.value == int(quantity.value)
            if whole and self.published[:4].isdigit():
                year = str(int(self.published[:4]) + int(quantity.value))
                return Mention(turn.clause.sentence, mention.start, mention.end, mention.text, TIME, value=year)
        return None

    def is_running(self, time: Mention) -> bool:
        """The year that the report falls into."""
        return len(time.value) == 4 and self.published.startswith(time.value)

    def is_this_year(self, time: Mention) -> bool:
        """Whether a time is the year of the report, most of which is still to come (3月8日: 铁路今年|开工; 年内|通车)."""
        return self.is_running(time) and (time.text.endswith("年内") or self.published[5:7] <= "06")

    def is_limit(self, time: Mention, text: str) -> bool:
        """Whether a time is one by which something is to happen, and not past: 年底前|完工."""
        until = time.text.endswith(_BY_THEN) or (time.text.endswith(_ENDS) and text.startswith("前", time.end))
        return until and len(time.value) < 10 and self.published[: len(time.value)] <= time.value

    def is_later(self, time: Mention) -> bool:
        """Whether a time begins after the report."""
        return begins_after(time.value, self.published)


_ENDS = ("底", "末", "月", "季度", "半年")
_BY_THEN = tuple(f"{end}前" for end in _ENDS)
# 在12月5日志愿者日到来之际启动: a day that is near
_AROUND = re.compile("[^，。；]{0,14}(?:之际|来临|到来)")


def _dates(time: Mention, text: str) -> bool:
    """Does the time say when something happened, not since when or how long?"""
    if time.via.rpartition(":")[2] in ("comparison", "plan-period", "year-bare"):
        return False
    if not time.value or time.text.endswith(("以来", "来", "期间", "至今", "目前", "以后", "为止")):
        return False
    if time.text in ("目前", "当前", "如今", "眼下", "近年", "现在") or text[time.start - 1 : time.start] == "提":
        return False
    return not text.startswith(("重大", "重点"), time.end) and not _AROUND.match(text, time.end)  # 四季度|重大项目


def _spans(period: str, day: str) -> bool:
    """Does a day lie within a longer period?

    Example:
        >>> _spans("2023", "2023-06-03"), _spans("2023-04/2023-06", "2023-06-03"), _spans("2023-07", "2023-06-03")
        (True, True, False)
    """
    low, _, high = period.partition("/")
    high = high or low
    return len(low) < 10 and len(day) == 10 and low <= day[: len(low)] and day[: len(high)] <= high


def _nested(time: Mention, outer: Sequence[Mention]) -> bool:
    return any(m.start <= time.start and time.end <= m.end for m in outer)


_SINCE_THEN = re.compile("经过|历时|历经|用时|目前|如今|已")
_SINCE = re.compile("[近]?[0-9一二两三四五六七八九十]{1,3}(?:多|余)?(?:个)?(?:年|月|周|天)(?:多|半)?(?:以)?来")


def tells_length(turn: Turn, time: Mention | None) -> bool:
    """计划用五年时间建成 tells how long it takes, and 成立70年来 how long it has been, not when."""
    clause, text, start, end = turn.clause, turn.text, turn.start, turn.end
    if _SINCE.match(text, end):
        return True
    for mention in clause.mentions:
        if mention.type != QUANTITY or mention.quantity is None or mention.quantity.unit not in ("年", "个月", "天"):
            continue
        if mention.start == end:
            return True
        dated = time is not None and time.sentence == clause.sentence and time.end > mention.start
        reckoned = text.startswith("后", mention.end) or text.endswith("提前", 0, mention.start)
        if mention.end <= start and not dated and not reckoned:
            return True
    return False

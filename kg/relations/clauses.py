"""The clause walk: a scene in, its clauses out, each with the entity it is about, which prose names once and then drops."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from kg.model import (
    AGENCY,
    DOCUMENT,
    ENTITY_TYPES,
    EVENT,
    PERSON,
    PLACE,
    PROJECT,
    TIME,
    TITLE,
    Entity,
    Mention,
    Sentence,
    Span,
)
from kg.recognition.lexicon import rows
from kg.record import record
from kg.relations.statements import Scene, by_sentence

BREAKS = frozenset("，；：。！？,;:!?\n")
OPENING, CLOSING = "（(《〈【[", "）)》〉】]"
PREPOSITIONS = frozenset("在与向对从由被经到至较比占距和及于据按沿往像跟同给把")
FADING = 3
"""For how many paragraphs a headline's thing is understood where nobody names it."""
MEMORY = 60
"""How many things back a pointing word may point."""
BUILT = frozenset(("Road", "Railway", "Airport", "Port", "Reservoir", "Park", "Building", "Infrastructure"))
"""Kinds of places that are built, with a length, an area and a cost of their own."""
NATION = ("中国", "中华人民共和国", "全国", "我国")
PHASES = ("一期", "二期", "三期", "四期", "五期")
# Kinds of events, places and bodies that an article's numbers are about where its headline names one.
_MEASURED = frozenset(
    (
        "Exhibition",
        "Festival",
        "Competition",
        "Road",
        "Railway",
        "Airport",
        "Port",
        "Reservoir",
        "Park",
        "Scenic",
        "Building",
        "Company",
        "School",
        "Hospital",
        "University",
    )
)
SUBJECT_TYPES = (PROJECT, PLACE, AGENCY, EVENT)
_MARKS = re.compile(f"[{re.escape(OPENING + CLOSING + ''.join(sorted(BREAKS)))} \u3000]")
_BREAK = re.compile(f"[{re.escape(''.join(sorted(BREAKS)))}]")
_QUOTATION_MARKS = re.compile("[“”]")
# 健康导报讯（张三 李四）: names alone in the brackets of a despatch.
_NAMES_ALONE = re.compile("[（(][一-鿿]{2,3}(?:[ 、][一-鿿]{2,3})?[）)]")
# （5）鄱阳湖…; 本届年会…: the next item of a list, and what belongs to an event.
_OTHER_STORY = re.compile("[（(][0-9一二三四五六七八九十]{1,3}[）)]|本届|此次|这次|会上|据新华社")
_SURVEY = re.compile(
    "(?:商务部|国家统计局|海关总署|工业和信息化部|工信部|国家能源局|中国人民银行|财政部|农业农村部|交通运输部|文化和旅游部"
    "|国家医保局|国家邮政局|国家外汇管理局|金融监管总局|国家林草局|国家知识产权局|国家移民管理局|国家数据局|国家铁路局|中国民航局"
    "|市场监管总局|国家税务总局|税务总局|水利部|生态环境部|自然资源部|民政部|人力资源和?社会保障部|中国物流与采购联合会|中国汽车工业协会|国铁集团|国家电影局)[^，。；]{0,14}(?:数据显示|公布|发布|统计|数据)"
)
# 在绵阳三台县|小麦种植基地，: a site that sets the scene as its place alone does.
_SITE = re.compile(
    "[^，。；0-9]{0,14}(?:基地|中心|市场|园区?|[新郊山矿库灌]区|地区|[农林牧茶果]场|[村镇站厂田港]|企业|公司|一带|等地|附近|现场|车间|景区|街道|社区|码头|口岸|机场|[里旁])"
)
# 一批重点|项目, 12个重大产业|项目
_SEVERAL = re.compile(
    "(?:一批|多个|多项|[0-9]个|[0-9]项|一系列)(?:[^，。；、的]{0,10}?)(?=项目|工程|线路|学校|医院|企业|公司|景区|水库|隧道|大桥|园区)"
)
# 新开工项目15项，|项目总投资…
_COUNTED_AFTER = re.compile("(?:项目|工程)(?:共计?|合计|总数|达到?|有)?(?:[2-9]|[0-9]{2,4})[个项]")
# 该桥, 项目: pointing words that were found to point to nothing; 这口井, 该片: what has hardly a name of its own.
_THAT_THING = re.compile(
    "(?:目前|其中|据悉|同时|，)*(?:(?P<known>[该本](?:项目|工程|线路?|路|特?大?桥|园区?|隧道|铁路|高速|公路|水库|机场|医院|景区)|(?:项目|工程)(?!部|师|队|建设))"
    "|该(?:片|剧|书|井|船|轮|机型|机(?!场|构|关|制|会|遇|组|器|动|电)|塔|楼|墓|产品|平台|系统|装置|设备|飞机|客机|航班|卫星|[油气]田|影片|作品|品种|品牌|渔船|货轮|列车|遗址|机组|电站)"
    "|这(?:口|部|款|台|艘|幅|辆|本|枚|尊|[座条家](?=[^，。；]{0,8}(?:楼|塔|井|船|厂|店|墓|雕像|生产线|运河))))"
)
# Whatever the words before may be, one of these stands in it.
_THAT = re.compile("该|本|这|项目|工程|位于|坐落|座落|地处")
# 在甲大道改造项目|施工现场，…; 走进乙小学|建设工地，…: what is built there is what the story goes on about
_AT_WORK = re.compile("(?:的)?(?:建设|施工|项目|工程|改造)*(?:现场|工地|作业面|一线)")
_COMING = ("在", "来到", "走进", "走到", "到", "位于", "走访", "深入", "前往")
# 株洲市|现代综合物流园位于…: the place is only what the thing's name begins with
_THING_IN_IT = re.compile(
    "(?:(?!的|地处|位于)[一-鿿]){2,14}(?:园|厂|基地|中心|市场|广场|馆|楼|站|场|酒店|大厦|公寓|仓库|山庄)(?:位于|坐落|座落|地处)"
)
_LIES_SOMEWHERE = re.compile(
    "(?:据悉，|目前，)?(?![^，。；]*震中)(?:(?![来到走进入在从往赴对将是有的为及我全])[一-鿿]){4,20}(?:位于|坐落[于在]|座落[于在]|地处)(?![^，。；]*的)"
)
# 过去24小时|甲军发动攻势, 另据|甲军消息
_LATELY = re.compile("^(?:在?过去|最?近)?[0-9一两二三数几]+个?(?:小时|天|周|月|年)(?!期)(?:[内里间来]|以来)?|^过去一[夜周天]")
# 2023-01/2023-09, 2023-04: the times that statistics are of
_PERIOD = re.compile(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")
_GRADE = re.compile(
    "重点文物|重点镇|文明|示范|先进|百强|优秀|劳动模范|劳模|五一|三八|民族团结|双拥|卫生城|首[个批家条座]|最|第"
)
_NEWS = re.compile("电|讯|消息|报道")


@record
class Clause:
    """A stretch of a sentence between two stops, with what it is about."""

    sentence: int
    start: int
    end: int
    """Half-open range in the sentence's text, without the closing stop."""
    quoted: bool
    """The words are somebody's: they stand inside quotation marks that hold more than a name."""
    mentions: tuple[Mention, ...]
    """Mentions inside the clause, in reading order, nested ones too."""
    outer: tuple[Mention, ...]
    """The entities among them that lie inside no other."""
    subject: Mention | None
    """The mention that the clause itself names as its subject, if it names one."""
    topic: Mention | None
    """The subject, or the one carried from clauses before; its sentence may be an earlier one."""
    theme: Mention | None
    """The first thing its sentence is about: a project or a document that later clauses fill in, whoever acts in them."""
    unnamed: bool = False
    """The clause goes on about something that the document points to and never names (这口井, 该片)."""


@lru_cache(maxsize=1)  # the readers of one document each walk through it
def walk(scene: Scene) -> tuple[Clause, ...]:
    """The clauses of a document in reading order, with their topics; page furniture is left out.

    A topic holds through its paragraph, an event's through its sentence. A new paragraph that names nothing is about what its
    headline is about, or else about the division the paper belongs to; where neither is known its clauses have no topic.
    """
    return tuple(_Walk(scene).clauses())


def split_clauses(text: str, protected: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """The clauses of a sentence: split at stops outside brackets, titles of works and `protected` spans.

    Example:
        >>> text = "该线全长95.67公里，途经奉贤区（含海湾镇，下同）。"
        >>> [text[start:end] for start, end in split_clauses(text)]
        ['该线全长95.67公里', '途经奉贤区（含海湾镇，下同）']
    """
    spans: list[Span] = []
    start = depth = reach = 0
    ahead = sorted(protected, reverse=True)
    for mark in _MARKS.finditer(text):
        position = mark.start()
        char = text[position]
        if char in OPENING:
            depth += 1
            continue
        if char in CLOSING:
            depth = max(depth - 1, 0)
            continue
        while ahead and ahead[-1][0] <= position:
            _, end = ahead.pop()
            if end > reach:
                reach = end
        if depth or position < reach:
            continue
        if _parts_phrases(text, start, position) if char in " 　" else char not in ",:：" or not _inside_number(text, position):
            if text[start:position].strip():
                spans.append((start, position))
            start = position + 1
    if depth:  # a bracket that never closes must not swallow the rest
        return split_clauses(text.translate({ord(c): "·" for c in OPENING + CLOSING}), protected)
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(spans)


def dateline_end(text: str) -> int:
    """Where a sentence begins after the words that tell who reports it from where.

    Example:
        >>> text = "某社成都12月31日电（记者 李明）大桥通车。"
        >>> text[dateline_end(text) :]
        '大桥通车。'
    """
    if not _NEWS.search(text, 0, 24):
        return 0
    for word in ("电", "讯", "消息", "报道"):
        at = text.find(word, 0, 24)
        if at < 0:
            continue
        rest = text[at + len(word) :].lstrip(" 　")
        start = len(text) - len(rest)
        if rest[:1] in ("（", "(") and (any(w in rest[:16] for w in ("记者", "通讯员", "特约")) or _NAMES_ALONE.match(rest)):
            close = min((c for c in (rest.find("）"), rest.find(")")) if c >= 0), default=-1)
            if 0 <= close <= 40:
                return start + close + 1
        if word in ("电", "讯") and text[at - 1 : at] in ("日", "报") and rest != text[at + len(word) :]:
            return start
    return 0


def home_of(scene: Scene) -> Entity | None:
    """The division the paper belongs to, where the document names it."""
    code = scene.document.place
    if not code:
        return None
    return next(
        (e for e in scene.entities.values() if e.type == PLACE and (e.facts.get("code") == code or e.id == f"place/{code}")),
        None,
    )


def outermost(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Entity mentions that lie inside no other; the mentions must be sorted by (start, -end)."""
    kept: list[Mention] = []
    end = -1
    for mention in mentions:
        if mention.entity and mention.type in ENTITY_TYPES and mention.end > end:
            kept.append(mention)
            end = mention.end
    return tuple(kept)


def blank(text: str, clause: Clause) -> str:
    """The clause's words with its names blanked, so that the 计划 of a name announces nothing; as long as the clause."""
    parts: list[str] = []
    at = clause.start
    for mention in clause.outer:
        if not mention.implied:
            parts += text[at : mention.start], " " * (mention.end - mention.start)
            at = mention.end
    return "".join((*parts, text[at : clause.end]))


def has_subject(clause: Clause) -> bool:
    """Does a clause name its subject itself?"""
    return clause.subject is not None and clause.subject.sentence == clause.sentence and not clause.subject.implied


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A word that points back to something: which types it may point to and how their names end."""

    types: tuple[str, ...]
    endings: tuple[str, ...]
    head_only: bool


@cache
def load_words() -> Mapping[str, tuple[str, ...]]:
    """Word lists of the walk by kind."""
    return {row["kind"]: tuple(row["words"].split()) for row in rows("clause_words")}


@cache
def load_pointers() -> Mapping[str, _Pointer]:
    """Words that stand for something named before, such as 该线 and 全县."""
    pointers: dict[str, _Pointer] = {}
    for row in rows("deixis"):
        types, endings = tuple(row["types"].split("|")), tuple(e for e in row["ending"].split("|") if e)
        pointers[row["word"]] = _Pointer(types, endings, head_only=row["position"] == "head")
    return pointers


@cache
def _pointing() -> re.Pattern[str]:
    """The first characters of pointing words: most clauses hold none of them."""
    tails: dict[str, list[str]] = {}
    for word in load_pointers():
        tails.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(head)}(?={'|'.join(rest)})" for head, rest in tails.items()))


@cache
def _openers() -> re.Pattern[str]:
    """A word that may stand before a subject, or nothing."""
    return re.compile("|".join(map(re.escape, (*load_words()["opener"], ""))))


@cache
def _any_of(kind: str) -> re.Pattern[str]:
    """The words of a kind as alternatives."""
    return re.compile("|".join(map(re.escape, load_words()[kind])))


@cache
def _own_deeds() -> re.Pattern[str]:
    """Behind the name of troops: they report what they did themselves (甲军称，|当天拦截7枚导弹)."""
    deeds = "|".join(map(re.escape, load_words()["deed"]))
    said = "[^，。；]{0,8}?(?:称|宣布|表示|通报|消息)[^，。；0-9]{0,12}，"
    # no other subject stands before the deed: 甲军称，前线地区发生33次战斗，…
    return re.compile(f"{said}(?:当天|当晚|已|此前|过去[^，。；]{{1,6}})*(?:(?:在|对|向|从)[^。；0-9]{{0,40}}?)?(?:{deeds})")


class _Walk:
    """State of one walk: who was named last, and what the paragraph is about."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.home = home_of(scene)
        self.latest: dict[str, Mention] = {}
        """The latest mention of each entity, in order of mentioning."""
        self.seen: dict[str, int] = {}
        """The paragraph that named each entity last."""
        self.topic: Mention | None = None
        self.whole: Mention | None = None
        """What the sentence was about before it told of a part (其中|甲园区5个): the next sentence is about the whole again."""
        self.unnamed = False
        """Whether the paragraph has gone on to something without a name."""
        self.speech = False
        self.by_sentence = by_sentence(scene)
        self.phases = {
            (word, e.name[:4]): e.id for e in scene.entities.values() if e.type == PROJECT for word in PHASES if word in e.name
        }
        """Phases of projects by their number and the beginning of the project's name."""
        self.officials: set[str] = set()
        """People named with a post: their doings are not what a paragraph's numbers are about."""
        for mentions in self.by_sentence.values():
            ends = {t.end for t in mentions if t.type == TITLE}
            self.officials.update(m.entity for m in mentions if m.type == PERSON and m.start in ends)
        self.headlined = self._headlined()
        """What an article's headline is about, by article."""
        self.nation = next((e for e in scene.entities.values() if e.type == PLACE and e.name in NATION), None)

        self.surveyed: dict[int, list[int]] = {}
        """The paragraphs of each article that report a national office's figures, the nation's where they name nobody."""
        for sent in scene.document.sentences:
            if sent.role != "title" and _SURVEY.search(sent.text):
                self.surveyed.setdefault(sent.article, []).append(sent.paragraph)

        self.headings: dict[int, list[int]] = {}
        """The paragraphs of each article that are headings: behind one begins another story."""
        for sent in scene.document.sentences:
            if sent.role == "title":
                self.headings.setdefault(sent.article, []).append(sent.paragraph)
        self.surveying = self.nation.id if self.nation else ""

    def _headlined(self) -> dict[int, Mention]:
        """For each article what the lines before its text name: a project, a fair or festival, a place or body with numbers of its own.

        In national news any place or body, or else a person.
        """
        found: dict[int, Mention] = {}
        begun: set[int] = set()
        for index, sent in enumerate(self.scene.document.sentences):
            if sent.role != "title":
                begun.add(sent.article)
            if sent.article in begun or sent.article in found:
                continue
            named = [m for m in outermost(tuple(self.by_sentence.get(index, ()))) if m.entity not in self.officials]
            wanted = (PROJECT, EVENT, PLACE, AGENCY) if self.home else (PROJECT, PLACE, AGENCY, PERSON)
            for kind in wanted:
                if fitting := [m for m in named if m.type == kind and (not self.home or self._has_numbers(m))]:
                    found[sent.article] = fitting[-1] if kind == PLACE else fitting[0]
                    break
        return found

    def _has_numbers(self, mention: Mention) -> bool:
        """Whether a paragraph of a local paper may be about a thing of its headline rather than about its own division."""
        entity = self.scene.entities[mention.entity]
        return mention.type == PROJECT or entity.kind in _MEASURED

    def clauses(self) -> Iterator[Clause]:
        paragraph = article = -1
        for index, sent in enumerate(self.scene.document.sentences):
            if sent.role == "furniture":
                continue
            if sent.article != article or (sent.role == "title" and self.home is None):
                self.latest = {}  # 该项目 points to nothing of another story
            if sent.paragraph != paragraph or sent.article != article:
                self.speech = self.unnamed = False
                self.topic = self._paragraph_topic(sent.article, sent.paragraph)
                if self.topic is not None and self.topic.entity == self.surveying and _OTHER_STORY.match(sent.text):
                    self.topic = None
            elif self.topic is not None and self._is_over(self.topic, index) and not sent.text.startswith("其中"):
                self.topic = self._paragraph_topic(sent.article, sent.paragraph)
            elif self.whole is not None and not sent.text.startswith(("其中", "该")):
                self.topic = self.whole
            paragraph, article, self.whole = sent.paragraph, sent.article, None
            yield from self._sentence(index, sent)

    def _is_over(self, topic: Mention, sentence: int) -> bool:
        """Does a topic end with its sentence? An event does, and a campaign before a sentence of statistics (1—9月，…)."""
        if topic.type == EVENT:
            return True
        entity = self.scene.entities[topic.entity]
        if entity.type != PROJECT or not entity.name.endswith(("行动", "计划", "活动", "一带一路")):
            return False
        first = next((m for m in self.by_sentence.get(sentence, ()) if m.type == TIME), None)
        return first is not None and first.start == 0 and _PERIOD.fullmatch(first.value) is not None

    def _paragraph_topic(self, article: int, paragraph: int) -> Mention | None:
        """A new paragraph is about what its headline is about, or else about the division the paper belongs to."""
        headline = self.headlined.get(article)
        if headline is not None and paragraph - self.seen.get(headline.entity, paragraph) <= FADING:
            return headline
        if self.home is None and self.nation is not None and (surveyed := self.surveyed.get(article)):
            story = max((at for at in self.headings.get(article, ()) if at <= paragraph), default=-1)
            if any(story <= at <= paragraph <= at + 2 * FADING for at in surveyed):
                return _implied(self.nation)
        return _implied(self.home) if self.home is not None else None

    def _sentence(self, index: int, sent: Sentence) -> Iterator[Clause]:
        text = sent.text
        mentions = tuple(self.by_sentence.get(index, ()))
        starts = [m.start for m in mentions]
        speech, self.speech = _speech(text, self.speech) if self.speech or "“" in text else ([], False)
        theme: Mention | None = None
        lead = dateline_end(text)
        pointing = [found.start() for found in _pointing().finditer(text)]
        national = "全国" in text or "我国" in text
        pointed_to = _THAT.search(text) is not None
        for start, end in split_clauses(text, tuple([(m.start, m.end) for m in mentions])):
            start = max(start, lead)
            if start >= end:
                continue
            # No clause ends inside a mention.
            inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)] if mentions else ()
            heads = outermost(inside) if inside else ()
            if text[start - 1 : start] == "；":  # …；另“一纵”是指平营高速公路，…: the next item has a theme of its own
                theme = None
            reports = text[end : end + 1] in ("：", ":") and _reports(text, start, end)
            pointed = None
            if (pointing or self.phases) and not reports:
                pointed = self._pointed(index, text, start, end, heads, pointing, theme)
            subject = None
            if pointed or (heads and not reports):
                subject = self._subject(text, (start, end), inside, heads, pointed, first=theme is None)
            self.unnamed = subject is None and (
                self.unnamed or (pointed_to and not reports and self._points_nowhere(text, start, end))
            )
            if subject is not None:
                part = subject.type == PLACE and not subject.implied and text.startswith("其中", start)
                self.whole = (self.whole or self.topic) if part else None
                self.topic = subject
                theme = theme or subject
            elif national and _national(text, start, end, inside):
                self.unnamed = False
                self.topic = theme = _implied(self.nation) if self.nation else None
            elif heads and not reports and not (self.unnamed and _LIES_SOMEWHERE.match(text, start, end)):
                introduced = self._introduced(text, (start, end), heads, first=theme is None or theme.type == PLACE)
                named_again = self.topic is not None and any(m.entity == self.topic.entity for m in heads)
                self.unnamed = self.unnamed and introduced is None and not named_again
                self.topic = introduced or self.topic
            if heads and heads[-1].end == end and (founded := _founded(heads, text, start, end)):
                self.whole, self.topic = self.whole or self.topic, founded
            middle = (start + end) // 2
            quoted = bool(speech) and any(low <= middle < high for low, high in speech)
            yield Clause(index, start, end, quoted, inside, heads, subject, self.topic, theme or self.topic, self.unnamed)
            # 三沙镇党委书记说，该镇…: a place that a body's name begins with may be pointed to as well.
            for mention in (*[m for m in inside if m.type == PLACE and m.entity and not m.implied], *heads) if inside else ():
                self.latest.pop(mention.entity, None)
                self.latest[mention.entity] = mention
                self.seen[mention.entity] = sent.paragraph

    def _subject(
        self,
        text: str,
        span: Span,
        inside: tuple[Mention, ...],
        heads: tuple[Mention, ...],
        pointed: Mention | None,
        *,
        first: bool,
    ) -> Mention | None:
        start, end = span
        words = load_words()
        skipped = [m for m in inside if m.type in (TIME, TITLE)]
        titles = [m for m in skipped if m.type == TITLE]
        candidates: Sequence[Mention] = sorted([*heads, pointed], key=lambda m: (m.start, -m.end)) if pointed else heads
        for position, mention in enumerate(candidates):
            if mention.type == DOCUMENT and not text.startswith(
                words["document"], mention.end + (text[mention.end : mention.end + 1] == "》")
            ):
                continue
            if mention.type == PERSON and (_speaks(text, mention, end) or mention.entity in self.officials):
                continue
            if mention.type == AGENCY and _any_of("source").search(text, mention.end, end):
                troops = self.scene.entities[mention.entity].kind == "Military"
                if not (troops and _own_deeds().match(text, mention.end)):
                    continue
            if text.startswith(words["aside"], mention.end):  # 党的十八大以来 dates, 全会精神 guides
                continue
            if any(t.start <= mention.end <= t.end for t in titles):  # 省委副书记 speaks of a person, not of the committee
                continue
            if _AMONG_OTHERS.match(text, mention.end, end):
                continue
            if text.startswith("经", mention.end) and any(m.start == mention.end + 1 for m in heads):
                continue  # 全国经|甲通道进出口90亿元
            if mention.type == PLACE and not first and _ASIDE_ON_PLACE.match(text, mention.end, end):
                continue
            gap = _without(text, start, mention.start, skipped).strip(" 　“”\"'①②③④⑤⑥")
            gap = _LATELY.sub("", gap)
            if not _starts_clause(gap, text, mention, first=first):
                continue
            if mention.type == PLACE and not (text[mention.end - 1] in "江河湖" and _GAUGE.match(text, mention.end, end)):
                mention = _end_of_chain(mention, candidates[position + 1 :])
                if _THING_IN_IT.match(text, mention.end, end):
                    continue
            mention = _owned(mention, candidates[position + 1 :], text)
            return _celebrated(mention, inside, text)
        return None

    def _pointed(
        self,
        index: int,
        text: str,
        start: int,
        end: int,
        heads: tuple[Mention, ...],
        pointing: list[int],
        theme: Mention | None,
    ) -> Mention | None:
        """The first pointing word of the clause, as a mention of what it points to.

        `pointing` is where such words begin, `theme` what the sentence has been about so far.
        """
        if phase := self._phase(index, text, start):
            return phase
        near = pointing[bisect_left(pointing, start) : bisect_left(pointing, min(end, start + 24))] if pointing else ()
        if not near:
            return None
        taken = _covered(tuple((m.start, m.end) for m in heads))
        pointers = load_pointers()
        for position in near:
            if position in taken:
                continue
            for length in (4, 3, 2):
                pointer = pointers.get(text[position : position + length])
                if pointer is None or position + length > end or position + length - 1 in taken:
                    continue
                if pointer.head_only and text[start:position].strip(" “") not in ("", "目前", "其中", "据悉", "同时"):
                    continue
                if pointer.head_only and _of_several(text, position, length):
                    continue
                target = self._antecedent(pointer, text[position : position + length], theme)
                if target:
                    word = text[position : position + length]
                    return Mention(index, position, position + length, word, target.type, entity=target.id, implied=True)
        return None

    def _points_nowhere(self, text: str, start: int, end: int) -> bool:
        """Does a clause begin with a pointing word for what is not named (该桥 after no bridge, 这口井 in a story of a county)?

        Or with a thing that nobody recognized, told to lie in a place: 新门诊大楼|坐落在思州路，总建筑面积5万平方米.
        """
        topic = self.topic
        found = _THAT_THING.match(text, start, end)
        if found is None:
            plain = topic is None or (topic.type == PLACE and self.scene.entities[topic.entity].kind not in BUILT)
            return plain and _LIES_SOMEWHERE.match(text, start, end) is not None
        if found["known"]:
            # 项目投资增长5%: in a local paper all projects of its division
            return found["known"][0] in "该本" or (
                self.home is None and not _of_several(text, found.start("known"), len(found["known"]))
            )
        return topic is None or (topic.type == PLACE and "code" in self.scene.entities[topic.entity].facts)

    def _phase(self, index: int, text: str, start: int) -> Mention | None:
        """The phase that a clause opens with (一期规划床位400张), where the document has it as a thing of its own."""
        at = start + 2 if text.startswith("其中", start) else start
        word = text[at : at + 2]
        whole = self.scene.entities.get(self.topic.entity) if self.topic and word in PHASES else None
        if whole is None or word in whole.name:
            return None
        phase = self.phases.get((word, whole.name[:4]))
        return Mention(index, at, at + 2, word, PROJECT, entity=phase, implied=True) if phase else None

    def _antecedent(self, pointer: _Pointer, word: str, theme: Mention | None) -> Entity | None:
        entities = self.scene.entities
        # 青龙高速公路终点接青银高速，目前该工程…: the sentence's own theme, not the last thing named.
        if theme is not None and word[0] in "该本这" and theme.type in pointer.types and self._fits(theme.entity, pointer):
            return entities.get(theme.entity)
        if pointer.types == (PLACE,) and self.home and word[0] in "我全本" and self.home.name.endswith(pointer.endings):
            return self.home
        if self.topic and self.topic.type in pointer.types and self._fits(self.topic.entity, pointer):
            return entities.get(self.topic.entity)
        for identifier in islice(reversed(self.latest), MEMORY):
            if entities[identifier].type in pointer.types and self._fits(identifier, pointer):
                return entities[identifier]
        # 综合教学楼动工，|项目总投资1016万元
        if pointer.types == (PROJECT,) and self.topic and self.topic.type == PLACE:
            built = entities[self.topic.entity]
            if built.kind in BUILT or built.name.endswith("楼"):
                return built
        if pointer.types == (PLACE,) and self.home and (not pointer.endings or self.home.name.endswith(pointer.endings)):
            return self.home
        return None

    def _fits(self, identifier: str, pointer: _Pointer) -> bool:
        entity = self.scene.entities.get(identifier)
        if entity is None or not pointer.endings:
            return entity is not None
        # 高东高速项目 is a line too, whatever its longest name ends in.
        return any(name.endswith(pointer.endings) for name in (entity.name, *entity.aliases))

    def _introduced(self, text: str, span: Span, heads: tuple[Mention, ...], *, first: bool) -> Mention | None:
        """An object that later clauses are about (开工建设度假区，建成后…), or the scene that a sentence sets (在浙江，…)."""
        start, end = span
        for position, mention in enumerate(heads):
            before = text[start : mention.start]
            if mention.type in (PROJECT, PLACE, AGENCY) and _AT_WORK.match(text, mention.end, end) and before.endswith(_COMING):
                return mention
            if mention.type == PROJECT and (before.endswith(load_words()["introducing"]) or self.topic is None):
                return mention
            if first and mention.type in (PLACE, AGENCY) and before in ("在", "仅在", "走进", "来到"):
                place = _end_of_chain(mention, heads[position + 1 :])
                if end - place.end <= 4 or _SITE.fullmatch(text, place.end, end):
                    return place
        if self.topic is None and not _any_of("source").search(text, start, end):
            for mention in heads:
                guides = text.startswith(load_words()["aside"], mention.end)
                if (
                    mention.type in (PROJECT, PLACE, EVENT)
                    and text[mention.start - 1 : mention.start] not in PREPOSITIONS
                    and not text.endswith("、", 0, mention.start)  # 在甲省、乙省等地启动: none of them alone
                    and not _AMONG_OTHERS.match(text, mention.end, end)
                    and not guides
                ):
                    return mention
        return None


def _of_several(text: str, position: int, length: int) -> bool:
    """Does a bare noun speak of the unnamed ones that its sentence has just counted (一批重点项目开工，项目总投资…)?"""
    word = text[position : position + length]
    if _COUNTED_AFTER.search(text, 0, position) and word in ("项目", "工程"):
        return True
    return any(text.startswith(word, m.end()) for m in _SEVERAL.finditer(text, 0, position))


# 甲县位于某省中部，|乙山南麓，|丙江中游北岸，面积…; 甲镇位于…，|乙高速公路穿境而过，…: where the first subject lies, and what runs there
_ASIDE_ON_PLACE = re.compile(
    "(?:[中上下]游)?(?:[东西南北中上下]{1,2}[部游麓岸侧端段缘]|腹地|沿岸|之[滨畔间]|交[界汇]处?)(?![^，。；])|[^，。；0-9]{0,4}(?:穿[^，。；0-9]{0,4}而过|过境|贯穿|横贯|纵贯|环绕|流经|穿越)"
)
# 东江|某省某站水位涨至5米: the river's, and not the province's
_GAUGE = re.compile("[^，。；]{2,12}站[^，。；]{0,10}(?:水位|流量|洪峰)")
# Behind a list's or a route's first member, and one of those counted: 甲镇|等5个镇入选.
_AMONG_OTHERS = re.compile("[、至到]|等(?:[^，。；、的0-9]{0,12}(?:项目|工程))?(?:约|近|超|共)?[0-9]")
# 全国经甲通道|进出口90亿元
_TRADED = re.compile("(?:[铁公]路)?(?:口岸)?(?:进出口|进口|出口|通行|出入境|入境|出境|运输|发运|外运|转口)")
_NEWLY = ("新建", "新建的", "异地新建", "异地新建的", "迁建", "迁建的", "改扩建", "扩建")


def _starts_clause(gap: str, text: str, mention: Mention, *, first: bool) -> bool:
    """Does the mention stand where a subject stands, with nothing but openers, or modifiers of a first subject, before it?"""
    before = text[mention.start - 1 : mention.start] if mention.start else ""
    if before in PREPOSITIONS and before:
        framed = mention.type == EVENT and text[mention.end : mention.end + 1] in ("中", "上")
        through = before == "经" and mention.type in (PLACE, PROJECT) and _TRADED.match(text, mention.end)
        return (framed and gap in PREPOSITIONS) or (bool(through) and gap in ("经", "全国经"))
    rest = gap
    for _ in range(4):
        opener = _openers().match(rest)
        rest = rest[opener.end() if opener else 0 :].lstrip("（(“”:： ")
        if not (opener and opener[0]):
            break
    if rest.endswith(("是指", "指的是", "即是")) and "，" not in rest:  # 另“一纵”是指平营高速公路
        return True
    if rest in _NEWLY:  # 异地新建|湖滨小学占地30亩
        return mention.type in (PROJECT, AGENCY)
    return not rest or (len(rest) == 1 and rest not in "是为有即成叫占超") or (first and rest.endswith("的"))


# 甲村成立乙合作社|，有社员13人: what is founded at the end of a clause, and what the next one tells of it
_FOUNDS = re.compile("(?:成立|组建|创办|创建|开办|建成|建起|新建|建设|办起)了?$")
_IT_HAS = re.compile(
    "[，,](?:现|共|目前|内|可|吸纳|发展)*(?:有|设|拥有|占地|种植|配备|配有|容纳|总?建筑面积|面积|床位|社员|流转)"
)


def _founded(heads: tuple[Mention, ...], text: str, start: int, end: int) -> Mention | None:
    """A body or building, or the first of two, that a clause ends in and tells was founded, if the next one tells what it has."""
    if not _IT_HAS.match(text, end):
        return None
    two = len(heads) > 1 and text[heads[-2].end : heads[-1].start] in ("和", "及", "、")
    mention = heads[-2] if two else heads[-1]
    founded = _FOUNDS.search(text, max(start, mention.start - 4), mention.start)
    return mention if founded and mention.type in (AGENCY, PLACE) and not mention.implied else None


# 甲公司投资建设的|乙产业园投资额3亿元
_BUILDS = re.compile("(?:投资|承建|援建|兴建|新建|建设|开发|打造|实施|负责)+的")


def _owned(mention: Mention, following: Sequence[Mention], text: str) -> Mention:
    """What a place or body only tells whose it is: 建德的严州古城, 安徽援建项目——徽岳记产业项目."""
    if mention.type not in (PLACE, AGENCY, PROJECT):
        return mention
    for other in following:
        if other.start <= mention.end or other.type not in (PLACE, PROJECT, AGENCY):
            continue
        between = text[mention.end : other.start]
        built = other.type != AGENCY and _BUILDS.fullmatch(between) is not None
        if (between == "的" and mention.type != PROJECT) or built or (between.endswith("——") and len(between) <= 14):
            return other
    return mention


def _end_of_chain(mention: Mention, following: Sequence[Mention]) -> Mention:
    """Of 廊下镇中民村农户 the innermost division: places and bodies that follow without a gap narrow the first one down."""
    for other in following:
        if other.start != mention.end or other.type not in SUBJECT_TYPES:
            break
        mention = other
    return mention


def _celebrated(mention: Mention, inside: tuple[Mention, ...], text: str) -> Mention:
    """What an opening or a start celebrates: after 南枫线一期工程开工仪式举行 the text goes on about the line."""
    if mention.type != EVENT:
        return mention
    for inner in inside:
        named = (
            inner.entity and inner.type in (PROJECT, AGENCY, PLACE) and mention.start <= inner.start and inner.end < mention.end
        )
        if named and text.startswith(load_words()["celebrated"], inner.end):
            return inner
    return mention


def _national(text: str, start: int, end: int, inside: tuple[Mention, ...]) -> bool:
    """Is a clause about the whole nation (前三季度全国用电量…), rather than compared with it (占全国…)?"""
    for word in ("全国", "我国"):
        at = text.find(word, start, min(end, start + 20))
        if at < 0 or any(m.entity and not m.implied and m.start <= at < m.end for m in inside):
            continue
        if _GRADE.match(text, at + 2):  # 全国重点文物保护单位9处: a grade
            continue
        gap = _without(text, start, at, [m for m in inside if m.type == TIME])
        if not gap or gap in load_words()["opener"] or gap in ("在", "而在"):
            return True
    return False


def _reports(text: str, start: int, end: int) -> bool:
    """Does a clause before a colon only say who reports (某报讯（记者某某）：)?"""
    return _any_of("reporting").search(text, start, end) is not None


def _speaks(text: str, mention: Mention, end: int) -> bool:
    return _any_of("speech").search(text, mention.end, end) is not None


def _without(text: str, start: int, end: int, skipped: Sequence[Mention]) -> str:
    """A stretch of a sentence without the words of some mentions, which are sorted by their starts."""
    parts: list[str] = []
    for mention in skipped:
        parts.append(text[start : min(mention.start, end)])
        start = max(start, mention.end)
    return "".join((*parts, text[start:end]))


def _implied(entity: Entity) -> Mention:
    """A mention without words: the division a paper belongs to is understood."""
    return Mention(-1, 0, 0, "", entity.type, entity=entity.id, implied=True)


def _speech(text: str, inside: bool) -> tuple[list[Span], bool]:
    """The stretches inside quotation marks that hold more than a name; and whether the marks stay open."""
    spans: list[Span] = []
    start = 0 if inside else -1
    for mark in _QUOTATION_MARKS.finditer(text):
        position = mark.start()
        if mark[0] == "“":
            start = position if start < 0 else start
        elif start >= 0:
            if inside or _BREAK.search(text, start, position):
                spans.append((start, position))
            start, inside = -1, False
    if start >= 0:
        spans.append((start, len(text)))
    return spans, start >= 0


def _covered(spans: tuple[Span, ...]) -> frozenset[int]:
    return frozenset(position for start, end in spans for position in range(start, end))


def _inside_number(text: str, position: int) -> bool:
    """Whether a comma stands between thousands, or a colon in a time of day."""
    return text[position - 1 : position].isdigit() and text[position + 1 : position + 2].isdigit()


def _parts_phrases(text: str, start: int, position: int) -> bool:
    """A blank that stands between two phrases of a headline, not inside a name."""
    return (
        position - start >= 4
        and len(text) - position > 4
        and (text[position - 1] > "\u2e80" or text[position - 1] in "%*")
        and text[position + 1] > "\u2e80"
    )

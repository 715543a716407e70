"""The bodies of one document in reading order: which one a name or a post means often hangs on those named before it.

`kg.resolution.agencies` knows how one name or title is spelt out; here stands what has been named before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import AGENCY, PERSON, PLACE, TITLE, Document, Mention
from kg.recognition.divisions import Division, load_divisions
from kg.resolution.agencies import (
    Named,
    government_of,
    implied_body,
    is_assembly,
    name_agency,
    name_committee,
    of_zone,
    part_of,
)
from kg.resolution.context import Context

# 局党组, 医院党委, 院检委会: the Party group or the board of the body just named
_BARE_GROUP = re.compile(
    "(分局|局|厅|集团|公司|医院|法院|检察院|学校|学院|院|校|中心)(党组|党委|党总支|党支部|(?<=院)[检审]委会)"
)
_THAT_BODY = re.compile(
    r"(?:^|(?<=[，。；、：]))(?:[该本]?(公司|集团|企业|医院|学校|学院|法院|检察院)|该(分局|局|厅|院|校|中心))(党组|党委|党总支|党支部)?$"
)
_BUSINESS = ("公司", "集团", "厂", "股份", "石化", "电力")
_SCHOOL = ("学校", "中学", "小学", "大学", "学院")
_CALLED: Mapping[str, tuple[str, ...]] = {
    "公司": _BUSINESS,
    "集团": _BUSINESS,
    "企业": _BUSINESS,
    "学校": _SCHOOL,
    "校": _SCHOOL,
    "院": ("医院", "法院", "检察院", "学院", "研究院"),
}
"""What a body ends in that goes by such a word, where it is not the word itself."""
_CALLED_AGAIN = 3
"""How many sentences back a body is that goes by such a word."""
# 校长, 副局长, 董事长: posts that a body of only one sort has
_HEAD_OF = re.compile("(校|院|局|厅|行|馆|台|支队|大队|总队)长$|(?:董事长|总经理|总裁)$")
_HOUSE = re.compile("(.{2,}?(?:大学|学院|公司|集团|医院|银行))(?:党委|党组)?")
_OF_GROUP = re.compile("(?:[局厅部署校院]|委员会|集团|公司|大学|学院|医院)(?:党组|党委)$")
_IN_PARTY = re.compile("书记|成员|委员|常委|组长|代表")
# 镇长, 副乡长; 白石镇|党委
_HEAD_OF_TOWN = re.compile("[镇乡]长$")
_OF_TOWN = re.compile("(?<=[镇乡])(?:党委|委员会|委)$")
# 青岛市委、|市政府: bodies of one place, which is said once
_JOINED = re.compile("[、和]|以及")
# 总经理王秀利，施工方项目经理冯波: words of its own before the second title.
_MAY_OWN = re.compile(r"、|[，和][^，]*(?:方|单位|企业|公司)")
_CHAIN = re.compile(r"[^，。；：]{0,14}[、兼 ，和][^，。；：]{0,8}")


def name_agencies(doc: Document, mentions: Sequence[Mention], context: Context) -> dict[Mention, Named]:
    """The canonical name of every organization; bodies behind bare titles take theirs from the post before."""
    bodies = _Bodies(doc, mentions, context)
    for mention in mentions:
        if mention.type == AGENCY:
            bodies.add(mention)
    return bodies.named


@dataclass(slots=True, unsafe_hash=True)
class _Last:
    """The body named last."""

    mention: Mention
    body: Named
    words: str
    """What the text calls it; its canonical name where the text only implies it."""


class _Bodies:
    """The bodies named so far, and what of them tells who the next one is."""

    def __init__(self, doc: Document, mentions: Iterable[Mention], context: Context) -> None:
        self.named: dict[Mention, Named] = {}
        self._doc = doc
        self._context = context
        self._posts: dict[int, list[Mention]] = defaultdict(list)
        """The people and titles of each sentence."""
        self._towns: dict[tuple[int, int], str] = {}
        """The towns that are named, by the sentence and where their names end."""
        for mention in mentions:
            if mention.type in (PERSON, TITLE):
                self._posts[mention.sentence].append(mention)
            elif mention.type == PLACE and mention.text.endswith(("镇", "乡")):
                self._towns[mention.sentence, mention.end] = mention.text
        self._last: _Last | None = None
        self._assemblies: dict[str, Named] = {}
        """The congress and the conference named last, which committees without theirs belong to."""
        self._elsewhere: tuple[Mention, Division] | None = None
        """The last body of a list of officials, and the division that the list began with: 宜宾市委书记甲，市委副书记、市长乙."""
        self._committee: tuple[int, Named] | None = None
        """The Party working committee named last, of a subdistrict or a zone, and the sentence."""

    def add(self, mention: Mention) -> None:
        """Name the next body, if one is meant."""
        text = self._doc.sentences[mention.sentence].text
        if zoned := self._of_zone(mention):
            self._keep(mention, zoned, zoned.name)
            return
        context = self._context_at(mention, text)
        if mention.implied and not mention.name:  # 李鹏总理's 国务院 is named
            if body := self._implied(mention, text, context):
                self._keep(mention, body, body.name)
        elif self._last and mention.via == "agency.bare" and mention.text == "办公厅":
            # 省政协副秘书长、|办公厅|主任: of the body just named
            body = part_of(self._last.body, mention.text) if self._goes_on(self._last.mention, mention, text) else None
            self._keep(mention, body or self._written_out(mention, context), mention.text)
        elif house := self._of_house(mention, text):
            self._keep(mention, house, house.name)
        elif group := self._bare_group(mention):
            self._keep(mention, group, group.name)
        else:
            self._keep(mention, self._written_out(mention, context), mention.text)

    def _keep(self, mention: Mention, body: Named, words: str) -> None:
        self.named[mention] = body
        last = self._last.mention if self._last else mention
        if mention.sentence != last.sentence or mention.end >= last.end or mention.implied:
            self._last = _Last(mention, body, words)  # and not the body that the name of the last one begins with

    def _of_zone(self, mention: Mention) -> Named | None:
        """党工委书记甲，办事处主任乙: the office of the subdistrict whose working committee this sentence or the one before names."""
        if self._committee is None or mention.sentence - self._committee[0] > 1:
            return None
        return of_zone(mention.text, self._committee[1])

    def _context_at(self, mention: Mention, text: str) -> Context:
        """What 市 and 区 mean here: those of the paper, or of the place that a list of officials began with."""
        division: Division | None = None
        if self._elsewhere and self._is_of_same_place(self._elsewhere[0], mention, text):
            division = self._elsewhere[1]
            self._elsewhere = mention, division
        else:
            self._elsewhere = None
        owner = self._last.body.division if self._last and mention.via == "agency.bare" else None
        if owner and self._last and self._goes_on(self._last.mention, mention, text):  # 市委常委、宣传部长
            division = owner
        if division is None:
            return self._context
        return replace(self._context, paper=division, containers=load_divisions().chain(division))

    def _is_of_same_place(self, body: Mention, mention: Mention, text: str) -> bool:
        """Whether a body goes on a list of officials or of bodies whose place the first has said."""
        joined = body.sentence == mention.sentence and _JOINED.fullmatch(text, body.end, mention.start) is not None
        return joined or self._goes_on(body, mention, text)

    def _goes_on(self, body: Mention, mention: Mention, text: str) -> bool:
        """Whether nothing but people, titles and marks stand between two bodies: they are named in one list of officials."""
        if body.sentence != mention.sentence or mention.start < body.end:
            return False
        covered = {at for m in self._posts[mention.sentence] for at in range(m.start, m.end)}
        gap = "".join(char for at, char in enumerate(text[body.end : mention.start], body.end) if at not in covered)
        sent = body.text.endswith(("团", "组")) and gap == "在"  # 滨州市考察团在|市委|副书记甲带领下
        return bool(covered) and (sent or not gap.strip("，、；和及兼等 "))

    def _written_out(self, mention: Mention, context: Context) -> Named:
        """The body that a name of its own means; later ones may belong to it."""
        if mention.via == "agency.committee":
            body = name_committee(mention, self._assemblies.get(mention.kind), context)
        else:
            body = name_agency(mention, context)
            if is_assembly(body):
                self._assemblies[body.kind] = body
        if body.name.endswith(("工委", "工作委员会")):
            self._committee = mention.sentence, body
        if body.division and any(name in mention.text for name in body.division.names):
            self._elsewhere = mention, body.division
        return body

    def _of_house(self, mention: Mention, text: str) -> Named | None:
        """江北大学党委书记甲、|纪委|书记乙: of the university or the firm whose officials are listed, and of no place."""
        if self._last is None or mention.text != "纪委" or mention.via != "agency.bare":
            return None
        house = _HOUSE.fullmatch(self._last.body.name)
        return (
            part_of(replace(self._last.body, name=house[1]), "纪委")
            if house and self._goes_on(self._last.mention, mention, text)
            else None
        )

    def _bare_group(self, mention: Mention) -> Named | None:
        """县水利局开会。|局党组|书记、局长王平讲话."""
        group = _BARE_GROUP.fullmatch(mention.text)
        whole = self._last_called(group[1], mention) if group else None
        return part_of(whole, group[2]) if group and whole else None

    def _implied(self, mention: Mention, text: str, context: Context) -> Named | None:
        """The body that a bare title is a post of."""
        before = self._last if self._last and self._is_chained(self._last.mention, mention, text) else None
        if before is None and self._last and (that := self._that_body(mention, text)):
            return that
        if _HEAD_OF_TOWN.search(mention.text) and (town := self._town_before(mention, text, before)):
            return government_of(town, self._context)
        body = implied_body(
            mention, text[: mention.start], before.body if before else None, before.words if before else "", context
        )
        if body is None and before is None:
            body = self._just_named(mention, text)
        if body and body.division and text.endswith(tuple(body.division.names), 0, mention.start):
            self._elsewhere = mention, body.division  # 安庆市|副市长甲，市政协副主席乙
        return body

    def _town_before(self, mention: Mention, text: str, before: _Last | None) -> str:
        """The town right before its head's title, or of whose committee the post before is: 白石镇党委副书记、镇长."""
        at = mention.start
        if before and before.mention.sentence == mention.sentence:
            committee = _OF_TOWN.search(text, before.mention.start, before.mention.end)
            at = committee.start() if committee else at
        return self._towns.get((mention.sentence, at), "")

    def _is_chained(self, before: Mention, mention: Mention, text: str) -> bool:
        """Whether two posts belong to one person: only a title and a 、 stand between them."""
        if before.sentence != mention.sentence:
            return False
        between = text[before.end : mention.start]
        if between and not _CHAIN.fullmatch(between):
            return False
        if _OF_GROUP.search(before.text) and text[mention.start - 1] in "、，" and not _IN_PARTY.search(mention.text):
            return True  # 省水利厅党组书记甲、|副厅长|乙
        # 经合组织秘书长科尔曼、论坛理事长潘基文: the second has nothing to do with the first one's body.
        return not any(
            m.type == PERSON and before.end <= m.start < mention.start and _MAY_OWN.search(text, m.start, mention.start)
            for m in self._posts[mention.sentence]
        )

    def _that_body(self, mention: Mention, text: str) -> Named | None:
        """华西能源公司是…企业。|公司|董事长黎仁超, |该院党组|副书记李平: of the body just named."""
        that = _THAT_BODY.search(text, max(0, mention.start - 7), mention.start)
        whole = self._last_called(that[1] or that[2], mention) if that else None
        return part_of(whole, that[3]) if that and whole and that[3] else whole

    def _just_named(self, mention: Mention, text: str) -> Named | None:
        """江北大学召开会议。|校长|孙明远讲话: the only body of this sentence and the one before that has such a head."""
        head = _HEAD_OF.search(mention.text)
        if head is None or (mention.start and text[mention.start - 1] not in "，。；："):
            return None
        found = {body.name: body for body in self._called(head[1] or "公司", mention, 1)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _last_called(self, word: str, mention: Mention) -> Named | None:
        """The last body named before a mention, a few sentences back at most, that goes by a word (局, 医院, 公司)."""
        return next(self._called(word, mention, _CALLED_AGAIN), None)

    def _called(self, word: str, mention: Mention, back: int) -> Iterator[Named]:
        """The bodies that go by a word (局, 医院, 公司) in a mention's sentence and so many before it, the last one first."""
        ends = _CALLED.get(word, (word,))
        for body in reversed(self.named):
            if mention.sentence - body.sentence > back:
                return
            if not body.implied and len(body.text) > len(word) and body.text.endswith(ends):
                yield self.named[body]

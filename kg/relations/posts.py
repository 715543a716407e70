"""Who holds which post (holdsPost) and who wrote what (wrote): from titles at names, notices' lists and bylines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import AGENCY, PERSON, PLACE, TITLE, Mention, Statement
from kg.recognition.people.abroad import is_by_sound
from kg.recognition.people.rosters import roster_entry, roster_role
from kg.recognition.posts import CAREER_LINE, NO_POST, TAKES_POST, held_spans
from kg.relations.statements import Scene, by_sentence, published_by, state

_FORMER = re.compile(
    r"(?:原|时任|前任|曾任|曾担任|历任|先后任|先后担任)[一-鿿]{0,10}$|原党(?:组|委|支部|总支)(?:副?书记|成员|委员)、$"
)
# 湖山市原市委常委、|政法委书记: the post behind a mark that names no body of another place was held once too.
_STILL_FORMER = re.compile("(?<![一-鿿][草平高中])原(?![地则本有先来])[^，。；：、和（]{2,12}、$")
_LEFT = re.compile(r"^(?:原|时任|前)")
_REMOVED = re.compile(r"免去|撤销|罢免|辞去|请辞|不再担任|不再兼任|卸任")
# Editors and proofreaders are named on the page but wrote nothing.
_EDITORS = re.compile(
    r"(?:责任编辑|责编|编辑|编审|校对|审核|美编|组版|统筹|主编|总编|监制|策划|制图|值班主任|[一二三初复终]审)[^。]*$"
)
# 文, 图 and 摄影 of a credit are set off from the name (文/张三); in prose they begin a word (文章指出, 摄影师周平说).
_GLUED = re.compile("(?:(?:^|[^一-鿿])[文图]|摄影|策划|作者)$")
PROSE = 30
"""From how many characters on a sentence is prose rather than a byline."""
# Posts of the state, which a party's body never has: 中共中央总书记、国家主席.
_OF_STATE = re.compile("^(?:国家|政府|国务)|总理|总统|首相|[省市县区州盟旗镇乡]长$")
_OF_NATION = re.compile(
    "总统|总理|首相|国王|女王|王储|埃米尔|国家主席|大公|总督|[外财防]长$|[外财防]相$|大臣|新闻秘书|大使|特使|国务卿|国务秘书|国务资政|官房长官|议长$"
    "|总参谋长|总检察长|检察总长|国家安全顾问|^常?驻"
)
# Heads and chiefs whose country the clause has named, with others between: 卢森堡大公甲、议长乙、首相丙.
_HEAD_OR_CHIEF = re.compile("总统|总理|首相|国王|女王|王储|大公|[外财防]长$|(?:外交|国防|财政|内政|能源|商务)大臣$")
# 加利福尼亚州州长, 莫斯科市长: the place is the body.
_OF_PLACE = re.compile("[省市县州]长$|^副?知事$")
_SENT_TO_VILLAGE = re.compile("[^，。；：]{1,12}?(?:村|社区|嘎查)(?:担?任)?(?:驻村)?")
_LEVELS = ("", "省", "市", "县", "州")
_SENT = re.compile("常?驻(?!华)")
# What a congress or a conference has besides its delegates: 全国政协委员、总设计师周岚 designs nothing for it.
_CONGRESS = re.compile("人民代表大会$|政协|人民政治协商会议")
_OF_SESSION = re.compile("秘书长|委员长|主席|主任|代表|委员|常委|书记|成员|人$")
_PARTY = re.compile("^(?:中国共产党|中共)|党(?:中央(?:委员会)?)?$")
# Posts that several people hold at once: a list of names after one of them shares it. 区长 and 书记 are one person's.
_SHARED = re.compile(r"^(?:原|时任)?(?:常务)?副(?!秘书长)|(?:常委|委员|成员|代表|助理|参事|顾问|巡视员|调研员|理事)$")
_ONE_BY_ONE = re.compile("国务委员$|首席")
_MARKED = re.compile(r"(?:（[^（）]{1,12}）)?(?:同志)?(?:、|和|及|以及|与)")
_REPORTER = re.compile(r"(?:首席|见习|全媒体|融媒体|实习|特约|本报|本台|本网)*记者$")
# Those who send in their texts hold no post at the paper that prints them.
_FREELANCE = re.compile(r"通讯员|实习生|作者|撰稿人")
# Titles that say what somebody is rather than which body's post he holds.
_RANK = re.compile(
    r"教授|院士|专家|记者|通讯员|研究员|工程师|医师|先生|女士|学者|作家|律师|主播|队长|校长|院长|董事长|经理|[河湖林田路街链]长|指挥长"
)
_OFFICE = re.compile("^(?:地区|盟)?行署(?=副?专员)")
_GROUP_OF = re.compile("^(?:党组|党委|党工委|党总支|党支部)(?=副?书记|成员)")
_GROUP = re.compile(r"(?:领导小组|工作专班|指挥部|委员会|工作组|组委会|联席会议|专班)$")


@dataclass(slots=True, unsafe_hash=True)
class _Line:
    """A sentence with what posts are read from."""

    index: int
    text: str
    titles: Sequence[Mention]
    persons: Sequence[Mention]
    bodies: Sequence[Mention]
    states: Sequence[Mention]
    """The countries named, which their heads and ministers hold posts of."""
    places: Sequence[Mention]
    """Places abroad, which their governors and mayors do."""


def extract_posts(scene: Scene) -> list[Statement]:
    """A statement for each title in a chain before a name, or right after it (刘健区长), and for the names listed after it."""
    found: list[Statement] = []
    careers = _careers(scene)
    for line in _lines(scene):
        last: Mention | None = None
        """The body of the chain before, for a title that names none: 市政协主席陈平，秘书长李安."""
        head = ""
        """The title of the chain before."""
        for title in line.titles:
            if _FREELANCE.search(title.text):
                continue
            person = (
                _addressed(title, line)
                or _given(title, line)
                or _holder(title, line)
                or _appointed(title, line)
                or careers.get(line.index)
            )
            body = next((b for b in line.bodies if b.end in _before(title, line.text) and not b.implied), None) or next(
                (b for b in line.bodies if b.start == title.start and b.implied), None
            )
            if (body is None or body.implied) and person is not None and title.via == "address":
                # 省科协陈平副主席: the body stands before the name
                body = next((b for b in line.bodies if b.end == person.start and not b.implied), body)
            if (body is None or body.implied) and (_OF_NATION.search(title.text) or title.via == "address"):
                # 智利总统, 古巴共和国国家主席; 国家主席 alone is that of the country whose press it is
                named = (
                    s
                    for s in line.states
                    if s.end == title.start or (not s.implied and _STYLED.fullmatch(line.text, s.end, title.start))
                )
                ours = (s for s in line.states if s.implied and s.start == title.start and not _abroad(s, line))
                body = next(named, body) or next(ours, None) or _only_state(title, line)
            if body is None and _OF_PLACE.search(title.text):
                body = next(
                    (p for p in line.places if line.text[p.end : title.start] in _LEVELS and p.end <= title.start), None
                )
            if body is None and title.text.endswith("第一书记"):
                # 清石村第一书记, 到清石村任驻村第一书记: sent to the village, of whose branch nothing is said
                body = next((p for p in line.places if _SENT_TO_VILLAGE.fullmatch(line.text, p.start, title.start)), None)
            if (
                body is not None
                and body.implied
                and title.text.endswith(("书记", "委员长"))
                and _is_foreign(title, person, line)
            ):
                continue  # 越共中央总书记: of a party that is not named in full
            if body is not None and not body.implied and _goes_on_abroad(body, line):
                continue
            if body is not None and body.implied and _OF_STATE.search(title.text) and _is_party(scene, body):
                continue  # the body of the title before it is not this one's
            if body is not None and body.implied and _is_delegate(scene, body, title):
                continue
            if (
                body is not None
                and body.implied
                and title.text.endswith("校长")
                and scene.entities[body.entity].kind in _GOVERNS
            ):
                continue  # 我校与甲县人民政府签约，|校长|李伟出席: of no government
            of_party = last is not None and (
                (bool(_OF_STATE.search(title.text)) and (_is_party(scene, last) or _is_assembly(scene, last)))
                # 市文联党组书记甲、主席乙: the second is of no group.
                or (scene.entities[last.entity].name.endswith("党组") and not title.text.endswith(("书记", "成员")))
            )
            if (
                body is None
                and person is not None
                and last is not None
                and not of_party
                and not _is_delegate(scene, last, title)
                and _continues(title, person, last, line, scene.entities[last.entity].name)
            ):
                found.append(_post(scene, line, person, title, last, "post.same-body"))
                if person.sentence == line.index and person.start >= title.end and _SHARED.search(title.text):
                    found += [_post(scene, line, other, title, last, "post.shared") for other in _listed(person, line)]
                continue
            if (
                body is None
                and person is not None
                and last is not None
                and title.text == f"副{head}"
                and person.end <= title.start
            ):
                body = last  # 选举王坚为市人大常委会主任，李明、周平为副主任
            head = title.text
            if person is None or body is None:
                last = body or last
                continue
            # 江北大学校长甲、纪委书记乙、|副校长|丙: the list goes on with the university's officials
            within = last is not None and scene.entities[body.entity].name == f"{scene.entities[last.entity].name}纪委"
            last = last if within else body
            rule = "post.title-implies-body" if body.implied else "post.title-before-name"
            if person.sentence != line.index:
                rule = "post.career"
            found.append(_post(scene, line, person, title, body, rule))
            if (
                person.sentence == line.index
                and person.start >= title.end
                and (_SHARED.search(title.text) or line.text[title.start - 1 : title.start] == "原")
                and not _ONE_BY_ONE.search(title.text)
            ):
                found += [_post(scene, line, other, title, body, "post.shared") for other in _listed(person, line)]
            elif person.sentence == line.index and person.end <= title.start:
                found += [_post(scene, line, other, title, body, "post.shared") for other in _listed_before(person, line)]
    return _without_guests(scene, found)


def _without_guests(scene: Scene, found: list[Statement]) -> list[Statement]:
    """The statements without those that make a foreign head a head at home: 阮明总书记 after 越共中央总书记阮明."""

    def named(stmt: Statement) -> str:
        return scene.entities[stmt.object or ""].name

    guests = {s.subject for s in found if _FOREIGN_HEAD.search(named(s))}
    return [s for s in found if s.subject not in guests or named(s) not in _AT_HOME]


_GOVERNS = frozenset(("Government", "Party", "Congress", "Consultative", "Company", "Court", "Procuratorate"))
_AT_HOME = ("中国", "中国共产党中央委员会")
_FOREIGN_HEAD = re.compile("^(?!中国共产党)[一-鿿]+党中央委员会$|^(?:越南|老挝|古巴|朝鲜)$")


# 徐光，男，1960年6月生; 徐光简历; 徐光同志简历: whose posts the lines after it tell.
_INTRODUCED = re.compile(r"(?:同志)?(?:，[男女]|（[男女]|简历|简介|，[^，。]{1,4}族|[，,]?[12][0-9]{3}年[0-9]{1,2}月(?:出)?生)")


def _careers(scene: Scene) -> dict[int, Mention]:
    """For each line of a résumé the person that the lines before it introduce; for 现任… the one of the sentence before."""
    found: dict[int, Mention] = {}
    if not any(CAREER_LINE.match(sent.text) for sent in scene.document.sentences):
        return found
    mentions = by_sentence(scene)
    person: Mention | None = None
    article = -1
    for index, sent in enumerate(scene.document.sentences):
        if sent.article != article:
            article, person = sent.article, None
        persons = [m for m in mentions.get(index, ()) if m.type == PERSON]
        introduced = next((p for p in persons if _INTRODUCED.match(sent.text, p.end)), None)
        person = introduced or person
        if person is not None and not persons and CAREER_LINE.match(sent.text):
            found[index] = person
    return found


def _before(title: Mention, text: str) -> tuple[int, ...]:
    """Where a body before a title ends: right before it, before a blank (东湖小学 教师) or before its second name in brackets."""
    between = text[title.start - 1 : title.start]
    if between == "）":
        return (title.start, text.rfind("（", 0, title.start))
    return (title.start, title.start - 1) if between == " " else (title.start,)


def _is_party(scene: Scene, body: Mention) -> bool:
    entity = scene.entities[body.entity]
    return entity.kind == "Party" or bool(_PARTY.search(entity.name))


def _is_assembly(scene: Scene, body: Mention) -> bool:
    """Whether a body is a congress or a conference, of whose officials none governs: 区人大副主任甲，副区长乙."""
    return scene.entities[body.entity].kind in ("Congress", "Consultative")


def _is_delegate(scene: Scene, body: Mention, title: Mention) -> bool:
    """Whether a congress or a conference is only what the holder of a post is delegated to besides it."""
    return _CONGRESS.search(scene.entities[body.entity].name) is not None and not _OF_SESSION.search(title.text)


def _lines(scene: Scene) -> Iterator[_Line]:
    for index, mentions in by_sentence(scene).items():
        titles = [m for m in mentions if m.type == TITLE]
        if titles:
            persons = [m for m in mentions if m.type == PERSON]
            bodies = [m for m in mentions if m.type == AGENCY]
            states = [m for m in mentions if m.type == PLACE and m.entity and scene.entities[m.entity].kind == "Country"]
            places = [m for m in mentions if m.type == PLACE and m.entity and "code" not in scene.entities[m.entity].facts]
            yield _Line(index, scene.document.sentences[index].text, titles, persons, bodies, states, places)


_STYLED = re.compile("(?:社会主义|人民|民主|人民民主|阿拉伯|联邦)?(?:共和国|王国|联邦)?(?:前?政府)?")
_FOREIGN_PARTY = re.compile("[^中]共中央|[越古老朝]共|人民革命党|劳动党")


def _abroad(title: Mention, line: _Line) -> bool:
    """Whether a post without a country stands in a chain that a foreign party or country begins (越共中央总书记甲、国家主席乙)."""
    start = max(line.text.rfind(mark, 0, title.start) for mark in "，。；：") + 1
    named = any(start <= s.start < title.start and not s.implied and s.text not in ("中国", "我国") for s in line.states)
    return named or _FOREIGN_PARTY.search(line.text, start, title.start) is not None


def _is_foreign(title: Mention, person: Mention | None, line: _Line) -> bool:
    """Whether a post without a body is a foreign party's: 新民主党总书记; 通伦总书记, whose name is written by sound."""
    by_sound = person is not None and "总书记" in title.text and (is_by_sound(person.name) or person.name.startswith("阮"))
    return by_sound or line.text[title.start - 1 : title.start] in ("党", "盟") or _abroad(title, line)


# 越共中央政治局|委员、|公安部部长: the ministry of the state whose party has been named
_LINK = re.compile("[^，。；：、]{1,8}、(?:[^，。；：、]{1,12}、)*")


def _goes_on_abroad(body: Mention, line: _Line) -> bool:
    """Whether a post in a body goes on those of somebody in a body abroad."""
    return body.via == "agency.national" and any(
        b.via == "agency.abroad" and b.end < body.start and _LINK.fullmatch(line.text, b.end, body.start) for b in line.bodies
    )


def _only_state(title: Mention, line: _Line) -> Mention | None:
    """The one foreign country that the clause names before the title of a head or a chief, if it names one only."""
    if not _HEAD_OR_CHIEF.search(title.text):
        return None
    start = max(line.text.rfind(mark, 0, title.start) for mark in "，。；：") + 1
    named = {s.entity: s for s in line.states if start <= s.start < title.start and not s.implied}
    state, *others = named.values() or [None]
    return state if state is not None and not others and state.text not in ("中国", "我国") else None


def _addressed(title: Mention, line: _Line) -> Mention | None:
    return next((p for p in line.persons if title.via == "address" and p.end == title.start), None)


# 党工委书记（兼）许洪斌: how the post is held; 党组成员、副主席候选人许洪斌: what he is not yet.
_BESIDE = re.compile(f"(?:（(?:兼|挂职|代)）)?(?:、(?:{NO_POST}))?")
_BETWEEN_POSTS = re.compile("[、兼，和 ]?(?:[^，。；：、]{0,8}|(?:分管|负责|主持)[^，。；：、]{2,12}工作的?)|（[^（）]{1,8}）")


def _holder(title: Mention, line: _Line) -> Mention | None:
    """The first person after a title with nothing but further posts between."""
    at = title.end
    while True:
        at += len(_BESIDE.match(line.text, at).group())  # type: ignore[union-attr]
        rest = next((p for p in line.persons if 0 <= p.start - at <= 1 and not line.text[at : p.start].strip(" ：")), None)
        if rest:
            return rest
        following = [t for t in line.titles if t.start >= at]
        if not following:
            return None
        nxt = following[0]
        if title.text.endswith("负责人") and any(b.end == nxt.start and not b.implied for b in line.bodies):
            return None  # 监察委负责人、法院院长李明: nobody is named for the first
        start = min([nxt.start, *(b.start for b in line.bodies if b.end == nxt.start)])
        if not _BETWEEN_POSTS.fullmatch(line.text[at:start]):
            return None
        at = nxt.end


_APPOINTED = re.compile(TAKES_POST + r"[^。；]{0,60}$")
_PAST = re.compile("(?:曾|历|先后)(?:在?任|在?担任)(?![^。；]*现任)")


def _appointed(title: Mention, line: _Line) -> Mention | None:
    """The person before a title that an appointment, a removal or a notice's list names (任命张三为局长)."""
    before = [p for p in line.persons if p.end <= title.start]
    if not before:
        return None
    between = line.text[before[-1].end : title.start]
    if before[-1].via == "roster":
        return before[-1]
    removed = line.text.endswith(("免去", "撤销", "罢免"), 0, before[-1].start) and not re.search("[，。；]", between)
    told = before[-1].via == "annotated" and any(
        start <= title.start < stop for start, stop in held_spans(line.text, before[-1].end)
    )
    return before[-1] if removed or told or _APPOINTED.fullmatch(between) else None


def _listed(first: Mention, line: _Line) -> Iterator[Mention]:
    """The bare names that follow in the list of a shared post: 副主席沈平、黄胜、彭安，秘书长李全."""
    at = first.end
    for person in line.persons:
        if person.start < at or not _MARKED.fullmatch(line.text[at : person.start]):
            if person.start < at:
                continue
            return
        if any(t.start == person.end for t in line.titles):  # 、王平教授 has a title of his own
            return
        yield person
        at = person.end


_GIVEN = re.compile("(?:同志)?(?:为|当选为?|任|担任|出任)[^，。；、]{0,30}")


def _given(title: Mention, line: _Line) -> Mention | None:
    """The person whom the words right before a title make its holder, where nobody's name follows it.

    选举甲为代表团团长，副书记乙…: the post is not of 乙, before whose own posts it stands.
    """
    person = next((p for p in reversed(line.persons) if p.end <= title.start), None)
    if person is None or any(p.start == title.end for p in line.persons):
        return None
    return person if _GIVEN.fullmatch(line.text, person.end, title.start) else None


def _listed_before(last: Mention, line: _Line) -> Iterator[Mention]:
    """The names that a list which ends in an appointed one begins with: 沈平、黄胜、彭安当选为副主席."""
    at = last.start
    for person in reversed(line.persons):
        if person.end > at:
            continue
        if not _MARKED.fullmatch(line.text[person.end : at]):
            return
        yield person
        at = person.start


# 校长, 副院长, 总经理: heads that only houses of a sort have, and how the names of those end.
_HEADS_OF = (
    (re.compile("校长$"), re.compile("(?:大学|学院|学校|中学|小学)$")),
    (re.compile("院长$"), re.compile("(?:医院|学院|研究院|科学院|设计院|法院)$")),
    (re.compile("(?:董事长|总?经理|总裁|总监)$"), re.compile("(?:公司|集团|股份|银行)$")),
)


def _heads(title: str, name: str) -> bool:
    """Whether a title is that of a head of a house such as the name's: 副校长 of 江北大学."""
    return any(head.search(title) and house.search(name) for head, house in _HEADS_OF)


def _continues(title: Mention, person: Mention, body: Mention, line: _Line, name: str) -> bool:
    """Does a title without a body go on with the list of one body's officials: only names and marks stand between.

    Args:
        name: The body's full name; 江北大学校长甲、副校长乙 are both of it, but 江北大学教授甲、医师乙 need not be.
    """
    if _RANK.search(title.text) and not _heads(title.text, name):
        return False
    if title.via == "address" or not 0 <= title.start - body.end <= 60 or person.start < title.end:
        return False
    bare = [b for b in line.bodies if b.via == "agency.bare"]  # 校长甲、|纪委|书记乙、副校长丙
    known = [m for m in (*line.titles, *line.persons, *bare) if body.end <= m.start < title.start]
    covered = {p for m in known for p in range(m.start, m.end)}
    gap = "".join(c for p, c in enumerate(line.text[body.end : title.start], body.end) if p not in covered)
    # 中国驻甲国大使乙和驻丙国大使丁
    marks = "，、和及" if _SENT.match(title.text) or "秘书长" in title.text else "，、"
    return bool(known) and line.text[title.start - 1] in marks and not gap.strip("，、和及")


def _post(scene: Scene, line: _Line, person: Mention, title: Mention, body: Mention, rule: str) -> Statement:
    text = line.text
    qualifiers: dict[str, str | bool] = {
        "title": _of_group(_OFFICE.sub("", _REPORTER.sub("记者", _LEFT.sub("", title.text))), scene.entities[body.entity].name),
        **published_by(scene.document),
    }
    start = min(title.start, body.start)
    removed = (
        person.sentence == line.index
        and person.end <= title.start
        and _REMOVED.search(re.split("[，；。]", text[: title.end])[-1])
    )
    career = CAREER_LINE.match(text) if person.sentence != line.index else None
    past = career is not None and (
        (career["end"] or "今")[-1] != "今" or text.startswith(("曾", "历任", "先后", "时任")) or ("历任" in career.group())
    )
    past = past or ("任" in text[person.end : title.start] and bool(_IN_OFFICE.match(text, title.end)))
    past = past or (
        (body.implied or body.via == "agency.bare") and _STILL_FORMER.search(text, max(0, start - 24), start) is not None
    )
    past = past or "原党" in body.text or text.endswith("前政府", 0, title.start)
    past = past or (person.sentence == line.index and bool(_PAST.search(text, person.end, title.start)))
    if past or _LEFT.match(title.text) or _FORMER.search(text[max(0, start - 12) : start]) or removed:
        qualifiers["end"] = True
    return state(
        scene,
        line.index,
        rule,
        subject=person.entity,
        predicate="holdsPost",
        object=body.entity,
        qualifiers=qualifiers,
        marks={**({"subject": person} if person.sentence == line.index else {}), "object": body, "trigger": title},
    )


def _of_group(title: str, body: str) -> str:
    """A title without the Party group that is its body: 书记 of 湖山县水利局党组; 党组成员 of any other body stays."""
    group = _GROUP_OF.match(title)
    return title[group.end() :] if group and (title.endswith("书记") or body.endswith(group.group())) else title


# 在任副市长、副厅长期间: posts held once.
_IN_OFFICE = re.compile("[^，。；]{0,100}期间")


def extract_members(scene: Scene) -> list[Statement]:
    """The members of a leading group or committee that a notice lists (组长：…, 成员：…), each with the role of the list."""
    found: list[Statement] = []
    if all(m.via != "roster" for m in scene.mentions):
        return found
    role = ""
    group: Mention | None = None
    mentions = by_sentence(scene)
    for index, sent in enumerate(scene.document.sentences):
        here = mentions.get(index, ())
        listed = [m for m in here if m.type == PERSON and m.via == "roster"]
        if not listed:  # the bodies beside a member's name are where he comes from
            group = next((m for m in here if m.type == AGENCY and _GROUP.search(m.text)), group)
        role = roster_role(sent.text) or (role if roster_entry(sent.text) else "")
        if not role or group is None:
            continue
        for person in listed:
            found.append(
                state(
                    scene,
                    index,
                    "post.roster",
                    subject=person.entity,
                    predicate="holdsPost",
                    object=group.entity,
                    qualifiers={"title": role, **published_by(scene.document)},
                    marks={"subject": person, "object": group},
                )
            )
    return found


def extract_reporters(scene: Scene) -> list[Statement]:
    """记者 as a post, where the byline names the paper (江北日报记者张三; 江北网讯（记者李四）)."""
    found: list[Statement] = []
    for index, mentions in by_sentence(scene).items():
        papers = [m for m in mentions if m.type == AGENCY and m.kind == "Media"]
        text = scene.document.sentences[index].text
        for person in mentions:
            if person.type != PERSON or person.via != "byline":
                continue
            named = [p for p in papers if p.end <= person.start and _BYLINE.fullmatch(text[p.end : person.start])]
            # 江北日报/江北新闻记者: of both that the stroke joins
            for paper in (p for p in named if p is named[-1] or text.startswith("/", p.end)):
                found.append(
                    state(
                        scene,
                        index,
                        "post.byline",
                        subject=person.entity,
                        predicate="holdsPost",
                        object=paper.entity,
                        qualifiers={"title": "记者", **published_by(scene.document)},
                        marks={"subject": person, "object": paper},
                    )
                )
    return found


_BYLINE = re.compile(
    r"(?:（[^（）]{1,12}）)?(?:[·、/—-][一-鿿]{2,8}?)?(?:[一-鿿]{0,6}[0-9年月日 ]{0,12}(?:电|讯|消息|报道))?[ （【]{0,2}(?:本[网报台刊社])?(?:首席|见习|全媒体|融媒体|实习)*记者(?!站|部|节)(?!.*(?:通讯员|实习生|[台站网局社] ))[一-鿿 、]{0,30}"
)


def extract_authors(scene: Scene) -> list[Statement]:
    """A statement for each name in a byline; the work is the article it stands in."""
    return list(_authors(scene))


def _authors(scene: Scene) -> Iterator[Statement]:
    for mention in scene.mentions:
        if mention.type != PERSON or mention.via != "byline":
            continue
        sent = scene.document.sentences[mention.sentence]
        before = sent.text[: mention.start]
        if _EDITORS.search(before) or (_GLUED.search(before) and len(sent.text) >= PROSE):
            continue
        yield state(
            scene,
            mention.sentence,
            "wrote.byline",
            subject=mention.entity,
            predicate="wrote",
            object=scene.document.articles[sent.article].id,
            marks={"subject": mention},
        )

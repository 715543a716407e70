"""Documents: names in 《》 (nested ones inside), quoted plans and opinions, and the few that stand without marks (中央一号文件)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.recognition.divisions import load_divisions
from kg.recognition.lexicon import Names, rows
from kg.recognition.phrases import counts
from kg.recognition.spans import Span
from kg.recognition.tokens import Words

_UNMARKED = re.compile(
    r"中央(?:1|一)号文件|(?:[0-9]{4}年)?(?:全国|[省市区县]|自治[区州])?(?:人大常委会|(?:人民)?政府|法院|检察院)工作报告|(?:[党市省区县]|自治区){1,2}(?:第[一二三四五六七八九十]+次)?党?代会报告"
    r"|[省市区县州旗]委(?:常委会|全会)?工作报告"
    r"|[一-鿿]{2,8}(?:〔[0-9]{4}〕|［[0-9]{4}］|\[[0-9]{4}\]|（[0-9]{4}）)[0-9]+号"
    r"|党的[一二三四五六七八九十]{1,4}大报告|(?:联合国大会|联大|(?:联合国)?安理会)?第[0-9]{3,4}号决议|国务院令?第[0-9]{1,4}号令?|第[一二三四五六七八九十百零]{1,5}号主席令"
)
# 根据|湖发改〔2021〕9号文件, 印发|湖政办发〔2020〕3号
_BEFORE_NUMBER = re.compile(
    "[一-鿿]{0,6}?(?:依?据|按照|以及|印发|发布|下发|转发|文号|关于|通过|[以为经由和与及按])(?=[一-鿿]{2})"
)
# 暴雨红色预警, 红色山洪灾害气象预警: warnings of weather by their grade.
_WARNED_OF = "(?:特大暴雨|暴雨|台风|大雾|高温|寒潮|大风|山洪灾害|山洪|地质灾害|沙尘暴|沙尘|暴雪|冰冻|低温|强对流天气|强对流|渍涝|海浪|风暴潮|道路结冰|霾|干旱|气象干旱|洪水|森林火险)(?:气象|风险|天气)*"
_WARNING = re.compile(f"{_WARNED_OF}[红橙黄蓝]色预警|[红橙黄蓝]色{_WARNED_OF}预警")
# 河北省“十二五”规划纲要, 青岛十二五交通规划: plans named by their five years.
_FIVE_YEARS = re.compile(
    r"(?:[一-鿿]{2,3}(?:自治区|[省市区县州])?)?(?:国民经济和社会发展)?(?:第十[一二三四五六]个五年|“?十[一二三四五六]五”?)(?!期间|时期|以来)[一-鿿]{0,10}?(?:规划纲要|规划(?:的?建议)?(?!《建议》)|计划)"
)
# 研究我市|海洋经济发展“十四五”规划: what a plan of five years is for.
_FIELD_OF_PLAN = re.compile(
    "(?:[我全本该][省市县区州]|[，。、了的《])((?![我全本该][省市县区州])[一-鿿]{2,12}(?:发展|建设|保护|事业))$"
)
# 江北县十六届人大一次会议选举办法（草案）: how one of its sessions elects.
_ELECTS = re.compile(
    "(?:(?:(?!通过|审议|讨论)[^了过\\W]){2,5}[省市县区州旗]|[省市县区州旗])?第?[一二三四五六七八九十]{1,3}届(?:人大|人民代表大会)第?[一二三四五六七八九十]{1,3}次会议(?:选举|表决)办法(?:草案|（草案）)?"
)
# “不合标准的做法”: a way of doing
_WAY = re.compile("[做看想说方手算书魔执违普合无打用玩疗]法$")
_QUOTED = re.compile(r"“([^“”]{4,40})”")
# After a title in 《》 these make it a show, a column or a medium rather than a paper one could look up.
_NOT_PAPER = re.compile(r"(?:栏目|节目|频道|电视剧|电影|歌曲|舞蹈|小品|杂志社|报社|(?:首席|见习|特约)?记者)")
_MEDIA = re.compile(r"[一-鿿]{2,8}(?:报|日报|晚报|周刊|月刊|半月刊|邮报|杂志|新闻网)$")


@lru_cache(maxsize=1)
def document_heads() -> dict[str, str]:
    """Head nouns of documents with the subclass they tell."""
    return {row["head"]: row["kind"] for row in rows("document_heads") if len(row["head"]) > 1 or row["head"] in ("法", "令")}


def document_kind(name: str) -> str:
    """The subclass a document's name tells by its last words, or an empty string.

    Example:
        >>> document_kind("行政事业性国有资产管理条例")
        'Law'
    """
    heads = document_heads()
    name = re.sub(r"（[^（）]*）$", "", name)
    return next((heads[name[-size:]] for size in range(min(8, len(name)), 0, -1) if name[-size:] in heads), "")


# 审议通过了首规委工作规则、首规委办工作细则等文件: unmarked names after verbs that take papers.
_TAKES_PAPERS = re.compile(
    r"(?:审议并原则通过|审议通过|审议并通过|审议批准|审议|出台|印发|发布|制定|签订|签署|草签|编制完成|编制|听取)(?:了|的)?"
)
_ABOUT = re.compile(
    r"“?关于(?!提请审议[^，。；、]{2,24}法典?(?:修[正订])?草案的议案)(?:(?!作的关于|[、和]关于|(?:决议|报告|决定|意见|条例|办法|规定|草案|议案|说明)(?:（[^（）]{1,6}）)?、|(?:报告|议案|说明)和)(?:[^，。；《》“”]|“[^“”]{2,8}”)){4,50}的(?:专项报告|综合报告|中期报告|书面报告|审查(?:结果)?报告|审议(?:结果)?报告|执行情况报告|议案|说明|表决办法|选举办法|实施意见|指导意见|意见|通知|决定|决议|函|实施方案|方案|公告|报告|汇报|倡议书|办法|公约|协定|条约|议定书)(?:草案)?”?(?=[，。；、》（”和]|$|的|等|精神)"
)
# 平果市与某集团战略合作协议签约仪式: the paper is named in the ceremony.
_SIGNED_AT = re.compile(
    r"(?:^|[，。；：、])([^，。；：、“”《》的了]{6,50}?(?:协议|合同|备忘录|意向书))(?=签约仪式|签订仪式|签署仪式|签字仪式)"
)
_LEADS = re.compile(r"举行|召开|举办|出席|参加|主持|今天|昨天|上午|下午|日前|近日|[0-9]日|在[一-鿿]{2,6}(?=与)")
# 关于批准《引渡条约》的决定, 关于印发《管理办法》的通知: a paper about another one that it names.
_ABOUT_NAMED = re.compile(
    "关于(?!提请|作好|做好)[^，。；《》“”]{0,20}《[^》]{2,60}》[^，。；《》、]{0,12}的(?:决定|决议|报告|意见|通知|通报|批复|方案)(?!精神|要求)"
)
# A notice's headline begins with who issues it: 某市人民政府办公室关于…的通知.
_ISSUER = re.compile(
    r"(?:^|(?<=^[0-9][.．])|(?<=^[0-9]{2}[.．]))(?!.*(?:听取|审议|审查))[^0-9，。；：、“”《》 的了]{3,30}(?:委|政府|办公室|办公厅|局|厅|部|委员会|法院|检察院)$"
)
_AGREEMENT = re.compile(r"(?:协议|协议书|合同|意向书|备忘录|框架协议|责任书)")


def find_documents(words: Words) -> list[Span]:
    """Spans of document names, marks included, left to right."""
    text = words.text
    found = list(_marked(text)) if "《" in text else []

    def add(start: int, end: int, via: str, kind: str) -> None:
        if all(end <= s.start or s.end <= start for s in found):
            found.append(Span(start, end, via, kind))

    for match in _ABOUT_NAMED.finditer(text) if "》" in text and "关于" in text else ():
        found.append(Span(match.start(), match.end(), "document.about-named", document_kind(match.group())))
    for match in _ABOUT.finditer(text) if "关于" in text else ():
        issuer = _ISSUER.search(text, 0, match.start())
        add(
            issuer.start() if issuer else match.start(), match.end(), "document.about", document_kind(match.group().strip("“”"))
        )
    for match in _QUOTED.finditer(text) if "“" in text else ():
        kind = document_kind(match.group(1))
        if kind and len(match.group(1)) >= 6 and not _WAY.search(match.group(1)):
            add(match.start(), match.end(), "document.quoted", kind)
    for match in _UNMARKED.finditer(text) if "号" in text or "报告" in text else ():
        start = match.start()
        if match.group().endswith("报告"):  # 湖山|县人民政府工作报告, 中共湖山|县委常委会工作报告
            start = next((a for a, b in load_divisions().scan(text) if a < start and b in (start, start + 1)), start)
            start -= 2 * text.endswith("中共", 0, start)
        elif lead := _BEFORE_NUMBER.match(text, start, match.end()):
            start = lead.end()
        if text[start - 1 : start] in "（［[" and any(s.end == start - 1 for s in found):
            continue  # 《湖山县节水办法》|（湖政办发〔2021〕18号）
        add(start, match.end(), "document.unmarked", document_kind(match.group()) or "Report")
    for match in _ELECTS.finditer(text) if "办法" in text else ():
        add(match.start(), match.end(), "document.unmarked", "Law")
    for match in _WARNING.finditer(text) if "色" in text else ():
        add(match.start(), match.end(), "document.unmarked", "Notice")
    for match in _FIVE_YEARS.finditer(text) if "五" in text and ("规划" in text or "计划" in text) else ():
        start = re.search("第?“?十", match.group()).start() + match.start()  # type: ignore[union-attr]
        if field := _FIELD_OF_PLAN.search(text, max(0, start - 20), start):
            start = field.start(1)
        start = next((a for a, b in load_divisions().scan(text[:start]) if b == start), start)
        add(start, match.end(), "document.unmarked", "Plan")
    for start, end in _laws(words) if "法" in text or "草案" in text else ():
        if text.endswith("草案", start, end) and any(
            s.via == "document.about" and s.start < start < end < s.end for s in found
        ):
            found.append(Span(start, end, "document.law", "Law"))  # 关于某某法草案审议结果的报告
        else:
            add(start, end, "document.law", "Law")
    for match in _SIGNED_AT.finditer(text) if "仪式" in text else ():
        start = max((match.start(1) + cut.end() for cut in _LEADS.finditer(match.group(1))), default=match.start(1))
        if match.end(1) - start >= 8:
            add(start, match.end(1), "document.signed", "Agreement")
    for match in _TAKES_PAPERS.finditer(text):
        for start, end in _listed(text, match.end()):
            if text[start] == "方" and text[start - 1] in "两双三四多":
                start -= 1  # 三|方战略合作协议
            name = text[start:end]
            kind = document_kind(name)
            agreement = _AGREEMENT.search(name)
            if (
                name.count("“") != name.count("”")
                or name.startswith(("“", "《"))
                or (counts(name) and not _NUMBERED_STEPS.search(name))
                or not words.starts_at(end)
                or name.startswith(("系列", "一系列", "相关", "有关", "本", "各", "项目的", "项目合作"))
            ):
                continue
            if len(name) >= 6 and (agreement or _is_paper(name)):
                add(start, end, "document.after-verb", "Agreement" if agreement else kind)
    return sorted(found, key=lambda s: s.start)


# 民营经济促进法草案, 仲裁法修订草案
_DRAFT = re.compile(r"(?:法|法典|条例|守则|组织规则)(?:修订|修正|修改)?(?:草案|修正案草案|修正案（草案）)")
_BEFORE_DRAFT = re.compile(
    r".*(?:[，。；：、《》“”（）和与及了的]|审议|提请|关于|制定|修改|修订|听取|研究|讨论|表决|通过|起草|就|(?<!应)对|将|把)"
)
_NO_LAW = ("和法律委", "律", "院", "官", "庭", "学", "治", "定", "制", "规", "术", "人")


@lru_cache(maxsize=1)
def _known_laws() -> Names:
    return Names(row["name"] for row in rows("laws"))


def _laws(words: Words) -> Iterator[tuple[int, int]]:
    """Laws named without marks: the state's by their names (安全生产法), drafts by what they are (民营经济促进法草案)."""
    text = words.text
    known = [span for span in _known_laws().find(text) if words.starts_at(span[0])]
    for match in _DRAFT.finditer(text):
        before = _BEFORE_DRAFT.match(text, max(0, match.start() - 18), match.start())
        start = before.end() if before else max(0, match.start() - 18)
        start = min((a for a, b in known if a < match.start() < b), default=start)  # 对外贸易法修订草案 is not about 外贸易法
        if match.start() - start >= 2:
            yield start, match.end()
    for start, end in known:
        if not text.startswith(_NO_LAW, end):
            country = text.endswith("中华人民共和国", 0, start)
            yield start - 7 if country else start, end


_PAPER = re.compile(
    r"(?:细则|规则|条例|办法|实施方案|实施意见|规划纲要|发展规划|总体规划|专项规划|控规|总规|管理规定|行动方案|工作规则|章程|公约|工作要点|工作计划|学习计划)$"
)
_COUNT = re.compile(r"^了?(?:(?:一|两|三|[0-9]+)(?:份|个|项|批)?)?")


# 促进民营经济发展若干措施, 支持企业稳岗十条措施: papers that only a fuller name tells from what is merely done.
_FULLER_PAPER = re.compile(
    r"(?:行动计划|若干(?:政策)?(?:措施|意见|政策)|条(?:重点|政策|具体|惠企)?(?:措施|政策)|指导意见|工作方案|推进方案|三年[一-鿿]{0,4}计划|培育计划|提升计划|应急预案|五年规划)$"
)
_NUMBERED_STEPS = re.compile("[一-鿿]{4,}(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})条[一-鿿]{0,2}(?:措施|政策)$")
_VAGUE = re.compile(
    "(?:具体|详细|严格|务实|本地区?|配套|多项|百余|一揽子|完善|实施|支持政策|专门|切实|科学|今[年后]|下一步|统一|年度|新的|落实|推出|接续|全面的?|[0-9余]+[项条个])"
)


def _is_paper(name: str) -> bool:
    return bool(_PAPER.search(name)) or (len(name) >= 9 and bool(_FULLER_PAPER.search(name)) and not _VAGUE.match(name))


def _listed(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The items of a list that begins at a position and ends at a mark or at 等."""
    end = next((i for i in range(at, min(len(text), at + 90)) if text[i] in "，。；：！？《》（） "), min(len(text), at + 90))
    stop = text.find("等", at, end)
    for match in re.finditer(r"[^、和]+(?:和自然资源[^、和]+)?", text[at : stop if stop > 0 else end]):
        start = at + match.start() + len(_COUNT.match(match.group()).group())  # type: ignore[union-attr]
        yield start, at + match.end()


def _marked(text: str) -> Iterator[Span]:
    """Outermost 《…》, nested ones counted; an opening mark without its end is passed over."""
    depth, start = 0, -1
    for at, char in enumerate(text):
        if char == "《":
            if depth == 0:
                start = at
            depth += 1
        elif char == "》" and depth:
            depth -= 1
            if depth == 0:
                name = text[start + 1 : at]
                if 2 <= len(name) <= 120 and not _MEDIA.fullmatch(name) and not _NOT_PAPER.match(text, at + 1):
                    yield Span(start, at + 1, "document.marked", document_kind(name))
        elif char in "。" and depth:
            depth = 0

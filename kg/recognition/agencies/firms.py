"""Firms that no list knows: partners and investors, members of a list, those one visits, and those before a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.reading.words import frequency
from kg.recognition.agencies.edges import is_of_county, opens
from kg.recognition.agencies.heads import is_coinage, stopwords
from kg.recognition.lexicon import Names, column
from kg.recognition.phrases import boundary_words, counts, is_proper, is_unknown
from kg.recognition.spans import Span
from kg.recognition.tokens import Words

# 麻城市人民政府与名医主刀签订协议: whoever a body signs with is one too.
_PARTNER = re.compile(
    r"(?:政府|公司|集团|大学|学院|银行|医院|管委会|[省市县区]委|局)(?:正式)?[与和同]((?![^，。]{0,10}(?:双方|各|等|有关|相关|多家))[一-鿿]{3,8}?)(?:正式|成功|今天|昨天|在[一-鿿]{1,6})?(?:签订|签署|签约|达成)"
)
# 湖北交投, 雅安城投公司: a government's investment company by its contraction.
_INVESTOR = re.compile(
    r"(?:省|市|区|县)?(?:国|城|交|农|建|水|铁|能|产|旅|文旅)投(?:集团公司|集团有限公司|集团|有限公司|公司)?(?![票资入放产赞下身送递标向])"
)


def find_firms(words: Words, places: Mapping[int, int], found: list[Span]) -> list[Span]:
    """Whoever a body signs with, the investors of a place, and the firms of lists and visits.

    Args:
        places: Begin by end of the administrative places in the sentence.
        found: What is found already: no partner is part of it.
    """
    text = words.text
    firms = []
    for match in _PARTNER.finditer(text) if "签" in text or "达成" in text else ():
        begin, end = match.span(1)
        if not any(s.start < end and begin < s.end for s in found) and end not in places and _is_coined(words, begin, end):
            firms.append(Span(begin, end, "agency.partner", "Company"))
    for place_end in places if "投" in text else ():
        if investor := _INVESTOR.match(text, place_end):
            firms.append(Span(places[place_end], investor.end(), "agency.head", "Company"))
    for begin, end in _undertakers(text):
        # 鼎立|置业公司: found without the words that it is called by
        cut = [s for s in found if s.start < end and begin < s.end and not (s.end == end and 2 <= s.start - begin <= 4)]
        if not cut and _may_undertake(words, places, begin, end):
            firms.append(Span(begin, end, "agency.undertaker", "Company"))
    for begin, end in (*_listed_firms(words, places), *_firms_by_trade(words, places), *_acting_firms(words, places)):
        form = _LEGAL_FORM.match(text, end)
        firms.append(Span(begin, form.end() if form else end, "agency.listed", "Company"))
    return firms


_UNDERTAKES = (
    "(?:投资|出资|斥资|投建|承建|参建|援建|捐建|代建|建设|兴建|修建|新建|开发|打造|施工|总承包|承揽|共建|运营|经营|托管|控股|实施|中标)"
    "(?!(?:(?!的)[一-鿿（）]){0,8}(?:公司|集团))"  # 由金地|开发|有限公司承建
)
# 由|明岭置业|投资建设, 由甲、|岳桥七公司|承建: whoever undertakes a work by any name, with what stands around the undertaking.
_DONE_BY = re.compile(
    "由((?!(?:以|在|于|省内|国内|一|多|几|两)[^，。；：]{0,3}家)[^，。；：！？“”由的]{3,48}?)(?:[0-9两三四五六七八九]家(?:公司|企业|单位))?"
    "(?:独家|全额|独资|全资|独立|联合|共同|合作|合资|合力|负责|具体|牵头|组织|直接|统一|全面|计划|在|采用|采取|以|按|通过|设计|等|EPC|BOT|PPP|总|勘察){0,4}"
    + _UNDERTAKES
)
# ，岳桥七公司|承建的…, ，岳桥七公司|中标…: the same at the opening of a clause
_DOER = re.compile(
    f"(?:^|[，。；：、])((?!由)[一-鿿（）]{{3,20}}?)(?:(?:负责|独家|联合|计划|总|在[一-鿿]{{2,6}})?{_UNDERTAKES}[一-鿿]{{0,2}}的(?!是)"
    "|(?:联合体)?(?:成功|正式|独立)?中标(?!单位|人|候选|通知|价|结果|公[示告]))"
)
# 施工单位为|岳桥七公司
_NAMED_AS = re.compile(
    "(?:项目业主|业主单位|建设单位|施工单位|承建单位|承建方|施工方|总承包单位|投资方|投资商|投资主体|运营方|运营商|运营单位|中标单位|中标人|开发商)"
    "(?:为|是|：|——)([一-鿿（）]{3,20}?)(?=[，。；、）)]|$)"
)
_JOINED = re.compile("(?:、|以及|和|与|及|（[^（）]*）)")


def _undertakers(text: str) -> Iterator[tuple[int, int]]:
    """What stands where only whoever undertakes a work can stand: 由…投资建设, …承建的某桥, 施工单位为…."""
    patterns = [
        *([_DONE_BY] if "由" in text else ()),
        *([_DOER] if "的" in text or "中标" in text else ()),
        *([_NAMED_AS] if "单位" in text or "方" in text or "商" in text or "业主" in text else ()),
    ]
    for pattern in patterns:
        for match in pattern.finditer(text):
            begin = match.start(1)
            for joint in _JOINED.finditer(text, *match.span(1)):
                yield begin, joint.start()
                begin = joint.end()
            yield begin, match.end(1)


# What ends the names of firms that are no firm's own: 由民间资本投资, 由台湾同胞捐建.
_NO_UNDERTAKER = re.compile(
    "(?:资本|资金|财政|企业家?|同胞|老板|商人|客商|业主|单位|部门|机构|人员|群众|村民|居民|政府|国家|省里|方|们|者|人|行|会|办|组|队|户|家|社|局|委|厅|处|部|院|所|站|校|学|司法|中央)$"
)
_FORM = re.compile("(?:股份)?有限(?:责任)?公司$|公司$|集团$|合作社$|分公司$")


def _may_undertake(words: Words, places: Mapping[int, int], begin: int, end: int) -> bool:
    """Whether a firm's name stands there: whole words, before the form of a firm any that tell it apart, else a coinage or a brand."""
    name = words.text[begin:end]
    if not 3 <= len(name) <= 24 or not words.are_whole(begin, end) or counts(name) or name[0] in "我该全本各其此这那某一第":
        return False
    if form := _FORM.search(name):
        own = words.between(begin, begin + form.start())
        telling = [t for t in own if t.text not in stopwords("modifier")]
        return len(name) - len(form.group()) >= 2 and any(
            is_proper(t) or is_unknown(t) or len(t.text) == 1 or frequency(t.text) < 500 for t in telling
        )
    if _NO_UNDERTAKER.search(name) or end in places or len(name) > 8:
        return False
    tokens = words.between(begin, end)
    telling = [t for t in words.between(begin, end - 2) if t.text not in stopwords("modifier")]
    if name[-2:] in _trades() and telling:
        if name[-2:] in _DEEDS and words.text[end : end + 1] in ("和", "、", "并", "及"):  # 由甲企|建设和运营
            return False
        return all(len(t.text) == 1 or frequency(t.text) < 500 for t in telling)
    # 启迪国际; but 推进中国式现代化, 贸易协定, 协同苏皖浙
    return (
        len(tokens) > 1
        and any(t.tag in ("nz", "nt", "j") for t in tokens)
        and all(t.tag[:1] in ("n", "j", "m") for t in tokens)
        and not (is_proper(tokens[-1]) and tokens[-1].tag == "ns")
    )


# Trades that are deeds too.
_DEEDS = ("建设", "开发", "投资", "运营", "管理")

# 惠方电子|负责人, 据惠方电子|统计, 湖山燃气|举办: what only a body has or does, right behind its name
_ACTS = re.compile(
    "(?:相关|有关|主要|项目|技术|生产|销售|市场)*(?:负责人|董事长|总经理|副总|总裁|创始人|法人代表|经理|员工|职工|工作人员|车间|厂区|厂房内?)"
    "|党(?:委|支部|总支)|成立|获悉|了解到|看到|统计|介绍|举办|举行|主办|承办|协办|推出|捐[赠款资]|签[订署约]|拥有|是一家|位于|现有|落户|入驻|工会|有限公司"
    "|(?:负责)?(?:承建|施工|运营)|等(?:[0-9]+家|多家)?(?:单位|企业|公司|机构|部门)|[与和同][^，。；、]{2,12}(?:签[订署约]|合作)"
)
_HANZI = re.compile("[一-鿿]+")
_GONE_TO = re.compile("(?:来到|走进|前往|走访了?|考察了?|参观了?)[^，。；、]{2,8}$")
# 湖山燃气, 湖山城投: what a town's own works and the branches of national firms are called by behind its name
_WORKS = frozenset(
    ("燃气", "水务", "城投", "交投", "农投", "国投", "建投", "旅投", "产投", "粮投", "能投",
     "城发", "文旅投", "城建投", "供电", "公交", "移动", "电信", "联通", "铁塔", "广电网络",
     "烟草", "热力", "钢铁", "水泥", "化工厂", "酒厂", "化肥厂", "卷烟厂", "石化", "矿业")
)  # fmt: skip


def _acting_firms(words: Words, places: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Firms that their short form names (惠方电子, 湖山燃气), with what only a body has or does behind it."""
    text = words.text
    for start, end in _trade_finder().find(text):
        acts = _ACTS.match(text, end)
        gone = not acts and text[end : end + 1] in ("、", "，", "。") and _GONE_TO.search(text, max(0, start - 14), start)
        if not (acts or gone) or not words.starts_at(end) or text[start:end] == "建设":
            continue
        if text[start:end] in _WORKS and start in places:
            yield places[start], end
            continue
        begin = next((at for at in range(start, max(end - 9, -1), -1) if opens(text, at)), end)
        if end - begin < 4 or places.get(start) == begin or not _HANZI.fullmatch(text, begin, start):
            continue
        works = text[start:end] in _WORKS and is_of_county(text[begin:start], everyday=True)
        told = _is_firm if acts else _is_coined_firm
        if works or (text[end - 2 : end] in _trades() and told(words, places, begin, end)):
            yield begin, end


# 江北鼎为光电|有限公司
_LEGAL_FORM = re.compile("(?:股份)?有限(?:责任)?公司")
# 宝能集团高级副总裁, 均瑶集团党委书记: a firm of any name between the opening of a clause and a post in it.
_FIRM_WITH_POST = re.compile(
    r"(?:^|[，、；：。及和由])(?:并?[与同])?((?!由)[一-鿿]{2,8}?(?:集团|公司))(党委|党组)?(?=(?:高级|资深|常务|执行|全球)?副?(?:董事长|董事局|总裁|总经理|书记|首席))"
)


def firms_with_post(words: Words) -> Iterator[Span]:
    """Firms of any name before a post in them, and their party committees."""
    text = words.text
    for match in _FIRM_WITH_POST.finditer(text) if "集团" in text or "公司" in text else ():
        if _is_coined(words, *match.span(1)):
            yield Span(match.start(1), match.end(1), "agency.head", "Company")
            if match[2]:
                yield Span(match.start(1), match.end(2), "agency.head", "Party")


def _is_coined(words: Words, begin: int, end: int) -> bool:
    """Whether words make a name of their own: they stand as whole words, not all plain, with no verb, number or place of a level."""
    tokens = words.between(begin, end)
    return (
        words.are_whole(begin, end)
        and all(t.tag[:1] in ("n", "x", "j", "g", "k", "s", "") or len(t.text) == 1 for t in tokens)
        and not all(t.text in stopwords("modifier") for t in tokens)
        and not counts(words.text[begin:end])
        and words.text[end - 1] not in "省市县区镇乡村人家户们者"
    )


# 甲电力机车、乙硬质合金等企业, 甲打火机、乙铸造等14家龙头企业, 甲铝业、乙快递两家企业: what ends a list of firms.
_FIRMS_END = re.compile(
    "(?:(?:等|为(?:主|代表|龙头|首|引领)的)(?:一大?批|[近超]?(?:[0-9]{1,4}|[一二三四五六七八九十百两]{1,3})[多余]?[家户个])?|(?<![0-9])[0-9两三四五六七八九十]{1,2}[家户])"
    "(?!地|[各省市县区国](?![内外属级有际])|[一-鿿]{0,4}(?:行业|产业|领域|方面|类))[一-鿿]{0,10}?(?:企业|公司)(?![家化界主]|文化|管理|职工|高管)"
)
_CLAUSE_MARKS = frozenset("，。；：《》“”（） ")
_SEEN = frozenset(["考察", "走访", "调研", "参观", "察看", "查看", "走进", "来到", "深入", "视察", "慰问", "前往"])


def _listed_firms(words: Words, places: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """What a list of firms names without saying so (吸引了甲食品、乙电气等企业), from its end back to the words that lead to it."""
    text = words.text
    for tail in _FIRMS_END.finditer(text) if "企业" in text or "公司" in text else ():
        if not tail.start():
            continue
        items, end, lead = [], tail.start(), ""
        while not lead and end > 0:
            begin, lead = _item_before(words, end)
            items.append((begin, end))
            if lead or text[begin - 1 : begin] not in ("、", "和", "及", "与"):
                break
            end = begin - 1
        if len(items) > 1 or lead in _SEEN or lead == "了":
            least = 4 if text.startswith(("负责人", "代表"), tail.end()) else 3  # 王平远、李立等企业负责人
            yield from (i for i in items if i[1] - i[0] >= least and places.get(i[1]) != i[0] and _is_firm(words, places, *i))


_LEADS = frozenset("在从向对与和及跟同被把将让给于至到由以的了着过是有请即含为")


def _item_before(words: Words, end: int) -> tuple[int, str]:
    """Where the member of a list begins that ends at a position, and the word that leads to it if it is the first."""
    text, at = words.text, end
    while at > 0 and text[at - 1] not in _CLAUSE_MARKS and text[at - 1] != "、":
        token = words.at(at - 1)
        assert token is not None
        if token.text in ("和", "及", "与", "以及") and at < end:
            return at, "" if "、" in text[max(0, at - 20) : at] else token.text
        if token.tag[:1] in ("u", "p", "r") or (len(token.text) == 1 and token.text in _LEADS):
            return at, token.text
        verb = token.tag in ("v", "p", "d") and token.text not in column("name_verbs", "word")
        if len(token.text) > 1 and (token.text in boundary_words() or (verb and end - at >= 3)):
            return at, token.text
        at = token.start
    return at, ""


@cache
def _trades() -> frozenset[str]:
    """The trades that firms name at the end of their short forms (甲纺织, 乙新材料), of two characters each."""
    return column("trades", "word")


# 在明岭医疗，他问; 走进江岳科技生产车间: where one goes, called by a firm's own name and its trade.
_VISITED_FIRM = re.compile(
    "(?:[，。；：]在|来到|走进|前往|深入|走访了?|考察了?|参观了?|[分先][别后]到)((?!中国|中华|全国|世界)[一-鿿]{4,9}?)"
    "(?=[，。、]|的?生产(?!线|基地)|的?车间|的?展厅|厂区|调研|考察|视察|查看|检查|项目现场|$)"
)


@cache
def _trade_finder() -> Names:
    return Names(_trades() | _WORKS)


_OF_TRADE = re.compile("[一-鿿]{0,3}(?:产业|行业|领域|技术|类|业)")


def _firms_by_trade(words: Words, places: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Firms that nothing calls so but a coinage before a trade: those one visits, and those of a list of at least two."""
    text = words.text
    visited = ((match.start(1) - 1, match.end(1) - 1) for match in _VISITED_FIRM.finditer("，" + text))
    yield from (name for name in visited if _is_coined_firm(words, places, *name))
    at = text.find("、")
    while at >= 0:
        if text[at - 2 : at] in _trades():
            ends = (e for e in range(at + 9, at + 4, -1) if text[e - 2 : e] in _trades() and not _OF_TRADE.match(text, e))
            pair = ((_item_before(words, at)[0], at), (at + 1, next(ends, at)))
            if all(_is_coined_firm(words, places, *name) for name in pair):
                yield from pair
        at = text.find("、", at + 1)


def _is_coined_firm(words: Words, places: Mapping[int, int], begin: int, end: int) -> bool:
    """Whether a firm's name is told by what stands before its trade: a coinage or a proper name."""
    own = words.between(begin, end)[:-1]
    coined = is_coinage(own) or any(is_proper(t) and t.text not in stopwords("modifier") for t in own)
    return coined and words.text[end - 2 : end] in _trades() and _is_firm(words, places, begin, end)


def _is_firm(words: Words, places: Mapping[int, int], begin: int, end: int) -> bool:
    """Whether a member of such a list has a name of its own: whole words, one of them a place, a name or unknown."""
    tokens = words.between(begin, end)
    if not words.are_whole(begin, end) or not 3 <= end - begin <= 16:
        return False
    name = words.text[begin:end]
    if name[0] in "我该全本各":  # 考察了|我县城市建设
        return False
    if len(tokens) == 1 or counts(name) or tokens[0].tag[:1] == "m" or name in stopwords("name"):
        return False
    trade = name[-2:] in _trades()
    own = words.between(begin, end - 2) if trade else tokens
    place = next((e for e, s in places.items() if s == begin and e < end), 0)
    if place:  # 江北天华, but not 江北纺织
        return not all(t.text in stopwords("modifier") for t in words.between(place, end))
    return (
        is_coinage(own)
        or (
            tokens[0].tag[:1] not in ("v", "d", "p", "r", "c")
            and any((is_proper(t) and t.text not in stopwords("modifier")) or is_unknown(t) for t in own)
        )
        or (trade and any(t.text not in stopwords("modifier") and frequency(t.text) < 200 for t in own))
    )

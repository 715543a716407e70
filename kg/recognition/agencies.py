"""Organizations: national ones by name, local ones by their place in the system (区税务局), all others by their head noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.reading.words import tag
from kg.recognition.lexicon import Names, rows
from kg.recognition.phrases import LEVELS, is_rare, name_start
from kg.recognition.tokens import Words


@dataclass(frozen=True, slots=True)
class Span:
    """A found name: its place, how it was found, and the subclass its head noun tells."""

    start: int
    end: int
    via: str
    kind: str = ""


# Heads that are everyday words or too short to stand for an organization by themselves.
_UNSAFE = frozenset(
    "科技 企业 股份 物业 百货 商场 超市 酒店 店 门店 车间 处 科 股 司 室 排 连 营 师 旅 班 团 园 网点 频道 频率 网站 杂志 部队 大学 学院 门诊 科室 病区 托班 站 总站 工厂 部 院 署 书店 药店 餐厅 饭店 宾馆 加工厂 油田 农场 林场 牧场 煤矿"
    " 电站 影城 民宿 客栈 农家乐 菜场 管理站 管理所 检查站 收费站 监测站 试验站 陆军 海军 空军 解放军 工会 客户端 直播间 公众号 官网 企业家 专班 总队 舰队 智库 工作部 部 办 委 局 厅 厂 院区 校区 教学点 控股 实业 矿业 置业 重工 支部 总支 养老院 敬老院"
    " 分校 人大 学校 医院 法院 公司 集团 中心 协会 联盟 银行 监狱 海关 国会 议会 派出所 研究所 小学 中学 初中 高中 幼儿园 卫生院 卫生室 诊所 分院 总院 电视台 电台 出版社 报社 日报 晚报 政府 办公室 委员会 党委 党组 党支部 党总支 海事局 管理局 督导组 巡视组 研究院 设计院 总局 分局 支队 大队 中队 工作室 事务所 合作社 联合会 基金会 商会 学会".split()
)
# Of those, the ones that never make a name even behind a place.
_NEVER = frozenset(
    "科技 企业 股份 物业 百货 超市 店 门店 车间 处 科 股 司 室 排 连 营 师 旅 班 团 园 网点 频道 频率 杂志 部队 门诊 科室 病区 托班 部队 智库 企业家 工作部 直播间 教学点 陆军 海军 空军 解放军 民宿 客栈 农家乐 菜场 院区 校区 油田 煤矿 站 总站 工厂 加工厂 酒店 商场 餐厅 饭店 宾馆 影城".split()
)
# Generic bodies: with nothing but these before the head, no organization is named.
_GENERIC = frozenset(
    "各级 有关 相关 基层 直属 下属 所属 上级 下级 主管 职能 责任 执法 行政 事业 社会 群众 金融 国有 民营 外资 中央 地方 农村 城市 社区 乡镇 街道 企业 机关 单位 部门 定点 公立 民办 高等 职业 重点 龙头 骨干 上市 物业 专业 大型 中小 国内 国外 境外 海外 外国 我国 当地 附近 两地 三地 多家"
    " 农业 工业 商业 建筑 施工 建设 监理 设计 生产 制造 科研 医疗 教育 服务 管理 综合 行业 食品 养老 残疾 自来水 供水 供电 供气 燃气 污水 垃圾 处理 水 电 热 便民 助农 村 镇 乡 县 市 区 省 国家 全国 中国 人民 公安 政法 检察 审判 党 团 工 青 妇 小微 微型 初创 规上 规模 高新 技术 科技 互联网 网络 电商 物流 快递 保险 证券 投资 融资 担保 贷款"
    " 受理 志愿者 日间 照料 活动 指挥 交易 培训 创业 就业 孵化 研发 创新 展示 体验 接待 游客 集散 文化 体育 健身 艺术 展览 会议 新闻 数据 信息 监控 监测 检测 检验 疾病 预防 控制 妇幼 老年 儿童 康复 急救".split()
)
_QUOTED_MEDIA = re.compile(r"《([一-鿿]{2,8}(?:报|日报|晚报|周刊|杂志|新闻网))》")


@lru_cache(maxsize=1)
def national() -> Names:
    """Names and short forms of national bodies, companies, universities, media."""
    return Names(name for row in rows("national_agencies") for name in (row["name"], *row["aliases"].split("|")) if len(name) >= 2)


@lru_cache(maxsize=1)
def national_by_name() -> dict[str, dict[str, str]]:
    """The row of `national_agencies.csv` for each name and short form."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("national_agencies"):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found.setdefault(name, row)
    return found


@lru_cache(maxsize=1)
def local() -> dict[str, dict[str, str]]:
    """Local bodies by what follows the place: short forms and full ones (税务局; 发改委, 发展和改革委员会)."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("local_agencies"):
        found.setdefault(row["short"], row)
        before, _, after = row["full"].partition("{place}")
        if not before and len(after) > 1:
            found.setdefault(after, row)
    return found


@lru_cache(maxsize=1)
def _local_by_head() -> dict[str, tuple[str, ...]]:
    by: dict[str, list[str]] = {}
    for name in local():
        by.setdefault(name[0], []).append(name)
    return {head: tuple(sorted(names, key=len, reverse=True)) for head, names in by.items()}


@lru_cache(maxsize=1)
def heads() -> tuple[Names, dict[str, dict[str, str]]]:
    """Head nouns of organizations, to be found in text and by name."""
    by_name = {row["head"]: row for row in rows("agency_heads") if row["head"] not in _NEVER}
    return Names(by_name), by_name


def local_at(text: str, at: int) -> str:
    """The longest local body whose name, after the place, begins at a position."""
    return next((name for name in _local_by_head().get(text[at : at + 1], ()) if text.startswith(name, at)), "")


def find_agencies(words: Words, places: Mapping[int, int]) -> list[Span]:
    """The organizations of a sentence, the outermost ones, left to right.

    Args:
        places: Begin by end of the administrative places in the sentence.
    """
    text = words.text
    found = [Span(start, end, "agency.national", national_by_name()[text[start:end]]["kind"]) for start, end in national().find(text)]
    found = [s for s in found if _stands_alone(words, s)]
    found += _local_bodies(words, places)
    bounds = dict(places)
    for span in sorted(found, key=lambda s: (s.end, -s.start)):
        bounds[span.end] = min(span.start, bounds.get(span.end, span.start))
    found += list(_by_head(words, bounds))
    found += [Span(m.start(), m.end(), "agency.media", "Media") for m in _QUOTED_MEDIA.finditer(text)]
    return outermost(found)


def _stands_alone(words: Words, span: Span) -> bool:
    """A short form of two or three characters must not be a part of a longer word."""
    if span.end - span.start > 3:
        return True
    first, last = words.at(span.start), words.at(span.end - 1)
    assert first is not None and last is not None
    return first.start == span.start and last.end == span.end


def _local_bodies(words: Words, places: Mapping[int, int]) -> Iterator[Span]:
    text = words.text
    anchors: dict[int, int] = dict(places)
    for at, char in enumerate(text):
        level = next((name for name in LEVELS if text.startswith(name, at)), "") if char in "自街省市区县州盟旗镇乡村" else ""
        if not level or at + len(level) in anchors:
            continue
        if at and text[at - 1] in "我本全该各城都超门夜菜集早上股小园社地山郊校景辖片库牧农新老主灾疆特专":
            continue
        anchors[at + len(level)] = at
    for end, start in anchors.items():
        name = local_at(text, end)
        if not name and text[end : end + 1] == "直":
            name = local_at(text, end + 1)
            end += 1
        if not name:
            continue
        stop = end + len(name)
        if name in ("委", "府", "党委") and not _committee_ends(words, stop):
            continue
        begin = start
        while places.get(begin) is not None:
            begin = places[begin]
        if text[max(0, begin - 2) : begin] == "中共":
            begin -= 2
        yield Span(begin, stop, "agency.local", local()[name]["kind"])


def _committee_ends(words: Words, stop: int) -> bool:
    """区委 as the committee, not the beginning of 委员会, 委员 or 委托."""
    return words.text[stop : stop + 1] not in ("员", "托", "派", "任", "以", "屈")


def _by_head(words: Words, bounds: dict[int, int]) -> Iterator[Span]:
    text = words.text
    finder, by_name = heads()
    for start, end in finder.find(text):
        row = by_name[text[start:end]]
        if not words.starts_at(end) or (end - start == 1 and not _is_own_word(words, start)):
            continue
        begin, anchored = name_start(words, start, bounds)
        if begin == start and not anchored:
            continue
        inner = text[begin:start].strip("“”")
        if not _is_named(words, begin, start, end, anchored, strong=row["strong"] == "1" and row["head"] not in _UNSAFE):
            continue
        if inner and len(text[begin:end]) >= 4:
            span = Span(begin, end, "agency.head", row["kind"])
            bounds[end] = min(begin, bounds.get(end, begin))
            yield span


def _is_own_word(words: Words, at: int) -> bool:
    """Whether a head of one character is a word by itself or ends a longer one (教育局), not the end of 布局 or 全部."""
    token = words.at(at)
    return token is not None and (token.start == at or len(token.text) >= 3)


def _is_named(words: Words, begin: int, head: int, end: int, anchored: bool, *, strong: bool) -> bool:
    """Whether what stands before the head tells one organization from others."""
    tokens = [t for t in words.tokens if begin <= t.start < head]
    if anchored:
        return True
    telling = [t for t in tokens if t.text not in _GENERIC]
    if not telling:
        return False
    if words.text[begin:end].isascii():
        return False
    proper = [t for t in telling if t.tag[:2] in ("nz", "nr", "ns", "nt")]
    unknown = [t for t in telling if not t.tag or (len(t.text) == 1 and t.tag[:1] not in ("v", "a", "d", "m", "q", "r", "f", "b", "j"))]
    if strong:
        rare = [t for t in telling if is_rare(t.text) and t.tag[:1] not in ("v", "a", "d", "m", "q", "r", "f", "b")]
        return bool(proper or rare) or len(telling) >= 3
    return (bool(proper) or len(unknown) >= 2) and head - begin >= 2 and not tag(words.text[begin:end])


def outermost(spans: list[Span]) -> list[Span]:
    """Of overlapping spans the longest, left to right."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if kept and span.start < kept[-1].end:
            if span.end > kept[-1].end and span.end - span.start > kept[-1].end - kept[-1].start:
                kept[-1] = span
            continue
        kept.append(span)
    return kept

"""A sentence's text and its document's date in, its times out, each with an ISO 8601 value as precise as the words are."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kg.recognition.lexicon import rows
from kg.recognition.numerals import fold_digits, parse_numeral
from kg.record import record


@record
class TimeSpan:
    """A time in a text: `text[start:end] == self.text`.

    `value` is a date (`2023-11-23`, `2023-11`, `2023`, `--07-08` where no year is known), an interval (`2023-05-20/2023-05-21`,
    open `2020/..`) or empty where the words name no time that can be dated.

    `kind` is one of

    * `date`, `month`, `year`, `interval`: by the precision of the value;
    * `deadline`: the end of an undertaking (到2025年, 力争2024年年底, 年底前);
    * `as-of`: a cut-off date (截至2021年底);
    * `vague`: 近日 and the like have the month of publication as value; 目前, 近年来 and lunar festivals (without their days off) none, or only a year;
    * `plan-period`: a five-year plan named without 期间 or 末 (“十四五”规划);
    * `comparison`: what something is compared with (去年同期), never the time of an event;
    * `year-bare`: a year without 年, mostly part of a name (2023长三角…大会).
    """

    start: int
    end: int
    text: str
    value: str
    kind: str


class _Day(NamedTuple):
    """A date as far as known: `2021`, `2021-07`, `2021-07-08` or `--07-08`; empty when nothing is."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        head = "-" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return "" if self.year is None else head
        return f"{head}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    def order(self) -> tuple[int, int, int]:
        return (self.year or 0, self.month or 0, self.day or 0)


class _Point(NamedTuple):
    """What one expression says before the words around it are looked at."""

    start: int
    end: int
    low: _Day
    high: _Day | None = None
    kind: str = ""


class _Frame(NamedTuple):
    """What words are relative to: the date of publication and the last date named, in this text (`here`) or before it."""

    published: _Day
    last: _Day
    here: bool = False


_Reader = Callable[[str, int, _Frame], _Point | None]

_HAN = "零一二三四五六七八九"
_TO = r"\s?(?:——|[-—–―~－至到])\s?"
_M = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元"
_D = "3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
_NOT_AFTER_DAY = r"(?!内|之内|以内|游|龄|均|元|报(?!道)|本(?![报市省区县]))"
_CLOCK = re.compile(
    r"(?:\((?:星期|周)[一二三四五六日天]\))?"
    r"(?:\s?(?:凌晨|清晨|早晨|早上|早(?=[\d，,])|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|晚(?![会宴报])|夜间|夜里|深夜))?"
    r"(?:\s?\d{1,2}(?:时|点(?!位|击)|:)(?:\d{1,2}(?:分|时|(?!\d))|半|整)?(?:许|左右)?)?"
)

_FULL = re.compile(
    r"(?P<y>(?:1[5-9]|20)\d\d)(?:(?P<s>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12]\d|0?[1-9])|-(?P<n>1[0-2]|0[1-9]))(?![\d\-/年月])"
)
_YEARS = re.compile(rf"(?P<a>(?:19|20)\d\d)年?{_TO}(?P<b>(?:19|20)\d\d)(?:年(?!前|[底末初]|\s?\d{{1,2}}月)度?|(?=[)》]))")
_YEAR = re.compile(
    r"(?P<four>1[1-9]\d\d|20\d\d)\s?年(?!的?历史|[多余间版])度?"
    r"|(?P<list>(?:19|20)\d\d)(?=(?:[、,，和与及](?:19|20)\d\d){1,9}年)"
    r"|(?P<two>0\d|[1-9]\d)年(?=(?:1[0-2]|0?[1-9])月|[底末初])"
    r"|(?P<han>[一二][〇零一二三四五六七八九]{3})年"
    r"|(?P<word>今年(?!轻)|(?<![基根日样])本年度?|去年(?!轻)|(?<!以)上年(?!纪)度?|大前年|(?<![以目从之])前年(?!度)|(?<![说文声证表发光])明年|(?<![近未以起])来年(?!均)"
    r"|(?<![一-鿿])后年|(?<=[到在至和])后年|当年(?!轻)|同年(?![龄级代])|(?<![首每])次年|翌年)"
)
_YEAR_SHIFT = {
    "今": 0,
    "本": 0,
    "去": -1,
    "上": -1,
    "大": -3,
    "前": -2,
    "明": 1,
    "来": 1,
    "后": 2,
    "当": 0,
    "同": 0,
    "次": 1,
    "翌": 1,
}
_YEAR_TAIL = re.compile(
    r"(?:年(?=[底末终中初])|岁(?=末))(?P<full>底|末|终|中(?!国)|初)"
    r"|(?P<short>底(?![层部线色])|末|初(?![级中高步心次期一二三衷始冬夏春秋伏赛])|中(?=[旬，,。；、]))"
)
_TAIL_MONTH = {"底": 12, "末": 12, "终": 12, "中": 6, "初": 1}
_BARE_TAIL = re.compile(
    r"(?<![一-鿿\d])年(?P<t>[底末初内])|(?<=[到在至于和前，。、取争计划望保拟])年(?P<u>[底末初内])|(?<![一-鿿])年中|岁末"
    # 东湖大桥项目|年底前|竣工, not 2023年底
    r"|(?<![\d今去明本每前当历全周近成多次几半两来昨同后整学财元一二三四五六七八九十〇零百千万\s])年(?P<v>[底末初])"
    r"(?=前?(?:将|可|有望|全[面部线]|正式|建成|完工|竣工|投产|投用|投入|开工|通车|完成|交付))"
)
_PART = re.compile(
    r"(?P<half>[上下])半年"
    r"|第?(?P<quarter>[一二三四1-4])季度(?:(?P<close>[末底])|初)?"
    r"|前(?P<quarters>[二两三23])个?季度"
    r"|(?<!此)前(?P<months>[2-9]|1[01]|[两二三四五六七八九]|十一?)个?月(?!份?\d)"
    rf"|(?P<from>{_M})(?:月份?)?{_TO}(?P<to>{_M})月份?(?!\s?(?:{_D})[日号])"
)
_YEAR_SEASON = re.compile(r"(?P<s>[春夏秋冬])(?:[季天](?!花)|(?=[，,。以]))")
_SEASON = re.compile(r"(?P<pair>去冬今春|今冬明春)|(?P<w>[今去]|(?<![一-鿿])明|(?<=[于到在至今])明)(?P<s>[春夏秋冬])(?!晚)")
_SEASON_MONTHS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2)}
_MONTH = re.compile(
    rf"\s?(?P<m>{_M})\s?月(?!亮|球|饼|嫂|薪|均|季|子|台|龄|大(?:的|$)|初?[一二三四五六七八九十]+(?![一二三四五六七八九十日号]))"
    rf"(?:份|\s?(?P<a>{_D})日?{_TO}(?P<b>{_D})日{_NOT_AFTER_DAY}|\s?(?P<d>{_D})(?:日{_NOT_AFTER_DAY}|号(?![线楼院门文令公馆桥机台站厂矿井地]))"
    r"|(?P<tail>底(?![层部])|末|初|上旬|中旬|下旬|中(?=[，,。])|间))?"
)
_DAY_TO = re.compile(rf"(?P<a>3[01]|[12]\d|0?[1-9])日?{_TO}(?P<b>3[01]|[12]\d|0?[1-9])日{_NOT_AFTER_DAY}")
_DAY = re.compile(rf"(?P<d>3[01]|[12]\d|0?[1-9])日{_NOT_AFTER_DAY}")
_NO_DATE_BEFORE = re.compile(r"(?:第|连续|为期|历时|每隔|每|近|超过|长达|\d)$")
_HYPHENS = ("日-", "月-", "年-")
_NO_DIGIT_BEFORE = frozenset(".-+")
_EVERY = re.compile(r"(?:每年|历年|每逢)(?:的)?$")
_MONTH_WORD = re.compile(
    r"(?P<w>上上个?月|(?<!以)上个?月|(?<!日)本月|这个月|当月|同月|下个?月|(?<![首每一二三两多几数\d])次月|(?<![一-鿿\d])月(?=[底末初])|(?<=[到在至于划计])月(?=[底末初]))"
    r"(?P<tail>底|末|初|上旬|中旬|下旬|份)?(?:(?P<d>3[01]|[12]\d|0?[1-9])日)?|(?<!月)(?P<tenth>[上中下])旬"
)
_MONTH_SHIFT = {"上上": -2, "上": -1, "下": 1, "次": 1}
_DAY_WORD = re.compile(
    r"(?P<w>(?<!当)今[天日晚晨早](?!头条|下(?!午))|昨[天日晚夜晨]|(?<![一-鿿])昨(?=[一-鿿])|昨(?=起)|(?<![以目之先])前天(?![津然气])|(?<![一-鿿])前日(?=[，上下晚])|明天|(?<!光)明日(?!之星)|明晚|(?<!先)后天|当[天日晚]|同日|同一天|即日|翌日|(?<![首每一二三两多几数\d])次日)"
)
_DAY_SHIFT = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2, "当": 0, "同": 0, "即": 0, "翌": 1, "次": 1}
_IN_BRACKETS = re.compile(rf"\((?:(?P<m>{_M})月)?(?P<d>3[01]|[12]\d|0?[1-9])日\)")
_WEEK = re.compile(r"(?P<w>上上|(?<!以)上|(?<![日基])本|这|下)周(?P<d>[一二三四五六日天末])?(?![边围期年刊报全])")
_DECADE = re.compile(
    r"(?P<c>20|19|二十|十九|上个?|本)世纪(?P<t>[1-9]0|[一二三四五六七八九]十)年代(?:[初中末]期?)?"
    r"|(?P<c2>20|19|二十|十九|上个?)世纪(?P<t1>[一二三四五六七八])(?P<t2>[二三四五六七八九])十年代"
    r"|(?P<c3>1\d|2[01]|二十一?|十[六七八九])世纪(?:初|末|中叶)?"
    r"|(?P<only>[2-9]0|[二三四五六七八九]十)年代(?:[初中末]期?)?"
)
_PLAN = re.compile(
    r"“(?P<p>[一二三四六七八九]|十[一二三四五六七八九]?)五”(?P<tail>期间|时期|以来|末期?|初期?|中期|开局之年|收官之年|头[一两]年|前\w年|后\w年)?"
    r"|(?P<q>十[一二三四五])五(?P<tail2>期间|时期|以来|末|初|规划|开局之年|收官之年)"
)
_YEARS_LONG = re.compile(
    r"(?P<pre>近|最近的?|过去的?|未来的?|今后的?|接下来的?|此前的?|这)?(?P<n>\d{1,3}|[一二两三四五六七八九十百]{1,5})(?P<many>[多余几])?(?P<u>年|个月)"
    r"(?P<post>以来|来(?!自|源|说|到|源)|间(?![接隔])|前(?![期列往后景沿端三两五十\d])|之前|以前|后(?!续))?(?!级|代|制)"
)
_EFFORT_AFTER = re.compile(r"时间|左右|之久|的(?:时间|努力|建设|施工|奋战|攻坚|筹备|发展|等待|打造)")
_EFFORT_BEFORE = re.compile(r"(?:历时|经过|历经|用了?|耗时|长达|花了?|为期|达|已有?|超过?|约)$")
_VAGUE = re.compile(
    r"近年来?|近几年来?|近些年来?|近期|(?<![接临])近日(?![本均])来?|近来|近一?段时间|(?<![\d节生假休今明昨次])日前|(?<![项科题数栏书节曲剧])目前|(?<!应)当前(?![值往])|眼下|(?<![出实体呈表展发浮涌显再闪])现在(?!时)|如今|前不久|不久前|前些天|前几天|连日来|这几天|最近(?![的处])"
    r"|多年以?来|历年来?|长期以来|一直以来|(?<!共)同期(?![待声录])|去年?同期"
)
_MONTHLY = (
    "近日",
    "日前",
    "近期",
    "连日来",
    "前不久",
    "不久前",
    "近来",
    "近段时间",
    "近一段时间",
    "最近",
    "这几天",
    "前几天",
    "前些天",
)
_EPOCH = re.compile(r"新中国成立(?:以来|以后|后)|改革开放(?:以来|以后)|(?:党的)?(?P<n>十[四五六七八九]|二十)大以来")
_EPOCHS = {
    "新": 1949,
    "改": 1978,
    "十四": 1992,
    "十五": 1997,
    "十六": 2002,
    "十七": 2007,
    "十八": 2012,
    "十九": 2017,
    "二十": 2022,
}
_FESTIVAL = re.compile(
    r"(?P<both>国庆[、和]?中秋|中秋[、和]?国庆)(?=双?节|假期|期间|长假|黄金周)|(?P<f>元旦|国庆(?=节|假期|期间|长假|黄金周|、|前夕|当天)|“(?:五一|十一|六一|七一|八一|三八)”(?!勋章|奖)|(?:五一|十一)(?=国际|劳动节|假期|小?长假|黄金周)"
    r"|六一(?=国际|儿童节)|三八(?=国际|妇女节)|七一(?=建党)|八一(?=建军)|劳动节|青年节|儿童节|建党节|建军节|教师节|植树节|妇女节)"
    r"|(?P<lunar>春节|元宵节?|清明(?=节|期间|小长假|假期|前后)|端午(?=节|期间|小长假|假期|、)|中秋(?=节|、|期间|假期|国庆)|重阳节|除夕|腊八节)"
)
_FIXED = {
    **{"元旦": (1, 1), "三八": (3, 8), "妇女节": (3, 8), "植树节": (3, 12), "五一": (5, 1), "劳动节": (5, 1), "青年节": (5, 4)},
    **{"六一": (6, 1), "儿童节": (6, 1), "七一": (7, 1), "建党节": (7, 1), "八一": (8, 1), "建军节": (8, 1)},
    **{"教师节": (9, 10), "十一": (10, 1), "国庆": (10, 1)},
}
_FESTIVAL_TAIL = re.compile(r"(?:国际)?(?:劳动节|儿童节|妇女节|双?节)?(?:假期期间|假期|小?长假|黄金周|期间|前夕|当天|前后)?")
_DAYS_OFF = re.compile("(?:假期|长假|黄金周|期间)$")
_NAMED_YEAR = re.compile(
    r"(?P<y>(?:19[5-9]|20[0-4])\d)(?=’|'|\s?[一-鿿])"
    r"(?!\s?(?:人(?!工智|形机|才)|台(?!州)|天(?!津)|张(?!家)|家(?![居电博])|公(?!益|园)|元(?!宇宙)"
    r"|[年月日号余多几万千百亿个名户亩吨米平斤处座条项件套辆所次位股只头匹棵株支部册种批份艘枚笔盏宗场期届级层栋幢间岁小分秒周倍至到毫厘克立兆度以左之及和与、]))"
)
_SUFFIX = re.compile(
    r"(?P<since>以来|至今|起(?![草源步诉义点到飞码伏价来])|来(?=[，,、]))"
    r"|(?P<before>底?前(?![\d两三后列往期夕沿景端置瞻台进方身十])|之前|以前)|(?P<other>前后|左右|期间)"
)
_ITEM = re.compile(r"\d{1,2}\.(?=\d{1,2}(?:月份?)?[至到—－~-]+\d{1,2}月)")
_AS_OF = re.compile(r"截(?:至|止)(?:到|至|于)?$")
_UNTIL = re.compile(r"(?:(?<![从自由来解看得达受收回遇感谈展说提讲听见想找])到|(?:力争|争取)(?:到|在|于)?|确保(?:到|在|于))$")
_FUTURE = re.compile(r"(?:将|预计|计划|拟|力争|争取|确保|有望|预期|定于)[，,]?[^，。；,;]{0,6}$")
_FAR = 62
"""Days that a date without a year may lie after publication before the year before is meant."""
_FLOATING = frozenset({"vague", "comparison", "year-bare", "plan-period"})


def find_times(text: str, published: str, *, context: str = "") -> list[TimeSpan]:
    """The times of a text, in order and without overlaps.

    Args:
        text: A sentence.
        published: ISO date of the document, as precise as known, or empty.
        context: ISO date last mentioned before this text, to which a bare 21日, 同年 or 当日 refers.

    Example:
        >>> [(t.text, t.value, t.kind) for t in find_times("去年9月投用，截至6月底运行平稳。", "2022-07-14")]
        [('去年9月', '2021-09', 'month'), ('6月底', '2022-06', 'as-of')]
    """
    folded = fold_digits(text)
    frame = _Frame(_parse_day(published), _parse_day(context))
    points: list[_Point] = []
    # 4.1至11月完成投资…: the number of a list's line is no part of a date.
    item = _ITEM.match(folded)
    pos = item.end() if item else 0
    folded = f"{folded[: pos - 1]}、{folded[pos:]}" if item else folded
    for anchor in _ANCHOR.finditer(folded):
        start = anchor.start()
        if start < pos:
            continue
        for read in _READERS.get(folded[start : start + 2]) or _READERS.get(folded[start], ()):
            point = read(folded, start, frame)
            if point is not None:
                pos = point.end
                points.append(point)
                if point.kind not in _FLOATING and point.low.year is not None:
                    frame = frame._replace(last=point.high or point.low, here=True)
                break
    if not points:
        return []
    points = _joined(folded, points)
    limits = [*(point.start for point in points[1:]), len(text)]
    return [_span(text, folded, point, limit, frame.published) for point, limit in zip(points, limits, strict=False)]


def parse_time(text: str, published: str) -> str | None:
    """The ISO 8601 value of one expression, or None where the text is not one dated time.

    Example:
        >>> parse_time("截至2021年底", "2022-07-14"), parse_time("上月底", "2021-07-09"), parse_time("3个月", "2021-07-09")
        ('2021-12', '2021-06', None)
    """
    spans = find_times(text, published)
    if (
        len(spans) != 1
        or not spans[0].value
        or not _WORDS_BEFORE.fullmatch(text[: spans[0].start])
        or text[spans[0].end :].strip()
    ):
        return None
    return spans[0].value


# 7月将投入使用, but not 7月将其抓获
_COMES = re.compile(
    "[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:[上中下]旬|[底初末])?前?(?:有望|将(?:正式|全面|全线|陆续|实现|迎来|举[行办]|召开|开|投|建成|竣|通[车航水]|完成))"
)
_WORDS_BEFORE = re.compile(r"\s*(?:截至|截止到?|截止至|力争|争取|确保|预计|计划|自|从|在|到|于|至)*\s*")


@lru_cache(maxsize=1000)
def _parse_day(iso: str) -> _Day:
    """A date as precise as it is valid: `2024-13` is 2024."""
    match = re.fullmatch(r"([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?.*", iso)
    if match is None:
        return _Day()
    day = _Day(*(int(part) if part else None for part in match.groups()))
    return day if _real(day) else day._replace(day=None)


def _number(text: str) -> int:
    """A month, day or year as a number, in Arabic or Chinese digits."""
    if text == "元":
        return 1
    value = parse_numeral(text)
    return int(value) if value is not None else 0


def _real(day: _Day) -> bool:
    """Whether the calendar has the date."""
    if day.month is None or day.day is None:
        return True
    return 1 <= day.day <= monthrange(day.year or 2000, day.month)[1]


def _shift_month(day: _Day, months: int) -> _Day:
    if day.year is None or day.month is None:
        return _Day(day.year)
    count = day.year * 12 + day.month - 1 + months
    return _Day(count // 12, count % 12 + 1)


def _shift_day(day: _Day, days: int) -> _Day:
    if day.year is None or day.month is None or day.day is None or not _real(day):
        return _Day(day.year, day.month)
    moved = date(day.year, day.month, day.day) + timedelta(days=days)
    return _Day(moved.year, moved.month, moved.day)


def _months_ahead(month: int, day: int | None, published: _Day, year: int) -> bool:
    """Whether a date lies so far after publication that the press would have said 将."""
    if published.year is None or published.month is None:
        return False
    ahead = (year - published.year) * 365 + (month - published.month) * 30.4 + (day or 1) - (published.day or 15)
    return ahead > _FAR


def _year_of(text: str, start: int, month: int, day: int | None, frame: _Frame) -> int | None:
    """The year that a month or a day without one belongs to."""
    published, last = frame.published, frame.last
    if _EVERY.search(text, max(0, start - 4), start):
        return None
    as_of = _AS_OF.search(text, max(0, start - 4), start)
    if frame.here and last.year and last.year != published.year and last.month and last.month <= month and not as_of:
        return last.year  # 2016年3月立项，5月开工
    if published.year is None:
        return last.year if frame.here else None
    future = _FUTURE.search(text, max(0, start - 10), start) or _COMES.match(text, start)
    if future:
        return published.year + (1 if published.month and month < published.month else 0)
    return published.year - (1 if _months_ahead(month, day, published, published.year) else 0)


def _nearest_year(month: int, published: _Day) -> int | None:
    """The year of a feast nearest to publication: 元旦 in December is the coming one."""
    if published.year is None or published.month is None:
        return published.year
    ahead = month - published.month
    return published.year + (1 if ahead < -6 else -1 if ahead > 6 else 0)


def _may_be_date(text: str, start: int) -> bool:
    """False within amounts and codes; but 8.三季度 is item 8 of a list, and 9月27日-10月28日 ends with a date."""
    if text[start - 1 : start] in _NO_DIGIT_BEFORE and text[start] in "0123456789" and text[start - 2 : start] not in _HYPHENS:
        return False
    return not _NO_DATE_BEFORE.search(text, max(0, start - 3), start)


def _with_clock(text: str, end: int) -> int:
    match = _CLOCK.match(text, end)
    return match.end() if match else end


def _full(text: str, start: int, frame: _Frame) -> _Point | None:
    """2023-11-23, 2011.4.8, 2024-01."""
    match = _FULL.match(text, start)
    if match is None or (start and (text[start - 1].isdigit() or text[start - 1] in ".-/")):
        return None
    day = _Day(int(match["y"]), int(match["m"] or match["n"]), int(match["d"]) if match["d"] else None)
    return _Point(start, _with_clock(text, match.end()), day) if _real(day) else None


def _years(text: str, start: int, frame: _Frame) -> _Point | None:
    """2021—2023年, 2017年~2021年, (2021-2035)."""
    match = _YEARS.match(text, start)
    if match is None or (start and text[start - 1].isdigit()) or match["a"] >= match["b"]:
        return None
    return _Point(start, match.end(), _Day(int(match["a"])), _Day(int(match["b"])))


def _year(text: str, start: int, frame: _Frame) -> _Point | None:
    """A year, named or relative, with the month, part or festival after it."""
    match = _YEAR.match(text, start)
    if match is None or (start and text[start - 1].isdigit()):
        return None
    if match["list"]:
        return _Point(start, match.end(), _Day(int(match["list"])))
    if match["word"]:
        year = _relative_year(match["word"], frame)
    elif match["two"]:
        year = int(match["two"]) + (2000 if int(match["two"]) < 50 else 1900)
    elif match["han"]:
        year = _number(match["han"])
    else:
        year = int(match["four"])
    return _in_year(text, start, match.end(), year)


def _relative_year(word: str, frame: _Frame) -> int | None:
    base = frame.published.year
    if word[0] in "当同次翌":
        base = frame.last.year or base
    return None if base is None else base + _YEAR_SHIFT[word[0]]


def _in_year(text: str, start: int, end: int, year: int | None) -> _Point | None:
    """What follows a year: 9月, 9月12日, 上半年, 前三季度, 年底, 春季, 国庆, 同期."""
    if text.startswith("同期", end):
        return _Point(start, end + 2, _Day(year), kind="comparison")
    part = _PART.match(text, end)
    if part:
        return _part_of(part, start, year)
    month = _MONTH.match(text, end)
    if month:
        return _in_month(text, start, month, year)
    tail = _YEAR_TAIL.match(text, end)
    if tail:
        return _Point(start, tail.end(), _Day(year, _TAIL_MONTH[tail["full"] or tail["short"]]))
    season = _YEAR_SEASON.match(text, end)
    if season:
        return _season_of(start, season.end(), season["s"], year)
    festival = _FESTIVAL.match(text, end)
    if festival:
        return _festival_of(text, start, festival, year, _Day(year))
    return _Point(start, end, _Day(year))


def _part_of(match: re.Match[str], start: int, year: int | None) -> _Point:
    """上半年, 一季度, 前三季度, 前5月, 1-5月 of a year."""
    later = year
    if match["half"]:
        low, high = (1, 6) if match["half"] == "上" else (7, 12)
    elif match["quarter"]:
        quarter = _number(match["quarter"])
        low, high = quarter * 3 - (0 if match["close"] else 2), quarter * 3
    elif match["quarters"]:
        low, high = 1, _number(match["quarters"]) * 3
    elif match["months"]:
        low, high = 1, _number(match["months"])
    else:
        low, high = _number(match["from"]), _number(match["to"])
        later = year + 1 if year and high < low else year
    return _Point(start, match.end(), _Day(year, low), _Day(later, high))


def _in_month(text: str, start: int, match: re.Match[str], year: int | None) -> _Point | None:
    """A month with its days, its tail (底, 上旬) or nothing."""
    month = _number(match["m"])
    if match["a"]:
        low, high = _Day(year, month, _number(match["a"])), _Day(year, month, _number(match["b"]))
        return (
            _Point(start, _with_clock(text, match.end()), low, high)
            if _real(low) and _real(high) and low.order() < high.order()
            else None
        )
    if match["d"]:
        day = _Day(year, month, _number(match["d"]))
        return _Point(start, _with_clock(text, match.end()), day) if _real(day) else None
    return _Point(start, match.end(), _Day(year, month))


def _season_of(start: int, end: int, season: str, year: int | None) -> _Point:
    low, high = _SEASON_MONTHS[season]
    return _Point(start, end, _Day(year, low), _Day(year + 1 if year and high < low else year, high))


def _festival_of(text: str, start: int, match: re.Match[str], year: int | None, near: _Day) -> _Point:
    """A festival: those of the solar calendar have a date, lunar ones only their year, days off their first and last day."""
    tail = _FESTIVAL_TAIL.match(text, match.end())
    end = tail.end() if tail else match.end()
    name = "国庆" if match["both"] else match[0].strip("“”")
    before = text.startswith("前", end) and not text.startswith("前后", end)
    off = _days_off(name, near) if _DAYS_OFF.search(text, start, end) and not before else None
    if off is not None and not text.endswith("元旦", 0, start):  # 元旦春节期间 is no days off
        return _day_off(text, start, end, off)
    if match["lunar"]:
        return _Point(start, end, _Day(year), kind="vague")
    month, day = _FIXED["国庆" if match["both"] else match["f"].strip("“”")]
    return _Point(start, end, _Day(year, month, day))


_WHICH_DAY = re.compile("首日|最后一[天日]|第(?P<n>[一二三四五六七八])[天日]")


def _day_off(text: str, start: int, end: int, off: tuple[_Day, _Day]) -> _Point:
    """The days off, or the one of them that the words go on to name: 国庆假期首日, 假期第二天."""
    which = _WHICH_DAY.match(text, end)
    if which is None:
        return _Point(start, end, *off)
    if which[0].startswith("最后"):
        return _Point(start, which.end(), off[1])
    day = _date_of(off[0]) + timedelta(days=_HAN.index(which["n"]) - 1 if which["n"] else 0)
    return _Point(start, which.end(), _Day(day.year, day.month, day.day))


def _days_off(name: str, near: _Day) -> tuple[_Day, _Day] | None:
    """First and last day off at a festival, of the year given or else the nearest to a day."""
    known = _holidays().get({"劳动节": "五一", "十一": "国庆"}.get(name, name), {})
    if near.year is None:
        return None
    if near.month is None:
        return known.get(near.year)
    day = date(near.year, near.month, near.day or 15)
    return min(known.values(), key=lambda off: abs((_date_of(off[0]) - day).days), default=None)


def _date_of(day: _Day) -> date:
    return date(day.year or 1, day.month or 1, day.day or 1)


@lru_cache(maxsize=1)
def _holidays() -> dict[str, dict[int, tuple[_Day, _Day]]]:
    """The days off at each festival by year, from `kg/data/holidays.csv`."""
    found: dict[str, dict[int, tuple[_Day, _Day]]] = {}
    for row in rows("holidays"):
        first, last = (_Day(*map(int, row[end].split("-"))) for end in ("start", "end"))
        found.setdefault(row["holiday"], {})[int(row["year"])] = (first, last)
    return found


def _part(text: str, start: int, frame: _Frame) -> _Point | None:
    """上半年, 一季度, 前5月, 1~5月 without a year."""
    match = _PART.match(text, start)
    if match is None or not _may_be_date(text, start):
        return None
    published = frame.published
    if _EVERY.search(text, max(0, start - 4), start):
        return _part_of(match, start, None)
    year = published.year
    if frame.here and frame.last.year and frame.last.month is None:
        year = frame.last.year  # 2021年，上半年…下半年…
    point = _part_of(match, start, year)
    ahead = point.high is not None and published.month and (point.high.month or 0) - published.month
    if year and year == published.year and ahead and ahead > (0 if match["months"] else 5) and not match["half"]:
        future = _FUTURE.search(text, max(0, start - 10), start)
        point = point if future else _part_of(match, start, year - 1)
    return point


def _month(text: str, start: int, frame: _Frame) -> _Point | None:
    """7月8日, 9月, 5月底, 5月20日至21日 without a year."""
    match = _MONTH.match(text, start)
    if match is None or not _may_be_date(text, start):
        return None
    day = match["d"] or match["a"]
    return _in_month(text, start, match, _year_of(text, start, _number(match["m"]), _number(day) if day else None, frame))


def _days(text: str, start: int, frame: _Frame) -> _Point | None:
    """23日至24日, 21日上午: days of the month last named, or of the month of publication."""
    both = _DAY_TO.match(text, start)
    match = both or _DAY.match(text, start)
    if (
        match is None
        or not _may_be_date(text, start)
        or _EVERY.search(text, max(0, start - 4), start)
        or text[start - 1 : start] == "月"
    ):
        return None
    day = _number(match["a" if both else "d"])
    where = _month_of(text, start, day, frame)
    low = where._replace(day=day)
    high = where._replace(day=_number(match["b"])) if both else None
    if where.month is None or not _real(low) or (high and (not _real(high) or high.order() <= low.order())):
        return None
    return _Point(start, _with_clock(text, match.end()), low, high)


def _month_of(text: str, start: int, day: int, frame: _Frame) -> _Day:
    """The month of a bare day."""
    published, last = frame.published, frame.last
    if recent := _just_now(text, start, day, frame):
        return recent
    if last.month and (frame.here or not published.year or _near(last, published)):
        return _Day(last.year, last.month)
    if not published.month:
        return _Day(last.year, last.month) if last.month else _Day()
    if published.day and day > published.day and not _FUTURE.search(text, max(0, start - 10), start):
        ago = published.day + 30 - day
        if (day - published.day) * 3 > ago:  # 6日 on the 4th is the day after tomorrow, 30日 on the 20th was last month
            return _shift_month(published, -1)
    return _Day(published.year, published.month)


def _just_now(text: str, start: int, day: int, frame: _Frame) -> _Day | None:
    """The month of a bare day that lies right before publication, where a date named earlier is of another story or of a plan.

    28日下午 in a report of the 28th, whatever month was spoken of; 自1月8日起…，国务院26日发布 in a report of 27 December.
    """
    published, last = frame.published, frame.last
    if not (published.year and published.month and published.day):
        return None
    near = (_shift_month(published, -1) if day > published.day else _Day(published.year, published.month))._replace(day=day)
    if not _real(near) or near.year is None or near.month is None:
        return None
    ago = (date(published.year, published.month, published.day) - date(near.year, near.month, day)).days
    told = last._replace(day=day)
    ahead = bool(last.year and last.month) and told.order() > published.order()
    if ahead and _FUTURE.search(text, max(0, start - 10), start):
        return None
    if frame.here:
        return near._replace(day=None) if ahead and ago <= 3 else None
    back = last.day is not None and day < last.day
    return near._replace(day=None) if ago <= 2 or (ago <= 6 and (ahead or back)) else None


def _near(last: _Day, published: _Day) -> bool:
    """Whether a date named sentences ago is of the news itself rather than of its history or its plans."""
    if not (last.year and last.month and published.year and published.month):
        return False
    return -3 <= (last.year - published.year) * 12 + last.month - published.month <= 2


def _month_word(text: str, start: int, frame: _Frame) -> _Point | None:
    """上月底, 本月, 同月, 月底, 下旬, 上月15日."""
    match = _MONTH_WORD.match(text, start)
    if match is None:
        return None
    base, word = frame.published, match["w"] or ""
    if word[:1] in ("当", "同", "次") and frame.last.month:
        base = frame.last
    prefix = word.removesuffix("月").removesuffix("个")
    where = _shift_month(base, _MONTH_SHIFT.get(prefix, 0))
    day = int(match["d"]) if match["d"] else None
    if day and where.month:
        where = where._replace(day=day)
    return _Point(start, _with_clock(text, match.end()) if day else match.end(), where) if _real(where) else None


def _day_word(text: str, start: int, frame: _Frame) -> _Point | None:
    """今天, 昨日, 当日9时许, 今天（6月11日）上午."""
    match = _DAY_WORD.match(text, start)
    if match is None:
        return None
    base = frame.last if match["w"][0] in "当同次翌" and frame.last.day else frame.published
    day = _shift_day(base, _DAY_SHIFT[match["w"][0]])
    end = match.end()
    bracket = _IN_BRACKETS.match(text, end)
    if bracket:
        month = _number(bracket["m"]) if bracket["m"] else day.month
        named = _Day(day.year, month, int(bracket["d"]))
        if month and _real(named):
            day, end = named, bracket.end()
    return _Point(start, _with_clock(text, end), day)


def _week(text: str, start: int, frame: _Frame) -> _Point | None:
    """上周五, 本周: a date or an interval from Monday to Sunday where the day of publication is known."""
    match = _WEEK.match(text, start)
    published = frame.published
    if match is None:
        return None
    if not (published.year and published.month and published.day):
        return _Point(start, match.end(), _Day(published.year, published.month), kind="vague")
    monday = -date(published.year, published.month, published.day).weekday() + {"上上": -14, "上": -7, "下": 7}.get(
        match["w"], 0
    )
    if match["d"] == "末":
        return _Point(start, match.end(), _shift_day(published, monday + 5), _shift_day(published, monday + 6))
    if match["d"]:
        return _Point(
            start,
            _with_clock(text, match.end()),
            _shift_day(published, monday + "一二三四五六日天".index(match["d"]) - (match["d"] == "天")),
        )
    return _Point(start, match.end(), _shift_day(published, monday), _shift_day(published, monday + 6))


def _bare_tail(text: str, start: int, frame: _Frame) -> _Point | None:
    """年底, 年初, 年内 of the year of publication."""
    match = _BARE_TAIL.match(text, start)
    if match is None:
        return None
    word = match["t"] or match["u"] or match["v"] or match[0][1]
    if word == "内":
        return _Point(start, match.end(), _Day(frame.published.year), kind="deadline")
    return _Point(start, match.end(), _Day(frame.published.year, _TAIL_MONTH[word]))


def _season(text: str, start: int, frame: _Frame) -> _Point | None:
    """今春, 去冬, 去冬今春."""
    match = _SEASON.match(text, start)
    if match is None:
        return None
    year = frame.published.year
    if match["pair"]:
        first = year - 1 if year and match["pair"][0] == "去" else year
        return _Point(start, match.end(), _Day(first, 12), _Day(first + 1 if first else None, 5))
    if year is not None:
        year += _YEAR_SHIFT[match["w"]] - (match["s"] == "冬" and (frame.published.month or 12) <= 3)
    return _season_of(start, match.end(), match["s"], year)


def _decade(text: str, start: int, frame: _Frame) -> _Point | None:
    """20世纪80年代, 上世纪五六十年代, 80年代, 21世纪初."""
    match = _DECADE.match(text, start)
    if match is None or (start and text[start - 1].isdigit()):
        return None
    if match["c3"]:
        century = _number(match["c3"])
        return _Point(start, match.end(), _Day(century * 100 - 99), _Day(century * 100), kind="vague")
    named = match["c"] or match["c2"] or "20"
    base = {"上": 1900, "上个": 1900, "本": 2000}.get(named) or _number(named) * 100 - 100
    if match["t1"]:
        low, high = _number(match["t1"]) * 10, _number(match["t2"]) * 10
    else:
        low = high = _number(match["t"] or match["only"])
        base = 2000 if match["only"] and low == 20 else base
    return _Point(start, match.end(), _Day(base + low), _Day(base + high + 9))


def _plan(text: str, start: int, frame: _Frame) -> _Point | None:
    """“十三五”期间 is 2016/2020, “十四五”末 is 2025; the plan alone is a name."""
    match = _PLAN.match(text, start)
    if match is None:
        return None
    number = _number(match["p"] or match["q"])
    low, tail = 1951 + number * 5, match["tail"] or match["tail2"] or ""
    if tail.startswith(("末", "收官")):
        return _Point(start, match.end(), _Day(low + 4))
    if tail.startswith(("初", "开局")):
        return _Point(start, match.end(), _Day(low))
    return _Point(start, match.end(), _Day(low), _Day(low + 4), kind="" if tail and tail != "规划" else "plan-period")


def _long(text: str, start: int, frame: _Frame) -> _Point | None:
    """近五年, 五年来, 未来十年, 三年前, 两个月前; plain durations (近3个月, 五年左右) are amounts, not times."""
    match = _YEARS_LONG.match(text, start)
    if match is None or (start and (text[start - 1].isdigit() or text[start - 1] in "第.")):
        return None
    pre, post, count = match["pre"] or "", match["post"] or "", _number(match["n"])
    published = frame.published
    if not count or not (pre or post) or (pre == "这" and not post):
        return None
    if pre in ("近", "最近") and (
        _EFFORT_AFTER.match(text, match.end()) or (not post and _EFFORT_BEFORE.search(text, max(0, start - 3), start))
    ):
        return None
    if not pre and post == "间" and match["u"] != "年":
        return None
    before = post in ("前", "之前", "以前")
    if before and pre:
        return None
    if post == "后":
        future = _FUTURE.search(text, max(0, start - 10), start)
        if pre or match["many"] or match["u"] != "年" or not future or published.year is None:
            return None
        return _Point(start, match.end(), _Day(published.year + count))  # 预计4年后
    if match["many"] or published.year is None:
        return _Point(start, match.end(), _Day(), kind="vague") if post else None
    if match["u"] == "个月":
        return _Point(start, match.end(), _shift_month(published, -count)) if before else None
    if before:
        return _Point(start, match.end(), _Day(published.year - count))
    if pre.startswith(("未来", "今后", "接下来")):
        return _Point(start, match.end(), _Day(published.year), _Day(published.year + count))
    return _Point(start, match.end(), _Day(published.year - count), _Day(published.year))


def _epoch(text: str, start: int, frame: _Frame) -> _Point | None:
    """改革开放以来, 党的十八大以来."""
    match = _EPOCH.match(text, start)
    if match is None:
        return None
    return _Point(
        start,
        match.end(),
        _Day(_EPOCHS[match["n"] or match[0][0]]),
        _Day(frame.published.year) if frame.published.year else None,
    )


def _festival(text: str, start: int, frame: _Frame) -> _Point | None:
    """元旦, 国庆假期; lunar festivals (春节) are recognized without a date, their days off with theirs."""
    match = _FESTIVAL.match(text, start)
    if match is None:
        return None
    year = None
    if not match["lunar"]:
        year = _nearest_year(10 if match["both"] else _FIXED[match["f"].strip("“”")][0], frame.published)
    return _festival_of(text, start, match, year, frame.published)


def _vague(text: str, start: int, frame: _Frame) -> _Point | None:
    """近日, 日前 (the month of publication, unless it has just begun); 目前, 近年来 (no date)."""
    match = _VAGUE.match(text, start)
    if match is None:
        return None
    if match[0].endswith("同期"):
        year = frame.published.year
        return _Point(start, match.end(), _Day(year - 1) if year and match[0][0] == "去" else _Day(), kind="comparison")
    published = frame.published
    # 近日 in the first days of a month may well mean the one before.
    if match[0].startswith(_MONTHLY) and not (published.day and published.day <= 3):
        return _Point(start, match.end(), _Day(published.year, published.month), kind="vague")
    return _Point(start, match.end(), _Day(), kind="vague")


def _named_year(text: str, start: int, frame: _Frame) -> _Point | None:
    """2023 in 2023长三角…大会."""
    match = _NAMED_YEAR.match(text, start)
    if match is None or (start and ((text[start - 1].isalnum() and text[start - 1].isascii()) or text[start - 1] in ".-第")):
        return None
    return _Point(start, match.end(), _Day(int(match["y"])), kind="year-bare")


# What may follow a numeral that begins a time: more of it, its unit, a dash or 至 (blanks may stand before both).
_GOES_ON = "〇零一二两三四五六七八九十百多余几年月个季世至到-—–―~－" + "".join(
    c for c in map(chr, range(0x3001)) if c.isspace()
)
_READERS: dict[str, tuple[_Reader, ...]] = {}
"""The readers to try by the first character of a time (digits, 昨), else by its first two: most 上, 一 and 年 begin none."""
for _chars, _after, _reads in (
    ("0123456789", "", (_full, _years, _year, _decade, _part, _month, _days, _long, _named_year)),
    ("一二", _GOES_ON, (_year, _epoch, _decade, _part, _month, _long)),
    ("三四五六七八九", _GOES_ON, (_decade, _part, _festival, _month, _long)),
    ("两百", _GOES_ON, (_long,)),
    ("十", _GOES_ON, (_epoch, _plan, _decade, _festival, _part, _month, _long)),
    ("元", "旦宵" + _GOES_ON, (_festival, _month)),
    ("今", "年天日晚晨早春夏秋冬后", (_year, _day_word, _season, _long)),
    ("去明", "年天日晚春夏秋冬同", (_year, _season, _vague, _day_word)),
    ("上", "年半上个月旬世周", (_year, _part, _month_word, _decade, _week)),
    ("前", "年天不些几一二两三四五六七八九十0123456789", (_year, _part, _vague, _day_word)),
    ("本", "年月周世", (_year, _month_word, _week, _decade)),
    ("当同次翌", "年月天日晚一前期", (_year, _month_word, _day_word, _vague)),
    ("大", "前", (_year,)),
    ("来", "年", (_year,)),
    ("后即", "年天日", (_year, _day_word)),
    ("昨", "", (_day_word,)),
    ("下", "半个月旬周", (_part, _month_word, _week)),
    ("第", "一二三四1234", (_part,)),
    ("中", "旬秋", (_month_word, _festival)),
    ("月", "底末初", (_month_word,)),
    ("年岁", "底末初内中", (_bare_tail,)),
    ("这", "个周几一二两三四五六七八九十百0123456789", (_month_word, _week, _long, _vague)),
    ("近最", "年几些期日来段近一二两三四五六七八九十百0123456789", (_long, _vague)),
    ("过未接此", "去来下前", (_long,)),
    ("日目眼现如不连多历长", "前下在今久日年期", (_vague,)),
    ("新改党", "中革的", (_epoch,)),
    ("“", "一二三四五六七八九十", (_plan, _festival)),
    ("春清端重除腊国劳青儿建教植妇", "节明午阳夕八庆动年童党军师树女", (_festival,)),
):
    _READERS |= {_char + _next: _reads for _char in _chars for _next in _after or ("",)}
_FIRST, _SECOND = ("".join(sorted({key[at:] and key[at] for key in _READERS})) for at in (0, 1))
# No time begins inside a number.
_ANCHOR = re.compile(f"[{_FIRST}](?:(?<=[0-9])(?<![0-9][0-9])|(?<=昨)|(?=[{re.escape(_SECOND)}]))")


def _joined(text: str, points: list[_Point]) -> list[_Point]:
    """Points that only 至 or a dash separates become one interval."""
    joined: list[_Point] = []
    for point in points:
        left = joined[-1] if joined else None
        if (
            left
            and left.high is None
            and point.high is None
            and not left.kind
            and not point.kind
            and re.fullmatch(_TO, text[left.end : point.start])
            and left.low.order() < (high := _end_of(left.low, point, text)).order()
        ):
            joined[-1] = left._replace(end=point.end, high=high)
        else:
            joined.append(point)
    return joined


def _end_of(low: _Day, point: _Point, text: str) -> _Day:
    """The second day of an interval, after the first where no year stands: 9月27日至|10月28日 of what is announced in May."""
    day = point.low
    if low.year is None or low.month is None or day.month is None or "年" in text[point.start : point.end]:
        return day
    return day._replace(year=low.year + (day.month < low.month)) if day.order() <= low.order() else day


def _span(text: str, folded: str, point: _Point, limit: int, published: _Day) -> TimeSpan:
    """The value and kind of a point given what stands before it (截至, 到) and after it (以来, 前, 起), up to `limit`."""
    start, end, kind = point.start, point.end, point.kind
    value = str(point.low) if point.high is None or str(point.high) == str(point.low) else f"{point.low}/{point.high}"
    if not kind:
        kind = "interval" if "/" in value else "date" if point.low.day else "month" if point.low.month else "year"
    before = folded[max(0, start - 4) : start]
    suffix = _SUFFIX.match(folded, end, limit) if kind not in ("year-bare", "comparison") else None
    if suffix and (kind != "vague" or not suffix["since"]) and not (kind == "plan-period" and suffix["before"]):
        end = suffix.end()
        if suffix["since"] and point.low.year is not None:
            value, kind = _since(point.low, suffix["since"], published)
        elif suffix["before"] and kind in ("date", "month", "year", "interval"):
            value, kind = str(point.high or point.low), "deadline"
    if _AS_OF.search(before):
        value, kind = (value or str(published)) if kind == "vague" else str(point.high or point.low), "as-of"
    elif kind in ("date", "month", "year") and _UNTIL.search(before):
        kind = "deadline"
    return TimeSpan(start, end, text[start:end], value, kind)


def _since(low: _Day, word: str, published: _Day) -> tuple[str, str]:
    """自2020年起 is open; 2021年以来 ends with publication, at the precision of its start."""
    if word == "起" or published.year is None:
        return f"{low}/..", "interval"
    now = _Day(published.year, published.month if low.month else None, published.day if low.day else None)
    if now.order() <= low.order():
        return str(low), "date" if low.day else "month" if low.month else "year"
    return f"{low}/{now}", "interval"

"""Numbers of what nobody names: a number and what its clause is about in, whether it is of something else out."""

from __future__ import annotations

import re

from kg.model import Mention
from kg.relations.clauses import NATION, has_subject
from kg.relations.numbers import Number

# 长沙|舰, 非洲|裔
_NAMED_AFTER = ("舰", "裔", "籍")
# 台风“大|东坪”
_BEGUN_NAME = re.compile("“[^“”，。]{1,3}$")


def is_named_after(place: Mention, text: str) -> bool:
    """Is only something told of that is named after a place? `text` is the sentence that names it."""
    if not place.text or place.implied:
        return False
    if text.startswith(_NAMED_AFTER, place.end):
        return True
    return text.startswith("”", place.end) and _BEGUN_NAME.search(text, 0, place.start) is not None


# 三省一区与央企签约|111个项目, 五个城市举办|50场活动: no single one of them did.
_SEVERAL_DO = re.compile(
    "(?:这|上述|南方|北方|沿线|周边)?(?:[两二三四五六七八九十]|[0-9]{1,2})(?:个(?:城市|国家|省份|省区市|地区|行业|部门|企业)|省份?[一二两三]?[区市]?|省区市?|地|市|国)"
    "(?![级营有企资道铁际家内外间之的区者铁]|之间)"
)


def is_of_another(number: Number, subject: str, *, at_large: bool) -> bool:
    """Is a number of something that its sentence does not name, where only the subject is named?

    Args:
        number: The number.
        subject: The name of what was found to bear it.
        at_large: Whether that is a place in national news, which tells of many a thing in it.
    """
    if at_large and (_of_unnamed(number) or _this_thing(number)):
        return True
    if subject in NATION and number.left in ("全球", "世界") and number.kind in ("count", "percent"):
        return True  # 全球45个机构的团队
    if number.kind == "percent":  # 6个城市|交付率达100%: said so by its label
        return False
    return not has_subject(number.clause) and _SEVERAL_DO.match(number.left) is not None


# 总舱容17.5万立方米|的运输船, 长度不足0.5米|的机器人
OF_A_THING = re.compile(
    "(?:左右|以上|以内)?的(?!(?:速度|水平|目标|规模|基础|标准|增长|高位|任务|价格|能力|要求|记录|成绩|提升|提高|下降|上涨|回升|[降涨增跌]幅|增速|折扣|优惠|[一-鿿]{0,2}(?:需求|需要|条件|状态|阶段|时候|情况)))[一-鿿]{2,}"
)
# 总舱容|17.5万立方米
_MEASURE_OF = re.compile(
    "(?:舱容|排水量|载重量?|长度?|高度?|宽度?|深度?|厚度?|跨度|口径|重量?|体积|排量|航程|射程)(?:达到?|约|近|不足|超过?|逾|为)?$"
)


def _of_unnamed(number: Number) -> bool:
    """Is a size that of an unnamed thing behind it, which lies in the place or was built there?"""
    measure = _MEASURE_OF.search(number.text, number.clause.start, number.start)
    return measure is not None and OF_A_THING.match(number.text, number.end, number.clause.end) is not None


# 在东坪，这家企业|年产茶叶5吨
_THIS_THING = re.compile(
    "这[家座台款条个处片块][^，。；]{0,14}(?:企业|公司|工厂|园区?|基地|农场|合作社|中心|店|车间|市场|项目|村|地块|厂|场)"
    "|^这[个座台款艘架条套颗幅只株棵](?!月|城市|小城|古城|小镇|古镇|国家|地区|地方|县|村|镇|岛)[^，。；0-9]{2,24}(?:由|采用|长|高|重|宽|占地|可|能)"
    "|(?:^|[，。；])(?:这艘|这辆|这架|该)[船舰轮机车药片剧]"
    "|(?:这[套台款座艘架种辆枚颗]|该)[^，。；的]{0,10}(?:系统|装置|设备|技术|平台|机器人|模型|轮船|货船|飞机|列车|卫星|火箭|材料|产品|机组|生产线|望远镜)"
)


def _this_thing(number: Number) -> bool:
    """Has the sentence gone on to an unnamed firm or farm of a place?"""
    return ("这" in number.text or "该" in number.text) and _THIS_THING.search(number.text, 0, number.start) is not None


# 大基地开工。基地|规划总规模…; 电站投运以来，|累计发电…
_THE_THING = re.compile(
    "(?:^|[，；。])(?:目前|如今|现在|眼下|届时|据悉|据了解|整个|整座)?，?(?:目前|如今)?"
    "(基地|园区|产业园|景区|大桥|隧道|工厂|车间|水?电站|展馆|合作区|试验区|示范区|平台|节目|影片|水库|灌区|工程|项目|农场|机组|码头)"
    "(?![的名区内化业线路里中类建勘机经上服])"
)


def goes_on_with_thing(number: Number, name: str) -> bool:
    """Does a sentence go on with a thing by its common noun alone (基地|规划总规模200万千瓦), which `name`, told of before, does not end in?"""
    thing = None if has_subject(number.clause) else _THE_THING.search(number.text, 0, number.start)
    return thing is not None and not name.endswith(thing[1])


_SIZES = frozenset(("米", "公里", "吨", "平方米", "立方米", "厘米", "毫米", "千瓦"))
_SIZE_OF_ONE = re.compile(
    "^(?:[大主]?桥梁?|隧道|坝顶?|主?塔|墩)?(?:全长|总长|长度?|高程|主跨|桥长|高度?|直径|载重|宽度?|深度?|厚度?|跨度|主跨度|总?重量?|单机容量|额定容量)$"
)


def is_single(number: Number) -> bool:
    """Is it the time or the size of one thing, and not of a whole place?"""
    return number.kind == "duration" or (number.quantity.unit in _SIZES and _SIZE_OF_ONE.search(number.left) is not None)

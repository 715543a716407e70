"""Projects and programmes of common words, told by what is done with them: 投资3亿元的…项目, …项目开工建设, 启动实施…提升行动."""

from __future__ import annotations

import re

from kg.recognition.phrases import counts, is_proper, is_unknown
from kg.recognition.telling import COUNTED_AFTER, WEIGHED, generic_names
from kg.recognition.tokens import Token, Words

_DONE_TO = re.compile(
    r"(?:已|正式|顺利|成功|全面|如期|今天|昨天|日前|近日|主体(?:工程|结构)?|(?:在|于|落户)[^，。；、]{2,15})*(?:开工|动工|竣工|奠基|投产|建成|签约|落户|落地|投用|启用|封顶|通车|揭牌|完工)"
    r"|(?:(?:施工|建设|项目)?现场|(?:的)?(?:建设|推进|进展|施工)(?:情况|进度|进展))(?=[，。；、]|$|调研|察看|查看|检查)"
    r"|，?(?:(?:计划|项目|预计|概算)?总投资|(?:总|规划)?占地|系?由[^，。；、]{2,25}(?:投资|建设|承建|实施))|，?(?:该?项目)?(?:位于|选址|地处)"
)

_DONE_BY = re.compile(r"(?:[亿万]元的|亩的|平方米的|(?:投资|承建|实施|兴建|建设|打造|引进)的)$")

# 多个超百亿元的|绿色化工项目
_SEVERAL = re.compile("(?:多个|一批|几个|系列)[^，。；、]*的$")

_NOT_ONE = re.compile("[了是等、]|以及|所有|全部|各")


def is_carried_out(words: Words, begin: int, head: int, end: int) -> bool:
    """A project told by what happens to it (投资3亿元的…项目, …项目开工建设): common words, but one project."""
    text = words.text
    done_by = _DONE_BY.search(text, max(0, begin - 8), begin)
    if not 7 - bool(done_by) <= end - begin <= 44 or not (done_by or _DONE_TO.match(text, end)):
        return False
    tokens = words.between(begin, head)
    return bool(
        (end - begin > 7 or done_by or any(is_proper(t) or is_unknown(t) for t in tokens))
        and _tell_enough(tokens, begin)
        and not counts(text[begin:head])
        and not WEIGHED.search(text[begin:end])
        and not COUNTED_AFTER.match(text, end)
        and not _NOT_ONE.search(text, begin, head)
        and not _SEVERAL.search(text, max(0, begin - 14), begin)
    )


_LAUNCHES = re.compile(r"(?:实施|启动|启动实施|组织实施|深入实施|全面实施|部署实施|推出)(?:了)?(?:为期[^，。；的]{1,6}的)?$")
_CARRIES_OUT = re.compile(r"(?:部署|联合|组织|集中)?开展(?:了)?(?:为期[^，。；的]{1,6}的)?$")
# 深入打好|污染防治攻坚战
_FOUGHT = re.compile("打(?:好|赢|响)了?$")
_FIGHT = re.compile("(?:攻坚|保卫|歼灭)战$")
_LOCAL_ACTION = re.compile("(?:专项|集中|综合)(?:整治|治理|检查|清理|打击|执法)?行动$|专项整治$")
_CAMPAIGN_HEAD = re.compile(
    r"(?:提升|振兴|攻坚|复苏|再造|培育|引领|倍增|清零|净化|赋能|焕新|直通车|护航|保护|修复|治理|惠民|强基|筑基)?(?:专项行动|行动|专项工程|工程|计划)$"
)
_OF_A_KIND = re.compile("[、，的了等]|重大|重点|一批|一系列|有关|相关|各项|系列")
# 老旧小区改造工程, 农村道路硬化工程: works on things of a kind, which only a place tells apart
_WORKS_OF_A_KIND = re.compile(
    "(?:改造|建设|加固|维修|维护|硬化|绿化|亮化|美化|新建|[扩改重迁]建|搬迁|安置|铺设|清淤|疏浚|整修|供水)工程$"
)


def is_launched(words: Words, begin: int, end: int) -> bool:
    """A programme named by what it does, right behind the verb that carries it out: 启动实施水稻大面积单产提升行动."""
    text = words.text
    name = text[begin:end]
    if not 7 <= len(name) <= 20:
        return False
    action = _LOCAL_ACTION.search(name)
    return bool(
        (
            ((action or _CAMPAIGN_HEAD.search(name)) and _LAUNCHES.search(text, max(0, begin - 12), begin))
            or (action and _CARRIES_OUT.search(text, max(0, begin - 12), begin))
            or (_FIGHT.search(name) and _FOUGHT.search(text, max(0, begin - 3), begin))
        )
        and not WEIGHED.search(name)
        and not counts(name)
        and not _OF_A_KIND.search(name)
        and not _WORKS_OF_A_KIND.search(name)
        and not COUNTED_AFTER.match(text, end)
        and _tell_enough(words.between(begin, end - 2), begin)
    )


def _tell_enough(tokens: tuple[Token, ...], begin: int) -> bool:
    """Whether a name begins with a word of its own and has four characters that tell something beside generic words."""
    return (
        bool(tokens)
        and tokens[0].start == begin
        and tokens[0].tag[:1] not in ("r", "m", "d", "p", "c", "u")
        and sum(len(t.text) for t in tokens if t.text not in generic_names()) >= 4
    )

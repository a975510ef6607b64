// Words of a deadline in a list.
/** Somewhere in it. */
export const TIME =
  /\d|[一二三四五六七八九十]个|年|月|季度|日|长期|常态|持续|立即|立行|即时|即行|每|期间|适时|同步|尽快|时限|印发|实施后|半年|周|天|部署|要求|附件|计划|进度|安排|[“”十一二三四]五|结束|[^然]后$|[末底]前?$|随时|推进|坚持|开展|^无$|^[—-]+$/u;
/** At its end. */
export const TIME_END = /(?:[前底末年月日内]|推进|坚持|长期|实施|立即|完成|开展|[“”][^“”]*期间)$/u;
/** Begins so, and is no unit. */
export const TIME_ALONE = /^(?:\d{4}年|每[年月季]|长期|持续|立即|\d+月)/u;

// The two places that a flag speaks of, out of its message.
export interface Wording {
  readonly where: 'in-text' | 'in-list' | 'here' | 'before';
  /** 第3页, as the message names it. */
  readonly place: string;
  /** null where it is not there. */
  readonly text: string | null;
}

const BOTH = /正文（(?<body>[^）]*)）的?「(?<a>.*?)」，清单（(?<list>[^）]*)）(?:没有|「(?<b>.*)」)$/su;
const ONLY_LISTED = /正文（(?<body>[^）]*)）没有清单（(?<list>[^）]*)）中的「(?<b>.*)」$/su;
const PRINTED_AGAIN = /此处「(?<a>.*?)」，之前「(?<b>.*)」/su;
/** What a person did since stands behind it. */
const SINCE = /；已由人[^；]*$/u;

/** Both wordings, to stand side by side; null where the flag is about one place. */
export function twoWordings(message: string): [Wording, Wording] | null {
  const read = message.replace(SINCE, '');
  const differing = (BOTH.exec(read) ?? ONLY_LISTED.exec(read))?.groups;
  if (differing)
    return [
      { where: 'in-text', place: differing.body ?? '', text: differing.a ?? null },
      { where: 'in-list', place: differing.list ?? '', text: differing.b ?? null },
    ];
  const again = PRINTED_AGAIN.exec(read)?.groups;
  if (!again) return null;
  return [
    { where: 'here', place: '', text: again.a || null },
    { where: 'before', place: '', text: again.b || null },
  ];
}

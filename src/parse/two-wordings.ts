// What flags say of two places that differ, and the two wordings out of it again: flags hold no more than their message.

/** A wording of running text and of the task list; '' where it is not there. Places as 第3页. */
export function textAndListSay(
  [text, inText]: readonly [wording: string, place: string],
  [list, inList]: readonly [wording: string, place: string],
): string {
  if (list === '') return `正文（${inText}）的「${text}」，清单（${inList}）没有`;
  if (text === '') return `正文（${inText}）没有清单（${inList}）中的「${list}」`;
  return `正文（${inText}）「${text}」，清单（${inList}）「${list}」`;
}

/** What is printed again on a later page, and what it was before. */
export const printedAgainSays = (here: string, before: string): string => `此处「${here}」，之前「${before}」`;

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

/** Both wordings of a message that ends with one of these, to stand side by side; null where it is about one place. */
export function twoWordings(message: string): [Wording, Wording] | null {
  const differing = (BOTH.exec(message) ?? ONLY_LISTED.exec(message))?.groups;
  if (differing)
    return [
      { where: 'in-text', place: differing.body ?? '', text: differing.a ?? null },
      { where: 'in-list', place: differing.list ?? '', text: differing.b ?? null },
    ];
  const again = PRINTED_AGAIN.exec(message)?.groups;
  if (!again) return null;
  return [
    { where: 'here', place: '', text: again.a || null },
    { where: 'before', place: '', text: again.b || null },
  ];
}

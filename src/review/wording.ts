// What corrections say, in a few words: for flags, which are in Chinese, and for lists of changes.
import { FIELD_NAMES } from '../messages/field-names.js';
import type { CorrectedField, CorrectedFields, Correction } from '../model/index.js';
import { shortened as cut } from '../text/shortened.js';

const MOST_CHARACTERS = 60;

const ROLE_NAMES = { lead: '牵头', responsible: '', support: '配合' } as const;

/** So that a message stays a line or two. */
export const shortened = (text: string, most = MOST_CHARACTERS): string => cut(text, most);

/** A value in words. */
export function valueWording(field: CorrectedField, fields: CorrectedFields): string {
  return shortened(wholeWording(field, fields)) || '空';
}

function wholeWording(field: CorrectedField, fields: CorrectedFields): string {
  const { path, deadlines, departments, openEnded, targets, extra, keywords } = fields;
  if (field === 'path')
    return (path ?? []).map((item) => [item.number, item.title].filter(Boolean).join(' ')).join(' / ');
  if (field === 'deadlines')
    return (deadlines ?? []).map(({ raw, end }) => (end ? `${raw}（${end}）` : raw)).join('；');
  if (field === 'departments')
    return (departments ?? [])
      .map(({ name, role }) => (ROLE_NAMES[role] ? `${name}（${ROLE_NAMES[role]}）` : name))
      .join('、');
  if (field === 'openEnded') return openEnded ? '是' : '否';
  if (field === 'targets') return (targets ?? []).map(({ raw }) => raw).join('；');
  if (field === 'extra')
    return Object.entries(extra ?? {})
      .map(([heading, text]) => `${heading}：${text}`)
      .join('；');
  if (field === 'keywords') return (keywords ?? []).join('、');
  return fields[field] ?? '';
}

const HOW = { split: '拆分', join: '合并', boundary: '调整分界' } as const;

/** What was done, and to which measure. */
export function correctionWording(correction: Correction): string {
  switch (correction.what) {
    case 'set': {
      const { measure, from, to } = correction;
      const fields = Object.keys(to) as CorrectedField[];
      const changes = fields.map(
        (field) => `${FIELD_NAMES[field]}由「${valueWording(field, from)}」改为「${valueWording(field, to)}」`,
      );
      return `${measure.id} ${changes.join('，')}`;
    }
    case 'accept':
      return `${correction.measure?.id ?? '全期'} 认可标记「${shortened(correction.flag.message)}」`;
    case 'replace': {
      const [from, to] = [correction.from, correction.to].map((some) => some.map(({ id }) => id).join('、'));
      return `${HOW[correction.how]} ${from} → ${to}`;
    }
    case 'add':
      return `新增 ${correction.to.id}「${shortened(correction.to.title, 20)}」`;
    case 'remove':
      return `删除 ${correction.from.id}「${shortened(correction.from.title, 20)}」`;
  }
}

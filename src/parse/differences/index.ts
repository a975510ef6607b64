// The same measures are printed twice, in a document's text and in its task list: where the two disagree, a person must know.
import type { Difference, FieldSource, Flag, Measure, Printing } from '../../model/index.js';
import { textAndListSay } from '../two-wordings.js';
import { differingParts } from '../wording.js';
import { type Alignment, align } from './align.js';
import { onlyInText, onlyListed } from './alone.js';
import { type Differing, differingFields } from './compare.js';
import { type Node, nodesOf } from './tree.js';

/** How a reader finds a page: 第50页. */
export type PageName = (page: number) => string;

/** @returns what text and list of each document say differently, in the order of the list, then what only one of them has */
export function differencesOf(measures: readonly Measure[], pageName: PageName): Difference[] {
  const documents = [...new Set(measures.map(({ documentId }) => documentId))];
  return documents.flatMap((documentId): Difference[] => {
    const own = measures.filter((measure) => measure.documentId === documentId);
    const body = nodesOf(own.filter(({ origin }) => origin === 'body'));
    const table = nodesOf(own.filter(({ origin }) => origin === 'table'));
    if (body.length === 0 || table.length === 0) return [];
    const alignment = align(body, table);
    const { pairs } = alignment;
    const differing = pairs.flatMap((pair) =>
      differingFields(pair).map((found) => differenceOf(found, pair, pageName)),
    );
    return [...differing, ...alone(body, table, alignment, pageName)];
  });
}

function differenceOf(
  found: Differing,
  { body, table }: { readonly body: Node; readonly table: Node },
  pageName: PageName,
): Difference {
  const field = (node: Node): string => fieldOf(node, found.what);
  const inBody = printing(body, found.body, field(body));
  const inTable = printing(table, found.table, field(table), rowOf(table, found.added));
  const [a, b] =
    found.what === 'title' || found.what === 'text'
      ? differingParts(found.body, found.table)
      : [found.body, found.table];
  const says = textAndListSay([a, placeName(inBody.sources, pageName)], [b, placeName(inTable.sources, pageName)]);
  const message = `「${table.title.slice(0, 20)}」的${WORDS[found.what]}，正文与任务清单不一致：${says}`;
  return { what: found.what, documentId: documentOf(body), body: inBody, table: inTable, message };
}

const WORDS = { title: '标题', text: '文字', departments: '责任单位', deadlines: '完成时限' } as const;

/** The row that names one of these units, else the first. */
const rowOf = (node: Node, units: readonly string[] = []): Measure =>
  node.measures.find(({ departments }) => departments.some(({ name }) => units.includes(name))) ??
  (node.measures[0] as Measure);

function fieldOf(node: Node, what: Differing['what']): string {
  if (what === 'departments' || what === 'deadlines') return what;
  return node.isMeasure ? 'text' : `path[${node.level}]`;
}

function printing(node: Node, wording: string, field: string, { id, sources }: Measure = rowOf(node)): Printing {
  const own = sources.filter((source) => source.field === field);
  return { id, field, wording, sources: own.length > 0 ? own : sources.filter((source) => source.field === 'text') };
}

const documentOf = (node: Node): string => (node.measures[0] as Measure).documentId;

function placeName(sources: readonly FieldSource[], pageName: PageName): string {
  const [place] = sources;
  if (!place) return '位置不明';
  return 'page' in place ? pageName(place.page) : `第${place.line}行`;
}

/** What only one of the two has. */
function alone(body: readonly Node[], table: readonly Node[], alignment: Alignment, pageName: PageName): Difference[] {
  const difference = (node: Node, isListed: boolean): Difference => {
    const found = printing(node, node.title, fieldOf(node, 'text'));
    const place = placeName(found.sources, pageName);
    const message = isListed
      ? `任务清单（${place}）的「${node.title.slice(0, 30)}」，正文中没有相应的条目`
      : `正文（${place}）的「${node.title.slice(0, 30)}」，任务清单中没有相应的条目`;
    const [inBody, inTable] = isListed ? [null, found] : [found, null];
    return { what: 'counterpart', documentId: documentOf(node), body: inBody, table: inTable, message };
  };
  return [
    ...onlyListed(table, alignment).map((node) => difference(node, true)),
    ...onlyInText(body, alignment).map((node) => difference(node, false)),
  ];
}

/** At both records for information, as they are as printed; at the issue for a person to look at. */
export function flagDifferences(differences: readonly Difference[], measures: readonly Measure[]): Flag[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return differences.map(({ body, table, message }): Flag => {
    for (const printed of [body, table]) {
      if (!printed) continue;
      const flag: Flag = { code: 'body-table-differs', field: printed.field, severity: 'note', message };
      byId.get(printed.id)?.flags.push(flag);
    }
    const { id, field } = (body ?? table) as Printing;
    return { code: 'body-table-differs', field: `${id}.${field}`, severity: 'check', message };
  });
}

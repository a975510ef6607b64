import { Converter as ToTraditional } from 'opencc-js/cn2t';
import { Converter as ToSimplified } from 'opencc-js/t2cn';
import type { Department, Issue } from '../model/index.js';
import type { OutputScript } from '../model/script.js';
import { scriptOf } from '../text/script.js';

/** The issue with its texts in the given script. Names of files, identifiers and messages of flags stay. */
export function inScript(issue: Issue, script: OutputScript): Issue {
  const convert = converter(issue, script);
  const orNull = (text: string | null): string | null => (text === null ? null : convert(text));
  const departments = (some: readonly Department[]): Department[] =>
    some.map((department) => ({
      ...department,
      name: convert(department.name),
      raw: convert(department.raw),
      ...(department.canonical !== undefined && { canonical: convert(department.canonical) }),
    }));
  return {
    ...issue,
    issue: { ...issue.issue, gazette: orNull(issue.issue.gazette), number: orNull(issue.issue.number) },
    contents: issue.contents.map((entry) => ({
      ...entry,
      title: convert(entry.title),
      docNumber: orNull(entry.docNumber),
      section: orNull(entry.section),
    })),
    documents: issue.documents.map((document) => ({
      ...document,
      title: convert(document.title),
      docNumber: orNull(document.docNumber),
      issuer: orNull(document.issuer),
      addressees: document.addressees.map(convert),
      publicity: orNull(document.publicity),
      attachments: document.attachments.map((attachment) => ({ ...attachment, title: convert(attachment.title) })),
      text: convert(document.text),
    })),
    measures: issue.measures.map((measure) => ({
      ...measure,
      path: measure.path.map((item) => ({
        ...item,
        number: orNull(item.number),
        title: convert(item.title),
        text: convert(item.text),
        leads: departments(item.leads),
      })),
      number: orNull(measure.number),
      title: convert(measure.title),
      text: convert(measure.text),
      deadlines: measure.deadlines.map(({ raw, anchor, ...deadline }) => ({
        ...deadline,
        raw: convert(raw),
        ...(anchor !== undefined && { anchor: convert(anchor) }),
      })),
      departments: departments(measure.departments),
      ...(measure.targets && {
        targets: measure.targets.map((target) => ({ ...target, raw: convert(target.raw), unit: convert(target.unit) })),
      }),
      ...(measure.extra && {
        extra: Object.fromEntries(
          Object.entries(measure.extra).map(([heading, text]) => [convert(heading), convert(text)]),
        ),
      }),
      // two variants of one word may become the same
      ...(measure.keywords && { keywords: [...new Set(measure.keywords.map(convert))] }),
    })),
  };
}

/**
 * Traditional text goes through OpenCC's own standard form first, which knows the variants of every place; text that is
 * already in the script wanted stays, since characters shared by both scripts could be taken for simplified ones.
 */
function converter(issue: Issue, to: OutputScript): (text: string) => string {
  if (scriptOf(textsOf(issue)) === 'simplified')
    return to === 'cn' ? (text) => text : ToTraditional({ from: 'cn', to });
  if (to === 'cn') return ToSimplified({ from: 'hk', to });
  const standard = ToSimplified({ from: 'hk', to: 't' });
  const local = ToTraditional({ from: 't', to });
  return (text) => local(standard(text));
}

function* textsOf({ documents, measures }: Issue): Iterable<string> {
  for (const { title, text } of documents) yield* title + text;
  for (const { text } of measures) yield* text;
}

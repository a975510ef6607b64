// What the page asks the server; all addresses are below the one it was opened with.
import type { Change, Correction, Deadline, Department, Issue } from '../../../model/index.js';

export interface WordedError {
  code: string;
  message: { zh: string; en: string };
}

export interface ListedIssue {
  name: string;
  file?: string;
  title?: string;
  pages?: number;
  measures?: number;
  open?: number;
  errors?: number;
  changes?: number;
  problem?: WordedError;
}

export interface IssueList {
  issues: ListedIssue[];
  failed: { input: string; code: string; message: string }[];
}

export interface CorrectionState {
  revision: number;
  changes: Change[];
}

export interface LoadedIssue {
  original: Issue;
  state: CorrectionState;
  source: 'there' | 'missing' | 'changed';
  /** Why nothing can be changed. */
  problem?: WordedError;
}

export interface Saved {
  kind: 'saved' | 'outdated' | 'unfit';
  state: CorrectionState;
}

/** A refusal of the server in words. */
export class Refused extends Error {
  constructor(readonly error: WordedError) {
    super(error.code);
  }
}

const issuePath = (name: string, part = ''): string => `api/issues/${encodeURIComponent(name)}${part}`;

export const sourceUrl = (name: string): string => new URL(issuePath(name, '/source'), document.baseURI).href;
export const formUrl = (name: string, format: string): string => issuePath(name, `/export/${format}`);

export const listIssues = (): Promise<IssueList> => ask('api/issues');
export const loadIssue = (name: string): Promise<LoadedIssue> => ask(issuePath(name));
export const loadLines = async (name: string): Promise<string[]> =>
  (await ask<{ lines: string[] }>(issuePath(name, '/lines'))).lines;
export const saveChange = (name: string, revision: number, correction: Correction): Promise<Saved> =>
  ask(issuePath(name, '/changes'), { revision, correction });
export const undoChange = (name: string, revision: number): Promise<Saved> =>
  ask(issuePath(name, '/undo'), { revision });
export const exportIssue = (name: string): Promise<{ files: string[] }> => ask(issuePath(name, '/export'), {});

interface Context {
  reference: string | null;
  issuer: string | null;
}

export const readDeadlines = (text: string, context: Context): Promise<{ deadlines: Deadline[] }> =>
  ask('api/parse', { what: 'deadlines', text, ...context });
export const readDepartments = (
  text: string,
  context: Context,
): Promise<{ departments: Department[]; openEnded: boolean }> =>
  ask('api/parse', { what: 'departments', text, ...context });

async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(
    path,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  ).catch(() => {
    throw new Refused(GONE);
  });
  const answer = await response.json().catch(() => ({}));
  if (answer.error?.message) throw new Refused(answer.error);
  if (answer.error) throw new Refused({ ...GONE, code: answer.error.code });
  return answer as Answer;
}

const GONE: WordedError = {
  code: 'no-answer',
  message: {
    zh: '本机的 gongbao review 没有应答；它可能已结束，请重新运行并打开新的地址',
    en: 'gongbao review does not answer on this machine; it may have ended: start it again and open the new address',
  },
};

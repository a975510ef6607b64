import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { issueHref } from './app.js';
import { type IssueList, type ListedIssue, listIssues } from './shared/api.js';
import { Problem } from './shared/problem.js';
import { LanguageContext, useWords } from './shared/words.js';

/** All issues of the folder: how much is in each, and how much is left to check. */
export function ListPage({ settings }: { settings: ComponentChildren }) {
  const words = useWords();
  const [list, setList] = useState<IssueList | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    listIssues().then(setList, setError);
  }, []);
  return (
    <div class="list-page">
      <header class="bar">
        <h1>{words('title')}</h1>
        {settings}
      </header>
      <main>
        {error ? <Problem error={error} /> : null}
        {!list && !error ? <p role="status">{words('loading')}</p> : null}
        {list ? list.issues.length > 0 ? <Issues issues={list.issues} /> : <p>{words('no-issues')}</p> : null}
        {list && list.failed.length > 0 ? <Failed failed={list.failed} /> : null}
      </main>
    </div>
  );
}

function Issues({ issues }: { issues: readonly ListedIssue[] }) {
  const words = useWords();
  return (
    <div class="scroll-x">
      <table class="issues">
        <thead>
          <tr>
            <th scope="col">{words('file')}</th>
            {(['pages', 'measures', 'flags-open', 'errors', 'changes'] as const).map((word) => (
              <th key={word} scope="col" class="number">
                {words(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <IssueRow key={issue.name} issue={issue} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function IssueRow({
  issue: { name, file, title, problem, pages, measures, open = 0, errors, changes },
}: {
  issue: ListedIssue;
}) {
  const language = useContext(LanguageContext);
  if (problem)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={5} class="problem">
          {problem.message[language]}
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">
        <a href={issueHref(name)}>{name}</a>
        <small>{[title, file].filter(Boolean).join(' · ')}</small>
      </th>
      <td class="number">{pages}</td>
      <td class="number">{measures}</td>
      <td class={`number ${open > 0 ? 'open' : 'done'}`}>{open}</td>
      <td class="number">{errors}</td>
      <td class="number">{changes}</td>
    </tr>
  );
}

function Failed({ failed }: { failed: IssueList['failed'] }) {
  const words = useWords();
  return (
    <section>
      <h2>{words('failed')}</h2>
      <ul class="failed">
        {failed.map(({ input, message }) => (
          <li key={input}>{message}</li>
        ))}
      </ul>
    </section>
  );
}

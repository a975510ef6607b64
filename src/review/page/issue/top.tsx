import type { ComponentChildren } from 'preact';
import { needsLook } from '../../../flags.js';
import { useWords } from '../shared/words.js';
import type { UseIssue } from './use-issue.js';
import type { Review } from './use-review.js';

/** The bar above: where one is, what is left, and what can be done with the whole. */
export function Top({
  name,
  own,
  review,
  settings,
}: {
  name: string;
  own: UseIssue;
  review: Review;
  settings: ComponentChildren;
}) {
  const words = useWords();
  const changes = own.open?.loaded.state.changes.filter(({ undone }) => undone === undefined).length ?? 0;
  const ofIssue = own.open?.issue.flags ?? [];
  return (
    <header class="bar">
      <a href="#/">{words('back')}</a>
      <h1>{name}</h1>
      <span class="left-count" aria-live="polite">
        {own.open ? (review.left > 0 ? words('left', { n: review.left }) : words('none-left')) : ''}
      </span>
      <button type="button" class="primary" disabled={review.left === 0} onClick={() => review.goToFlag(1)}>
        {words('next-flag')}
      </button>
      <nav aria-label={words('actions')} hidden={!own.open}>
        {ofIssue.length > 0 ? (
          <button type="button" onClick={() => review.show('flags')}>
            {words('flags-of-issue')}
            {ofIssue.some(needsLook) ? ` (${ofIssue.filter(needsLook).length})` : ''}
          </button>
        ) : null}
        <button type="button" onClick={() => review.show('charts')}>
          {words('charts')}
        </button>
        <button type="button" onClick={() => review.show('changes')}>
          {words('changes-n', { n: changes })}
        </button>
        <button type="button" disabled={changes === 0 || review.isReadOnly} onClick={() => own.undo()}>
          {words('undo')}
        </button>
        <button type="button" onClick={() => review.show('export')}>
          {words('export')}
        </button>
        <button type="button" onClick={() => review.show('help')}>
          {words('help')}
        </button>
      </nav>
      <span role="status" class={`said ${own.said ?? ''}`}>
        {own.said ? words(own.said) : ''}
      </span>
      {settings}
    </header>
  );
}

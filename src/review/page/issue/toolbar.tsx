import { useWords } from '../shared/words.js';
import { ORDERS, type Order } from './order.js';
import type { Review } from './use-review.js';

/** Which measures are shown, and how. */
export function Toolbar({ review: { shown, setShown, rows } }: { review: Review }) {
  const words = useWords();
  const count = rows.reduce((sum, { kind }) => sum + (kind === 'measure' ? 1 : 0), 0);
  return (
    <search class="toolbar">
      <label class="search">
        <span class="hidden">{words('search')}</span>
        <input
          id="search"
          type="search"
          value={shown.search}
          placeholder={words('search-hint')}
          onInput={(event) => setShown({ search: event.currentTarget.value })}
        />
      </label>
      <label>
        <span class="hidden">{words('order')}</span>
        <select value={shown.order} onChange={(event) => setShown({ order: event.currentTarget.value as Order })}>
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {words(`order-${order}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={shown.onlyFlagged}
          onChange={(event) => setShown({ onlyFlagged: event.currentTarget.checked })}
        />
        {words('only-flagged')}
      </label>
      <span role="status" class="found">
        {count > 0 ? words('found', { n: count }) : words('nothing-found')}
      </span>
    </search>
  );
}

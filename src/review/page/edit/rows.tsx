import type { ComponentChildren } from 'preact';
import { useWords } from '../shared/words.js';
import { replaced } from './editor.js';

/** A list that is edited row by row; rows can be removed, and one added at the end. */
export function Rows<Row>({
  rows,
  onRows,
  empty,
  inputs,
  children,
}: {
  rows: readonly Row[];
  onRows(rows: readonly Row[]): void;
  /** What an added row is. */
  empty: Row;
  /** What a row is typed into. */
  inputs(row: Row, index: number): ComponentChildren;
  /** Beside the button that adds a row. */
  children?: ComponentChildren;
}) {
  const words = useWords();
  return (
    <>
      <ul class="plain rows">
        {rows.map((row, index) => (
          <li key={index}>
            {inputs(row, index)}
            <button type="button" onClick={() => onRows(replaced(rows, index))}>
              {words('remove')}
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" onClick={() => onRows([...rows, empty])}>
          {words('add-row')}
        </button>
        {children}
      </div>
    </>
  );
}

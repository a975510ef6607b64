import { useContext } from 'preact/hooks';
import { needsLook } from '../../../flags.js';
import { FIELD_NAMES } from '../../../messages/field-names.js';
import type { Flag } from '../../../model/index.js';
import { twoWordings, type Wording } from '../../../parse/two-wordings.js';
import { asRead } from '../../settle.js';
import { FLAG_LABELS } from '../shared/flag-labels.js';
import { LanguageContext, useWords } from '../shared/words.js';
import { type FieldName, fieldOfSource } from './places.js';

const isField = (name: string): name is FieldName => Object.hasOwn(FIELD_NAMES, name);

/** A flag in words; where it speaks of two places, both wordings side by side. */
export function FlagView({
  flag,
  isCurrent = false,
  onAccept,
  onOther,
}: {
  flag: Flag;
  isCurrent?: boolean;
  onAccept?(): void;
  /** To the other place it speaks of. */
  onOther?: (() => void) | undefined;
}) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const label = FLAG_LABELS[flag.code][language];
  const pair = twoWordings(asRead(flag.message));
  const at = fieldOfSource(flag.field);
  return (
    <li class={`flag ${flag.severity}${isCurrent ? ' current' : ''}`} aria-current={isCurrent ? 'true' : undefined}>
      <div class="flag-head">
        <span class={`badge ${flag.severity}`}>{words(`severity-${flag.severity}`)}</span>
        <b>{label}</b>
        <code>{isField(at) ? words(`field-${at}`) : flag.field}</code>
        {onOther ? (
          <button type="button" onClick={onOther}>
            {words('to-other')}
          </button>
        ) : null}
        {needsLook(flag) && onAccept ? (
          <button type="button" class="accept" aria-label={words('accept-flag', { flag: label })} onClick={onAccept}>
            {words('accept')}
          </button>
        ) : null}
      </div>
      <p>{flag.message}</p>
      {pair ? <Pair pair={pair} /> : null}
    </li>
  );
}

function Pair({ pair }: { pair: readonly [Wording, Wording] }) {
  const words = useWords();
  return (
    <dl class="pair">
      {pair.map(({ where, place, text }) => (
        <div key={where}>
          <dt>
            {words(where)} {place}
          </dt>
          <dd>{text ?? words('absent')}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { Measure } from '../../../model/index.js';
import { useWords } from '../shared/words.js';
import type { FieldName } from './places.js';

/** A field as it is read, not edited. */
export function FieldValue({ measure, field }: { measure: Measure; field: FieldName }) {
  const words = useWords();
  const none = <span class="none">{words('none')}</span>;
  switch (field) {
    case 'path':
      return measure.path.length === 0 ? (
        none
      ) : (
        <ol class="plain">
          {measure.path.map(({ number, title, leads }, level) => (
            <li key={level}>
              {[number, title].filter(Boolean).join(' ')}
              {leads.length > 0 ? <small>（{leads.map(({ name }) => name).join('、')}）</small> : null}
            </li>
          ))}
        </ol>
      );
    case 'deadlines':
      return measure.deadlines.length === 0 ? (
        none
      ) : (
        <ul class="plain">
          {measure.deadlines.map(({ raw, start, end, rrule }) => (
            <li key={`${raw} ${start} ${end}`}>
              {raw} <small>{[start, end].filter(Boolean).join(' – ') || rrule}</small>
            </li>
          ))}
        </ul>
      );
    case 'departments':
      return measure.departments.length === 0 ? (
        none
      ) : (
        <ul class="chips">
          {measure.departments.map(({ name, role }) => (
            <li key={`${name} ${role}`}>
              {name} <small>{words(`role-${role}`)}</small>
            </li>
          ))}
          {measure.openEnded ? <li class="open-ended">{words('field-openEnded')}</li> : null}
        </ul>
      );
    case 'targets':
      return measure.targets ? measure.targets.map(({ raw }) => raw).join('；') : none;
    case 'extra':
      return measure.extra ? (
        <ul class="plain">
          {Object.entries(measure.extra).map(([heading, text]) => (
            <li key={heading}>
              {heading}：{text}
            </li>
          ))}
        </ul>
      ) : (
        none
      );
    case 'keywords':
      return measure.keywords ? measure.keywords.join('、') : none;
    case 'openEnded':
      return <>{words(measure.openEnded ? 'yes' : 'no')}</>;
    default:
      return measure[field] ? <span class="text">{measure[field]}</span> : none;
  }
}

import type { ComponentChildren } from 'preact';
import { Problem, Worded } from '../shared/problem.js';
import { useWords, type Words } from '../shared/words.js';
import { Changes } from './changes.js';
import { Charts } from './charts.js';
import { Export } from './export.js';
import { Help } from './help.js';
import { IssueFlags } from './issue-flags.js';
import { MeasureList } from './measure-list.js';
import { MeasureView } from './measure-view.js';
import { Source } from './source.js';
import { Toolbar } from './toolbar.js';
import { Top } from './top.js';
import { type UseIssue, useIssue } from './use-issue.js';
import { type Review, useReview } from './use-review.js';

/** One issue: left its pages, right its measures and the one that is chosen. */
export function IssuePage({ name, settings }: { name: string; settings: ComponentChildren }) {
  const words = useWords();
  const own = useIssue(name);
  const review = useReview(own);
  if (!own.open)
    return <main>{own.error ? <Problem error={own.error} /> : <p role="status">{words('loading')}</p>}</main>;
  const { issue, loaded } = own.open;
  const { chosen, field } = review;
  return (
    <div class="issue-page">
      <Top name={name} own={own} review={review} settings={settings} />
      {loaded.problem ? <Worded error={loaded.problem} /> : null}
      {own.error && !review.isEditing ? <Problem error={own.error} /> : null}
      <main class="panes">
        <Source name={name} issue={issue} state={loaded.source} chosen={chosen} field={field} onHit={review.hit} />
        <div class="right">
          <Toolbar review={review} />
          <MeasureList rows={review.rows} chosen={chosen?.id ?? null} onChoose={review.choose} />
          {chosen ? (
            <MeasureView
              issue={issue}
              measure={chosen}
              field={field}
              flag={review.flag}
              isEditing={review.isEditing}
              isGone={review.isGone}
              refusal={refusalOf(own, words)}
              isReadOnly={review.isReadOnly}
              onField={review.setField}
              onEdit={review.edit}
              onChange={own.change}
              onAccept={review.accept}
              onMeasure={review.choose}
              onAdd={review.add}
            />
          ) : null}
        </div>
      </main>
      <Dialog name={name} own={own} review={review} />
    </div>
  );
}

/** For the editor whose change was not made. */
function refusalOf({ error, said }: UseIssue, words: Words) {
  if (error) return <Problem error={error} />;
  return said && said !== 'saved' ? <p class="problem">{words(said)}</p> : null;
}

/** What stands over the page. */
function Dialog({ name, own, review }: { name: string; own: UseIssue; review: Review }) {
  const { open } = own;
  const close = (): void => review.show(null);
  const go = (act: () => void) => (): void => {
    close();
    act();
  };
  if (!open) return null;
  switch (review.dialog) {
    case 'charts':
      return (
        <Charts
          original={open.loaded.original}
          issue={open.issue}
          onSearch={(search) => go(() => review.setShown({ search }))()}
          onClose={close}
        />
      );
    case 'changes':
      return (
        <Changes
          open={open}
          error={own.error}
          onMeasure={(id) => go(() => review.choose(id))()}
          onUndo={own.undo}
          onClose={close}
        />
      );
    case 'flags':
      return (
        <IssueFlags
          issue={open.issue}
          isReadOnly={review.isReadOnly}
          onChange={own.change}
          onMeasure={(id) => go(() => review.choose(id))()}
          onClose={close}
        />
      );
    case 'export':
      return <Export name={name} onClose={close} />;
    case 'help':
      return <Help isOn={review.hasKeys} onSwitch={review.setHasKeys} onClose={close} />;
    default:
      return null;
  }
}

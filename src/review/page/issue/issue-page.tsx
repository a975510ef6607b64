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
  const { open, start } = own;
  if (!open && own.error)
    return (
      <main>
        <Problem error={own.error} />
      </main>
    );
  const { chosen, field } = review;
  const file = open?.issue.source ?? start?.file;
  return (
    <div class="issue-page">
      <Top name={name} own={own} review={review} settings={settings} />
      {open?.loaded.problem ? <Worded error={open.loaded.problem} /> : null}
      {own.error && !review.isEditing ? <Problem error={own.error} /> : null}
      <main class="panes">
        {file ? (
          <Source
            key={file.sha256}
            name={name}
            file={file}
            measures={open?.issue.measures ?? []}
            startPage={start?.page ?? 1}
            state={open?.loaded.source ?? start?.source ?? 'missing'}
            chosen={chosen}
            field={field}
            onHit={review.hit}
          />
        ) : (
          <section class="source" />
        )}
        <div class="right">
          {open ? (
            <>
              <Toolbar review={review} />
              <MeasureList rows={review.rows} chosen={chosen?.id ?? null} onChoose={review.choose} />
            </>
          ) : (
            <p role="status">{words('loading')}</p>
          )}
          {open && chosen ? (
            <MeasureView
              issue={open.issue}
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

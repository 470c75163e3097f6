// A workbook that is set up: what is missing is put in and what was taken apart is mended, without a question.
import { useState } from 'preact/hooks';
import type { HealthCheck, Problem } from '../../src/api/contract';
import { command } from '../commands';
import { TopBar } from '../parts/top-bar';
import { Trouble } from '../parts/trouble';
import { UnderWay } from './under-way';
import { s } from './words';

interface MendProps {
  /** Why the workbook could not be read. */
  readonly found?: Problem | undefined;
  readonly done: (checks: readonly HealthCheck[]) => void;
}

export function Mend({ found, done }: MendProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(found);
  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    const answer = await command('setUp', 'setUp', { mend: true });
    setBusy(false);
    if (answer === undefined) return;
    if (answer.ok) done(answer.value.health);
    else setProblem(answer.error);
  };
  return (
    <div class="screen set-up">
      <TopBar title={s('title')} onBack={null} />
      <p>{s('mendHint')}</p>
      {problem && <Trouble problem={problem} />}
      <div class="sticky-foot">
        {busy && <UnderWay text={s('mending')} />}
        <div class="step-foot">
          <button type="button" class="main" disabled={busy} aria-busy={busy} onClick={() => void run()}>
            {s('mend')}
          </button>
        </div>
      </div>
    </div>
  );
}

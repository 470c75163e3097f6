// Set-up beside the workbook, a page of its own because it is rarely needed: the wizard, later mending, and the checks.
import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { HealthCheck } from '../src/api/contract';
import { readBoot } from './boot';
import { drawnBy } from './cell';
import { setLanguage } from './language';
import { Skeleton, Trouble } from './parts/trouble';
import { loadSession, session, sessionProblem } from './session';
import { Checks, Done } from './set-up/checked';
import { Mend } from './set-up/mend';
import { Wizard } from './set-up/wizard';
import { s } from './set-up/words';

function SetUp() {
  const [checks, setChecks] = useState<readonly HealthCheck[]>();
  const problem = sessionProblem.value;
  const setUp = session.value?.setUp;
  if (checks !== undefined) return <Done checks={checks} />;
  // A workbook that cannot be read is what set-up mends; whether this person may is the server's to say.
  if (problem?.code === 'misconfigured') return <Mend found={problem} done={setChecks} />;
  if (problem !== undefined) return <Trouble problem={problem} again={() => void loadSession()} />;
  if (setUp === undefined) return <Skeleton lines={7} />;
  if (!setUp.mayRun) return <Checks />;
  return setUp.done ? <Mend done={setChecks} /> : <Wizard done={setChecks} />;
}

const boot = readBoot();
setLanguage(boot.language ?? 'zh');
document.title = s('title');
document.body.className = 'in-sidebar';
const draw = () =>
  render(
    <main id="main">
      <SetUp />
    </main>,
    document.getElementById('app')!,
  );
drawnBy(draw);
draw();
void loadSession();

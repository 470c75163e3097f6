// The wizard of a workbook that is not set up yet: five short steps, then the registers are made.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HealthCheck, Problem } from '../../src/api/contract';
import { command } from '../commands';
import { browserStore, forgetDraft, keepDraft, recallDraft } from '../draft';
import { focusField } from '../fields/keyboard';
import { language } from '../language';
import { TopBar } from '../parts/top-bar';
import { Banner, Trouble } from '../parts/trouble';
import { session } from '../session';
import { ReviewStep } from './review-step';
import { UnderWay } from './under-way';
import { emptyWizard, stepFaults, wizardInput, type Fault, type WizardData } from './wizard-data';
import { AgencyStep, DepartmentsStep, HoursStep, PeopleStep } from './wizard-steps';
import { s } from './words';

const titles = ['stepAgency', 'stepDepartments', 'stepPeople', 'stepHours', 'stepReview'] as const;
const shapes = [AgencyStep, DepartmentsStep, PeopleStep, HoursStep];
const draftName = 'set-up';

const sentence = (fault: Fault): string =>
  s(fault.word, { ...fault.values, ...(fault.role && { role: s(fault.role) }) });

export function Wizard({ done }: { done: (checks: readonly HealthCheck[]) => void }) {
  const root = useRef<HTMLFormElement>(null);
  const [store] = useState(browserStore);
  const [data, setData] = useState<WizardData>(() => {
    const draft = recallDraft(store, draftName, Date.now());
    const kept = draft?.values['data'];
    return {
      ...emptyWizard(language.value),
      ...(typeof kept === 'string' ? (JSON.parse(kept) as WizardData) : { agency: session.value?.agency ?? '' }),
    };
  });
  const [step, setStep] = useState(0);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  useLayoutEffect(
    () => keepDraft(store, draftName, { values: { data: JSON.stringify(data) }, lines: [], savedAt: Date.now() }),
    [data],
  );
  useEffect(() => focusField(root.current), [step]);

  const next = () => {
    const wrong = stepFaults[step]!(data);
    setFaults(wrong);
    const place = wrong[0]?.place;
    requestAnimationFrame(() => {
      if (place) focusField(root.current, 'set-up-' + place);
      else root.current?.querySelector('.banner')?.scrollIntoView({ block: 'center' });
    });
    if (wrong.length === 0 && step < 4) setStep(step + 1);
  };
  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    const answer = await command('setUp', 'setUp', wizardInput(data));
    setBusy(false);
    if (answer === undefined) return;
    if (answer.ok) {
      forgetDraft(store, draftName);
      done(answer.value.health);
    } else setProblem(answer.error);
  };
  const Step = shapes[step];
  const whole = faults.filter((fault) => fault.place === '');
  return (
    <div class="screen set-up">
      <TopBar title={s('title')} onBack={step > 0 ? () => setStep(step - 1) : null} focus={false} />
      <ol class="progress-steps" aria-label={s('stepOf', { n: step + 1, all: titles.length })}>
        {titles.map((title, index) => (
          <li
            key={title}
            class={index < step ? 'past' : index === step ? 'present' : ''}
            aria-current={index === step ? 'step' : undefined}
          >
            <span class="hidden-text">{s(title)}</span>
          </li>
        ))}
      </ol>
      <form
        ref={root}
        class="entry"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step < 4) next();
        }}
      >
        <h2>
          {s(titles[step]!)} <span class="quiet">{s('stepOf', { n: step + 1, all: titles.length })}</span>
        </h2>
        {Step && (
          <Step
            data={data}
            change={(part) => setData((before) => ({ ...before, ...part }))}
            faults={Object.fromEntries(faults.map((fault) => [fault.place, sentence(fault)]))}
          />
        )}
        {step === 4 && <ReviewStep data={data} edit={setStep} />}
        {whole.length > 0 && (
          <Banner tone="error">
            {whole.map((fault) => (
              <p key={sentence(fault)}>{sentence(fault)}</p>
            ))}
          </Banner>
        )}
        {problem && <Trouble problem={problem} />}
        <div class="sticky-foot">
          {busy && <UnderWay text={s('settingUp')} />}
          <div class="step-foot">
            {step > 0 && (
              <button type="button" class="plain" disabled={busy} onClick={() => setStep(step - 1)}>
                {s('previous')}
              </button>
            )}
            {step < 4 ? (
              <button type="submit" class="main">
                {s('next')}
              </button>
            ) : (
              <button type="button" class="main" disabled={busy} aria-busy={busy} onClick={() => void run()}>
                {s('runSetUp')}
              </button>
            )}
          </div>
        </div>
      </form>
    </div>
  );
}

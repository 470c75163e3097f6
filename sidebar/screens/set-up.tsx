// The set-up wizard: five short steps, then the registers are made and checked.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HealthCheck, Problem } from '../../src/api/contract';
import { command } from '../commands';
import { browserStore, forgetDraft, keepDraft, recallDraft } from '../draft';
import { focusField } from '../fields/keyboard';
import { language, t } from '../language';
import { HealthList } from '../parts/health-list';
import { Icon } from '../parts/icon';
import { TopBar } from '../parts/top-bar';
import { Banner, Trouble } from '../parts/trouble';
import { back, canGoBack, goHome } from '../route';
import { loadSession, session } from '../session';
import { ReviewStep } from '../set-up/review-step';
import { emptyWizard, stepFaults, wizardInput, type Fault, type WizardData } from '../set-up/wizard-data';
import { AgencyStep, DepartmentsStep, HoursStep, PeopleStep } from '../set-up/wizard-steps';
import { loadBoard } from './board';

const titles = ['stepAgency', 'stepDepartments', 'stepPeople', 'stepHours', 'stepReview'] as const;
const shapes = [AgencyStep, DepartmentsStep, PeopleStep, HoursStep];
const draftName = 'set-up';

const sentence = (fault: Fault): string =>
  t(fault.word, { ...fault.values, ...(fault.role && { role: t(fault.role) }) });

export function SetUp() {
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
  const [health, setHealth] = useState<readonly HealthCheck[]>();

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
      setHealth(answer.value.health);
      forgetDraft(store, draftName);
      void loadSession();
    } else setProblem(answer.error);
  };
  const start = () => {
    goHome();
    void loadBoard();
  };

  if (health !== undefined) {
    return (
      <div class="screen">
        <header class="top-bar">
          <h1>
            <Icon name="check" /> {t('setUpDone')}
          </h1>
        </header>
        <HealthList checks={health} />
        <div class="sticky-foot">
          <button type="button" class="main" onClick={start}>
            {t('startWork')}
          </button>
        </div>
      </div>
    );
  }
  const Step = shapes[step];
  const whole = faults.filter((fault) => fault.place === '');
  const leave = step > 0 ? () => setStep(step - 1) : canGoBack() ? back : undefined;
  return (
    <div class="screen set-up">
      <TopBar title={t('setUp')} onBack={leave ?? (() => goHome())} focus={false} />
      <ol class="progress-steps" aria-label={t('stepOf', { n: step + 1, all: titles.length })}>
        {titles.map((title, index) => (
          <li
            key={title}
            class={index < step ? 'past' : index === step ? 'present' : ''}
            aria-current={index === step ? 'step' : undefined}
          >
            <span class="hidden-text">{t(title)}</span>
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
          {t(titles[step]!)} <span class="quiet">{t('stepOf', { n: step + 1, all: titles.length })}</span>
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
          {busy && (
            <p class="setting-up" role="status">
              <span class="bar" aria-hidden="true" />
              {t('settingUp')}
            </p>
          )}
          <div class="step-foot">
            {step > 0 && (
              <button type="button" class="plain" disabled={busy} onClick={() => setStep(step - 1)}>
                {t('previous')}
              </button>
            )}
            {step < 4 ? (
              <button type="submit" class="main">
                {t('next')}
              </button>
            ) : (
              <button type="button" class="main" disabled={busy} aria-busy={busy} onClick={() => void run()}>
                {t('runSetUp')}
              </button>
            )}
          </div>
        </div>
      </form>
    </div>
  );
}

// The web page behind a link in an e-mail: what is asked, and the answer. Opening it changes nothing; a click does.
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageValue, Problem } from '../src/api/contract';
import type { Language } from '../src/kernel/words';
import { readBoot } from './boot';
import { drawnBy } from './cell';
import { command } from './commands';
import { fieldsOfStep } from './form-values';
import { language, languageNames, languageTags, setLanguage, t } from './language';
import { languages } from './languages';
import { Icon } from './parts/icon';
import { Steps, type TakeStep } from './parts/steps';
import { Skeleton } from './parts/trouble';
import { ask } from './server';
import { problemText } from './session';

interface Sent {
  readonly title: string;
  readonly message: string;
}

const token = readBoot().token ?? '';

function Message({
  tone,
  title,
  children,
}: {
  tone: 'good' | 'bad' | 'off';
  title: string;
  children?: preact.ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section class={'message message-' + tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={tone === 'good' ? 'check' : tone === 'bad' ? 'error' : 'info'} size={40} />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </section>
  );
}

function Languages({ choose }: { choose: (language: Language) => void }) {
  return (
    <p class="page-languages">
      {languages
        .filter((each) => each !== language.value)
        .map((each) => (
          <button key={each} type="button" class="link" lang={languageTags[each]} onClick={() => choose(each)}>
            {languageNames[each]}
          </button>
        ))}
    </p>
  );
}

function Page() {
  const [value, setValue] = useState<PageValue>();
  const [problem, setProblem] = useState<Problem>();
  const [sent, setSent] = useState<Sent>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');

  const load = async (wanted?: Language) => {
    setProblem(undefined);
    const answer = await ask('page', { token, ...(wanted && { language: wanted }) });
    if (!answer.ok) {
      setProblem(answer.error);
      return;
    }
    setLanguage(answer.value.language);
    document.title = answer.value.title;
    setValue(answer.value);
  };
  useEffect(() => {
    if (token !== '') void load();
  }, []);

  const take: TakeStep = async (step, input) => {
    setBusy(true);
    setRefusal('');
    const answer = await command('answer', 'answer', {
      token,
      answer: step.key,
      ...(Object.keys(input).length > 0 && { input }),
    });
    setBusy(false);
    if (answer === undefined) return undefined;
    if (answer.ok) {
      setSent(answer.value);
      window.scrollTo(0, 0);
      void ask('kick', {});
      return undefined;
    }
    const { fields, code } = answer.error;
    if (fields !== undefined && fieldsOfStep(step).some(({ key }) => fields[key] !== undefined)) return fields;
    setRefusal(problemText(answer.error));
    if (code === 'outOfDate') void load(language.value);
    return undefined;
  };

  if (token === '')
    return (
      <Message tone="off" title={t('linkDead')}>
        <p>{t('linkMissing')}</p>
      </Message>
    );
  if (problem !== undefined) {
    return (
      <Message tone="bad" title={t('pageFailed')}>
        <p>{problemText(problem)}</p>
        {problem.code !== 'notAllowed' && <p class="quiet">{t('severalAccountsHint')}</p>}
        <button type="button" class="main" onClick={() => void load()}>
          {t('tryAgain')}
        </button>
      </Message>
    );
  }
  if (value === undefined) return <Skeleton lines={6} />;
  return (
    <>
      <p class="page-agency">{value.agency}</p>
      {sent !== undefined ? (
        <Message tone="good" title={sent.title || t('sent')}>
          <p>{sent.message}</p>
          <p class="quiet">{t('mayClose')}</p>
        </Message>
      ) : value.dead !== undefined ? (
        <Message tone="off" title={value.dead.title}>
          <p>{value.dead.text}</p>
        </Message>
      ) : (
        <header>
          <h1>{value.title}</h1>
          <p class="page-sentence">{value.sentence}</p>
        </header>
      )}
      {value.facts.length > 0 && (
        <dl class="facts">
          {value.facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {sent === undefined && value.dead === undefined && value.steps.length > 0 && (
        <section class="page-steps" aria-label={t('yourAnswer')}>
          {value.notice && (
            <details class="data-notice">
              <summary>{t('dataNotice')}</summary>
              <p>{value.notice}</p>
            </details>
          )}
          {refusal !== '' && (
            <p class="fault" role="alert">
              <Icon name="error" />
              <span>{refusal}</span>
            </p>
          )}
          <Steps
            steps={value.steps}
            busy={busy}
            take={take}
            name="answer"
            opened={value.steps.length === 1 && value.steps[0]!.asks.length > 0 ? value.steps[0]!.key : undefined}
          />
          <p class="quiet page-nothing">{t('nothingYet')}</p>
        </section>
      )}
      <footer class="page-foot quiet">
        {value.actingAs && <p>{value.actingAs}</p>}
        {sent === undefined && <Languages choose={(wanted) => void load(wanted)} />}
      </footer>
    </>
  );
}

setLanguage(readBoot().language ?? 'zh');
document.title = t('frontDesk');
document.body.className = 'in-page';
const draw = () =>
  render(
    <main class="page">
      <Page />
    </main>,
    document.getElementById('app')!,
  );
drawnBy(draw);
draw();

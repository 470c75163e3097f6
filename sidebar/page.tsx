// The web page behind a link in an e-mail: what is asked, and the answer. Opening it changes nothing; a click does.
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Calls, PageValue, Problem } from '../src/api/contract';
import type { Language } from '../src/kernel/words';
import { readBoot } from './boot';
import { drawnBy } from './cell';
import { workbookNow } from './clock';
import { command } from './commands';
import { fieldsOfStep } from './form-values';
import { language, setLanguage, t } from './language';
import { Icon } from './parts/icon';
import type { TakeStep } from './parts/steps';
import { Banner, Skeleton } from './parts/trouble';
import { EntryForm, entryKey } from './screens/entry-form';
import { ask } from './server';
import { notice, problemText } from './session';
import { Facts, Heading, Notice, Offered, Refusal } from './web/matter';
import { Languages, Message } from './web/message';
import { Mine, type Place } from './web/mine';
import { p } from './web/words';

type Sent = Calls['answer']['value'];

const given = readBoot().token ?? '';

function Page() {
  const [token, setToken] = useState(given);
  const [value, setValue] = useState<PageValue>();
  const [problem, setProblem] = useState<Problem>();
  const [sent, setSent] = useState<Sent>();
  /** What was last done on a person's own page, said above it. */
  const [done, setDone] = useState<Sent>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [place, setPlace] = useState<Place>({});
  /** Counts what was shown: each begins with forms of its own. */
  const [turn, setTurn] = useState(0);

  const load = async (next: Place, wanted: Language | undefined, by = token) => {
    setProblem(undefined);
    const { at, create } = next;
    const answer = await ask('page', {
      token: by,
      ...(wanted && { language: wanted }),
      ...(at && { at: { register: at.register, no: at.no, row: at.row } }),
      ...(create !== undefined && { create }),
    });
    if (!answer.ok) {
      // What is no longer among a person's own is said above what is.
      if (at === undefined && create === undefined) setProblem(answer.error);
      else {
        setRefusal(problemText(answer.error));
        await load({}, wanted, by);
      }
      return;
    }
    setLanguage(answer.value.language);
    document.title = answer.value.title;
    setPlace(next);
    setValue(answer.value);
    setTurn((before) => before + 1);
  };
  useEffect(() => void load({}, undefined), []);

  const go = (next: Place, by = token) => {
    setRefusal('');
    setDone(undefined);
    setValue(undefined);
    window.scrollTo(0, 0);
    void load(next, language.value, by);
  };
  const form = useMemo(() => value?.form && { ...value.form, fetchedAt: workbookNow() }, [value]);
  const isMine = value?.mine !== undefined || value?.at !== undefined || value?.form !== undefined;

  /** The answer has arrived: a link is used up; a person's own page goes on. */
  const answered = (step: string, answer: Sent) => {
    window.scrollTo(0, 0);
    void ask('kick', {});
    if (!isMine || step === 'signOut') {
      setSent(answer);
      return;
    }
    go({});
    setDone(answer);
  };

  const take: TakeStep = async (step, input) => {
    setBusy(true);
    setRefusal('');
    const answer = await command('answer', 'answer', {
      token,
      answer: step.key,
      language: language.value,
      ...(Object.keys(input).length > 0 && { input }),
      ...(value?.at && { at: value.at }),
    });
    setBusy(false);
    if (answer === undefined) return undefined;
    if (answer.ok) {
      answered(step.key, answer.value);
      return undefined;
    }
    const { fields, code } = answer.error;
    if (fields !== undefined && fieldsOfStep(step).some(({ key }) => fields[key] !== undefined)) return fields;
    setRefusal(problemText(answer.error));
    if (code === 'outOfDate') void load(place, language.value);
    return undefined;
  };

  if (problem !== undefined) {
    return (
      <Message tone="bad" title={p('pageFailed')}>
        <p>{problemText(problem)}</p>
        {problem.code !== 'notAllowed' && problem.code !== 'misconfigured' && (
          <p class="quiet">{p('severalAccountsHint')}</p>
        )}
        <button type="button" class="main" onClick={() => void load(place, undefined)}>
          {t('tryAgain')}
        </button>
      </Message>
    );
  }
  if (value === undefined) return <Skeleton lines={6} />;
  const isInside = value.at !== undefined || value.form !== undefined;
  return (
    <>
      {value.agency && <p class="page-agency">{value.agency}</p>}
      {sent !== undefined ? (
        <Message tone="good" title={sent.title || p('sent')}>
          <p>{sent.message}</p>
          <p class="quiet">{p('mayClose')}</p>
        </Message>
      ) : value.dead !== undefined ? (
        <Message tone="off" title={value.dead.title}>
          <p>{value.dead.text}</p>
          {value.title !== value.dead.title && (
            <p class="quiet">{[value.title, value.sentence].filter(Boolean).join(' · ')}</p>
          )}
          {value.ask && (
            <button
              type="button"
              class="main"
              onClick={() => {
                setToken('');
                go({}, '');
              }}
            >
              {p('askAgain')}
            </button>
          )}
        </Message>
      ) : (
        <>
          {isInside && (
            <button type="button" class="link page-back" onClick={() => go({})}>
              <Icon name="back" /> {p('whatIsMine')}
            </button>
          )}
          <Heading key={turn} value={value} focus={turn > 1} />
          {done && (
            <div role="status">
              <Banner tone="good">
                <p>
                  <strong>{done.title}</strong> {done.message}
                </p>
              </Banner>
            </div>
          )}
          <Facts facts={value.facts} />
          {form ? (
            <>
              <Notice notice={value.notice} />
              <Refusal text={notice.value?.text ?? ''} />
              <EntryForm
                key={turn}
                form={form}
                given={undefined}
                owner={value.holder ?? ''}
                send={(rows, requestId) =>
                  command(
                    entryKey(form.register),
                    'answer',
                    { token, answer: 'create', create: form.register, rows, language: language.value },
                    requestId,
                  )
                }
                onSaved={(answer) => answered('create', answer)}
                leave={() => go({})}
                label={p('submit')}
              />
            </>
          ) : value.mine ? (
            <>
              <Refusal text={refusal} />
              <Mine key={turn} value={value} busy={busy} take={take} go={go} />
            </>
          ) : (
            <Offered key={turn} value={value} refusal={refusal} busy={busy} take={take} />
          )}
          {token === '' && <p class="quiet page-nothing">{p('incomplete')}</p>}
        </>
      )}
      <footer class="page-foot quiet">
        {value.actingAs && <p>{value.actingAs}</p>}
        {sent === undefined && <Languages choose={(wanted) => void load(place, wanted)} />}
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

// A record: what it says, what happened to it, and what this person may do with it now.
import { useEffect, useState } from 'preact/hooks';
import type { RecordView } from '../../src/api/contract';
import { accentStyle } from '../accent';
import { useAnswer } from '../answers';
import { shortMoment } from '../clock';
import { command } from '../commands';
import { fieldsOfStep } from '../form-values';
import { t } from '../language';
import { Chips } from '../parts/chips';
import { Icon } from '../parts/icon';
import { QrCode } from '../parts/qr-code';
import { Steps, type TakeStep } from '../parts/steps';
import { TopBar } from '../parts/top-bar';
import { Banner, Skeleton, Trouble } from '../parts/trouble';
import { go, goInstead } from '../route';
import { committed, problemText, registerOf, tell } from '../session';
import { RecordPaper } from './record-paper';

interface RecordProps {
  readonly register: string;
  readonly no: string;
  readonly row?: number;
  readonly step?: string;
  readonly form?: string;
}

export function RecordScreen({ register, no, row, step, form }: RecordProps) {
  const { value, problem, loading, again } = useAnswer('record', { register, no, ...(row !== undefined && { row }) });
  const place = registerOf(register);
  const [printing, setPrinting] = useState(false);
  const follow = value?.follows.find((one) => one.register === form);
  useEffect(() => {
    if (follow) goInstead({ screen: 'form', ...follow });
  }, [follow]);
  const title = value?.registerTitle ?? place?.info.title ?? '';
  if (printing && value !== undefined) return <RecordPaper record={value} leave={() => setPrinting(false)} />;
  return (
    <div class="screen record" style={accentStyle(place?.colour)} aria-busy={loading}>
      <TopBar title={title} quiet={no}>
        {value && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('printForm')}
            title={t('printForm')}
            onClick={() => setPrinting(true)}
          >
            <Icon name="print" />
          </button>
        )}
      </TopBar>
      {problem && <Trouble problem={problem} again={again} />}
      {value === undefined && problem === undefined && <Skeleton lines={5} />}
      {value && <Body record={value} opened={step} reload={again} />}
    </div>
  );
}

function Body({ record, opened, reload }: { record: RecordView; opened?: string; reload: () => void }) {
  const [busy, setBusy] = useState(false);
  /** A step that was taken leaves another set of steps behind. */
  const [turn, setTurn] = useState(0);
  const { register, no, row } = record;

  const take: TakeStep = async (step, input) => {
    setBusy(true);
    const answer = await command('record/' + register + '/' + no, 'transition', {
      register,
      no,
      row,
      transition: step.key,
      ...(Object.keys(input).length > 0 && { input }),
      ...(step.seen !== undefined && { seen: step.seen }),
    });
    setBusy(false);
    if (answer === undefined) return undefined;
    if (answer.ok) {
      committed(answer.value);
      tell('good', t('done', { what: step.label }));
      setTurn(turn + 1);
      document.querySelector<HTMLElement>('.top-bar h1')?.focus({ preventScroll: true });
      // What has changed, and what comes next, stand above.
      document.getElementById('main')?.scrollTo(0, 0);
      reload();
      return undefined;
    }
    const { fields } = answer.error;
    if (fields !== undefined && fieldsOfStep(step).some(({ key }) => fields[key] !== undefined)) return fields;
    tell('bad', problemText(answer.error));
    if (answer.error.code === 'outOfDate') reload();
    return undefined;
  };

  return (
    <>
      <div class="record-head">
        <h2>{record.title}</h2>
        <Chips chips={record.chips} />
      </div>
      {record.notes.map((text) => (
        <Banner key={text} tone="info">
          <p>{text}</p>
        </Banner>
      ))}
      {record.follows.length > 0 && (
        <section class="follows" aria-label={t('follows')}>
          {record.follows.map((follow) => (
            <button
              key={follow.register + follow.label}
              type="button"
              class={(follow.main ? 'main' : 'plain') + ' wide'}
              onClick={() => go({ screen: 'form', ...follow })}
            >
              <Icon name="form" /> {follow.label}
            </button>
          ))}
        </section>
      )}
      <Facts record={record} />
      {record.link && <QrCode {...record.link} />}
      <section class="history">
        <h3>{t('history')}</h3>
        {record.history.length === 0 && <p class="quiet">{t('noHistory')}</p>}
        <ol>
          {record.history.map((event, index) => (
            <li key={index}>
              <span>{event.what}</span>
              <span class="quiet">
                {shortMoment(event.at)} {event.who}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {record.steps.length > 0 && (
        <section class="sticky-foot record-steps" aria-label={t('steps')}>
          <Steps
            key={turn}
            steps={record.steps}
            busy={busy}
            take={take}
            opened={turn === 0 ? opened : undefined}
            name={'record-' + no}
          />
        </section>
      )}
    </>
  );
}

function Facts({ record }: { record: RecordView }) {
  return (
    <>
      <dl class="facts">
        {record.facts.map((fact) => (
          <div key={fact.key}>
            <dt>{fact.label}</dt>
            <dd>
              {fact.tel ? (
                <a href={'tel:' + fact.tel} target="_top" aria-label={t('callNumber', { number: fact.text })}>
                  <Icon name="phone" size={14} /> {fact.text}
                </a>
              ) : (
                fact.text
              )}
            </dd>
          </div>
        ))}
      </dl>
      {record.lines && record.lines.length > 0 && (
        <section class="record-lines">
          <h3>{t('lines')}</h3>
          <ol>
            {record.lines.map((line) => (
              <li key={line.line}>
                <span class="line-strong">{line.facts[0]?.text}</span>
                <dl>
                  {line.facts.slice(1).map((fact) => (
                    <div key={fact.label}>
                      <dt>{fact.label}</dt>
                      <dd>{fact.text}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

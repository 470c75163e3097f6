// Making a report: which one, for which month or quarter, and the way to its tab.
import { useState } from 'preact/hooks';
import type { Calls, Problem } from '../../src/api/contract';
import { workbookNow } from '../clock';
import { t } from '../language';
import { TopBar } from '../parts/top-bar';
import { Banner, Trouble } from '../parts/trouble';
import { ask } from '../server';
import { session } from '../session';

/** The last twelve months, or the last six quarters, the present one first. */
export function periods(kind: 'month' | 'quarter', today: string): readonly string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  if (kind === 'month') {
    return Array.from({ length: 12 }, (_, back) => year * 12 + month - back).map(
      (n) => Math.floor(n / 12) + '-' + String((n % 12) + 1).padStart(2, '0'),
    );
  }
  return Array.from({ length: 6 }, (_, back) => year * 4 + Math.floor(month / 3) - back).map(
    (n) => Math.floor(n / 4) + 'Q' + ((n % 4) + 1),
  );
}

const kindOf = (report: string): 'month' | 'quarter' => (/quarter|appraisal/.test(report) ? 'quarter' : 'month');

export function Reports() {
  const reports = session.value?.reports ?? [];
  const [report, setReport] = useState(reports[0]?.key ?? '');
  const choices = periods(kindOf(report), workbookNow());
  const [period, setPeriod] = useState('');
  const [subject, setSubject] = useState('');
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Calls['report']['value']>();
  const [problem, setProblem] = useState<Problem>();
  const chosen = choices.includes(period) ? period : choices[1]!;
  const make = async () => {
    setBusy(true);
    setMade(undefined);
    setProblem(undefined);
    const answer = await ask('report', { report, period: chosen, ...(subject.trim() && { subject: subject.trim() }) });
    setBusy(false);
    if (answer.ok) setMade(answer.value);
    else setProblem(answer.error);
  };
  return (
    <div class="screen">
      <TopBar title={t('reports')} />
      <form
        class="fields pad"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <div class="field">
          <label class="label" for="report">
            {t('reports')}
          </label>
          <select id="report" value={report} onChange={(event) => setReport(event.currentTarget.value)}>
            {reports.map((each) => (
              <option key={each.key} value={each.key}>
                {each.title}
              </option>
            ))}
          </select>
        </div>
        <div class="field short">
          <label class="label" for="period">
            {t('period')}
          </label>
          <select id="period" value={chosen} onChange={(event) => setPeriod(event.currentTarget.value)}>
            {choices.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </div>
        <div class="field short">
          <label class="label" for="subject">
            {t('subject')}
          </label>
          <input
            id="subject"
            autoComplete="off"
            value={subject}
            onInput={(event) => setSubject(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="main wide" disabled={busy || report === ''} aria-busy={busy}>
          {busy ? t('working') : t('makeReport')}
        </button>
      </form>
      <div aria-live="polite">
        {made && (
          <Banner tone="good">
            <p>
              {t('reportMade', { title: made.title })}{' '}
              <a href={made.url} target="_top">
                {t('openTab')}
              </a>
            </p>
          </Banner>
        )}
        {problem && <Trouble problem={problem} />}
      </div>
    </div>
  );
}

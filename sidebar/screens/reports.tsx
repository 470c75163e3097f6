// Making a report: which one, for which month or quarter, about what, and the way to its tab; and the lists to print.
import { useEffect, useState } from 'preact/hooks';
import type { Calls, Choice, Field, Problem, ReportInfo } from '../../src/api/contract';
import type { Value } from '../../src/kernel/values';
import { workbookNow } from '../clock';
import { FieldRow } from '../fields/field';
import { t } from '../language';
import { latestPeriods } from '../periods';
import { Banner, Empty, Trouble } from '../parts/trouble';
import { TopBar } from '../parts/top-bar';
import { ask } from '../server';
import { session } from '../session';
import { PrintChoice } from './print-choice';

type Chosen = Readonly<Partial<Record<'report' | 'period' | 'subject', string>>>;
type Made = Calls['report']['value'];

/** More than that are found by typing. */
const mostPages = 5;

/** What a report may be about, by the names of its records. */
function useSubjects(about: ReportInfo['subject']): readonly Choice[] {
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  useEffect(() => {
    let wanted = about !== undefined;
    setChoices([]);
    const load = async (cursor?: string, pages = 1): Promise<void> => {
      const answer = await ask('find', { register: about!.register, limit: 200, ...(cursor && { cursor }) });
      if (!wanted || !answer.ok) return;
      const names = answer.value.records.map(({ values }) => String(values[about!.column] ?? ''));
      const fresh = names.filter((name) => name !== '').map((name) => ({ value: name, label: name }));
      setChoices((before) => [...before, ...fresh]);
      if (answer.value.cursor !== undefined && pages < mostPages) await load(answer.value.cursor, pages + 1);
    };
    if (wanted) void load();
    return () => void (wanted = false);
  }, [about?.register, about?.column]);
  return choices;
}

/** `wanted`: the report that was asked for by name, in the workbook's menu. */
export function Reports({ wanted }: { wanted?: string | undefined }) {
  const { reports = [], prints = [] } = session.value ?? {};
  const isMissing = wanted !== undefined && !reports.some(({ key }) => key === wanted);
  return (
    <div class="screen">
      <TopBar title={t('reports')} />
      {isMissing && (
        <Banner tone="warning">
          <p>{t('notYourReport')}</p>
        </Banner>
      )}
      {reports.length > 0 && <ReportForm key={wanted} reports={reports} wanted={wanted} />}
      {prints.length > 0 && <PrintChoice prints={prints} />}
      {reports.length + prints.length === 0 && <Empty title={t('noReports')} />}
    </div>
  );
}

function ReportForm({ reports, wanted }: { reports: readonly ReportInfo[]; wanted: string | undefined }) {
  const [chosen, setChosen] = useState<Chosen>(wanted === undefined ? {} : { report: wanted });
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Made>();
  const [problem, setProblem] = useState<Problem>();
  const report = reports.find(({ key }) => key === chosen.report) ?? reports[0]!;
  const subjects = useSubjects(report.subject);
  const periods = latestPeriods(report.period, workbookNow());
  const period = periods.find((one) => one === chosen.period) ?? periods[1]!;

  const make = async () => {
    if (busy) return;
    setBusy(true);
    setMade(undefined);
    setProblem(undefined);
    const answer = await ask('report', {
      report: report.key,
      period,
      ...(report.subject && chosen.subject && { subject: chosen.subject }),
    });
    setBusy(false);
    if (answer.ok) setMade(answer.value);
    else setProblem(answer.error);
  };
  const field = (key: keyof Chosen, value: string, more: Pick<Field, 'label' | 'control' | 'required' | 'options'>) => (
    <FieldRow
      id={'report-' + key}
      field={{ key, main: true, ...more }}
      value={value}
      fault={problem?.fields?.[key]}
      onChange={(next: Value) => setChosen({ ...chosen, [key]: next === null ? undefined : String(next) })}
    />
  );
  const choices = (values: readonly string[]): readonly Choice[] => values.map((value) => ({ value, label: value }));
  return (
    <form class="entry" noValidate aria-busy={busy} onSubmit={(event) => event.preventDefault()}>
      <div class="fields">
        {field('report', report.key, {
          label: t('report'),
          control: 'choice',
          required: true,
          options: reports.map(({ key, title }) => ({ value: key, label: title })),
        })}
        {field('period', period, {
          label: t(report.period),
          control: 'choice',
          required: true,
          options: choices(periods),
        })}
        {report.subject &&
          field('subject', chosen.subject ?? '', {
            label: report.subject.label,
            control: 'link',
            required: false,
            options: subjects,
          })}
      </div>
      <div aria-live="polite">
        {busy && <p class="quiet">{t('makingReport')}</p>}
        {made && (
          <Banner tone="good">
            <p>
              {t('reportMade', { title: made.title })}{' '}
              <a href={made.url} target="_blank" rel="noopener">
                {t('openTab')}
              </a>
            </p>
          </Banner>
        )}
        {problem && <Trouble problem={problem} />}
      </div>
      <div class="sticky-foot">
        <button type="button" class="main" aria-disabled={busy} aria-busy={busy} onClick={() => void make()}>
          {busy ? t('working') : t('makeReport')}
        </button>
      </div>
    </form>
  );
}

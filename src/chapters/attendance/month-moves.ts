// 6.3.1, 6.3.2: what making a sheet does to the registers: lines are asked of, or asked of anew where they have changed; a
// signed sheet is handed over if it is still what was signed.
import type { Facts } from '../../kernel/facts';
import { historyWith } from '../../kernel/history';
import type { ReportGiven } from '../../kernel/report';
import { isEmpty, text, type RecordRow, type Values } from '../../kernel/values';
import { say, type Words } from '../../kernel/words';
import type { Move, Telling } from '../../kernel/workflow';
import { attendanceConfirmations } from './attendance-confirmations.register';
import { entryOf, type MonthSheet, type SheetLine } from './month-sheets';
import { summaryOf, totalsInWords } from './month-summary';

const line: Words = { zh: '{no} {name}：{totals}（{state}）{more}', en: '{no} {name}: {totals} ({state}){more}' };
const remark: Words = { zh: '备注：{text}', en: ' Remark: {text}' };
const settled: Words = { zh: '异议：{objection} 处理：{text}', en: ' Objection: {objection} Settled: {text}' };

/** What becomes of a sheet on its way when it is made again. */
export type Fate = 'asks' | 'waits' | 'lapses' | 'handsOver';

export const nowOf = ({ now }: Facts): string => now.slice(0, 16);

/** A record moved by a step that nobody takes: it is told in its history all the same. */
export const stepped = (record: RecordRow, step: string, values: Values, facts: Facts): Values => ({
  ...values,
  history: historyWith(record.values['history'] ?? null, facts, step),
});

const isChanged = ({ lines, gone }: MonthSheet): boolean => gone.length > 0 || lines.some((one) => one.isChanged);

/** A signed one is held against what was signed; one that waits for the head only against its lines: remarks may be added. */
export function fateOf(sheet: MonthSheet): Fate {
  const { values } = sheet.record ?? { values: {} as Values };
  if (values['state'] === 'withHead') return isChanged(sheet) ? 'lapses' : 'waits';
  if (values['state'] !== 'signed') return 'asks';
  return !isChanged(sheet) && values['signedHash'] === sheet.contentHash ? 'handsOver' : 'lapses';
}

const letter = (key: string): readonly Telling[] => [{ letter: key }];

/** As the line stands after this: what the person had said to an unchanged one still holds, also in a new version. */
function answered({ confirmation, earlier, isChanged: isNew, hash }: SheetLine): Values {
  if (!isNew) return confirmation!.values;
  const stillHolds =
    !confirmation && earlier?.values['contentHash'] === hash && earlier.values['state'] === 'confirmed';
  return stillHolds
    ? { state: 'confirmed', answeredAt: earlier.values['answeredAt'] ?? null }
    : { state: 'asked', answeredAt: null };
}

const register = 'attendance-confirmations';

function lineMove(one: SheetLine, sheet: MonthSheet, facts: Facts): readonly Move[] {
  const { person, month, confirmation, hash } = one;
  const kept = { remark: one.remark || null };
  if (confirmation && !one.isChanged) {
    return text(confirmation.values['remark']) === one.remark ? [] : [{ register, record: confirmation, values: kept }];
  }
  const asked = { ...kept, summary: summaryOf(month, facts.language), contentHash: hash, askedAt: nowOf(facts) };
  if (confirmation) {
    const blank = { answeredAt: null, objection: null, settler: null, settlerAskedAt: null, settled: null };
    const values = stepped(confirmation, 'askAgain', { ...asked, ...blank, state: 'asked' }, facts);
    return [{ register, record: confirmation, values, tells: letter('attendance-confirm') }];
  }
  const { department, version } = sheet;
  const place = { month: sheet.month, department, version };
  const entry = entryOf(sheet.month, department, version, person.staffNo);
  const { answeredAt = null } = answered(one);
  return [{ register, values: { ...place, person: person.label, ...asked, entry, answeredAt } }];
}

/** For the head, who sees no more of the sheet than the page: everybody's totals, and what they have said. */
function linesInWords({ lines }: MonthSheet, { language }: Facts): string {
  return lines
    .map((one) => {
      const values = answered(one);
      const objection = text(values['objection']).replace(/\s+/g, ' ');
      const more = [
        ...(one.remark === '' ? [] : [say(remark, language, { text: one.remark.replace(/\s+/g, ' ') })]),
        ...(isEmpty(values['settled'])
          ? []
          : [say(settled, language, { objection, text: text(values['settled']).replace(/\s+/g, ' ') })]),
      ].join('');
      return say(line, language, {
        no: one.person.staffNo,
        name: one.person.name,
        totals: totalsInWords(one.month.totals, language),
        state: attendanceConfirmations.columns['state']!.show(values['state'] ?? null, language),
        more,
      });
    })
    .join('\n');
}

function madeValues(sheet: MonthSheet, tab: string, facts: Facts): Values {
  const answers = sheet.lines.map(answered);
  const [only, ...others] = sheet.lines;
  return {
    sheet: tab,
    madeAt: nowOf(facts),
    people: sheet.lines.length,
    confirmations: answers.filter(({ state }) => state === 'confirmed').length,
    objections: answers.filter(({ objection = null }) => !isEmpty(objection)).length,
    alone: only && others.length === 0 ? only.person.label : null,
    lines: linesInWords(sheet, facts),
    contentHash: sheet.contentHash,
  };
}

const unsigned = { signer: null, askedAt: null, remindedAt: null, note: null };
const notSigned = { signedBy: null, signedAt: null, signedVia: null, signedHash: null };

const steps: Readonly<Record<Fate, (record: RecordRow, sheet: MonthSheet, facts: Facts) => Partial<Move>>> = {
  asks: () => ({ values: {} }),
  waits({ values }, { contentHash }, facts): Partial<Move> {
    if (!isEmpty(values['askedAt']) && values['contentHash'] === contentHash) return { values: {} };
    return { values: { askedAt: nowOf(facts), remindedAt: null }, tells: letter('attendance-month-sign') };
  },
  lapses: (record, _, facts) => ({
    values: stepped(record, 'lapse', { ...unsigned, ...notSigned, state: 'made' }, facts),
    tells: letter('attendance-month-lapsed'),
  }),
  handsOver: (record, _, facts) => ({
    values: stepped(record, 'handOver', { state: 'handedOver', handedOverAt: nowOf(facts) }, facts),
    tells: letter('attendance-month-handover'),
  }),
};

/** None while the month is not over: then the sheet is for looking at. */
export function movesOf(sheet: MonthSheet, tab: string, { facts, period }: ReportGiven): readonly Move[] {
  if (period.running) return [];
  const { record, month, department, version } = sheet;
  const made = madeValues(sheet, tab, facts);
  const step = record && steps[fateOf(sheet)](record, sheet, facts);
  return [
    record
      ? { register: 'attendance-months', record, ...step, values: { ...made, ...step!.values } }
      : { register: 'attendance-months', values: { month, department, version, ...made } },
    ...sheet.lines.flatMap((one) => lineMove(one, sheet, facts)),
    ...sheet.gone.map((one): Move => ({
      register,
      record: one,
      values: stepped(one, 'drop', { state: 'dropped' }, facts),
    })),
  ];
}

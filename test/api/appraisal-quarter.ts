// A quarter's appraisals at an agency: the round opened, links answered, the sheet as a person at the keyboard has it.
import type { PageValue } from '../../src/api/contract';
import { page as pageAsked, answer as answerGiven } from '../../src/api/links';
import { indicatorList } from '../../src/chapters/appraisal/indicator-list';
import { at } from '../../src/chapters/appraisal/sheet-typed';
import type { Cell, RecordRow, Values } from '../../src/kernel/values';
import type { Name } from '../chapters/world';
import { addressOf } from '../kernel/workshop';
import { readingOf } from '../../src/api/machine';
import { makeReport, type MadeReport } from '../../src/kernel/report-making';
import { agency, product, type Agency, type AgencyOptions } from './agency';

export const quarter = '2026Q3';
export const observed = indicatorList.filter((one) => !one.measured);
export const measured = indicatorList.filter((one) => one.measured);

let requests = 0;
export const next = (): string => `request ${++requests}`;

/** 2026-10-09, a Friday: the third quarter is over. */
export function opened(options: AgencyOptions = {}): Agency {
  const made = agency(options);
  made.ask('刘洋', 'create', { register: 'appraisal-rounds', rows: [{ quarter }], requestId: next() });
  made.sendMail();
  return made;
}

export const mailsTo = (made: Agency, name: Name) => made.ports.sent.filter(({ to }) => to === addressOf[name]);

/** The link in the last mail to somebody whose button says this. */
export function linkTo(made: Agency, name: Name, subject: string): string {
  const mail = [...mailsTo(made, name)]
    .reverse()
    .find((one) => one.text.includes(subject) || one.subject.includes(subject));
  const sections = mail?.text.split('\n\n----------\n\n') ?? [];
  const found = /[?&]t=([\w.-]+)/.exec(sections.find((one) => one.includes(subject)) ?? mail?.text ?? '');
  if (!found) throw new Error(`no mail to ${name} about ${subject}`);
  return found[1]!;
}

export const show = (made: Agency, token: string): PageValue => pageAsked(made.machine('public'), { token });

export function answer(made: Agency, token: string, key: string, input: Values = {}): void {
  answerGiven(made.machine('public'), { token, answer: key, input, requestId: next() });
  made.sendMail();
}

export const of = (made: Agency, register: string, name: Name, column = 'person'): RecordRow =>
  made.records(register).find(({ values }) => values[column] === name)!;

/** HR, or somebody else at the keyboard, takes a step of somebody's appraisal. */
export function step(made: Agency, name: Name, transition: string, input: Values = {}, as: Name = '刘洋'): void {
  const { no, row } = of(made, 'appraisals', name);
  made.ask(as, 'transition', { register: 'appraisals', no, row, transition, input, requestId: next() });
  made.sendMail();
  made.sendMail();
}

export const stateOf = (made: Agency, name: Name): string => String(of(made, 'appraisals', name).values['state']);

export const tabOf = (made: Agency, name: string) =>
  made.ports.generated('restricted').find(({ title }) => title.includes(name))!;

const rowIn = (made: Agency, name: Name, words: string): number =>
  made.ports.cells('restricted', tabOf(made, name).sheetId).findIndex(([first]) => first === words);

/** Types into the tab, as people do: only what the line offers. */
export function typeInto(
  made: Agency,
  name: Name,
  words: string,
  cells: { points?: Cell; band?: Cell; remark?: Cell },
): void {
  const row = rowIn(made, name, words);
  for (const [column, cell] of Object.entries(cells)) {
    const { sheetId } = tabOf(made, name);
    made.ports.people('restricted').type(sheetId, row, at(column as 'points'), [[cell]]);
  }
}

export function lineIn(made: Agency, name: Name, words: string): readonly Cell[] {
  return made.ports.cells('restricted', tabOf(made, name).sheetId)[rowIn(made, name, words)]!;
}

/** Everything that is not measured enough: no data anywhere, so all ten are scored by hand. */
export function scoreAll(made: Agency, name: Name, pointsOf: (from: number, to: number) => number): void {
  for (const { words, bands, measured: isMeasured } of indicatorList) {
    const points = pointsOf(bands[2].from, bands[0].to);
    typeInto(made, name, words.zh, { points, ...(isMeasured && { remark: '日常工作情况良好' }) });
  }
}

export const summary = (): Values => ({
  work: '接待来访一百二十人次',
  problems: '偶有转错',
  plan: '熟悉各部门分工',
  ...Object.fromEntries(indicatorList.map(({ key, bands }) => [key, bands[0].from])),
});

export const view = (band: 'first' | 'second' | 'third', comment = '乐于助人得很'): Values => ({
  ...Object.fromEntries(observed.map(({ key }) => [key, band])),
  comment,
});

/** As from the menu. */
export function makeSheets(made: Agency, as: Name = '刘洋'): MadeReport {
  const asked = { period: quarter, subject: '' };
  return makeReport(readingOf(made.machine(as)), product.report('appraisal')!, asked, '#b06000');
}

/** The link to somebody's own page. */
export function ownLink(made: Agency, name: Name): string {
  const asked = { token: '', answer: 'sendLink', input: { email: addressOf[name] }, requestId: next() };
  made.ask('public', 'answer', asked);
  made.sendMail();
  return made.token(addressOf[name]);
}

// Two quarters' appraisals: one from the papers to the locked sheets, one under way. Papers come by link, HR scores in the tab.
import { employees, front, hr, type Employee } from './agency';
import type { Agenda } from './day';
import type { Cells, Desk } from './desk';
import type { Chance } from './random';

const bands = ['first', 'first', 'second'] as const;
const observed = ['communication', 'problemSolving', 'responsibility', 'initiative', 'teamwork'];
/** Points that people give themselves, in the order of the policy's table. */
const own = {
  ...{ satisfaction: 17, phone: 13, mail: 8, supplies: 4, knowledge: 8 },
  ...{ communication: 8, problemSolving: 7, responsibility: 9, initiative: 4, teamwork: 4 },
};
const work = ['接待来访、转接来电，整理用品目录', '登记来电和留言，发放用品，参加盘点'];
const remarks = ['做事细致', '沟通耐心，乐于帮忙', '高峰时段还可以更快'];
/** What HR gives in the tab: the indicator as it stands there, and points of people with two ways of working. */
const scores: readonly (readonly [string, number, number])[] = [
  ['来访满意度', 18, 15],
  ['电话转接准确率', 13, 10],
  ['邮件快递及时率', 8, 7],
  ['办公用品合规率', 4, 3],
  ['专业知识', 8, 6],
  ['沟通能力', 9, 7],
  ['解决问题能力', 8, 6],
  ['责任心', 9, 7],
  ['主动性', 4, 3],
  ['团队协作', 5, 4],
];
/** Points and remark stand beside each other. */
const pointsAt = 6;

interface Found {
  readonly records: readonly { readonly no: string; readonly values: Cells }[];
}

export function quartersBefore(day: string, count: number): string {
  const at = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3) - count;
  return `${Math.floor(at / 4)}Q${(at % 4) + 1}`;
}

interface Round {
  readonly quarter: string;
  readonly no: string;
  /** Numbers of the appraisals, and who is asked for a view, by the person appraised. */
  readonly appraisals: ReadonlyMap<string, string>;
  readonly viewers: ReadonlyMap<string, readonly string[]>;
}

const find = (desk: Desk, register: string, quarter: string): Found['records'] =>
  desk.ask<Found>(hr.email, 'find', { register, filter: { quarter }, limit: 50 }).records;

function open(desk: Desk, quarter: string): Round {
  const no = desk.create(hr.email, 'appraisal-rounds', { quarter });
  desk.sendMail();
  const views = find(desk, 'colleague-views', quarter).map(({ values }) => values);
  const viewersOf = (about: string) => views.filter((one) => one['about'] === about).map(({ by }) => String(by));
  return {
    quarter,
    no,
    appraisals: new Map(find(desk, 'appraisals', quarter).map((one) => [String(one.values['person']), one.no])),
    viewers: new Map(front.map(({ name }) => [name, viewersOf(name)])),
  };
}

const handIn = (desk: Desk, { email, name }: Employee): boolean =>
  desk.answerLetter(
    email,
    'handIn',
    { ...own, work: work[name === front[0]!.name ? 0 : 1], plan: '熟悉各部门分工' },
    '的个人工作总结',
  );

function view(desk: Desk, luck: Chance, about: Employee, by: string): void {
  const { email } = employees.find(({ name }) => name === by)!;
  const said = Object.fromEntries(observed.map((key) => [key, luck.pick(bands)]));
  desk.answerLetter(email, 'give', { ...said, comment: luck.pick(remarks) }, `评价${about.name}`);
}

/** HR chooses points in the tab, and says why where the records are silent. */
function score(desk: Desk, person: Employee, quarter: string, some: typeof scores): void {
  const tab = desk.restrictedTab(`${person.name} ${quarter}`);
  const way = front.indexOf(person) === 0 ? 1 : 2;
  for (const [indicator, ...points] of some) {
    const row = tab.cells.findIndex(([first]) => first === indicator);
    tab.type(hr.email, row, pointsAt, [String(points[way - 1]), way === 1 ? '日常工作情况良好' : '日常记录基本完整']);
  }
}

/** The office makes the sheet as soon as it looks. */
function startScoring(desk: Desk, no: string): void {
  desk.step(hr.email, 'appraisals', no, 'startScoring');
  desk.sendMail();
}

/** The quarter before the last, on days before those that are played. */
export function appraisedBefore(desk: Desk, luck: Chance, days: readonly string[], last: string): void {
  const at = (share: number) => days[Math.floor((days.length - 1) * share)]!;
  desk.setClock(`${at(0.1)}T10:00`);
  const { quarter, no: round, appraisals, viewers } = open(desk, quartersBefore(last, 2));
  desk.setClock(`${at(0.2)}T11:00`);
  for (const person of front) {
    handIn(desk, person);
    for (const by of viewers.get(person.name)!) view(desk, luck, person, by);
    desk.pass(1);
  }
  desk.setClock(`${at(0.3)}T14:00`);
  for (const person of front) {
    const no = appraisals.get(person.name)!;
    startScoring(desk, no);
    score(desk, person, quarter, scores);
    desk.step(hr.email, 'appraisals', no, 'finalise');
    desk.sendMail();
    desk.pass(1);
  }
  desk.setClock(`${at(0.4)}T15:00`);
  const grades = find(desk, 'appraisals', quarter).map(({ no, values }) => [no, values['grade']] as const);
  for (const { name, email } of front) {
    const no = appraisals.get(name)!;
    const talkNotes = '肯定接待态度；电话转接前先确认对方在座。';
    desk.step(hr.email, 'appraisals', no, 'talk', { talkedOn: at(0.4), talkNotes });
    desk.sendMail();
    desk.answerLetter(email, 'agree', {}, '考核结果');
    const isExcellent = new Map(grades).get(no) === 'excellent';
    const outcomes = isExcellent ? ['commendation'] : ['keep'];
    desk.step(hr.email, 'appraisals', no, isExcellent ? 'reward' : 'keepUp', { outcomes });
    desk.sendMail();
    desk.pass(1);
  }
  desk.step(hr.email, 'appraisal-rounds', round, 'close');
}

/** The last quarter, from the day before the last: one person is being scored, of the other papers are missing. */
export function appraisalDay(
  desk: Desk,
  luck: Chance,
  { day, daysAgo }: { day: string; daysAgo: number },
  { at, later }: Agenda,
): void {
  if (daysAgo !== 1) return;
  const [waited, scored] = front as [Employee, Employee];
  at(545, () => {
    const { quarter, appraisals, viewers } = open(desk, quartersBefore(day, 1));
    later(60, 90, () => {
      handIn(desk, scored);
      for (const by of viewers.get(scored.name)!) view(desk, luck, scored, by);
      view(desk, luck, waited, viewers.get(waited.name)!.at(-1)!);
    });
    later(380, 400, () => {
      startScoring(desk, appraisals.get(scored.name)!);
      score(desk, scored, quarter, scores.slice(5, 7));
    });
  });
}

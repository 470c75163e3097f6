// The year's trainings: some held, attended and assessed before the days that are played, one of late, others to come.
import { employees, front, hr } from './agency';
import type { Agenda } from './day';
import type { Desk } from './desk';

const [first, second] = front as [(typeof front)[number], (typeof front)[number]];
const both = front.map(({ name }) => name).join('、');
const trainer = employees.find(({ department, head }) => head && department === '社区服务部')!;

interface Training {
  readonly topic: string;
  readonly area: string;
  readonly way: string;
  readonly trainer: string;
  readonly hours: number;
  readonly plannedOn: string;
  readonly audience?: string;
}

function plan(desk: Desk, { plannedOn, ...rest }: Training): string {
  return desk.create(hr.email, 'training-plan', { year: Number(plannedOn.slice(0, 4)), plannedOn, ...rest });
}

/** Answers what the attendance and the results call it. */
function hold(desk: Desk, no: string, { topic }: Training, day: string): string {
  desk.step(hr.email, 'training-plan', no, 'hold', { heldOn: day, present: both });
  return `${no} ${topic} ${day}`;
}

function sign(desk: Desk, training: string): void {
  desk.sendMail();
  for (const { email } of front) desk.answerLetter(email, 'confirm', { notes: '' }, training.split(' ')[1]!);
}

interface Marks {
  readonly way: string;
  readonly scores: readonly [number, number];
  readonly lessons: readonly [string, string];
}

function assess(desk: Desk, training: string, { way, scores, lessons }: Marks): readonly string[] {
  return desk.createAll(
    hr.email,
    'training-results',
    front.map(({ name: person }, index) => ({
      training,
      person,
      way,
      score: scores[index]!,
      lessons: lessons[index]!,
    })),
  );
}

const manners: Omit<Training, 'plannedOn'> = {
  topic: '来访接待礼仪',
  area: 'reception',
  way: 'internal',
  trainer: hr.name,
  hours: 2,
};
const phone: Omit<Training, 'plannedOn'> = {
  topic: '电话沟通技巧',
  area: 'communication',
  way: 'external',
  trainer: '示例培训学校 郑老师',
  hours: 6,
};

/** `days`: those before the ones that are played; `ahead`: the working day so many days after the last of all. */
export function trainedBefore(desk: Desk, days: readonly string[], ahead: (days: number) => string): void {
  const [begin, middle] = [days[0]!, days[Math.floor(days.length / 2)]!];
  desk.setClock(`${begin}T09:30`);
  const nos = [manners, phone].map((one, index) => plan(desk, { ...one, plannedOn: [begin, middle][index]! }));
  plan(desk, {
    ...{ topic: '社区服务项目入门', area: 'agency', way: 'internal', trainer: trainer.name, hours: 2 },
    plannedOn: ahead(4),
  });
  plan(desk, {
    ...{ topic: '消防与应急疏散', area: 'other', way: 'internal', trainer: second.name, hours: 1.5, audience: '全员' },
    plannedOn: ahead(26),
  });

  desk.setClock(`${begin}T16:00`);
  const one = hold(desk, nos[0]!, { ...manners, plannedOn: begin }, begin);
  desk.pass(65);
  sign(desk, one);
  const marks: Marks = { way: 'exam', scores: [93, 81], lessons: ['称呼、引导手势规范', '引导时要走在客人侧前方'] };
  const [best] = assess(desk, one, marks);
  desk.step(hr.email, 'training-results', best!, 'commend', { followUpNote: '例会上表扬' });
  desk.step(hr.email, 'training-plan', nos[0]!, 'assess', { improvements: '加一次分组演练' });

  desk.setClock(`${middle}T15:00`);
  const two = hold(desk, nos[1]!, { ...phone, plannedOn: middle }, middle);
  desk.pass(65);
  sign(desk, two);
  const later: Marks = { way: 'practical', scores: [85, 52], lessons: ['转接前先确认对方在座', '记录来电要点不全'] };
  const [, short] = assess(desk, two, later);
  desk.step(hr.email, 'training-results', short!, 'arrangeMakeUp', { followUpDue: ahead(2) });
  desk.step(hr.email, 'training-plan', nos[1]!, 'assess', { improvements: '补充转接话术' });
}

/** On the day before the last: held, signed by one of two, and not assessed yet. */
export function trainingDay(
  desk: Desk,
  { day, daysAgo }: { day: string; daysAgo: number },
  { at, later }: Agenda,
): void {
  if (daysAgo !== 1) return;
  const software: Training = {
    ...{ topic: '表格办公软件', area: 'software', way: 'online', trainer: '在线课程', hours: 1.5 },
    plannedOn: day,
  };
  at(540, () => {
    const no = plan(desk, software);
    later(430, 440, () => {
      hold(desk, no, software, day);
      later(62, 70, () => {
        desk.sendMail();
        desk.answerLetter(first.email, 'confirm', { notes: '学会了筛选视图' }, software.topic);
      });
    });
  });
}

// Trainings in the morning letters: those that are near (7.1.1), next year's plan in December (7.1.1), what HR is to assess
// (7.3.1) and to see to (7.3.3). Names and days only: no letter tells a score.
import { weekday } from '../../kernel/civil';
import { samePerson, type Facts, type Person } from '../../kernel/facts';
import type { Digest } from '../../kernel/job';
import { text, type RecordRow, type Values } from '../../kernel/values';
import { list, say, type Words } from '../../kernel/words';
import type { Pair } from '../../kernel/pairs';
import { topicOf } from './naming';
import { dueOn, isAssessmentDue, isFollowUpDue, isFor, isToldToday, yearPlanned } from './rules';
import { followUps } from './training-results.register';

const isHr = (person: Person): boolean => person.roles.includes('hr');

/** On its day everybody who has to do with it; a week before those who get no letter of their own. */
function isTold({ values }: RecordRow, person: Person, facts: Facts): boolean {
  const runsIt = person.roles.includes('front') || samePerson(text(values['trainer']), person.staffNo, facts.directory);
  if (!isToldToday(values, facts)) return false;
  return text(values['plannedOn']) === facts.today ? runsIt || isFor(values, person) : !runsIt && isFor(values, person);
}

const coming: Digest = {
  key: 'training-coming',
  article: '7.1.1',
  registers: ['training-plan'],
  title: { zh: '培训', en: 'Training' },
  lines: (open, person, facts) =>
    open
      .filter((record) => isTold(record, person, facts))
      .map(({ values }): Pair => [
        text(values['plannedOn']),
        list([values['topic'], values['trainer']].map(text), facts.language),
      ]),
};

/** On the first working day of December, and then on Mondays. */
function isAskedToday({ today, calendar }: Facts): boolean {
  if (today.slice(5, 7) !== '12') return false;
  const first = `${today.slice(0, 8)}01`;
  return weekday(today) === 1 || today === (calendar.isWorkDay(first) ? first : calendar.nextWorkDay(first));
}

const planAsked: Digest = {
  key: 'training-plan-asked',
  article: '7.1.1',
  registers: [],
  reads: ['training-plan'],
  title: { zh: '该做明年的培训计划了', en: 'Next year’s training plan' },
  lines(plan, person, facts) {
    const year = yearPlanned(facts);
    if (!isHr(person) || !isAskedToday(facts)) return [];
    if (plan.some(({ register, values }) => register === 'training-plan' && values['year'] === year)) return [];
    return [
      [
        String(year),
        say(
          {
            zh: '《年度培训计划》里还没有 {year} 年的培训：内容、方式、时间、讲师。接待礼仪、沟通技巧、办公软件、机构业务都要有。',
            en: 'The training plan has nothing for {year} yet: content, way, time, trainer. It is to cover reception etiquette, communication, office software and the agency’s own field.',
          },
          facts.language,
          { year },
        ),
      ],
    ];
  },
};

const toAssess: Digest = {
  key: 'training-to-assess',
  article: '7.3.1',
  registers: ['training-plan'],
  title: { zh: '待评估的培训', en: 'Trainings to assess' },
  lines: (open, person, facts) =>
    (isHr(person) ? open : [])
      .filter(({ values }) => isAssessmentDue(values, facts))
      .map(({ no, values }): Pair => [
        no,
        say({ zh: '{topic}，{day} 举行', en: '{topic}, held on {day}' }, facts.language, {
          topic: text(values['topic']),
          day: text(values['heldOn']),
        }),
      ]),
};

const arranged = ({ followUp }: Values): Words =>
  followUps[text(followUp) as keyof typeof followUps] ?? { zh: '安排补考或再培训', en: 'Make-up or training again' };

const followUpsDue: Digest = {
  key: 'training-follow-ups',
  article: '7.3.3',
  registers: ['training-results'],
  title: { zh: '培训后续到期', en: 'Training follow-ups due' },
  lines: (open, person, facts) =>
    (isHr(person) ? open : [])
      .filter((record) => isFollowUpDue(record, facts))
      .map((record): Pair => [
        record.no,
        say({ zh: '{who}：{what}，{topic}，期限 {day}', en: '{who}: {what}, {topic}, due {day}' }, facts.language, {
          who: text(record.values['person']),
          what: arranged(record.values),
          topic: topicOf(record.values['training']),
          day: dueOn(record),
        }),
      ]),
};

export const digests: readonly Digest[] = [coming, planAsked, toAssess, followUpsDue];

// Fills an agency with years of what the appraisal of ten people at the front desk is measured by: visits and what visitors
// said, calls, supplies, trainings, attendance; and the quarters before as they were closed. The quarter is the third of 2026.
import { appraisals } from '../src/chapters/appraisal/appraisals.register';
import { colleagueViews } from '../src/chapters/appraisal/colleague-views.register';
import { selfSummaries } from '../src/chapters/appraisal/self-summaries.register';
import { attendance } from '../src/chapters/attendance/attendance.register';
import { calls } from '../src/chapters/reception/calls.register';
import { feedback } from '../src/chapters/reception/feedback.register';
import { visits } from '../src/chapters/reception/visits.register';
import { trainingAttendance } from '../src/chapters/training/training-attendance.register';
import { trainingResults } from '../src/chapters/training/training-results.register';
import { addDays, addMonths, quarterOf, weekday, type Day } from '../src/kernel/civil';
import type { Values } from '../src/kernel/values';
import type { Office } from '../test/bundle/office';
import { addPeople, fillTabs, numbering, staffOf, type Staff } from './fill-registers';
import { fillSupplies } from './fill-supplies';

export const appraisedCount = 10;
export const quarter = '2026Q3';
const lastDay = '2026-10-08';
const linesOfAYear = 10_000;
const [visitsADay, callsADay] = [12, 20];

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, index) => index);

function workDays(years: number): readonly Day[] {
  const first = addMonths(lastDay, -12 * years);
  const days: Day[] = [];
  for (let day = first; day <= lastDay; day = addDays(day, 1)) if (weekday(day) < 6) days.push(day);
  return days;
}

const atMinute = (day: Day, minute: number): string =>
  `${day}T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function visitsOf(front: readonly Staff[], days: readonly Day[]): readonly Values[] {
  const numberOf = numbering(visits);
  return days.flatMap((day) =>
    upTo(visitsADay).map((index): Values => {
      const [at, { name }] = [atMinute(day, 20 * index), front[index % front.length]!];
      return {
        ...{ no: numberOf(day), visitor: '林女士', phone: '13912345678', purpose: '洽谈', host: '陈静', people: 1 },
        ...{ arrivedAt: at, leftAt: at, state: 'left', receivedBy: name, recordedAt: at, recordedBy: name },
      };
    }),
  );
}

/** Every third visitor answers. */
function feedbackOf(seen: readonly Values[]): readonly Values[] {
  const numberOf = numbering(feedback);
  return seen
    .filter((_, index) => index % 3 === 0)
    .map((visit, index): Values => {
      const at = String(visit['recordedAt']);
      return {
        ...{ no: numberOf(at.slice(0, 10)), visit: visit['no']!, score: 5 - (index % 3), way: 'link', at },
        ...{ receivedBy: visit['receivedBy']!, recordedAt: at },
      };
    });
}

function callsOf(front: readonly Staff[], days: readonly Day[]): readonly Values[] {
  const numberOf = numbering(calls);
  return days.flatMap((day) =>
    upTo(callsADay).map((index): Values => {
      const [at, { name }] = [atMinute(day, 15 * index), front[index % front.length]!];
      return {
        ...{ no: numberOf(day), at, caller: '林女士', subject: '咨询', kind: 'transfer', for: '陈静' },
        ...{ outcome: 'connected', transferCheck: index % 9 === 8 ? 'wrong' : 'right', state: 'closed' },
        ...{ recordedAt: at, recordedBy: name },
      };
    }),
  );
}

function attendanceOf(front: readonly Staff[], days: readonly Day[]): readonly Values[] {
  const numberOf = numbering(attendance);
  return days.flatMap((day) =>
    front.map(({ name, staffNo }): Values => ({
      ...{ no: numberOf(day), day, person: name, in: '08:55', out: '18:05', status: 'normal', state: 'closed' },
      ...{ entry: `${day} ${staffNo}`, recordedAt: `${day}T18:30` },
    })),
  );
}

/** A training a month, with an exam. */
function trainingsOf(front: readonly Staff[], months: readonly string[]) {
  const [ofAttendance, ofResult] = [numbering(trainingAttendance), numbering(trainingResults)];
  const each = months.flatMap((month) => front.map((one) => [`${month}-10`, one] as const));
  return {
    attended: each.map(([day, { name, staffNo }]): Values => ({
      ...{ no: ofAttendance(day), training: `${day} 接待礼仪`, person: name, present: true, state: 'signed' },
      ...{ entry: `${day} ${staffNo}`, recordedAt: `${day}T16:00` },
    })),
    results: each.map(([day, { name, staffNo }]): Values => ({
      ...{ no: ofResult(day), training: `${day} 接待礼仪`, person: name, way: 'exam', assessedOn: day, score: 82 },
      ...{ passMark: 60, excellentMark: 90, result: 'passed', state: 'passed', recordedAt: `${day}T17:00` },
      entry: `${day} ${staffNo} exam`,
    })),
  };
}

/** Rounds before this one; each was opened after its quarter. */
function pastRounds(front: readonly Staff[], years: number) {
  const [ofAppraisal, ofSummary, ofView] = [numbering(appraisals), numbering(selfSummaries), numbering(colleagueViews)];
  const opened = upTo(4 * years - 1)
    .map((back) => addMonths('2026-07-02', -3 * back))
    .reverse();
  const each = opened.flatMap((day) =>
    front.map((one) => [day, quarterOf(addMonths(day, -3)), `${day}T09:00`, one] as const),
  );
  return {
    appraised: each.map(([day, of, recordedAt, { name, staffNo }]): Values => ({
      ...{ no: ofAppraisal(day), quarter: of, person: name, assessor: '赵敏', total: 82, state: 'closed', recordedAt },
      entry: `${of} ${staffNo}`,
    })),
    summaries: each.map(([day, of, recordedAt, { name, staffNo }]): Values => ({
      ...{ no: ofSummary(day), quarter: of, person: name, work: '接待来访', state: 'submitted', recordedAt },
      entry: `${of} ${staffNo}`,
    })),
    views: each.flatMap(([day, of, recordedAt, { name, staffNo }]) =>
      upTo(5).map((by): Values => ({
        ...{ no: ofView(day), quarter: of, about: name, by: front[by]!.name, state: 'given', recordedAt },
        entry: `${of} ${staffNo} ${by}`,
      })),
    ),
  };
}

export function fillAppraisal(office: Office, years: number): void {
  // One of the first five people is at the front desk.
  addPeople(office, 5 + appraisedCount - 1, 'front');
  fillSupplies(office, linesOfAYear * years);
  const front = staffOf(office).filter(({ roles }) => roles.includes('前台'));
  const days = workDays(years);
  const months = upTo(12 * years).map((back) => addMonths('2025-10-01', 12 - 12 * years + back).slice(0, 7));
  const seen = visitsOf(front, days);
  const { attended, results } = trainingsOf(front, months);
  const { appraised, summaries, views } = pastRounds(front, years);
  fillTabs(office, [
    [visits, seen],
    [feedback, feedbackOf(seen)],
    [calls, callsOf(front, days)],
    [attendance, attendanceOf(front, days)],
    [trainingAttendance, attended],
    [trainingResults, results],
    [appraisals, appraised],
    [selfSummaries, summaries],
    [colleagueViews, views],
  ]);
}

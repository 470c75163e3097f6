// 2.1.3: the person concerned is told at once that a visitor is here, by an e-mail with the answers as a link.
// 2.1.4: an appointment goes to the visitor as a calendar entry. Clients are never named.
import { timePart } from '../../kernel/civil';
import type { Facts } from '../../kernel/facts';
import { readHistory } from '../../kernel/history';
import { letterOf, type Attachment, type Letter } from '../../kernel/letter';
import { text, type RecordRow } from '../../kernel/values';
import { guestIn, personIn, type LetterKind } from '../../kernel/workflow';
import { say, type Words } from '../../kernel/words';
import { visitAnswerPage } from './host-answer';
import { icsOf } from './ics';
import { isClient, momentText, pairs, whoOf } from './naming';
import { attendantIsHost, isPastTime } from './rules';
import { isSurveyOpen, surveyPageKey } from './survey';
import { visits } from './visits.register';
import { isUnanswered } from './waiting';

const visitKeys = ['visitor', 'organisation', 'people', 'purpose', 'host', 'arrivedAt', 'badge', 'preparation'];
const answerWords: Words = { zh: '查看并答复', en: 'View and answer' };

/** Somebody is waiting today; tomorrow nobody is. */
const isWaiting = ({ values }: RecordRow, facts: Facts): boolean =>
  isUnanswered(values) && text(values['arrivedAt']).slice(0, 10) === facts.today;

function arrivalLetter(record: RecordRow, facts: Facts, subject: Words, sentence: Words, why: Words): Letter {
  const { values, no } = record;
  const said = {
    who: whoOf(visits, 'visitor', values, facts),
    no,
    host: text(values['host']),
    at: timePart(text(values['arrivedAt'])),
  };
  const wording = { subject, sentence, why, button: answerWords };
  return letterOf(facts, wording, said, pairs(visits, values, visitKeys, facts));
}

const arrived: LetterKind = {
  key: 'visit-arrived',
  register: 'visits',
  to: personIn('attendant'),
  weight: 2,
  page: visitAnswerPage,
  isDue: (record, facts) => isWaiting(record, facts) && attendantIsHost(record.values, facts),
  make: (record, facts) =>
    arrivalLetter(
      record,
      facts,
      { zh: '来访到达：{who} {no}', en: 'Visitor here: {who} {no}' },
      {
        zh: '{who}于 {at} 到访，正在前台等候。请点按钮告诉前台您是否过来。',
        en: '{who} arrived at {at} and is waiting at the front desk. Please say by the button whether you are coming.',
      },
      { zh: '您收到本邮件，因为来访人要找的是{host}。', en: 'You get this because the visitor asked for {host}.' },
    ),
};

const standIn: LetterKind = {
  key: 'visit-stand-in',
  register: 'visits',
  to: personIn('attendant'),
  weight: 2,
  page: visitAnswerPage,
  isDue: (record, facts) => isWaiting(record, facts) && !attendantIsHost(record.values, facts),
  make: (record, facts) =>
    arrivalLetter(
      record,
      facts,
      { zh: '请代为接待：{who} {no}', en: 'Please receive: {who} {no}' },
      {
        zh: '{who}于 {at} 来访找{host}，正在前台等候。请您代为接待，并点按钮告诉前台您是否过来。',
        en: '{who} arrived at {at} to see {host} and is waiting at the front desk. Please stand in, and say by the button whether you are coming.',
      },
      {
        zh: '您收到本邮件，因为您是{host}的代理人。',
        en: 'You get this because you stand in for {host}.',
      },
    ),
};

const visitMinutes = 60;

function calendarEntry(record: RecordRow, facts: Facts, cancelled: boolean): Attachment {
  const { values, no } = record;
  const { language } = facts;
  const said = { agency: facts.setting<string>('agency.name'), host: text(values['host']), no };
  const moves = readHistory(values['history'] ?? null).filter((line) => line.what === 'reschedule').length;
  return {
    name: cancelled ? 'cancelled.ics' : 'invitation.ics',
    mimeType: `text/calendar; charset=utf-8; method=${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    content: icsOf({
      uid: `${no}.${text(values['recordedAt']).replace(/\D/g, '')}@qiantai`,
      start: text(values['expectedAt']),
      minutes: visitMinutes,
      madeAt: facts.now,
      sequence: moves + (cancelled ? 1 : 0),
      cancelled,
      organiser: said.agency,
      summary: say({ zh: '拜访{agency}', en: 'Visit to {agency}' }, language, said),
      description: say({ zh: '拜访对象：{host}（{no}）', en: 'To see: {host} ({no})' }, language, said),
    }),
  };
}

const appointment: Words = {
  zh: '您收到本邮件，因为预约来访时留了这个邮箱。如与您无关，请忽略。',
  en: 'You get this because this address was left for an appointment. If that was not you, please ignore it.',
};

function toVisitor(record: RecordRow, facts: Facts, subject: Words, sentence: Words): Omit<Letter, 'attachments'> {
  const { values } = record;
  const said = {
    at: momentText(text(values['expectedAt'])),
    agency: facts.setting<string>('agency.name'),
    host: text(values['host']),
  };
  return letterOf(
    facts,
    { subject, sentence, why: appointment },
    said,
    pairs(visits, values, ['expectedAt', 'host'], facts),
  );
}

const isAhead = ({ values }: RecordRow, state: string, facts: Facts): boolean =>
  values['state'] === state && !isPastTime(values, facts);

const invitation: LetterKind = {
  key: 'visit-invitation',
  register: 'visits',
  to: guestIn('email'),
  weight: 3,
  isDue: (record, facts) => isAhead(record, 'expected', facts),
  make: (record, facts) => ({
    ...toVisitor(
      record,
      facts,
      { zh: '来访预约：{at} {agency}', en: 'Your appointment: {at}, {agency}' },
      {
        zh: '已为您预约 {at} 来访，请到前台登记。附件可加入日历。',
        en: 'You are expected on {at}; please come to the front desk. The attachment adds it to your calendar.',
      },
    ),
    attachments: [calendarEntry(record, facts, false)],
  }),
};

const cancelled: LetterKind = {
  key: 'visit-invitation-cancelled',
  register: 'visits',
  to: guestIn('email'),
  weight: 2,
  isDue: (record, facts) => isAhead(record, 'cancelled', facts),
  make: (record, facts) => ({
    ...toVisitor(
      record,
      facts,
      { zh: '预约已取消：{at} {agency}', en: 'Appointment cancelled: {at}, {agency}' },
      { zh: '您 {at} 的来访预约已取消。', en: 'Your appointment on {at} has been cancelled.' },
    ),
    attachments: [calendarEntry(record, facts, true)],
  }),
};

const survey: LetterKind = {
  key: 'visit-survey',
  register: 'visits',
  to: guestIn('email'),
  weight: 4,
  page: surveyPageKey,
  isDue: ({ values }, facts) => !isClient(values) && isSurveyOpen(values, facts),
  make: ({ values }, facts) =>
    letterOf(
      facts,
      {
        subject: { zh: '请评价本次来访', en: 'How was your visit?' },
        sentence: {
          zh: '感谢您的来访。请用一分钟为前台的接待打分。',
          en: 'Thank you for coming. Please take a minute to say how you were received.',
        },
        button: { zh: '评价', en: 'Give feedback' },
        why: {
          zh: '您收到本邮件，因为来访登记时留了这个邮箱。',
          en: 'You get this because this address was left when registering.',
        },
      },
      {},
      pairs(visits, values, ['arrivedAt'], facts),
    ),
};

export const visitLetters: readonly LetterKind[] = [arrived, standIn, invitation, cancelled, survey];

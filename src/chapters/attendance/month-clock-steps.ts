// 6.3.1, 6.3.2: what becomes of a month and its lines without anybody's hand: passed on, reminded of, noted as silent; and
// what making the sheet does to them (month-moves.ts), declared here so that every way of a record can be seen.
import { text } from '../../kernel/values';
import { clock, type Case, type Transition } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { nowOf } from './month-moves';
import { successorOf } from './month-route';

const step =
  (article: string) =>
  (label: Words, from: readonly string[], to: string, more: Partial<Transition> = {}): Transition => ({
    ...{ article, label, from },
    to: [to],
    by: [clock],
    ...more,
  });
const ofMonth = step('6.3.2');
const ofLine = step('6.3.1');

const passedOn: Words = { zh: '转给代理人或上一级', en: 'Passed on' };

const nextSigner = ({ record, facts }: Case) =>
  successorOf(record, ['signer', 'askedAt'], text(record.values['alone']), facts);
const nextSettler = ({ record, facts }: Case) =>
  successorOf(record, ['settler', 'settlerAskedAt'], text(record.values['person']), facts);

export const monthClockSteps: Readonly<Record<string, Transition>> = {
  passOn: ofMonth(passedOn, ['withHead'], 'withHead', {
    when: (c) => nextSigner(c) !== undefined,
    sets: (c) => ({ signer: nextSigner(c)!.label, askedAt: nowOf(c.facts), remindedAt: null }),
    tells: [{ letter: 'attendance-month-sign' }],
  }),
  remind: ofMonth({ zh: '催办', en: 'Reminded' }, ['withHead'], 'withHead', {
    sets: ({ facts }) => ({ remindedAt: nowOf(facts) }),
    tells: [{ letter: 'attendance-month-remind' }],
  }),
  handOver: ofMonth({ zh: '报送行政人事', en: 'Handed to HR' }, ['signed'], 'handedOver', { when: () => false }),
  lapse: ofMonth(
    { zh: '内容已变，退回确认', en: 'Changed since, back to be confirmed' },
    ['withHead', 'signed'],
    'made',
    { when: () => false },
  ),
};

export const confirmationClockSteps: Readonly<Record<string, Transition>> = {
  passOn: ofLine(passedOn, ['objected'], 'objected', {
    when: (c) => nextSettler(c) !== undefined,
    sets: (c) => ({ settler: nextSettler(c)!.label, settlerAskedAt: nowOf(c.facts) }),
    tells: [{ letter: 'attendance-objection' }],
  }),
  hush: ofLine({ zh: '未回应', en: 'No answer' }, ['asked'], 'silent'),
  askAgain: ofLine(
    { zh: '内容已变，重新确认', en: 'Changed: to be confirmed again' },
    ['asked', 'confirmed', 'objected', 'settled', 'silent'],
    'asked',
    { when: () => false },
  ),
  // Final, but for somebody who turns out to belong on the sheet after all: then the same record is asked of.
  drop: ofLine(
    { zh: '不再列入', en: 'No longer on the sheet' },
    ['asked', 'confirmed', 'objected', 'settled', 'silent'],
    'dropped',
    { when: () => false },
  ),
};

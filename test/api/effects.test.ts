import { outboxTab } from '../../src/kernel/kernel-tabs';
import type { Chapter } from '../../src/kernel/chapter';
import { link, text } from '../../src/kernel/columns';
import { defineRegister, state } from '../../src/kernel/register';
import { defineWorkflow, role } from '../../src/kernel/workflow';
import type { Value, Values } from '../../src/kernel/values';
import { agency, register, visitor, type Agency } from './agency';

/** A row that somebody types into the hidden tab, as the product itself would have written it. */
function forge(office: Agency, kind: string, name: string, no: string, key = 'visits'): void {
  const rows = office.ports.cells('desk', outboxTab.sheetId).length;
  const cells = [`forged-${rows}`, '2026-10-09T09:40:00', kind, name, key, no, 2, '', 'waiting'];
  office.ports.people('desk').type(outboxTab.sheetId, rows, 0, [cells]);
}
const stateOf = (office: Agency) => office.outbox().slice(-1)[0]!.state;

function received(values: Values = {}): { office: Agency; no: string } {
  const office = agency();
  const input = { register: 'visits', rows: [{ ...visitor, ...values }], requestId: 'request-1' };
  const { records } = office.ask('王芳', 'create', input);
  office.sendMail();
  return { office, no: records[0]!.no };
}

describe('a row typed into the outbox', () => {
  test.each(['leave', 'arrive', 'noShow', 'hostComing', 'toString'])('does not take the step %s', (step) => {
    const { office, no } = received(step === 'leave' ? {} : { expectedAt: '2026-10-09T14:00' });
    office.ports.setNow('2026-10-09T15:00:00');
    const before = office.record('visits', no).values;
    forge(office, 'effect', step, no);
    office.sendMail();
    expect(office.record('visits', no).values).toEqual(before);
    expect(stateOf(office)).toBe('dropped');
  });

  test('takes a declared effect only when the answer that it follows from is on record', () => {
    const { office, no } = received();
    forge(office, 'effect', 'surveyed', no);
    office.sendMail();
    expect(office.record('visits', no).values['surveyedAt']).toBeNull();
    expect(stateOf(office)).toBe('dropped');

    const interview: Record<string, Value> = { visit: no, score: 5, way: 'interview' };
    const rows = [interview];
    office.ask('刘洋', 'create', { register: 'feedback', rows, requestId: 'request-2' });
    forge(office, 'effect', 'surveyed', no);
    office.sendMail();
    expect(office.record('visits', no).values['surveyedAt']).not.toBeNull();
    expect(stateOf(office)).toBe('sent');
  });

  test('of a register that is not there, or of an unknown kind, is dropped and never looked at again', () => {
    const { office, no } = received();
    forge(office, 'effect', 'surveyed', no, 'staff');
    forge(office, 'order', 'surveyed', no);
    office.sendMail();
    expect(
      office
        .outbox()
        .slice(-2)
        .map((row) => row.state),
    ).toEqual(['dropped', 'dropped']);
    expect(register('staff').key).toBe('staff');
  });
});

test('a visitor’s answer by the survey’s link still closes the survey', () => {
  const { office, no } = received();
  const token = /[?&]t=([\w.-]+)/.exec(String(office.record('visits', no).values['surveyLink']))![1]!;
  office.ask('public', 'answer', { token, answer: 'create', input: { score: 4 }, requestId: 'request-3' });
  office.sendMail();
  expect(office.record('visits', no).values['surveyedAt']).toBe('2026-10-09T09:30');
});

describe('an effect that a register declares', () => {
  const slips = defineRegister({
    key: 'slips',
    workbook: 'restricted',
    sheetId: 3001,
    article: '9.1',
    title: { zh: '单据', en: 'Slips' },
    serial: 'DJ',
    columns: {
      who: text({ zh: '谁', en: 'Who' }, { required: true }),
      secret: text({ zh: '秘密', en: 'Secret' }),
      state: state({ asked: { zh: '已提交', en: 'Asked' }, granted: { zh: '已准', en: 'Granted' } }),
    },
    write: ['hr'],
    heading: () => '',
  });
  const notes = defineRegister({
    key: 'notes',
    workbook: 'desk',
    sheetId: 3002,
    article: '9.1',
    title: { zh: '备案', en: 'Notes' },
    serial: 'BA',
    columns: {
      who: text({ zh: '谁', en: 'Who' }),
      slip: link({ zh: '单据', en: 'Slip' }, 'slips', { by: 'system' }),
    },
    write: ['front'],
    heading: () => '',
  });
  const trial: Chapter = {
    key: 'trial',
    title: { zh: '试', en: 'Trial' },
    colour: '#1a73e8',
    registers: [slips, notes],
    workflows: [
      defineWorkflow(slips, {
        opens: { article: '9.1', by: [role('hr')], in: ['asked'], state: () => 'asked' },
        transitions: {
          grant: {
            article: '9.1',
            label: { zh: '准', en: 'Grant' },
            from: ['asked', 'granted'],
            to: ['granted'],
            by: [role('hr')],
            brings: [{ effect: 'noted' }],
          },
        },
      }),
    ],
    effects: [
      {
        key: 'noted',
        article: '9.1',
        register: 'slips',
        workbook: 'desk',
        finds: { register: 'notes', column: 'slip' },
        opensIn: ['notes'],
        isDue: ({ values }) => values['state'] === 'granted',
        moves: ({ record: { no, values }, found: [known] }) => [
          { register: 'notes', ...(known && { record: known }), values: { who: values['who'] ?? null, slip: no } },
        ],
      },
    ],
  };

  function slip(grants: number): { office: Agency; no: string } {
    const office = agency({ more: [trial] });
    const rows = [{ who: '甲', secret: '病历' }];
    const { no } = office.ask('刘洋', 'create', { register: 'slips', rows, requestId: 'request-1' }).records[0]!;
    for (let n = 0; n < grants; n += 1) {
      const input = { register: 'slips', no, transition: 'grant', requestId: `request-grant-${n}` };
      office.ask('刘洋', 'transition', input);
      office.sendMail();
    }
    return { office, no };
  }

  test.each([1, 2])(
    'is carried out in the other workbook, and finds what it made there before (%i times)',
    (grants) => {
      const { office, no } = slip(grants);
      expect(office.records('notes').map(({ values }) => [values['who'], values['slip']])).toEqual([['甲', no]]);
      expect(JSON.stringify(office.ports.cells('desk', notes.sheetId))).not.toContain('病历');
      expect(office.chainBreak('desk') ?? office.chainBreak('restricted')).toBeUndefined();
    },
  );

  test('is applied once, also when the mark that it was is lost', () => {
    const { office, no } = slip(0);
    office.ask('刘洋', 'transition', { register: 'slips', no, transition: 'grant', requestId: 'request-grant' });
    office.ports.fault({ on: 'commit', nth: 3, kind: 'ambiguous' });
    expect(() => office.sendMail()).toThrow();
    expect(office.records('notes')).toHaveLength(1);
    office.ports.setNow('2026-10-09T09:45:00');
    office.sendMail();
    expect(office.records('notes')).toHaveLength(1);
  });

  test('moves nothing where the record does not ask for it', () => {
    const { office, no } = slip(0);
    const rows = office.ports.cells('restricted', outboxTab.sheetId).length;
    const cells = ['forged', '2026-10-09T09:40:00', 'effect', 'noted', 'slips', no, 2, '', 'waiting'];
    office.ports.people('restricted').type(outboxTab.sheetId, rows, 0, [cells]);
    office.shared.set('restrictedDueAt', '2026-10-09T09:00:00');
    office.sendMail();
    expect(office.records('notes')).toEqual([]);
  });
});

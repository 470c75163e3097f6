// What the board offers to be entered: by the checks, whose form opens filled in, and by a register of presence made here,
// whose record one press makes.
import type { Chapter } from '../../src/kernel/chapter';
import { day, person } from '../../src/kernel/columns';
import { samePerson } from '../../src/kernel/facts';
import { defineRegister, state } from '../../src/kernel/register';
import { text } from '../../src/kernel/values';
import { clock, defineWorkflow, personIn } from '../../src/kernel/workflow';
import { agency, type Agency, type Asker } from './agency';

const presence = defineRegister({
  key: 'presence',
  workbook: 'desk',
  sheetId: 8201,
  article: '6.2.1',
  title: { zh: '到岗表', en: 'Presence' },
  serial: 'DG',
  columns: {
    person: person({ zh: '姓名', en: 'Name' }, { required: true }),
    day: day({ zh: '日期', en: 'Day' }, { required: true }),
    state: state({
      here: { words: { zh: '在岗', en: 'Here' }, tone: 'active' },
      gone: { words: { zh: '已离岗', en: 'Gone' }, tone: 'done' },
    }),
  },
  write: [],
  heading: (row) => text(row['person']),
});

const presenceChapter: Chapter = {
  key: 'presence',
  title: { zh: '到岗', en: 'Presence' },
  colour: '#1e8e3e',
  registers: [presence],
  workflows: [
    defineWorkflow(presence, {
      opens: { article: '6.2.1', by: [personIn('person')], in: ['here'], state: () => 'here' },
      transitions: {
        end: {
          article: '6.2.1',
          label: { zh: '离岗', en: 'Leave' },
          from: ['here'],
          to: ['gone'],
          by: [personIn('person'), clock],
        },
      },
    }),
  ],
  board: [
    {
      key: 'presence',
      register: 'presence',
      title: { zh: '到岗', en: 'Presence' },
      empty: { zh: '没有人到岗。', en: 'Nobody is here.' },
      onlyFilled: true,
      tone: 'active',
      shows: () => true,
      isFor: (actor, { values }, { directory }) => samePerson(text(values['person']), actor.person, directory),
      starts: (open, { actor, today, directory }) =>
        open.some(({ values }) => samePerson(text(values['person']), actor.person, directory))
          ? []
          : [
              {
                register: 'presence',
                label: { zh: '到岗', en: 'Arrive' },
                values: { person: actor.person || '王芳', day: today },
                atOnce: true,
              },
            ],
    },
  ],
};

// A chapter that is not the policy's is in use whatever the settings say of the policy's.
const made = (): Agency => agency({ more: [presenceChapter] });
const section = (office: Agency, who: Asker, key: string) =>
  office.ask(who, 'board', {}).sections.find((one) => one.key === key);

describe('1.3.6, 3.2.3, 4.2.4 the board offers what is to be checked today', () => {
  const offered = (office: Agency, who: Asker = '王芳') =>
    (section(office, who, 'duties-checks')?.starts ?? []).map(({ label }) => label);

  it('though nothing has been entered yet, until it has been', () => {
    const office = agency();
    expect(section(office, '王芳', 'duties-checks')).toEqual({
      key: 'duties-checks',
      title: '环境检查',
      empty: '该做的检查都做了。',
      tone: 'waiting',
      lines: [],
      starts: [
        { register: 'checks', label: '检查：前台区域整洁（今天）', values: { what: 'frontArea' } },
        { register: 'checks', label: '检查：用品存放区整洁（本周）', values: { what: 'storage' } },
        { register: 'checks', label: '检查：快递包装清理（本周）', values: { what: 'packaging' } },
      ],
    });
    const rows = ['frontArea', 'packaging'].map((what) => ({ what, done: true }));
    office.ask('王芳', 'create', { register: 'checks', rows, requestId: 'request-1' });
    expect(offered(office)).toEqual(['检查：用品存放区整洁（本周）']);
    expect(offered(office, '李强')).toEqual(offered(office));
  });

  it('again when the next day or week has begun, before and after the records are filed', () => {
    const office = agency();
    const rows = ['frontArea', 'storage', 'packaging'].map((what) => ({ what, done: true }));
    office.ask('王芳', 'create', { register: 'checks', rows, requestId: 'request-1' });
    expect(section(office, '王芳', 'duties-checks')).toBeUndefined();
    expect(office.open()).toHaveLength(3);
    office.ports.setNow('2026-10-12T07:50:00');
    expect(offered(office)).toHaveLength(3);
    office.morning();
    expect(offered(office)).toHaveLength(3);
    expect(office.open()).toEqual([]);
    expect(office.records('checks').map(({ values }) => values['state'])).toEqual(['filed', 'filed', 'filed']);
  });

  it('knows a check that was typed into the tab', () => {
    const office = agency();
    office.type('checks', 2, [{ day: '2026-10-09', what: 'frontArea', done: true }]);
    office.edited('checks', 2, 3);
    expect(office.record('checks', 'HJ-2026-00001').values).toMatchObject({ state: 'done', recordedBy: '王芳' });
    expect(offered(office)).toHaveLength(2);
  });

  it('in the person’s language, and only to the front desk', () => {
    const office = agency();
    office.ask('李强', 'session', { language: 'en' });
    expect(offered(office, '李强')[0]).toBe('Check: Front-desk area tidy (today)');
    for (const who of ['刘洋', '周琳', 'stranger'] as const) expect(offered(office, who)).toEqual([]);
  });

  it('without a call of its own', () => {
    const calls = (office: Agency): number => {
      office.ports.calls.length = 0;
      office.ask('王芳', 'board', {});
      return office.ports.calls.length;
    };
    const office = agency();
    expect(calls(office)).toBe(1);
    office.ask('王芳', 'create', {
      register: 'checks',
      rows: [{ what: 'storage', done: true }],
      requestId: 'request-1',
    });
    expect(calls(office)).toBe(2);
  });
});

describe('6.2.1 what one press makes', () => {
  const press = (office: Agency, who: Asker, requestId: string) => {
    const { register, values, atOnce } = section(office, who, 'presence')!.starts![0]!;
    expect(atOnce).toBe(true);
    return office.ask(who, 'create', { register, rows: [values], requestId });
  };

  it('is offered to whom the workflow lets make it, and to nobody else', () => {
    const office = made();
    expect(section(office, '周琳', 'presence')!.starts).toEqual([
      { register: 'presence', label: '到岗', values: { person: '周琳', day: '2026-10-09' }, atOnce: true },
    ]);
    // A stranger's account is nobody: what it could make in another's name is not offered.
    expect(section(office, 'stranger', 'presence')).toBeUndefined();
  });

  it('is a line with its step afterwards, and offered to the others still', () => {
    const office = made();
    press(office, '周琳', 'request-1');
    const shown = section(office, '周琳', 'presence')!;
    expect([shown.lines.map(({ strong }) => strong), shown.starts]).toEqual([['周琳'], undefined]);
    expect(section(office, '王芳', 'presence')).toMatchObject({ lines: [], starts: [{ label: '到岗' }] });
  });

  it('is one record though it is pressed twice', () => {
    const office = made();
    const { values } = section(office, '周琳', 'presence')!.starts![0]!;
    const twice = [1, 2].map(() =>
      office.ask('周琳', 'create', { register: 'presence', rows: [values], requestId: 'request-1' }),
    );
    expect(twice[1]).toEqual(twice[0]);
    expect(office.records('presence')).toHaveLength(1);
  });
});

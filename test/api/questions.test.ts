import { agency, register, visitor, type Agency } from './agency';

const phoneOf = (index: number): string => `1391234${String(5_000 + index)}`;
function withVisits(count: number, change: (index: number) => object = () => ({})): Agency {
  const made = agency({ blankRows: count + 20 });
  for (let index = 1; index <= count; index += 1) {
    const row = { ...visitor, visitor: `来客${index}`, phone: phoneOf(index), ...change(index) };
    made.ask('王芳', 'create', { register: 'visits', rows: [row], requestId: `request-${index}` });
  }
  return made;
}
const nos = (records: readonly { no: string }[]): readonly number[] => records.map((one) => Number(one.no.slice(-5)));
const client = { isClient: true, visitor: '何阿姨', phone: '13987654321', purpose: '家庭矛盾求助' };

describe('finding', () => {
  it('shows the newest first, page by page, each record once', () => {
    const made = withVisits(25);
    const pages: number[][] = [];
    let cursor: string | undefined;
    do {
      const found = made.ask('王芳', 'find', { register: 'visits', limit: 10, ...(cursor && { cursor }) });
      pages.push([...nos(found.records)]);
      ({ cursor } = found);
    } while (cursor);
    expect(pages.flat()).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
    expect(pages[0]).toHaveLength(10);
  });

  it('shows the newest first though somebody has sorted the tab', () => {
    const made = withVisits(12);
    made.ports.people('desk').sort(register('visits').sheetId, made.column('visits', 'no'), false);
    const first = made.ask('王芳', 'find', { register: 'visits', limit: 5 });
    const second = made.ask('王芳', 'find', { register: 'visits', limit: 5, cursor: first.cursor! });
    const third = made.ask('王芳', 'find', { register: 'visits', limit: 5, cursor: second.cursor! });
    expect([first, second, third].flatMap((one) => nos(one.records))).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(third.cursor).toBeUndefined();
  });

  it('goes by words, values and days', () => {
    const made = withVisits(6, (index) => (index === 4 ? { host: '周琳', purpose: '借用 ROOM' } : {}));
    const find = (input: object) => nos(made.ask('王芳', 'find', { register: 'visits', ...input }).records);
    expect(find({ text: 'room 借用' })).toEqual([4]);
    expect(find({ text: '借用 没有' })).toEqual([]);
    expect(find({ filter: { host: '周琳' } })).toEqual([4]);
    expect(find({ filter: { state: 'left' } })).toEqual([]);
    expect(find({ from: '2026-10-10' })).toEqual([]);
    expect(find({ from: '2026-10-09', to: '2026-10-09', filter: { host: '' } })).toHaveLength(6);
    expect(find({ text: ' lf-2026-00003 ' })).toEqual([3]);
    expect(find({ text: 'LF-2026-99999' })).toEqual([]);
  });

  it('shows a client neither by name nor by what could be searched for', () => {
    const made = withVisits(2, (index) => (index === 2 ? client : {}));
    const found = made.ask('王芳', 'find', { register: 'visits' });
    expect(JSON.stringify(found)).not.toMatch(/何阿姨|13987654321|家庭矛盾/);
    for (const text of ['何阿姨', '13987654321', '家庭矛盾']) {
      expect(made.ask('王芳', 'find', { register: 'visits', text }).records).toEqual([]);
    }
    expect(made.ask('王芳', 'find', { register: 'visits', text: 'LF-2026-00002' }).records[0]!.strong).toContain(
      '服务对象',
    );
  });

  it('goes on below rows that were deleted meanwhile', () => {
    const made = withVisits(10);
    const { cursor } = made.ask('王芳', 'find', { register: 'visits', limit: 2 });
    made.ports.people('desk').deleteRows(register('visits').sheetId, 4, 26);
    expect(() => made.ask('王芳', 'find', { register: 'visits', limit: 2, cursor: cursor! })).not.toThrow();
    expect(nos(made.ask('王芳', 'find', { register: 'visits' }).records)).toEqual([2, 1]);
  });

  it('is empty in an empty register', () => {
    expect(agency().ask('王芳', 'find', { register: 'messages' })).toEqual({ records: [] });
  });
});

describe('the board', () => {
  it('shows each open record once, in its section, with the step to take next', () => {
    const made = withVisits(2);
    made.sendMail();
    made.edited('visits', 2, 4);
    const here = made.ask('王芳', 'board', {}).sections.find((one) => one.key === 'reception-here')!;
    expect(here.lines.map((one) => one.no)).toEqual(['LF-2026-00001', 'LF-2026-00002']);
    expect(here.lines[0]).toMatchObject({ strong: '来客1（蓝天公司）', next: { transition: 'guide', asks: true } });
    made.ask('王芳', 'transition', {
      register: 'visits',
      no: 'LF-2026-00001',
      transition: 'leave',
      requestId: 'request-8',
    });
    expect(made.ask('王芳', 'board', {}).sections.flatMap((one) => one.lines.map((line) => line.no))).toEqual([
      'LF-2026-00002',
    ]);
  });

  it('names no client, and is in the person’s language', () => {
    const made = withVisits(1, () => client);
    expect(JSON.stringify(made.ask('王芳', 'board', {}))).not.toMatch(/何阿姨|13987654321|家庭矛盾/);
    made.ask('王芳', 'session', { language: 'en' });
    const { sections } = made.ask('王芳', 'board', {});
    expect(sections.map((one) => one.title).join('')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('warns of mail that has not gone out', () => {
    const made = withVisits(1);
    const { send } = made.ports.mailer;
    Object.assign(made.ports.mailer, {
      send: () => {
        throw new Error('quota exceeded');
      },
    });
    made.sendMail();
    expect(made.ask('王芳', 'board', {}).warnings.join('')).toContain('quota exceeded');
    Object.assign(made.ports.mailer, { send });
    made.ports.setNow('2026-10-09T09:40');
    made.sendMail();
    expect(made.ask('王芳', 'board', {}).warnings).toEqual([]);
  });

  it('stands when the tab was sorted, and when a record was deleted', () => {
    const made = withVisits(3);
    made.ports.people('desk').sort(register('visits').sheetId, made.column('visits', 'no'), false);
    made.ports.people('desk').deleteRows(register('visits').sheetId, 3);
    const lines = made.ask('王芳', 'board', {}).sections.flatMap((one) => one.lines);
    expect(lines.map((one) => [one.no, one.row]).sort()).toEqual([
      ['LF-2026-00001', 3],
      ['LF-2026-00003', 2],
    ]);
  });
});

describe('a record', () => {
  it('shows its facts, what happened, and the steps open to this person', () => {
    const made = withVisits(1);
    made.ports.setNow('2026-10-09T09:35');
    made.ask('陈静', 'transition', {
      register: 'visits',
      no: 'LF-2026-00001',
      transition: 'hostWait',
      requestId: 'request-7',
    });
    const shown = made.ask('王芳', 'record', { register: 'visits', no: 'LF-2026-00001', row: 2 });
    expect(shown.history.map((one) => [one.at, one.who, one.what])).toEqual([
      ['2026-10-09 09:30', '王芳', '登记'],
      ['2026-10-09 09:35', '陈静', '请稍候'],
    ]);
    expect(shown.facts.find((one) => one.key === 'phone')).toMatchObject({ label: '联系电话', tel: phoneOf(1) });
    expect(shown.steps.map((one) => one.key)).toContain('leave');
    expect(made.ask('周琳', 'record', { register: 'visits', no: 'LF-2026-00001' }).steps).toEqual([]);
  });

  it('has one step stand out: of the front desk’s, what the board proposes; of the host’s, their answer', () => {
    const made = withVisits(1);
    const mains = (as: '王芳' | '陈静'): readonly string[] =>
      made
        .ask(as, 'record', { register: 'visits', no: 'LF-2026-00001' })
        .steps.filter(({ look }) => look === 'main')
        .map(({ key }) => key);
    expect(mains('王芳')).toEqual(['guide']);
    expect(mains('陈静')).toEqual(['hostComing']);
    made.ports.setNow('2026-10-09T09:45:00');
    expect(mains('王芳')).toEqual(['contacted']);
  });

  it('shows the survey’s link once the office has signed it, while the survey is open', () => {
    const made = withVisits(1);
    const link = () => made.ask('王芳', 'record', { register: 'visits', no: 'LF-2026-00001' }).link;
    expect(link()).toBeUndefined();
    made.sendMail();
    expect(link()!.url).toMatch(/^https:\/\/script\.example\/exec\?t=[\w-]+\.[\w-]+$/);
  });
});

describe('forms, suggestions and prints', () => {
  it('asks in the person’s language for what a person fills in, the most used fields first', () => {
    const made = agency();
    made.ask('王芳', 'session', { language: 'en' });
    const { title, fields } = made.ask('王芳', 'form', { register: 'visits' });
    expect(title).toBe('Visitors');
    expect(fields.slice(0, 3).map((one) => [one.key, one.label, one.required, one.main])).toEqual([
      ['visitor', 'Name', true, true],
      ['organisation', 'Organisation', false, true],
      ['phone', 'Phone', false, true],
    ]);
    expect(fields.map((one) => one.key)).not.toContain('state');
    expect(fields.find((one) => one.key === 'host')!.options!.map((one) => one.value)).toEqual(
      expect.arrayContaining(['陈静', '社工部']),
    );
  });

  it('suggests a visitor who has come before, but no client', () => {
    const made = withVisits(3, (index) => (index === 2 ? client : { phone: phoneOf(1) }));
    const suggest = (values: object) =>
      made.ask('王芳', 'suggest', { register: 'visits', values: values as never }).suggestions;
    expect(suggest({ phone: phoneOf(1) })[0]!.values).toMatchObject({ organisation: '蓝天公司' });
    expect(suggest({ phone: client.phone })).toEqual([]);
    expect(made.problem('周琳', 'suggest', { register: 'visits', values: {} }).code).toBe('notAllowed');
  });

  it('suggests who came long ago, the newest three, whatever the order of the rows', () => {
    const many = 650;
    const made = withVisits(many, (index) => ({
      phone: index === 1 || index > 3 ? phoneOf(1_000 + index) : phoneOf(1),
      ...(index === 1 && { organisation: '红星厂', visitor: '早年的客人' }),
    }));
    const suggest = (values: object) =>
      made.ask('王芳', 'suggest', { register: 'visits', values: values as never }).suggestions;
    const firstCome = { visitor: '早年的客人', organisation: '红星厂' };
    expect(suggest(firstCome)).toMatchObject([{ values: { phone: phoneOf(1_001) } }]);
    expect(suggest({ visitor: '早年的客人' })).toEqual([]);
    expect(suggest({ phone: phoneOf(1) }).map(({ values }) => values['visitor'])).toEqual(['来客3', '来客2']);
    made.ports.people('desk').sort(register('visits').sheetId, made.column('visits', 'no'), false);
    expect(suggest({ phone: phoneOf(1) }).map(({ values }) => values['visitor'])).toEqual(['来客3', '来客2']);
    made.type('visits', made.record('visits', 'LF-2026-00003').row, [{ isClient: true }]);
    expect(suggest({ phone: phoneOf(1) }).map(({ values }) => values['visitor'])).toEqual(['来客2']);
  });

  it('prints who is in the house', () => {
    const made = withVisits(2);
    made.ask('王芳', 'transition', {
      register: 'visits',
      no: 'LF-2026-00001',
      transition: 'leave',
      requestId: 'request-8',
    });
    const { rows, summary, note } = made.ask('王芳', 'print', { register: 'visits', what: 'here' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('来客2');
    expect(summary).toContain('1');
    expect(note).toContain('服务对象');
  });
});

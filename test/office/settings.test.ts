import { wordings } from '../../src/kernel/words';
import { directoryOf } from '../../src/office/directory';
import { settings as settingsRegister } from '../../src/office/settings.register';
import { faultsOf } from '../../src/kernel/register';
import { settingGroups, settingList } from '../../src/office/setting-list';
import { lastGoodUpdates, settingRows, settingsOf, settingWarnings } from '../../src/office/settings';
import { leaveTypes } from '../../src/office/leave-types';
import { departmentRecords, factsOf, settingRecords, staffRecords } from './office-rows';

const known = { directory: directoryOf(staffRecords(), departmentRecords()), today: '2026-10-09' };
const inForce = (typed: Parameters<typeof settingRecords>[0], lastGood = {}) =>
  settingsOf(settingRecords(typed, lastGood), known);
const faultsIn = (typed: Parameters<typeof settingRecords>[0]) =>
  inForce(typed)
    .faults()
    .map((one) => one.key);

describe('the list of settings', () => {
  test('keys are unique, each has article, label and meaning in both languages', () => {
    const keys = settingList.map((one) => one.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key, article, column } of settingList) {
      expect([key, /^\d(\.\d){1,2}$/.test(article)]).toEqual([key, true]);
      expect([
        key,
        wordings(column.label)
          .concat(wordings(column.help!))
          .every((words) => words !== ''),
      ]).toEqual([key, true]);
    }
  });

  test.each([
    ['2.2.4 reply to enquiries', 'reception.replyHours', 8],
    ['3.2.2 stocktake interval', 'supplies.stocktakeDays', 90],
    ['4.1.2 important mail', 'mail.importantNoticeHours', 0.5],
    ['4.2.2 mail and parcels', 'mail.noticeHours', 2],
    ['4.2.2 collection reminder', 'mail.reminderDays', 3],
    ['1.3.6 front area', 'checks.frontArea', 'daily'],
    ['3.1.2 reminder', 'approval.reminderDays', 2],
    ['3.1.2 escalation', 'approval.escalationDays', 4],
    ['links', 'approval.tokenDays', 7],
    ['5.2.1 quotes', 'procurement.quotes', 3],
    ['5.2.1 quotes from', 'procurement.quotesFrom', 2000],
    ['5.2.2 contract from', 'procurement.contractFrom', 2000],
    ['6.1 work days', 'hours.workDays', 'mon,tue,wed,thu,fri'],
    ['6.1 morning', 'hours.morningFrom', '09:00'],
    ['6.1 afternoon', 'hours.afternoonTo', '18:00'],
    ['6.2.1 scope', 'attendance.scope', 'front'],
    ['6.2.2 maternity leave', 'leave.maternity', 'calendar'],
    ['6.2.3 grace', 'attendance.graceMinutes', 5],
    ['6.2.3 half a day', 'attendance.halfDayMinutes', 0],
    ['6.3.1 deadline', 'attendance.deadlineDay', 5],
    ['8.2 phone, band 1', 'appraisal.phone.high', 98],
    ['8.2 phone, least sample', 'appraisal.phone.sample', 20],
    ['8.2 knowledge, band 2', 'appraisal.knowledge.low', 60],
    ['8.2 excellent', 'appraisal.excellentFrom', 80],
    ['8.2 qualified', 'appraisal.qualifiedFrom', 55],
    ['keep times', 'keep.visits', 24],
    ['nobody named', 'approval.forDirector', ''],
    ['sign-in', 'approval.signInNeeded', false],
  ])('%s: %s is %p unless somebody changes it', (_what, key, value) => {
    expect(settingsOf([]).value(key)).toBe(value);
    expect(inForce({}).value(key)).toBe(value);
  });

  test('every kind of leave says how it counts (6.2.2)', () => {
    for (const key of Object.keys(leaveTypes)) {
      expect(['working', 'calendar']).toContain(settingsOf([]).value(`leave.${key}`));
    }
  });

  test('the presets make sense together', () => {
    const { value } = settingsOf([]);
    for (const group of settingGroups) {
      expect([group.keys, group.makesSense(group.keys.map((key) => value(key)))]).toEqual([group.keys, true]);
    }
    expect(settingWarnings(settingsOf([]))).toEqual([]);
  });

  test('a key that is no setting is a bug', () => {
    expect(() => settingsOf([]).value('reception.replyHour')).toThrow('there is no setting reception.replyHour');
  });
});

describe('the rows that set-up writes', () => {
  test.each(['zh', 'en'] as const)('read back as the presets, in %s', (language) => {
    const rows = settingRows(language).map((values, index) => ({
      register: 'settings',
      no: '',
      line: 1,
      row: index + 2,
      values,
    }));
    const written = settingsOf(rows, known);
    expect(written.faults()).toEqual([]);
    for (const { key } of settingList.filter((one) => !['agency.name', 'agency.notice'].includes(one.key))) {
      expect([key, written.value(key)]).toEqual([key, settingsOf([]).value(key)]);
    }
  });

  test('say value, unit, article and meaning, and what may be chosen', () => {
    const rows = settingRows('zh');
    expect(rows.find((row) => row['key'] === 'reception.replyHours')).toEqual({
      key: 'reception.replyHours',
      label: '咨询答复时限',
      value: '8',
      unit: '工作小时',
      article: '2.2.4',
      meaning: '不能当场答复的咨询，承诺在这么多工作小时内答复。',
    });
    const scope = rows.find((row) => row['key'] === 'attendance.scope')!;
    expect([scope['value'], scope['meaning']]).toEqual([
      '前台岗位',
      '制度要求前台岗位；也可用于全员。可填：前台岗位、全员。',
    ]);
    expect(String(settingRows('en').find((row) => row['key'] === 'hours.workDays')!['meaning'])).toMatch(
      /Several of: Mon, Tue, .*Sun\.$/,
    );
  });

  test('leave alone what is there, and take what the person set up chose', () => {
    const there = new Set(settingList.slice(1).map((one) => one.key));
    const rows = settingRows('zh', there, { 'agency.name': '蓝天社工', 'hours.morningFrom': '08:30' });
    expect(rows.map((row) => [row['key'], row['value']])).toEqual([['agency.name', '蓝天社工']]);
  });
});

describe('what HR types', () => {
  test('is understood as it is typed', () => {
    const { value, faults } = inForce({
      'reception.replyHours': '１２ 工作小时',
      'appraisal.phone.high': '99%',
      'hours.morningFrom': '8:30',
      'hours.morningTo': '0.5',
      'attendance.scope': '全员',
      'hours.workDays': '周一、周二,周三',
      'procurement.quotesFrom': '5,000',
      'approval.signInNeeded': '是',
      'approval.forDirector': 'a05',
      'agency.sharedAccounts': 'Desk@example.org，front@example.org',
    });
    expect(faults()).toEqual([]);
    expect(value('reception.replyHours')).toBe(12);
    expect(value('appraisal.phone.high')).toBe(99);
    expect(value('hours.morningFrom')).toBe('08:30');
    expect(value('hours.morningTo')).toBe('12:00');
    expect(value('attendance.scope')).toBe('all');
    expect(value('hours.workDays')).toBe('mon,tue,wed');
    expect(value('procurement.quotesFrom')).toBe(5000);
    expect(value('approval.signInNeeded')).toBe(true);
    expect(value('approval.forDirector')).toBe('刘洋');
    expect(value('agency.sharedAccounts')).toBe('Desk@example.org，front@example.org');
  });

  test.each([
    ['reception.replyHours', '两天'],
    ['reception.replyHours', '0'],
    ['attendance.graceMinutes', '-5'],
    ['attendance.graceMinutes', '5.5'],
    ['hours.morningFrom', '25:00'],
    ['hours.workDays', '周八'],
    ['attendance.scope', '大家'],
    ['agency.language', 'fr'],
    ['approval.forDirector', '无名'],
    ['agency.sharedAccounts', 'desk'],
    ['keep.attendance', '12'],
  ])('%s = %s is refused with a sentence, the preset stays', (key, typed) => {
    const read = inForce({ [key]: typed });
    expect(read.faults().map((one) => [one.key, one.typed])).toEqual([[key, typed]]);
    expect(read.faults()[0]!.sentence.words.zh).not.toBe('');
    expect(read.value(key)).toBe(settingsOf([]).value(key));
  });

  test('a wrong value leaves the last good one in force', () => {
    const read = inForce({ 'reception.replyHours': '两天' }, { 'reception.replyHours': '6' });
    expect(read.value('reception.replyHours')).toBe(6);
    expect(read.faults()[0]!.inForce('zh')).toBe('6');
    expect(inForce({ 'hours.workDays': '每天' }, { 'hours.workDays': 'tue,wed' }).value('hours.workDays')).toBe(
      'tue,wed',
    );
  });

  test('an empty cell means the preset', () => {
    const read = inForce({ 'reception.replyHours': null }, { 'reception.replyHours': '6' });
    expect([read.value('reception.replyHours'), read.faults()]).toEqual([8, []]);
  });
});

describe('what is fixed at set-up', () => {
  const written = { 'agency.language': 'zh', 'agency.workbooks': 'two' };

  test('stays in force whatever is typed later, and that is said', () => {
    const read = inForce({ 'agency.language': 'English', 'agency.workbooks': '一个' }, written);
    expect([read.value('agency.language'), read.value('agency.workbooks')]).toEqual(['zh', 'two']);
    expect(read.faults().map((one) => [one.key, one.sentence.words.en, one.inForce('zh')])).toEqual([
      ['agency.language', 'This was fixed at set-up and cannot be changed. Please put it back.', '简体中文'],
      ['agency.workbooks', 'This was fixed at set-up and cannot be changed. Please put it back.', '两个（前台、受限）'],
    ]);
    const check = { key: 'agency.language', value: 'English', lastGood: 'zh' };
    expect(faultsOf(settingsRegister, check, factsOf())['value']?.words.zh).toBe('安装时定下，以后不能改。请改回来。');
  });

  test('stays when its cell is emptied, and in the workbook’s own words is no fault', () => {
    const read = inForce(
      { 'agency.language': null, 'agency.workbooks': null },
      { ...written, 'agency.language': 'en' },
    );
    expect([read.value('agency.language'), read.faults()]).toEqual(['en', []]);
    expect(inForce({ 'agency.language': '简体中文' }, written).faults()).toEqual([]);
  });

  test('is written down by set-up, and by the evening where an older set-up has not; then never again', () => {
    const rows = settingRows('en', new Set(), { 'agency.language': 'en', 'agency.workbooks': 'one' });
    const of = (key: string) => rows.find((row) => row['key'] === key)!;
    expect([of('agency.language'), of('agency.workbooks')].map(({ value, lastGood }) => [value, lastGood])).toEqual([
      ['English', 'en'],
      ['One', 'one'],
    ]);
    expect(of('agency.name')).not.toHaveProperty('lastGood');
    const kept = (typed: string | null, lastGood = {}) =>
      lastGoodUpdates(settingRecords({ 'agency.workbooks': typed }, lastGood), known)
        .filter((one) => one.record.values['key'] === 'agency.workbooks')
        .map((one) => one.values['lastGood']);
    expect(kept('一个')).toEqual(['one']);
    expect([kept('一个', written), kept(null, written)]).toEqual([[], []]);
  });
});

describe('settings that make sense together only', () => {
  test('8.2 band 1 below band 2: both fall back', () => {
    const read = inForce({ 'appraisal.mail.high': '80' });
    expect([read.value('appraisal.mail.high'), read.value('appraisal.mail.low')]).toEqual([95, 85]);
    expect(read.faults().map((one) => one.key)).toEqual(['appraisal.mail.high']);
    expect(inForce({ 'appraisal.mail.high': '80', 'appraisal.mail.low': '70' }).faults()).toEqual([]);
  });

  test('6.1 hours that overlap fall back to the last good ones', () => {
    const shift = {
      'hours.morningFrom': '08:00',
      'hours.morningTo': '11:00',
      'hours.afternoonFrom': '12:00',
      'hours.afternoonTo': '16:00',
    };
    const read = inForce({ ...shift, 'hours.morningTo': '12:30' }, shift);
    expect(read.value('hours.morningTo')).toBe('11:00');
    expect(read.value('hours.afternoonTo')).toBe('16:00');
    expect(read.faults().map((one) => one.key)).toEqual(['hours.morningTo']);
  });

  test('other groups', () => {
    expect(faultsIn({ 'approval.escalationDays': '2' })).toEqual(['approval.escalationDays']);
    expect(faultsIn({ 'appraisal.qualifiedFrom': '85' })).toEqual(['appraisal.qualifiedFrom']);
  });

  test('8.2 thresholds that hardly anybody means are warned of', () => {
    const warned = settingWarnings(inForce({ 'appraisal.qualifiedFrom': '60', 'appraisal.excellentFrom': '85' }));
    expect(warned.map((one) => one.values)).toEqual([{ total: 60 }, { total: 85 }]);
  });
});

describe('the last good value', () => {
  const updates = (typed: Parameters<typeof settingRecords>[0], lastGood = {}) =>
    lastGoodUpdates(settingRecords(typed, lastGood), known)
      .filter((one) => ['reception.replyHours', 'hours.workDays'].includes(String(one.record.values['key'])))
      .map((one) => [one.record.values['key'], one.values]);

  test('is what is in force, in no language', () => {
    expect(updates({ 'reception.replyHours': '6', 'hours.workDays': '周二、周三' })).toEqual([
      ['hours.workDays', { lastGood: 'tue,wed' }],
      ['reception.replyHours', { lastGood: '6' }],
    ]);
  });

  test('is not replaced by a wrong one, and forgotten when the cell is emptied', () => {
    const last = { 'reception.replyHours': '6', 'hours.workDays': 'mon,tue,wed,thu,fri' };
    expect(updates({ 'reception.replyHours': '两天' }, last)).toEqual([]);
    expect(updates({ 'reception.replyHours': null }, last)).toEqual([['reception.replyHours', { lastGood: null }]]);
  });

  test('keeping it is done once', () => {
    const first = lastGoodUpdates(settingRecords(), known);
    const kept = Object.fromEntries(first.map((one) => [String(one.record.values['key']), one.values['lastGood']!]));
    expect(lastGoodUpdates(settingRecords({}, kept), known)).toEqual([]);
  });
});

describe('the check of a row of the settings tab', () => {
  const check = (key: string, typed: string) => {
    const facts = factsOf({ settings: { [key]: typed } });
    return faultsOf(settingsRegister, { key, value: typed }, facts)['value']?.words.en;
  };

  test('tells what is wrong in the words of the setting', () => {
    expect(check('reception.replyHours', '两天')).toBe('A number from 0.5 to 200.');
    expect(check('appraisal.mail.high', '80')).toBe('Band 1 must begin above band 2.');
    expect(check('reception.replyHours', '6')).toBeUndefined();
    expect(check('approval.forDirector', '无名')).toMatch(/no “\{name\}” in the staff list/);
  });

  test('a row that somebody added is told', () => {
    expect(check('my.own', '1')).toMatch(/no such setting/);
  });
});

// The audit log in the built code: every change is a line, the chain is verified from the menu.
import { newOffice, receive, step, type Office, type Who } from './office';
import { change, write } from './workbook';

const auditTab = 9001;
let office: Office;
beforeEach(() => {
  office = newOffice();
  const { no } = receive(office);
  step(office, 'visits', no, 'guide', { guidedTo: '会议室' });
  step(office, 'visits', no, 'leave');
});

const verified = (who: Who = 'front') => office.menu('menu.verifyAuditLog', who).effects.alerts[0]?.text ?? '';

test('each step is a line with who, when, what and by which article', () => {
  const lines = office.rows(auditTab).filter(({ register }) => register === 'visits');
  expect(
    lines.map(({ person, context, no, transition, article }) => [person, context, no, transition, article]),
  ).toEqual([
    ['王芳', 'desk/account', 'LF-2026-00001', 'create', '2.1.2'],
    ['王芳', 'desk/account', 'LF-2026-00001', 'guide', '1.3.2'],
    ['王芳', 'desk/account', 'LF-2026-00001', 'leave', '2.1.2'],
  ]);
});

test('the menu says that the chain is whole, in each workbook that the person may open', () => {
  expect(verified('hr').match(/操作日志完整/g)).toHaveLength(2);
  expect(verified('front').match(/操作日志完整/g)).toHaveLength(1);
  expect(verified('front')).toContain('没有核验');
});

test.each<[string, (row: number) => object]>([
  ['changed', (row) => write(auditTab, row, 3, '别人')],
  [
    'removed',
    (row) => ({
      deleteDimension: { range: { sheetId: auditTab, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } },
    }),
  ],
])('the menu says where a line was %s', (_what, harm) => {
  const { row, seq } = office.rows(auditTab).find(({ transition }) => transition === 'guide')!;
  change(office, [harm(row)]);
  expect(verified()).toMatch(new RegExp(`第 ${Number(seq)} 条`));
});

test('the last lines cut off are missed, too', () => {
  const last = office.rows(auditTab).at(-1)!.row;
  change(office, [
    { deleteDimension: { range: { sheetId: auditTab, dimension: 'ROWS', startIndex: last, endIndex: last + 1 } } },
  ]);
  expect(verified()).not.toContain('操作日志完整');
});

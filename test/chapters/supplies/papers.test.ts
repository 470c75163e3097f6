import { printedForm, type PrintedForm } from '../../../src/kernel/printed-form';
import { product, stocked, type Storeroom } from './storeroom';

const printed = (room: Storeroom, register: string, no: string): PrintedForm =>
  printedForm(product.register(register)!, room.lines(register, no), 'zh')!;
const signed = ({ boxes }: PrintedForm) => boxes.map(({ title, lines }) => [title, ...lines]);
const headings = ({ table }: PrintedForm) => table!.headings.map(({ label }) => label);
const cells = ({ table }: PrintedForm) => table!.rows.map((row) => row.cells);

const ask = (room: Storeroom): string =>
  room.create(
    'requisitions',
    [
      { department: '社工部', applicant: '周琳', item: '打印纸 A4', quantity: 5 },
      { department: '社工部', applicant: '周琳', item: '签字笔 黑色', quantity: 2 },
    ],
    '周琳',
  );

describe('3.1.1 领用申请表 on paper', () => {
  test('shows who asked, what was struck out, and the signature of the head', () => {
    const room = stocked({ paper: 30, pens: 9 });
    const no = ask(room);
    expect(signed(printed(room, 'requisitions', no))[1]).toEqual(['部门负责人']);
    room.take('requisitions', no, 'approveHead', { '1.approvedQuantity': 4, '2.approvedQuantity': 0 }, '陈静');
    const form = printed(room, 'requisitions', no);
    expect(headings(form)).toEqual(['物品', '规格', '单位', '数量', '批准数量', '已发数量']);
    expect(form.table!.rows.map(({ struckOut }) => struckOut ?? false)).toEqual([false, true]);
    expect(signed(form)).toEqual([
      ['申请人', '周琳', '2026-10-09 09:30', '提交'],
      ['部门负责人', '陈静', '同意 2026-10-09 09:30', '账号确认'],
    ]);
  });
});

describe('3.1.3 领用登记表 on paper', () => {
  test('is the receipt of one hand-out, with the signature as it was drawn', () => {
    const room = stocked({ paper: 30, pens: 9 });
    const no = ask(room);
    room.take('requisitions', no, 'approveHead', {}, '陈静');
    room.take('requisitions', no, 'issue', { '1.quantity': 5, '2.quantity': 2 });
    const receipt = 'FF-2026-00001';
    expect(signed(printed(room, 'issues', receipt))).toEqual([['发放人', '王芳', '2026-10-09 09:30'], ['领用人签收']]);
    room.take('issues', receipt, 'sign', { signature: '1,1 2,2;' });
    const form = printed(room, 'issues', receipt);
    expect(form.boxes[1]).toEqual({
      title: '领用人签收',
      lines: ['周琳', '2026-10-09 09:30', '屏幕签名'],
      signature: '1,1 2,2;',
    });
    expect(cells(form).map(([item, , , quantity]) => [item, quantity])).toEqual([
      ['打印纸 A4', '5'],
      ['签字笔 黑色', '2'],
    ]);
  });
});

describe('3.3.1 采购申请表 on paper', () => {
  test('says what each line costs and all of them, and has a box for the head and the director', () => {
    const room = stocked({ paper: 3, pens: 1 });
    const common = { department: '综合部', expectedOn: '2026-10-20', reason: '库存不足' };
    const no = room.create('supply-purchases', [
      { ...common, item: '打印纸 A4', quantity: 30, estimatedPrice: 20 },
      { ...common, item: '签字笔 黑色', quantity: 12, estimatedPrice: 1.55 },
    ]);
    room.take('supply-purchases', no, 'approveHead', {}, '刘洋');
    const form = printed(room, 'supply-purchases', no);
    expect(cells(form).map((row) => row.slice(-1)[0])).toEqual(['600.00', '18.60']);
    expect(form.table!.total).toEqual({ label: '合计（大写）：陆佰壹拾捌元陆角整', text: '618.60' });
    expect(form.head.find(({ label }) => label === '采购原因')).toEqual({
      label: '采购原因',
      text: '库存不足',
      wide: true,
    });
    expect(signed(form)).toEqual([
      ['申请人', '王芳', '2026-10-09 09:30', '提交'],
      ['部门负责人', '刘洋', '同意 2026-10-09 09:30', '账号确认'],
      ['机构领导'],
    ]);
  });
});

describe('3.2.2 盘点表 on paper', () => {
  test('is blind while it is counted, and shows the differences afterwards', () => {
    const room = stocked({ paper: 20, pens: 8 });
    const no = room.create('stocktakes', [{ department: '综合部', countedBy: '李强' }]);
    room.take('stocktakes', no, 'count', { '1.counted': 18 });
    expect(headings(printed(room, 'stocktakes', no))).toEqual([
      '物品',
      '规格',
      '单位',
      '存放位置',
      '实盘数量',
      '差异原因',
    ]);
    room.take('stocktakes', no, 'count', { '2.counted': 8 });
    room.take('stocktakes', no, 'submit', { '1.reason': '破损' });
    const form = printed(room, 'stocktakes', no);
    expect(cells(form).map((row) => row.slice(4))).toEqual([
      ['20', '0', '18', '-2', '破损'],
      ['8', '0', '8', '0', ''],
    ]);
    expect(signed(form)).toEqual([['盘点人', '李强', '2026-10-09 09:30'], ['部门负责人']]);
    room.take('stocktakes', no, 'paperHead', { paperRef: '档-3' });
    expect(signed(printed(room, 'stocktakes', no))[1]!.slice(-1)).toEqual([
      '纸质签字，存放 档-3（王芳 2026-10-09 登记）',
    ]);
  });
});

// Visitors, callers and messages for reception's tests; each test says what differs.
import { reception } from '../../../src/chapters/reception';
import type { RecordRow, Values } from '../../../src/kernel/values';
import { deskOf, recordOf } from '../world';

export const desk = deskOf(reception);

export const visitor: Values = {
  visitor: '林女士',
  organisation: '蓝天公司',
  phone: '13912345678',
  purpose: '洽谈合作',
  host: '陈静',
};
export const appointment: Values = { ...visitor, expectedAt: '2026-10-09T14:30' };
export const client: Values = {
  visitor: '何阿姨',
  phone: '13987654321',
  purpose: '家庭矛盾求助',
  host: '陈静',
  isClient: true,
};

export const caller: Values = {
  caller: '孙先生',
  organisation: '向日葵小学',
  phone: '13711112222',
  subject: '借用场地',
  kind: 'enquiry',
};
export const note: Values = { to: '陈静', from: '孙先生', phone: '13711112222', content: '请回电谈场地' };

export const visitRecord = (values: Values = {}): RecordRow =>
  recordOf(desk.register('visits'), {
    ...visitor,
    state: 'here',
    people: 1,
    arrivedAt: '2026-10-09T09:20',
    attendant: '陈静',
    ...values,
  });
export const callRecord = (values: Values = {}): RecordRow =>
  recordOf(desk.register('calls'), { ...caller, at: '2026-10-09T09:25', state: 'open', ...values });
export const messageRecord = (values: Values = {}): RecordRow =>
  recordOf(desk.register('messages'), { ...note, state: 'taken', ...values });

// The roles that a person may have in the agency, in the words of the staff tab.
import type { Choices } from '../kernel/columns';
import type { Role } from '../kernel/facts';
import type { Words } from '../kernel/words';

export const roles: Readonly<Record<Role, Words>> & Choices = {
  front: { zh: '前台', en: 'Front desk' },
  staff: { zh: '员工', en: 'Staff' },
  head: { zh: '部门负责人', en: 'Department head' },
  director: { zh: '机构领导', en: 'Director' },
  hr: { zh: '行政人事', en: 'HR and administration' },
  keeper: { zh: '保密管理员', en: 'Confidentiality officer' },
  finance: { zh: '财务', en: 'Finance' },
};

export const isRole = (key: string): key is Role => key in roles;

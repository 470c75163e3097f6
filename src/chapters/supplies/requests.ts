// 3.1.1, 3.3.1: what requisitions and purchases have in common: what is asked for stands in the catalogue and is in use.
import { department, item, number, person, text, type Column } from '../../kernel/columns';
import type { Sentence } from '../../kernel/errors';
import type { Facts } from '../../kernel/facts';
import { text as textOf, type RecordRow, type Value, type Values } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { isRetired, itemNamed } from './rules';

const retired: Words = { zh: '“{item}”已停用。', en: '“{item}” is no longer in use.' };
const unknown: Words = { zh: '办公用品目录里没有“{item}”。', en: 'The catalogue has no “{item}”.' };

const me = ({ directory, actor }: Facts) => directory.person(actor.person);

export const departmentColumn = (label: Words): Column =>
  department(label, { required: true, default: (facts) => me(facts)?.department ?? null });
export const applicantColumn = person(
  { zh: '申请人', en: 'Applicant' },
  { required: true, default: (facts) => me(facts)?.label ?? null },
);
export const itemColumns = {
  item: item({ zh: '物品', en: 'Item' }, { required: true }),
  spec: text({ zh: '规格', en: 'Specification' }, { by: 'system' }),
  unit: text({ zh: '单位', en: 'Unit' }, { by: 'system', width: 60 }),
  quantity: number({ zh: '数量', en: 'Quantity' }, { required: true, min: 1 }),
};

export function itemFault(label: Value | undefined, items: readonly RecordRow[]): Sentence | undefined {
  const found = itemNamed(items, label);
  if (found && !isRetired(found.values)) return undefined;
  return { words: found ? retired : unknown, values: { item: textOf(label) } };
}

/** What the catalogue says of the item, kept with the request as it was then. */
export function fromCatalogue(label: Value | undefined, items: readonly RecordRow[]): Values {
  const { values = {} } = itemNamed(items, label) ?? {};
  return { spec: values['spec'] ?? null, unit: values['unit'] ?? null, stockThen: values['onHand'] ?? null };
}

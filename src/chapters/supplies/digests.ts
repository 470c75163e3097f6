// The supplies' parts of the morning letters: what is short (3.3.1), what is to be issued (3.1.2), that a stocktake is due (3.2.2).
import { samePerson, type Facts, type Person } from '../../kernel/facts';
import type { Digest } from '../../kernel/job';
import { text, type RecordRow } from '../../kernel/values';
import { say } from '../../kernel/words';
import type { Pair } from '../../kernel/pairs';
import { goods } from './naming';
import { alerted, isCountDue, isUnderWay, numberIn, remaining, toBuy } from './rules';

const isFront = (person: Person): boolean => person.roles.includes('front');

const low: Digest = {
  key: 'supplies-low',
  article: '3.3.1',
  registers: ['items'],
  title: { zh: '库存不足', en: 'Low stock' },
  lines: (open, person, facts) =>
    open
      .filter(({ values }) => values['state'] === 'low')
      .filter(({ values }) => isFront(person) || alerted(values, facts) === person)
      .map(({ values }): Pair => [
        text(values['label']),
        say({ zh: '还有 {n} {unit}，建议采购 {buy}', en: '{n} {unit} left; buy {buy}' }, facts.language, {
          n: numberIn(values, 'onHand'),
          unit: text(values['unit']),
          buy: toBuy(values),
        }),
      ]),
};

const toIssue: Digest = {
  key: 'supplies-to-issue',
  article: '3.1.2',
  registers: ['requisitions'],
  title: { zh: '待发放的领用', en: 'To issue' },
  lines: (open, person, facts) =>
    (isFront(person) ? open : [])
      .filter((record) => record.values['state'] === 'withFront' && remaining(record) > 0)
      .map(({ no, values }): Pair => [
        no,
        say({ zh: '{who}：{what}', en: '{who}: {what}' }, facts.language, {
          who: text(values['applicant']),
          what: goods(values, 'approvedQuantity'),
        }),
      ]),
};

/** The owner of the stocktakes, or the whole front desk. */
function isTold(person: Person, facts: Facts): boolean {
  const owner = facts.setting<string>('supplies.stocktakeOwner');
  const named = facts.directory.person(owner);
  return named ? samePerson(person.staffNo, owner, facts.directory) : isFront(person);
}

const countDue: Digest = {
  key: 'supplies-count-due',
  article: '3.2.2',
  registers: ['stocktakes'],
  reads: ['items'],
  title: { zh: '该盘点了', en: 'Stocktake due' },
  lines(records, person, facts) {
    const due = (one: RecordRow): boolean => one.register === 'items' && isCountDue(one.values, facts);
    const underWay = records.some(({ register, values }) => register === 'stocktakes' && isUnderWay(values));
    const n = records.filter(due).length;
    if (n === 0 || underWay || !isTold(person, facts)) return [];
    const days = facts.setting<number>('supplies.stocktakeDays');
    return [
      [
        say({ zh: '库存盘点', en: 'Stocktake' }, facts.language),
        say(
          {
            zh: '{n} 种用品已有 {days} 天没有盘点。请在侧栏新建《库存盘点表》。',
            en: '{n} items have not been counted for {days} days. Please open a stocktake in the sidebar.',
          },
          facts.language,
          { n, days },
        ),
      ],
    ];
  },
};

export const ownDigests: readonly Digest[] = [low, toIssue, countDue];

// 6.2.2: what is wrong with a slip beyond its columns: overlaps, a kind of leave that the agency does not have, free days only.
import type { Sentence } from '../../kernel/errors';
import { hasRole, type Facts } from '../../kernel/facts';
import { text, type Values } from '../../kernel/values';
import type { Words } from '../../kernel/words';
import { leaveTypes } from '../../office/leave-types';
import { countsOf } from './halves';
import { leave } from './leave.register';
import { daysFor, overlapping, slipOf, spanOf, type OtherSlip } from './leave-sums';

const words = {
  ownPage: {
    zh: '请在“我的事务”页面为自己请假（从邮件里的链接打开）。请假条只有行政人事可以代填。',
    en: 'Please ask for leave on your own page (My affairs, by the link in your e-mail). Only HR fills in slips for others.',
  },
  unused: {
    zh: '机构没有设这一种假，请另选（见“参数设置”）。',
    en: 'The agency does not offer this kind of leave (see Settings). Please choose another.',
  },
  overlap: { zh: '与请假条 {no} 重叠：{span}。', en: 'It overlaps with slip {no}: {span}.' },
  allFree: {
    zh: '这段时间里没有您要上班的日子，不用请假。',
    en: 'There is no day in it on which you are due: no leave is needed.',
  },
} satisfies Record<string, Words>;

/** At the keyboard only HR fills in slips: their workbook is open to nobody else. */
export function whoFaults({ actor }: Facts): Readonly<Record<string, Sentence>> {
  return actor.via === 'account' && !hasRole(actor, 'hr') ? { person: { words: words.ownPage } } : {};
}

/** `others`: the person's other slips that are waiting or approved. */
export function slipFaults(
  values: Values,
  others: readonly OtherSlip[],
  facts: Facts,
): Readonly<Record<string, Sentence>> {
  const faults = ownFaults(values, facts);
  const slip = slipOf(values);
  if (!slip || 'lastDay' in faults) return faults;
  const other = overlapping(slip, others);
  const span = other && spanOf(other.slip, facts.language);
  const overlap = other && { words: words.overlap, values: { no: other.no, span: span! } };
  const free = countsOf(slip.type, facts.setting) === 'working' && daysFor(text(values['person']), slip, facts) === 0;
  const firstDay = overlap ?? (free ? { words: words.allFree } : undefined);
  return { ...faults, ...(firstDay && { firstDay }) };
}

/** What the register checks by itself is checked again when a slip is completed. */
function ownFaults(values: Values, facts: Facts): Readonly<Record<string, Sentence>> {
  const faults: Record<string, Sentence> = {};
  for (const check of leave.checks!) {
    const found = check.fault(values, facts);
    if (found) faults[check.at] = found;
  }
  const type = text(values['type']);
  if (type in leaveTypes && facts.setting<string>(`leave.${type}`) === 'unused')
    faults['type'] = { words: words.unused };
  return faults;
}

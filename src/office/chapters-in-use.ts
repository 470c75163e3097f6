// Which chapters of the policy the agency uses, by its settings. Their records stay; nothing new is offered of the others.
import type { Chapter, Product } from '../kernel/chapter';
import type { Facts } from '../kernel/facts';
import { chapterNames } from './setting-list/agency';

export function chaptersInUse({ chapters }: Pick<Product, 'chapters'>, facts: Facts): readonly Chapter[] {
  const chosen = facts.setting<string>('agency.chapters').split(',');
  // The office itself is no chapter of the policy, and always there.
  return chapters.filter(({ key }) => !(key in chapterNames) || chosen.includes(key));
}

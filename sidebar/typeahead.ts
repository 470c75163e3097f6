// Which options fit what was typed, by name, note or number, or by the initials of the pinyin (wf → 王芳).
import type { Choice } from '../src/api/contract';

/** For each initial the first character that sorts under it in pinyin order. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
const letters = 'abcdefghjklmnopqrstwxyz';

let collator: Intl.Collator | undefined;

function initial(sign: string): string {
  if (!/[\u4e00-\u9fff]/.test(sign)) return sign.toLowerCase();
  collator ??= new Intl.Collator('zh-Hans-CN-u-co-pinyin');
  let found = '';
  for (let i = 0; i < letters.length && collator.compare(sign, firsts[i]!) >= 0; i++) found = letters[i]!;
  return found;
}

const cache = new Map<string, string>();

/** 王芳 → wf; other signs stay as they are. */
export function initialsOf(text: string): string {
  let initials = cache.get(text);
  if (initials === undefined) {
    initials = Array.from(text, initial).join('');
    cache.set(text, initials);
  }
  return initials;
}

const plain = (text: string): string => text.trim().toLowerCase();

/** How well an option fits; lower is better, undefined is not at all. */
function rank(option: Choice, typed: string): number | undefined {
  const label = plain(option.label);
  if (label === typed || plain(option.value) === typed) return 0;
  if (label.startsWith(typed)) return 1;
  if (label.includes(typed)) return 2;
  if (/^[a-z]+$/.test(typed)) {
    const at = initialsOf(option.label).indexOf(typed);
    if (at >= 0) return at === 0 ? 3 : 4;
  }
  if (plain(option.note ?? '').includes(typed) || plain(option.value).includes(typed)) return 5;
  return undefined;
}

/** The options that fit, best first; all of them, in their own order, when nothing was typed. */
export function matches(options: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = plain(typed);
  if (wanted === '') return options;
  return options
    .map((option, index) => ({ option, index, rank: rank(option, wanted) }))
    .filter((entry) => entry.rank !== undefined)
    .sort((a, b) => a.rank! - b.rank! || a.index - b.index)
    .map((entry) => entry.option);
}

/** The option meant by what was typed, when there is no doubt. */
export function optionMeant(options: readonly Choice[], typed: string): Choice | undefined {
  const wanted = plain(typed);
  if (wanted === '') return undefined;
  const exact = options.filter((option) => plain(option.label) === wanted || plain(option.value) === wanted);
  return exact.length === 1 ? exact[0] : undefined;
}

export const labelOfValue = (options: readonly Choice[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

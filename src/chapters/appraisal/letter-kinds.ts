// How the letters of an appraisal are declared: to whom, in which states they are still due, what they name.
import type { Wording } from '../../kernel/letter';
import type { Register } from '../../kernel/register';
import type { RecordRow } from '../../kernel/values';
import type { LetterKind, Party } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { letterAbout } from './naming';

interface Told {
  readonly to: Party;
  readonly state: string | readonly string[];
  readonly columns: readonly string[];
  readonly wording: Wording;
  readonly page?: string;
  readonly tab?: LetterKind['tab'];
  when?(record: RecordRow): boolean;
}

export const letter = (
  key: string,
  register: Register,
  { to, state, columns, wording, page, tab, when }: Told,
): LetterKind => ({
  key,
  register: register.key,
  to,
  weight: 3,
  // Who opens the round may be asked for a view, too.
  evenActor: true,
  ...(page !== undefined && { page }),
  ...(tab && { tab }),
  isDue: (record) => [state].flat().includes(String(record.values['state'])) && (when?.(record) ?? true),
  make: ({ values }, facts) => letterAbout(register, values, columns, wording, facts),
});

export const open: Words = { zh: '打开', en: 'Open' };
export const asAssessor: Words = {
  zh: '您收到本邮件，因为您是考核人。',
  en: 'You get this because you are the assessor.',
};
export const asEmployee: Words = {
  zh: '您收到本邮件，因为这是您的考核。',
  en: 'You get this because the appraisal is yours.',
};
export const asHr: Words = { zh: '您收到本邮件，因为您负责行政人事。', en: 'You get this because you are HR.' };
export const who = ['quarter', 'person'];

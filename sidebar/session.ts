// Who is at the keyboard, what may be done, and what has to be said to that person.
import { cell } from './cell';
import type { Calls, Problem, RegisterInfo, SessionValue } from '../src/api/contract';
import { setWorkbookClock } from './clock';
import { language, setLanguage, t } from './language';
import { ask, kick } from './server';

export const session = cell<SessionValue | undefined>(undefined);
export const sessionProblem = cell<Problem | undefined>(undefined);

/** The last thing that happened, said in the bar and read out by screen readers. */
export interface Notice {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}
export const notice = cell<Notice | undefined>(undefined);

let noticeTimer: ReturnType<typeof setTimeout> | undefined;

/** Good news goes by itself; bad news stays until it is closed or something else happens. */
export function tell(tone: Notice['tone'], text: string): void {
  clearTimeout(noticeTimer);
  notice.value = { tone, text };
  if (tone === 'good') noticeTimer = setTimeout(() => (notice.value = undefined), 6_000);
}

/** A problem as one text: the sentence, the article, the reference. */
export function problemText(problem: Problem): string {
  const parts = [problem.message];
  if (problem.article !== undefined) parts.push(t('article', { article: problem.article }));
  if (problem.reference !== undefined) parts.push(t('reference', { reference: problem.reference }));
  return parts.join(' ');
}

export async function loadSession(change: Calls['session']['input'] = {}): Promise<boolean> {
  const answer = await ask('session', change);
  if (answer.ok) {
    session.value = answer.value;
    sessionProblem.value = undefined;
    setWorkbookClock(answer.value.now);
    if (answer.value.language !== language.value) setLanguage(answer.value.language);
  } else if (session.value === undefined) sessionProblem.value = answer.error;
  else tell('bad', problemText(answer.error));
  return answer.ok;
}

/** After a commit: mail that it left is looked for at once. */
export function committed(left: { readonly kick: boolean }): void {
  if (left.kick) kick(session.value?.kickUrl ?? '');
}

export interface RegisterPlace {
  readonly info: RegisterInfo;
  readonly chapter: string;
  readonly colour: string;
}

export function registerOf(key: string): RegisterPlace | undefined {
  for (const chapter of session.value?.chapters ?? []) {
    const info = chapter.registers.find((register) => register.key === key);
    if (info !== undefined) return { info, chapter: chapter.title, colour: chapter.colour };
  }
  return undefined;
}

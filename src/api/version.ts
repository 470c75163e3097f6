// Code and workbooks of different versions do not work together: what one writes, the other may read otherwise.
import { Misconfigured, type Sentence } from '../kernel/errors';
import { codeVersion } from '../kernel/migrations';
import type { Words } from '../kernel/words';
import { sharedKeys, type Machine } from './machine';

const words = {
  upgrading: {
    zh: '系统正在升级，现在不能办理，什么也没有保存。请稍后再试，或联系前台。',
    en: 'The system is being upgraded; nothing was saved. Please try again later, or ask the front desk.',
  },
  old: {
    zh: '工作簿是版本 {stored}，程序是版本 {code}，现在不能登记和办理。请由系统账号（{owner}）运行“前台 → 安装 / 检查”。',
    en: 'The workbooks are of version {stored}, the code of version {code}; nothing can be recorded now. The office account ({owner}) runs Front desk → Set up / check.',
  },
  new: {
    zh: '工作簿（版本 {stored}）比程序（版本 {code}）新，现在不能登记和办理。请系统账号（{owner}）重新部署最新的程序。',
    en: 'The workbooks (version {stored}) are newer than the code ({code}); nothing can be recorded now. The office account ({owner}) deploys the newest code again.',
  },
} satisfies Record<string, Words>;

/** What the workbooks are of, as set-up has written it down, and what this code is; the same before set-up. */
export function versionsOf({ shared, migrations = [] }: Machine): { stored: number | undefined; code: number } {
  const stored = shared.get(sharedKeys.version);
  return { stored: stored ? Number(stored) : undefined, code: codeVersion(migrations) };
}

/** What to say when the workbooks are of another version. */
export function versionFault(machine: Machine): Sentence | undefined {
  const { stored, code } = versionsOf(machine);
  if (!machine.migrations || stored === undefined || stored === code) return undefined;
  if (machine.who.context === 'public') return { words: words.upgrading };
  const owner = machine.shared.get(sharedKeys.owner) ?? '';
  return { words: stored < code ? words.old : words.new, values: { stored, code, owner } };
}

/** The web app leaves a note that it is of another version: its deployment may have been forgotten. */
export function refuseOtherVersion(machine: Machine): void {
  const fault = versionFault(machine);
  if (!fault) return;
  if (machine.who.context === 'public') {
    machine.shared.put(sharedKeys.webAppVersion, String(versionsOf(machine).code));
  }
  throw new Misconfigured(fault);
}

// The morning's look at the installation: when something is wrong, its owner and HR are written to. Not by way of the outbox,
// which may be what is wrong.
import { weekday } from '../kernel/civil';
import { letterOf, renderMail } from '../kernel/letter';
import type { View } from '../kernel/view';
import type { Words } from '../kernel/words';
import { checksOf } from './health-checks';
import { findingsOf } from './health';
import { sharedKeys } from './machine';
import type { Equipped } from './set-up-specs';

const words = {
  subject: { zh: '系统检查：{titles}', en: 'Check of the system: {titles}' },
  sentence: {
    zh: '今天早上的检查发现下面几项要处理。处理好以后，可在侧边栏“检查运行情况”里核对。',
    en: 'This morning’s check found what follows. “Health check” in the sidebar shows whether it is mended.',
  },
  why: {
    zh: '您收到本邮件，因为您是系统账号或行政人事。情况没有变化时，每周只提醒一次。',
    en: 'You get this as the office account or as HR. As long as nothing changes it is said once a week.',
  },
} satisfies Record<string, Words>;

/** On working days tells what is wrong, when it is not what was told before; on Mondays again. */
export function tellHealth(machine: Equipped, known?: View): void {
  const { office, installation, shared, ports } = machine;
  if (!office || !installation) return;
  const { language, hr, agency, isWorkDay, ...found } = findingsOf(machine, known);
  if (!isWorkDay) return;
  const wrong = checksOf(found, language).filter(({ status }) => status !== 'ok');
  const today = ports.clock.now().slice(0, 10);
  const keys = wrong.map(({ key, status }) => `${key} ${status}`).join();
  const [told = '', toldOn = ''] = (shared.get(sharedKeys.healthTold) ?? '').split('|');
  if (keys === told && (toldOn === today || weekday(today) !== 1)) return;
  shared.put(sharedKeys.healthTold, `${keys}|${today}`);
  if (wrong.length === 0) return;
  const recipients = [...new Set([found.owner, ...hr])].filter((address) => address !== '');
  for (const to of recipients.slice(0, office.mailer.quota())) {
    const letter = letterOf(
      { language },
      words,
      { titles: wrong.map(({ title }) => title).join('、') },
      wrong.map(({ title, text, action }) => [title, [text, action ?? ''].join('\n').trim()] as const),
    );
    office.mailer.send(renderMail([{ letter, envelope: { to, agency, language } }]));
  }
}

// The contract of what only the office has: letters, signatures, and text that stands in links.
import { createHmac } from 'node:crypto';
import type { Mail } from '../../src/kernel/letter';
import type { officeActs } from './acts';
import type { Ask } from './ask';

export interface MailWorld {
  readonly ask: Ask<typeof officeActs>;
  /** What has gone out, first to last. */
  sent(): readonly Mail[];
  /** Leaves so many recipients for today. */
  leaveQuota(recipients: number): void;
  /** What is signed with. */
  secret(): string;
}

const letter: Mail = {
  to: 'chenjing@example.org',
  fromName: '晨光社工',
  subject: '[前台] 来访 林女士 🙂',
  text: '林女士 在前台等您。',
  html: '<p>林女士 在前台等您。</p>',
  attachments: [{ name: '来访.ics', mimeType: 'text/calendar', content: 'BEGIN:VCALENDAR\r\nSUMMARY:来访\r\n' }],
};

export function describeMailAndLinks(name: string, make: () => MailWorld): void {
  describe(`mail and links ${name}`, () => {
    let world: MailWorld;
    beforeEach(() => {
      world = make();
    });

    it('sends a letter as it was written, attachments included, and takes it from the quota', () => {
      const before = world.ask('quota');
      expect(world.ask('send', letter)).toBe(before - 1);
      expect(world.sent()).toEqual([letter]);
    });

    it('throws when the quota is used up, and sends nothing', () => {
      world.leaveQuota(1);
      expect(world.ask('send', letter)).toBe(0);
      expect(() => world.ask('send', letter)).toThrow();
      expect(world.sent()).toHaveLength(1);
      expect(world.ask('quota')).toBe(0);
    });

    it('throws at an address that is none, and takes nothing from the quota', () => {
      const before = world.ask('quota');
      for (const to of ['chenjing', '', 'a b@example.org'])
        expect(() => world.ask('send', { ...letter, to })).toThrow();
      expect(world.sent()).toEqual([]);
      expect(world.ask('quota')).toBe(before);
    });

    it('signs the UTF-8 text with HMAC-SHA-256, base64url without padding', () => {
      for (const text of ['qiantai', '前台 🙂', 'café'])
        expect(world.ask('sign', text)).toBe(
          createHmac('sha256', world.secret()).update(text, 'utf8').digest('base64url'),
        );
    });

    it('brings any text through a link unharmed, without a character that must be escaped', () => {
      for (const text of ['', 'a', 'ab', 'abc', '{"n":"LF-2026-00001","u":"林女士🙂"}', '??>>~~ÿ']) {
        const { encoded, decoded } = world.ask('throughLink', text);
        expect(encoded).toMatch(/^[\w-]*$/);
        expect(decoded).toBe(text);
      }
    });
  });
}

import { checksOf, type Findings } from '../../src/api/health-checks';
import type { CallName, Reply } from '../../src/api/contract';
import { call } from '../../src/api/door';
import { refuseOtherVersion } from '../../src/api/version';
import { Misconfigured } from '../../src/kernel/errors';
import type { Migration } from '../../src/kernel/migrations';
import { agency, visitor, type Asker } from './agency';

const versions = (newest: number): readonly Migration[] =>
  Array.from({ length: newest }, (_, index) => ({ version: index + 1, about: '', run: () => undefined }));

/** The agency's workbooks are of version 1. */
function askedOf(code: number) {
  const office = agency();
  office.shared.set('owner', 'system@example.org');
  const machine = (asker: Asker) => ({ ...office.machine(asker), migrations: versions(code) });
  const ask = (asker: Asker, name: CallName, input: object = {}) =>
    JSON.parse(call(() => machine(asker), name, JSON.stringify(input), { error: () => undefined })) as Reply<never>;
  return { office, machine, ask };
}

const newVisit = { register: 'visits', rows: [visitor], requestId: 'request-1' };

describe('code of another version than the workbooks', () => {
  test.each([
    [2, '工作簿是版本 1，程序是版本 2'],
    [0, '工作簿（版本 1）比程序（版本 0）新'],
  ])('version %d of the code records nothing at the desk, and says what to do', (code, said) => {
    const { office, ask } = askedOf(code);
    const before = office.ports.snapshot();
    for (const [name, input] of [
      ['create', newVisit],
      ['board', {}],
      ['find', { register: 'visits' }],
    ] as const) {
      const reply = ask('王芳', name, input);
      expect(reply).toMatchObject({ ok: false, error: { code: 'misconfigured' } });
      expect(!reply.ok && reply.error.message).toContain(said);
      expect(!reply.ok && reply.error.message).toContain('system@example.org');
    }
    expect(office.ports.snapshot()).toBe(before);
  });

  test('the web app neither shows nor takes anything, and leaves a note for the check', () => {
    const { office, ask } = askedOf(2);
    const before = office.ports.snapshot();
    for (const [name, input] of [
      ['page', { token: 'x.y' }],
      ['answer', { token: 'x.y', answer: 'hostComing', requestId: 'request-1' }],
      ['kick', {}],
    ] as const) {
      const reply = ask('public', name, input);
      expect(reply).toMatchObject({ ok: false, error: { code: 'misconfigured' } });
      expect(!reply.ok && reply.error.message).toContain('升级');
    }
    expect(office.ports.snapshot()).toBe(before);
    expect(office.shared.get('webAppVersion')).toBe('2');
  });

  test('jobs do not run', () => {
    expect(() => refuseOtherVersion(askedOf(2).machine('clock'))).toThrow(Misconfigured);
    expect(() => refuseOtherVersion(askedOf(1).machine('clock'))).not.toThrow();
  });

  test('the sidebar still opens, and warns', () => {
    const { ask } = askedOf(2);
    const reply = ask('王芳', 'session');
    expect(JSON.stringify(reply)).toContain('工作簿是版本 1');
    expect(askedOf(1).ask('王芳', 'create', newVisit)).toMatchObject({ ok: true });
  });

  test('a web app whose deployment was forgotten is told by the check', () => {
    const found: Findings = {
      now: '2026-10-09T09:30:00',
      owner: 'system@example.org',
      version: { stored: 2, code: 2 },
      wanted: [],
      webApp: 'https://script.example/exec',
      webAppVersion: '1',
      heartbeat: '2026-10-09T09:29:00',
      signInMissing: false,
      unshared: [],
      badLinks: 0,
      ownerIsStaff: false,
      structure: [],
    };
    const webApp = (webAppVersion: string) =>
      checksOf({ ...found, webAppVersion }, 'zh').find((one) => one.key === 'webApp')!;
    expect(webApp('1')).toMatchObject({ status: 'error', action: expect.stringContaining('更新网页应用的部署') });
    expect(webApp('').status).toBe('ok');
  });
});

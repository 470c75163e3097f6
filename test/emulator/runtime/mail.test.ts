import { googleWith, office, probe, reception, thrownBy } from './probe';

describe('J: mail', () => {
  test('J01 the quota counts recipients and returns after a day', () => {
    const google = googleWith(`
      function probe() { MailApp.sendEmail({ to: 'a@x.cn, B <b@x.cn>', cc: 'c@x.cn', subject: 's', body: 'b' }); return left() }
      function left() { return MailApp.getRemainingDailyQuota() }`);
    expect(probe(google).value).toBe(97);
    expect(probe(google, { function: 'left', user: office }).value).toBe(100);
    google.clock.pass(24 * 3_600_000);
    expect(probe(google, { function: 'left' }).value).toBe(100);
    expect(google.state.mail.sent).toMatchObject([
      { from: reception, to: ['a@x.cn', 'b@x.cn'], cc: ['c@x.cn'], bcc: [], subject: 's', body: 'b', attachments: [] },
    ]);
  });

  test('J02 an exhausted quota', () => {
    expect(
      thrownBy(`for (let i = 0; i < 101; i++) MailApp.sendEmail({ to: 'a@x.cn', subject: 's', body: 'b' })`),
    ).toContain('Exception: Service invoked too many times for one day: email.');
  });

  test('J04 an address that is none, and no address', () => {
    expect(thrownBy(`MailApp.sendEmail({ to: 'x', subject: 's' })`)).toContain('Invalid email: x');
    expect(thrownBy(`MailApp.sendEmail({ subject: 's' })`)).toContain('Failed to send email: no recipient');
  });

  test('J05 fifty-one recipients', () => {
    expect(
      thrownBy(`MailApp.sendEmail({ to: Array.from({ length: 51 }, (_, i) => 'a' + i + '@x.cn').join() })`),
    ).toContain('Limit Exceeded: Email Recipients Per Message.');
  });

  test('J07 an inline image and an attachment', () => {
    const google = googleWith(`function probe() {
      const blob = Utilities.newBlob([-119, 80], 'image/png', 'k.png');
      MailApp.sendEmail({ to: 'a@x.cn', subject: 's', htmlBody: '<img src="cid:k">', inlineImages: { k: blob }, attachments: [Utilities.newBlob('1,2', 'text/csv', 'l.csv')] }) }`);
    expect(probe(google).error).toBeUndefined();
    expect(google.state.mail.sent[0]).toMatchObject({
      inlineImages: { k: { mimeType: 'image/png', base64: 'iVA=' } },
      attachments: [{ name: 'l.csv', mimeType: 'text/csv', base64: 'MSwy' }],
    });
  });

  test('J08 a trigger sends as its maker', () => {
    const google = googleWith(`
      function install() { ScriptApp.newTrigger('probe').timeBased().everyMinutes(1).create() }
      function probe() { MailApp.sendEmail({ to: 'a@x.cn', subject: 's', body: 'b' }) }`);
    probe(google, { function: 'install', user: office });
    probe(google, { kind: 'trigger', trigger: google.state.triggers[0]!, user: reception });
    expect(google.state.mail.sent[0]?.from).toBe(office);
  });
});

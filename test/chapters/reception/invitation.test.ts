import { folded, icsOf, type CalendarEntry } from '../../../src/chapters/reception/ics';
import { factsWith } from '../world';
import { appointment, desk } from './samples';

const entry: CalendarEntry = {
  uid: 'LF-2026-00001.202610090930@qiantai',
  start: '2026-10-09T14:30',
  minutes: 60,
  madeAt: '2026-10-09T07:05:00',
  sequence: 0,
  organiser: '阳光社工',
  summary: '拜访',
  description: '-',
};
const unfolded = (ics: string): readonly string[] => ics.replace(/\r\n /g, '').split('\r\n');

describe('2.1.4 an appointment as a calendar entry (RFC 5545)', () => {
  test('every line ends with CRLF; times are of the zone, the stamp of UTC', () => {
    const ics = icsOf(entry);
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(unfolded(ics)).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'DTSTAMP:20261008T230500Z',
        'DTSTART;TZID=Asia/Shanghai:20261009T143000',
        'DTEND;TZID=Asia/Shanghai:20261009T153000',
        'TZOFFSETTO:+0800',
        'STATUS:CONFIRMED',
      ]),
    );
  });

  test('commas, semicolons, backslashes and line breaks are escaped', () => {
    const lines = unfolded(icsOf({ ...entry, description: 'a,b;c\\d\r\ne\nEND:VEVENT' }));
    expect(lines).toContain('DESCRIPTION:a\\,b\\;c\\\\d\\ne\\nEND:VEVENT');
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  test('a name cannot break out of its quotes', () => {
    const lines = unfolded(icsOf({ ...entry, organiser: '阳光"\r\nX-EVIL:1' }));
    expect(lines.filter((line) => line.startsWith('X-EVIL'))).toEqual([]);
  });

  test('lines are folded at 75 octets, never inside a character', () => {
    const summary = `SUMMARY:${'社工𠮷'.repeat(40)}`;
    const lines = folded(summary).split('\r\n');
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
    expect(lines.map((line, index) => (index === 0 ? line : line.slice(1))).join('')).toBe(summary);
    expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true);
    expect(folded('x'.repeat(75))).toBe('x'.repeat(75));
  });

  test('the visitor gets it; a moved one takes its place, a cancelled one takes it away', () => {
    const facts = factsWith({ settings: { 'agency.name': '阳光社工' } });
    const { record } = desk.create('visits', { ...appointment, email: 'lin@example.com' }, facts);
    const lines = (key: string, of: typeof record): readonly string[] =>
      unfolded(desk.letter(key, of, facts).attachments![0]!.content);
    const first = lines('visit-invitation', record);
    expect(first).toEqual(expect.arrayContaining(['SEQUENCE:0', 'SUMMARY:拜访阳光社工']));
    const moved = desk.take(record, 'reschedule', { expectedAt: '2026-10-10 10:00' }, facts).record;
    expect(lines('visit-invitation', moved)).toEqual(
      expect.arrayContaining(['SEQUENCE:1', 'DTSTART;TZID=Asia/Shanghai:20261010T100000']),
    );
    const gone = desk.take(moved, 'cancel', {}, facts).record;
    const last = lines('visit-invitation-cancelled', gone);
    expect(last).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2']));
    const uid = (of: readonly string[]): string | undefined => of.find((line) => line.startsWith('UID:'));
    expect(uid(last)).toBe(uid(first));
    expect(desk.letter('visit-invitation', record, facts).subject).toBe('来访预约：2026-10-09 14:30 阳光社工');
  });
});

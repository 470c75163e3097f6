// 2.1.4: an appointment as a calendar entry for the visitor (RFC 5545).
import { addMinutes, type Moment } from '../../kernel/civil';

export interface CalendarEntry {
  readonly uid: string;
  /** The calendar's wall clock, eight hours ahead of UTC in all of the agency's regions. */
  readonly start: Moment;
  readonly minutes: number;
  readonly madeAt: Moment;
  /** Counts the changes: a later entry takes the place of the one before. */
  readonly sequence: number;
  readonly cancelled?: boolean;
  readonly organiser: string;
  readonly summary: string;
  readonly description: string;
}

const zone = 'Asia/Shanghai';
const hoursAhead = 8;

const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');

/** A parameter's value stands in quotes, which it may not contain itself. */
const quoted = (text: string): string => `"${text.replace(/["\r\n]/g, ' ')}"`;

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Lines of at most 75 octets; a longer one goes on after a line break and a space, never inside a character. */
export function folded(line: string): string {
  let written = '';
  let length = 0;
  for (const character of line) {
    const bytes = bytesOf(character);
    if (length + bytes > 75) {
      written += '\r\n ';
      length = 1;
    }
    written += character;
    length += bytes;
  }
  return written;
}

const stamp = (moment: Moment): string => `${moment.slice(0, 16).replace(/[-:]/g, '')}00`;

export function icsOf(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qiantai//Front desk//ZH',
    'CALSCALE:GREGORIAN',
    `METHOD:${entry.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0800',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `DTSTAMP:${stamp(addMinutes(entry.madeAt, -hoursAhead * 60))}Z`,
    `SEQUENCE:${entry.sequence}`,
    // Calendars want an organiser in what is published; replies are not asked for, so there is no address.
    `ORGANIZER;CN=${quoted(entry.organiser)}:invalid:nomail`,
    `DTSTART;TZID=${zone}:${stamp(entry.start)}`,
    `DTEND;TZID=${zone}:${stamp(addMinutes(entry.start, entry.minutes))}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

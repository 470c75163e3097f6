// The rows that set-up writes into the calendar tab, and which years it knows nothing of.
// Within a break the days that the law names are 法定节假日; all others, weekend days included, are 调休放假.
import { addDays, type Day } from '../kernel/civil';
import type { Sentence } from '../kernel/errors';
import type { Values } from '../kernel/values';
import { say, type Language, type Words } from '../kernel/words';
import type { OfficeCalendar } from './calendar';
import { mainlandRuns, type Festival } from './mainland-holidays';
import type { Region } from './setting-list/agency';

const festivals: Readonly<Record<Festival, Words>> = {
  newYear: { zh: '元旦', en: 'New Year' },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  tombSweeping: { zh: '清明节', en: 'Tomb-sweeping Day' },
  labourDay: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-autumn Festival' },
  nationalDay: { zh: '国庆节', en: 'National Day' },
};

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Years with data, by region. Hong Kong, Macau and Taiwan have none: their tab is filled by HR. */
export function yearsWithData(region: Region): readonly number[] {
  return region === 'mainland' ? [...new Set(mainlandRuns.map(([first]) => yearOf(first)))] : [];
}

/** Rows of the calendar tab, day by day, of the given years; days that stand there already are left out. */
export function holidayRows(
  region: Region,
  language: Language,
  years: readonly number[] = yearsWithData(region),
  there: ReadonlySet<Day> = new Set(),
): readonly Values[] {
  if (region !== 'mainland') return [];
  return mainlandRuns
    .filter(([first]) => years.includes(yearOf(first)))
    .flatMap(([first, days, kind, festival]) =>
      Array.from({ length: days }, (_, index) => ({
        day: addDays(first, index),
        kind,
        name: say(festivals[festival], language),
      })),
    )
    .filter(({ day }) => !there.has(day));
}

const listAbsent: Words = {
  zh: '“节假日”表没有 {year} 年的法定节假日，考勤、时限和提醒只按星期几推算。国务院通知公布后，请更新本系统，或由行政人事在表中填写该年的法定节假日、调休放假和补班。',
  en: 'The calendar tab has no public holidays for {year}: attendance, deadlines and reminders go by the weekday only. When the State Council’s list is out, update the product, or let HR enter that year’s holidays, days off and make-up days.',
};
const noList: Words = {
  zh: '“节假日”表没有 {year} 年的公众假期，考勤、时限和提醒只按星期几推算。本地区没有内置数据，请行政人事在表中填写。',
  en: 'The calendar tab has no public holidays for {year}: attendance, deadlines and reminders go by the weekday only. There is no built-in list for this region; HR has to enter them.',
};

/** The next year's list is published in November, so from December on it is missed. */
const missedFrom = '12-01';

/** What to say about years without holidays, on a day: this year's, and toward its end the next year's. */
export function calendarGaps(calendar: OfficeCalendar, region: Region, today: Day): readonly Sentence[] {
  const year = yearOf(today);
  const needed = today.slice(5) >= missedFrom ? [year, year + 1] : [year];
  return needed.flatMap((one) => yearGap(calendar, region, one) ?? []);
}

/** The sentence for one year; undefined when the tab covers it. For reports of a period in the past, too. */
export function yearGap(calendar: OfficeCalendar, region: Region, year: number): Sentence | undefined {
  if (calendar.yearsCovered.has(year)) return undefined;
  return { words: region === 'mainland' ? listAbsent : noList, values: { year } };
}

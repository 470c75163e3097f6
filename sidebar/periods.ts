// The months or quarters for which a report may be made.
import type { ReportInfo } from '../src/api/contract';

const two = (n: number): string => String(n).padStart(2, '0');

/** The last twelve months, or the last eight quarters, the present one first. */
export function latestPeriods(kind: ReportInfo['period'], today: string): readonly string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  if (kind === 'month') {
    return Array.from({ length: 12 }, (_, back) => year * 12 + month - back).map(
      (n) => Math.floor(n / 12) + '-' + two((n % 12) + 1),
    );
  }
  return Array.from({ length: 8 }, (_, back) => year * 4 + Math.floor(month / 3) - back).map(
    (n) => Math.floor(n / 4) + 'Q' + ((n % 4) + 1),
  );
}

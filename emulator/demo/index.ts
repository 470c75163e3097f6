// What a first start shows: for now a blank workbook.
import type { Google } from '../runtime';

export async function seed(google: Google): Promise<void> {
  google.createContainer('前台');
  await Promise.resolve();
}

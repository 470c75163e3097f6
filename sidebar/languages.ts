// The languages that a person may choose.
import type { Language } from '../src/kernel/words';

export const languages: readonly Language[] = ['zh', 'hant', 'en'];

// 8.1.1, 8.4.3: the facts and data that scores rest on, kept with the appraisal: what was measured, and what was told beside it.
import type { MeasuredKey } from '../../kernel/indicator';
import { text, type Values } from '../../kernel/values';
import type { Pair } from '../../kernel/pairs';

export interface MeasuredText {
  /** `96.00%`. */
  readonly value: string;
  readonly sample: number;
}

export interface Basis {
  readonly measured: Readonly<Partial<Record<MeasuredKey, MeasuredText>>>;
  readonly told: readonly Pair[];
}

const none: Basis = { measured: {}, told: [] };

/** In one hidden cell; what somebody typed over it counts as nothing. */
export function basisOf(values: Values): Basis {
  try {
    const kept = JSON.parse(text(values['basis']) || '{}') as Partial<Basis>;
    return { ...none, ...kept };
  } catch {
    return none;
  }
}

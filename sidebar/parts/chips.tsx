// States as chips: a colour and always a word.
import type { Chip } from '../../src/api/contract';

export function Chips({ chips }: { chips: readonly Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <span class="chips">
      {chips.map((chip) => (
        <span key={chip.label} class={'chip tone-' + chip.tone}>
          {chip.label}
        </span>
      ))}
    </span>
  );
}

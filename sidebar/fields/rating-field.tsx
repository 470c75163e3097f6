// One to five: faces with words, large enough for a thumb.
import { t } from '../language';
import { textOf, type ControlProps } from './control';

const scores = [1, 2, 3, 4, 5] as const;
const mouths = ['M8 17q4-4.5 8 0', 'M8 16.5q4-2.5 8 0', 'M8 16h8', 'M8 15q4 3 8 0', 'M7.5 14q4.5 6 9 0'];
const defaultWords = ['rating1', 'rating2', 'rating3', 'rating4', 'rating5'] as const;

export function RatingField({ id, field, value, onChange, labelId, describedBy, invalid }: ControlProps) {
  return (
    <div
      class="rating"
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-required={field.required || undefined}
    >
      {scores.map((score) => (
        <label key={score} class="rating-part">
          <input
            type="radio"
            id={score === 1 ? id : undefined}
            name={id}
            value={score}
            checked={textOf(value) === String(score)}
            onChange={() => onChange(score)}
          />
          <span class="rating-face">
            <svg width="32" height="32" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <circle cx="12" cy="12" r="9.5" />
              <path d={'M8.8 9.6v.01M15.2 9.6v.01' + mouths[score - 1]!} />
            </svg>
            <span class="rating-score">{score}</span>
            <span class="rating-word">{t(defaultWords[score - 1]!)}</span>
          </span>
        </label>
      ))}
    </div>
  );
}

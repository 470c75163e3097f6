// 7.3.3: who falls short hears what follows, and by when. Nothing of a score or a result stands in these letters.
import { personIn, type LetterKind } from '../../kernel/workflow';
import type { Words } from '../../kernel/words';
import { letterAbout } from './naming';
import { trainingResults } from './training-results.register';

const followUp = (key: string, state: string, subject: Words, sentence: Words): LetterKind => ({
  key,
  register: 'training-results',
  to: personIn('person'),
  weight: 2,
  isDue: ({ values }) => values['state'] === state,
  make: ({ values }, facts) =>
    letterAbout(
      trainingResults,
      values,
      ['training', 'followUpDue'],
      {
        subject,
        sentence,
        why: { zh: '您收到本邮件，因为您参加了这次培训。', en: 'You get this because you were at this training.' },
      },
      facts,
    ),
});

export const followUpLetters: readonly LetterKind[] = [
  followUp(
    'training-make-up',
    'makeUp',
    { zh: '安排了补考：{topic}（{day} 前）', en: 'A make-up exam: {topic}, by {day}' },
    {
      zh: '这次培训给您安排了补考，请在 {day} 前完成，具体时间请与行政人事约定。',
      en: 'A make-up exam is arranged for you by {day}. Please agree the time with HR.',
    },
  ),
  followUp(
    'training-again',
    'retrain',
    { zh: '安排了再培训：{topic}（{day} 前）', en: 'Training again: {topic}, by {day}' },
    {
      zh: '这次培训的内容给您安排了再培训，请在 {day} 前完成，具体时间请与行政人事约定。',
      en: 'You are to be trained again in this by {day}. Please agree the time with HR.',
    },
  ),
];

// Articles 1.3.6 and 1.3.7 of the policy, the checks of 3.2.3 and 4.2.4, and the incidents that 8.2 goes by.
import type { Chapter } from '../../kernel/chapter';
import { board } from './board';
import { follows } from './desk-aids';
import { digests } from './digests';
import { letters } from './emails';
import { mine } from './mine';
import { pages } from './pages';
import { jobs, registers, workflows } from './parts';

export const duties: Chapter = {
  key: 'duties',
  title: { zh: '日常事务', en: 'Duties' },
  colour: '#b06000',
  ...{ registers, workflows, letters, pages, board, mine, follows, jobs, digests },
};

// 8.2: an incident stays open until it has been dealt with.
import { longText } from '../../kernel/columns';
import { isEmpty, text, type Value } from '../../kernel/values';
import { clock, defineWorkflow, personIn, role } from '../../kernel/workflow';
import { incidents } from './incidents.register';
import { hasTypedEnd, incidentState, nowOf } from './rules';

const article = '8.2';
const desk = [role('front'), role('hr')];

/** What was done later comes below what was done at once. */
const added = (how: Value | undefined, more: Value | undefined): Value =>
  isEmpty(more) ? (how ?? null) : `${text(how)}\n${text(more)}`;

export const incidentsWorkflow = defineWorkflow(incidents, {
  opens: { article, by: desk, in: ['open', 'resolved'], state: incidentState },
  transitions: {
    resolve: {
      article,
      label: { zh: '已处理', en: 'Resolved' },
      from: ['open'],
      to: ['resolved'],
      by: [...desk, personIn('handledBy'), clock],
      asks: { how: longText({ zh: '后来怎样处理', en: 'What was done since' }, { personal: true }) },
      sets: ({ record: { values }, input, facts }) => ({
        how: added(values['how'], input['how']),
        resolvedAt: text(values['resolvedAt']) || nowOf(facts),
      }),
      look: 'main',
    },
  },
  typed: {
    steps: ['resolve'],
    follow: ({ values }, facts) =>
      values['state'] === 'open' && hasTypedEnd(values, facts) ? { transition: 'resolve' } : undefined,
  },
  holder: ({ values }) => text(values['handledBy']),
});

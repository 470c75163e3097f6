// One matter on a page: what it is about, and what may be done about it.
import { useEffect, useRef } from 'preact/hooks';
import type { PageValue } from '../../src/api/contract';
import { Icon } from '../parts/icon';
import { Steps, type TakeStep } from '../parts/steps';
import { p } from './words';

export function Heading({ value, focus }: { value: PageValue; focus: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header>
      <h1 ref={heading} tabIndex={-1}>
        {value.title}
      </h1>
      {value.sentence && <p class="page-sentence">{value.sentence}</p>}
    </header>
  );
}

export function Facts({ facts }: Pick<PageValue, 'facts'>) {
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.label}</dt>
          <dd>{fact.text}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Notice({ notice }: Pick<PageValue, 'notice'>) {
  if (!notice) return null;
  return (
    <details class="data-notice">
      <summary>{p('dataNotice')}</summary>
      <p>{notice}</p>
    </details>
  );
}

export function Refusal({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <p class="fault" role="alert">
      <Icon name="error" />
      <span>{text}</span>
    </p>
  );
}

interface OfferedProps {
  readonly value: PageValue;
  readonly refusal: string;
  readonly busy: boolean;
  readonly take: TakeStep;
}

export function Offered({ value, refusal, busy, take }: OfferedProps) {
  const { steps, notice } = value;
  if (steps.length === 0) return <Refusal text={refusal} />;
  return (
    <section class="page-steps" aria-label={p('yourAnswer')}>
      <Notice notice={notice} />
      <Refusal text={refusal} />
      <Steps
        steps={steps}
        busy={busy}
        take={take}
        name="answer"
        opened={steps.length === 1 && steps[0]!.asks.length > 0 ? steps[0]!.key : undefined}
      />
      <p class="quiet page-nothing">{p('nothingYet')}</p>
    </section>
  );
}

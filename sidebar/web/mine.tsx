// 我的事务: what is a person's own, what they may file, and the say over the links that were sent to them.
import type { BoardSection, PageValue, Step } from '../../src/api/contract';
import { t } from '../language';
import { Chips } from '../parts/chips';
import { Icon } from '../parts/icon';
import { Steps, type TakeStep } from '../parts/steps';
import { Banner } from '../parts/trouble';
import { p } from './words';

/** What of the page is shown besides the page itself. */
export interface Place {
  readonly at?: NonNullable<PageValue['at']>;
  readonly create?: string;
}

interface MineProps {
  readonly value: PageValue;
  readonly busy: boolean;
  readonly take: TakeStep;
  readonly go: (place: Place) => void;
}

export function Mine({ value, busy, take, go }: MineProps) {
  const { sections, files } = value.mine!;
  const tried = value.steps.find((step) => step.key === 'tried');
  const others = value.steps.filter((step) => step !== tried);
  return (
    <>
      {tried && <TryIt step={tried} busy={busy} take={take} />}
      {files.length > 0 && (
        <p class="mine-files">
          {files.map(({ register, label }) => (
            <button key={register} type="button" class="main" onClick={() => go({ create: register })}>
              <Icon name="plus" /> {label}
            </button>
          ))}
        </p>
      )}
      {sections.map((section) => (
        <Section key={section.key} section={section} go={go} />
      ))}
      <details class="data-notice mine-links">
        <summary>{p('myLinks')}</summary>
        <Steps steps={others} busy={busy} take={take} name="mine" />
      </details>
    </>
  );
}

function TryIt({ step, busy, take }: { step: Step; busy: boolean; take: TakeStep }) {
  return (
    <Banner tone="info">
      <p>{p('tryText')}</p>
      <Steps steps={[step]} busy={busy} take={take} name="try" />
    </Banner>
  );
}

function Section({ section, go }: { section: BoardSection; go: MineProps['go'] }) {
  const id = 'section-' + section.key;
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>
        <span>{section.title}</span>
        {section.lines.length > 0 && (
          <span class={'count tone-' + section.tone} aria-label={t('countOf', { n: section.lines.length })}>
            {section.lines.length}
          </span>
        )}
      </h2>
      {section.lines.length === 0 ? (
        <p class="quiet">{section.empty}</p>
      ) : (
        <ul class="lines">
          {section.lines.map(({ register, no, row, strong, quiet, chips }) => (
            <li key={register + no} class="line">
              <div class="line-top">
                <button type="button" class="line-strong" onClick={() => go({ at: { register, no, row } })}>
                  {strong || no}
                </button>
                <Chips chips={chips} />
              </div>
              <div class="line-bottom">
                <span class="line-quiet">{quiet === no ? no : no + ' · ' + quiet}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

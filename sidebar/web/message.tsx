// What a page says when there is nothing to decide on it, and the languages that it can be read in.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../src/kernel/words';
import { language, languageNames, languageTags } from '../language';
import { languages } from '../languages';
import { Icon } from '../parts/icon';

interface MessageProps {
  readonly tone: 'good' | 'bad' | 'off';
  readonly title: string;
  readonly children?: ComponentChildren;
}

export function Message({ tone, title, children }: MessageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section class={'message message-' + tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={tone === 'good' ? 'check' : tone === 'bad' ? 'error' : 'info'} size={40} />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </section>
  );
}

export function Languages({ choose }: { choose: (language: Language) => void }) {
  return (
    <p class="page-languages">
      {languages
        .filter((each) => each !== language.value)
        .map((each) => (
          <button key={each} type="button" class="link" lang={languageTags[each]} onClick={() => choose(each)}>
            {languageNames[each]}
          </button>
        ))}
    </p>
  );
}

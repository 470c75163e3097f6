// What to enter: the four most used registers as large buttons, the others by chapter.
import { accentStyle } from '../accent';
import { t } from '../language';
import { Icon } from '../parts/icon';
import { Empty } from '../parts/trouble';
import { go } from '../route';
import { session } from '../session';

export function New() {
  const chapters = (session.value?.chapters ?? [])
    .map((chapter) => ({ ...chapter, registers: chapter.registers.filter((register) => register.mayFill) }))
    .filter((chapter) => chapter.registers.length > 0);
  const quick = chapters.flatMap((chapter) =>
    chapter.registers.filter((register) => register.quick).map((register) => ({ register, colour: chapter.colour })),
  );
  const open = (register: string) => go({ screen: 'form', register });
  if (chapters.length === 0) return <Empty title={t('nothingToFill')} />;
  return (
    <div class="screen new">
      <h1 class="hidden-text">{t('whatToEnter')}</h1>
      {quick.length > 0 && (
        <section aria-label={t('mostUsed')} class="quick">
          {quick.map(({ register, colour }) => (
            <button key={register.key} type="button" style={accentStyle(colour)} onClick={() => open(register.key)}>
              <span class="quick-mark" aria-hidden="true" />
              {register.title}
            </button>
          ))}
        </section>
      )}
      {chapters
        .map((chapter) => ({ ...chapter, registers: chapter.registers.filter((register) => !register.quick) }))
        .filter((chapter) => chapter.registers.length > 0)
        .map((chapter) => (
          <section key={chapter.key} class="chapter" style={accentStyle(chapter.colour)}>
            <h2>{chapter.title}</h2>
            <ul>
              {chapter.registers.map((register) => (
                <li key={register.key}>
                  <button type="button" onClick={() => open(register.key)}>
                    <span>{register.title}</span>
                    <Icon name="next" size={14} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

// What is needed less often: printing, reports, health, language, who is at the keyboard.
import { useEffect, useRef, useState } from 'preact/hooks';
import { language, languageNames, listed, setLanguage, t } from '../language';
import { languages } from '../languages';
import { go, type Route } from '../route';
import { loadSession, session } from '../session';
import { loadBoard } from '../screens/board';
import { Icon, type IconName } from './icon';

export function MoreMenu() {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('.menu button')?.focus();
    const outside = (event: Event) => !root.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  };
  const to = (route: Route) => {
    setOpen(false);
    go(route);
  };
  const user = session.value?.user;
  const items: readonly { icon: IconName; label: string; route: Route; shown: boolean }[] = [
    { icon: 'print', label: t('whoIsHere'), route: { screen: 'print', register: 'visits', what: 'here' }, shown: true },
    {
      icon: 'form',
      label: t('reports'),
      route: { screen: 'reports' },
      shown: (session.value?.reports.length ?? 0) + (session.value?.prints.length ?? 0) > 0,
    },
    { icon: 'check', label: t('health'), route: { screen: 'health' }, shown: true },
  ];
  return (
    <div class="more" ref={root} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={t('more')}
        title={t('more')}
        aria-expanded={open}
        aria-controls="more-menu"
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" size={20} />
      </button>
      {open && (
        <div class="menu" id="more-menu">
          {items
            .filter((item) => item.shown)
            .map((item) => (
              <button key={item.label} type="button" class="menu-item" onClick={() => to(item.route)}>
                <Icon name={item.icon} /> {item.label}
              </button>
            ))}
          <div class="menu-part">
            <label class="label" for="language">
              {t('language')}
            </label>
            <select
              id="language"
              value={language.value}
              onChange={(event) => {
                const chosen = languages.find((each) => each === event.currentTarget.value)!;
                setLanguage(chosen);
                void loadSession({ language: chosen }).then(() => loadBoard());
              }}
            >
              {languages.map((each) => (
                <option key={each} value={each}>
                  {languageNames[each]}
                </option>
              ))}
            </select>
          </div>
          {user && (
            <p class="menu-part quiet">
              {t('youAre', { name: user.name || user.email })}
              <br />
              {listed(session.value!.roleLabels)}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

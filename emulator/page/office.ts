// What the page knows of the office: its workbooks, people and letters, kept up to date while things change.
import { computed, signal } from '@preact/signals';
import { act, look } from './ask';
import type { Info, Mail, Menu, ShownPage, WorkbookView } from './emulator-types';

export const info = signal<Info | undefined>(undefined);
export const book = signal<WorkbookView | 'noAccess' | undefined>(undefined);
export const chosenBook = signal('');
export const chosenTab = signal<number | undefined>(undefined);
export const menus = signal<readonly Menu[]>([]);
export const sidebar = signal<ShownPage | null>(null);
export const mails = signal<readonly Mail[]>([]);
export const view = signal<'workbook' | 'mailbox'>('workbook');
/** Goes up with everything that may have changed what is seen. */
export const version = signal(0);
export const cutOff = signal(false);

export const openBook = computed(() => (book.value === 'noAccess' ? undefined : book.value));
export const openTab = computed(() => openBook.value?.sheets.find(({ sheetId }) => sheetId === chosenTab.value));

/** The script and its menu belong to one workbook. */
export const isDesk = computed(() => info.value?.workbooks.find(({ id }) => id === chosenBook.value)?.role === 'desk');

/** Newest content of the workbook that is open; the first visible tab unless one was chosen. */
async function loadBook(): Promise<void> {
  const id = chosenBook.value;
  try {
    const next = await look<WorkbookView>(`workbooks/${id}`);
    if (id !== chosenBook.value) return;
    book.value = next;
    if (!next.sheets.some(({ sheetId }) => sheetId === chosenTab.value))
      chosenTab.value = (next.sheets.find(({ hidden }) => !hidden) ?? next.sheets[0])?.sheetId;
  } catch {
    if (id === chosenBook.value) book.value = 'noAccess';
  }
}

async function loadMails(): Promise<void> {
  const known = mails.value;
  const more = await look<Mail[]>(`outbox?from=${known.length}`);
  if (more.length > 0 && mails.value === known) mails.value = [...known, ...more];
}

export async function load(): Promise<void> {
  const next = await look<Info>('info');
  const before = info.value;
  info.value = next;
  if (before && before.scriptId !== next.scriptId) mails.value = [];
  if (!next.workbooks.some(({ id }) => id === chosenBook.value)) {
    const first = next.workbooks.find(({ role }) => role === 'desk') ?? next.workbooks[0];
    chosenBook.value = first?.id ?? '';
  }
  await Promise.all([
    loadBook(),
    loadMails(),
    before?.user === next.user && before.scriptId === next.scriptId ? undefined : openAs(),
  ]);
}

/** The person at the keyboard opens the workbook: their menu, and the sidebar that they had. */
async function openAs(): Promise<void> {
  try {
    menus.value = (await look<{ menus: Menu[] }>('menu')).menus;
    sidebar.value = await look<ShownPage | null>('sidebar');
  } catch {
    menus.value = [];
    sidebar.value = null;
  }
}

export async function chooseBook(id: string, tab?: number): Promise<void> {
  view.value = 'workbook';
  if (id === chosenBook.value && tab === undefined) return;
  if (id !== chosenBook.value) book.value = undefined;
  chosenBook.value = id;
  chosenTab.value = tab;
  await loadBook();
}

export async function becomePerson(email: string): Promise<void> {
  await act('PUT', 'user', { email });
  book.value = undefined;
  await load();
}

export async function reopenMenu(): Promise<void> {
  menus.value = (await act<{ menus: Menu[] }>('POST', 'open')).menus;
}

export async function closeSidebar(): Promise<void> {
  sidebar.value = null;
  await act('DELETE', 'sidebar');
}

/** Follows what happens in the emulator, and connects again when it was away. */
export function follow(): void {
  let busy = false;
  let again = false;
  const refresh = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      await load().catch(() => undefined);
      version.value++;
    } while (again);
    busy = false;
  };
  const events = new EventSource('/emulator/changes');
  let last = '';
  events.addEventListener('version', (event) => {
    const back = cutOff.value;
    cutOff.value = false;
    const data = (event as MessageEvent<string>).data;
    if (data === last && !back) return;
    last = data;
    void refresh();
  });
  events.addEventListener('error', () => (cutOff.value = true));
}

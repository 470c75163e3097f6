// Whose letters are shown, which is open and which were read.
import { computed, signal } from '@preact/signals';
import { info, mails, view } from './office';

const storeKey = 'emulator.readMails';

export const recipient = signal('');
export const openMailId = signal('');
const stored = localStorage.getItem(storeKey);
const read = signal<ReadonlySet<string>>(new Set(JSON.parse(stored ?? '[]') as string[]));

export const receivers = computed(() => [...new Set(mails.value.flatMap(({ to, cc }) => [...to, ...cc]))].sort());

/** Newest first. */
export const shownMails = computed(() =>
  mails.value
    .filter(({ to, cc }) => recipient.value === '' || to.includes(recipient.value) || cc.includes(recipient.value))
    .reverse(),
);

export const isUnread = (id: string) => !read.value.has(id);
export const unread = computed(() => mails.value.filter(({ id }) => isUnread(id)).length);
export const openMail = computed(() => mails.value.find(({ id }) => id === openMailId.value));

export function markRead(ids: readonly string[]): void {
  const known = new Set(mails.value.map(({ id }) => id));
  read.value = new Set([...read.value, ...ids].filter((id) => known.has(id)));
  localStorage.setItem(storeKey, JSON.stringify([...read.value]));
}

/** In a browser that has never been here, what came before counts as read. */
export function markOldRead(): void {
  if (stored === null) markRead(mails.value.map(({ id }) => id));
}

export function showMail(id: string): void {
  openMailId.value = id;
  markRead([id]);
}

export function showMailsOf(email: string): void {
  recipient.value = email;
  view.value = 'mailbox';
}

export const nameOf = (email: string) => info.value?.people.find((person) => person.email === email)?.name ?? email;

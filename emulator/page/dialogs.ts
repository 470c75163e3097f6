// What lies over the page until somebody answers, and what goes away by itself.
import { signal } from '@preact/signals';
import type { ShownDialog, Toast } from './emulator-types';

export interface Question {
  title: string;
  text: string;
  buttons: readonly { answer: string; label: string }[];
  /** The answer given by Escape and the cross. */
  otherwise: string;
  /** A box to tick beside the answer. */
  option?: string;
}

interface OpenQuestion extends Question {
  answered(answer: string, option: boolean): void;
}

export const question = signal<OpenQuestion | undefined>(undefined);
export const dialogs = signal<readonly ShownDialog[]>([]);
export const toasts = signal<readonly (Toast & { id: number })[]>([]);

const waiting: OpenQuestion[] = [];
let nextToast = 1;

/** Asks, one question after the other; resolves with the button's answer. */
export function ask(asked: Question): Promise<{ answer: string; option: boolean }> {
  return new Promise((resolve) => {
    const open: OpenQuestion = {
      ...asked,
      answered(answer, option) {
        question.value = waiting.shift();
        resolve({ answer, option });
      },
    };
    if (question.value) waiting.push(open);
    else question.value = open;
  });
}

export function showToast(toast: Toast): void {
  const id = nextToast++;
  toasts.value = [...toasts.value, { ...toast, id }];
  const seconds = toast.seconds > 0 ? toast.seconds : 5;
  setTimeout(() => closeToast(id), seconds * 1000);
}

export function closeToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

export function closeDialog(): void {
  dialogs.value = dialogs.value.slice(0, -1);
}

// Every e-mail that reception writes.
import { callLetters } from './call-emails';
import { messageLetters } from './message-emails';
import { visitLetters } from './visit-emails';

export const letters = [...visitLetters, ...messageLetters, ...callLetters];

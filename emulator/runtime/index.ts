// The emulated Google, for tests, the server and the demo.
export type { EditAct, EventDelivery } from './acts';
export { clickMenu, deliverBurst, deliverEdit, fireHandler, moveClock, openWorkbook, tick } from './acts';
export type { RunRequest, RunResult, UiEffects } from './execution';
export type { CallLog, Fault } from './gateway';
export type { GoogleOptions, GoogleSnapshot, Limits } from './google';
export { Google } from './google';
export type { Mail } from './mailbox';
export type { Deployment, Person } from './state';
export { offeredNames } from './services';

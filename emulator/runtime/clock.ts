// The emulator's clock: real time moved by an offset, or frozen; work that takes time in the emulator moves it too.

export interface ClockState {
  /** Milliseconds since the epoch while the clock stands still. */
  frozenAt?: number;
  /** Milliseconds ahead of real time while it runs. */
  offset: number;
}

export interface Clock {
  now(): Date;
  /** Moves the clock to a moment; a frozen clock stays frozen. */
  set(moment: Date): void;
  /** Lets time pass without waiting for it. */
  pass(milliseconds: number): void;
  freeze(moment?: Date): void;
  unfreeze(): void;
  readonly frozen: boolean;
  snapshot(): ClockState;
  restore(state: ClockState): void;
}

export function createClock(start?: Date): Clock {
  let state: ClockState = start ? { frozenAt: start.getTime(), offset: 0 } : { offset: 0 };
  const milliseconds = () => state.frozenAt ?? Date.now() + state.offset;
  const move = (to: number) => {
    state = state.frozenAt === undefined ? { offset: to - Date.now() } : { ...state, frozenAt: to };
  };
  return {
    now: () => new Date(milliseconds()),
    set: (moment) => move(moment.getTime()),
    pass: (span) => move(milliseconds() + span),
    freeze: (moment) => {
      state = { frozenAt: moment?.getTime() ?? milliseconds(), offset: 0 };
    },
    unfreeze: () => {
      state = { offset: milliseconds() - Date.now() };
    },
    get frozen() {
      return state.frozenAt !== undefined;
    },
    snapshot: () => ({ ...state }),
    restore: (saved) => {
      state = { ...saved };
    },
  };
}

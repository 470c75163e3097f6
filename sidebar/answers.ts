// A question asked while a screen is shown, with its answer, its trouble and the way to ask again.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallName, Calls, Problem } from '../src/api/contract';
import { ask } from './server';

export interface Asked<T> {
  readonly value?: T;
  readonly problem?: Problem;
  readonly loading: boolean;
  readonly again: () => void;
  readonly put: (value: T) => void;
}

/** Asks when first shown and whenever the input changes; a late answer to an older question is dropped. */
export function useAnswer<N extends CallName>(name: N, input: Calls[N]['input']): Asked<Calls[N]['value']> {
  type T = Calls[N]['value'];
  const [state, setState] = useState<{ value?: T; problem?: Problem; loading: boolean }>({ loading: true });
  const turn = useRef(0);
  const content = JSON.stringify(input);
  const again = useCallback(() => {
    const mine = ++turn.current;
    setState((before) => ({ ...before, loading: true }));
    void ask(name, JSON.parse(content) as Calls[N]['input']).then((answer) => {
      if (mine !== turn.current) return;
      if (answer.ok) setState({ value: answer.value, loading: false });
      else setState((before) => ({ ...before, problem: answer.error, loading: false }));
    });
  }, [name, content]);
  useEffect(() => {
    setState({ loading: true });
    again();
    return () => void turn.current++;
  }, [again]);
  const put = useCallback((value: T) => {
    turn.current++;
    setState({ value, loading: false });
  }, []);
  return { ...state, again, put };
}

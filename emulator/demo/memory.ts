// Every run leaves its realm behind, some three megabytes that Node lets go of after several full collections only. Left to
// itself the heap grows to gigabytes in the course of a demo, and collecting it takes longer than the demo.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const collections = 4;

/** Lets go of the realms of past runs. */
export function forgetRealms(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let count = 0; count < collections; count++) collect();
}

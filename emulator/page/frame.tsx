// A page of the script in the frame that Google gives it.
import { useEffect, useState } from 'preact/hooks';
import { look } from './ask';

let sandbox: Promise<string> | undefined;
const sandboxOf = () => (sandbox ??= look<{ sandbox: string }>('page').then((page) => page.sandbox));

export function Frame({ title, url, style }: { title: string; url: string; style?: Record<string, string> }) {
  const [allowed, setAllowed] = useState('');
  useEffect(() => void sandboxOf().then(setAllowed), []);
  // The sandbox has to be there before the page is.
  if (allowed === '') return null;
  return <iframe title={title} src={url} sandbox={allowed} allow="clipboard-write" style={style} />;
}

import { useContext } from 'preact/hooks';
import { Refused, type WordedError } from './api.js';
import { LanguageContext, useWords } from './words.js';

/** What went wrong, as the server words it. */
export function Problem({ error }: { error: unknown }) {
  const language = useContext(LanguageContext);
  const words = useWords();
  const message = error instanceof Refused ? error.error.message[language] : `${words('problem')}: ${String(error)}`;
  return (
    <p class="problem" role="alert">
      {message}
    </p>
  );
}

export function Worded({ error }: { error: WordedError }) {
  return <Problem error={new Refused(error)} />;
}

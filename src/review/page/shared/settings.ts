// What the reader chose, kept in the browser.
import { useEffect, useState } from 'preact/hooks';

/** A choice that lasts; where the browser keeps nothing, for this visit. */
export function useChoice<Value extends string>(name: string, byDefault: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => (stored(name) as Value | null) ?? byDefault);
  useEffect(() => {
    try {
      localStorage.setItem(`gongbao-${name}`, value);
    } catch {
      // a browser may refuse
    }
  }, [name, value]);
  return [value, setValue];
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(`gongbao-${name}`);
  } catch {
    return null;
  }
}

import { useCallback, useState } from 'react';
import { useLateWrite } from './useLateWrite';
import { useQueryParams } from './useQueryParams';

const WRITE_MS = 150;

/** A text of the address that changes with every key: at once for the page, a moment later in the address. Back, forward and links are followed. */
export function useTextParam(name: string): [string, (text: string) => void] {
  const [params, setParams] = useQueryParams();
  const linked = params.get(name) ?? '';
  const [text, setText] = useState(linked);
  const [seen, setSeen] = useState(linked);
  const [written, setWritten] = useState(linked);
  const write = useLateWrite(WRITE_MS);

  // the address is followed, unless it only says what was typed here
  if (linked !== seen) {
    setSeen(linked);
    if (linked !== written) {
      setText(linked);
      setWritten(linked);
    }
  }

  const change = useCallback(
    (next: string) => {
      setText(next);
      write(() => {
        setWritten(next);
        setParams({ [name]: next }, { replace: true });
      });
    },
    [name, setParams, write],
  );
  return [text, change];
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { streamAnswer } from '../chat/stream';
import { type Answer, EMPTY_ANSWER } from '../chat/types';

/** More columns than this nobody compares; the oldest goes. */
const MOST_RUNS = 6;

export interface Run {
  number: number;
  model: string;
  answer: Answer;
}

/** The runs of a request that is changed and sent again, the last one first. */
export function useRuns(): { runs: readonly Run[]; isBusy: boolean; send: (key: string, body: { [name: string]: unknown }) => Promise<void>; stop: () => void } {
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const next = useRef(1);
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const send = useCallback(async (key: string, body: { [name: string]: unknown }) => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    const number = next.current++;
    const model = String(body.model ?? '');
    setIsBusy(true);
    setRuns((before) => [{ number, model, answer: EMPTY_ANSWER }, ...before].slice(0, MOST_RUNS));
    for await (const answer of streamAnswer(key, body, mine.signal)) setRuns((before) => before.map((run) => (run.number === number ? { ...run, answer } : run)));
    if (controller.current === mine) setIsBusy(false);
  }, []);

  return { runs, isBusy, send, stop: () => controller.current?.abort() };
}

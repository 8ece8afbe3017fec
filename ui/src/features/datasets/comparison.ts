import type { Json } from '../../api/contract';
import type { RunRecord } from './types';

export interface ExperimentSums {
  runs: number;
  failed: number;
  meanLatencyMs: number | null;
  tokens: number;
  /** Mean of each score, by the name of the evaluation. */
  scores: { name: string; mean: number; count: number }[];
}

/** What the runs of one experiment come to. */
export function sumsOf(runs: readonly RunRecord[]): ExperimentSums {
  const scores = new Map<string, number[]>();
  for (const { annotations } of runs) {
    for (const { name, score } of annotations) if (score !== null) scores.set(name, [...(scores.get(name) ?? []), score]);
  }
  return {
    runs: runs.length,
    failed: runs.filter(({ error }) => error !== null).length,
    meanLatencyMs: runs.length === 0 ? null : runs.reduce((sum, { latency_ms: ms }) => sum + ms, 0) / runs.length,
    tokens: runs.reduce((sum, { prompt_token_count: prompt, completion_token_count: completion }) => sum + (prompt ?? 0) + (completion ?? 0), 0),
    scores: [...scores].map(([name, values]) => ({ name, mean: values.reduce((sum, value) => sum + value, 0) / values.length, count: values.length })).toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

export interface ComparedExample {
  id: string;
  input: Json;
  reference: Json;
  /** The runs of each experiment, in the order of the experiments; several where it repeats. */
  runs: RunRecord[][];
}

/** Every example with what each experiment made of it. */
export function compare(experiments: readonly (readonly RunRecord[])[]): ComparedExample[] {
  const examples = new Map<string, ComparedExample>();
  for (const [index, runs] of experiments.entries()) {
    for (const run of runs) {
      const example = examples.get(run.example_id) ?? { id: run.example_id, input: run.input, reference: run.reference_output, runs: experiments.map(() => []) };
      examples.set(run.example_id, example);
      example.runs[index]?.push(run);
    }
  }
  return [...examples.values()];
}

/** A value on one line: of an object with one text that text, else its JSON. */
export function shortText(value: Json): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'object' && !Array.isArray(value)) {
    const values = Object.values(value);
    if (values.length === 0) return '';
    if (values.length === 1 && typeof values[0] === 'string') return values[0];
  }
  return JSON.stringify(value);
}

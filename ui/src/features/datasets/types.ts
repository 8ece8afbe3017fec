import type { Json } from '../../api/contract';

export interface DatasetRecord {
  id: string;
  name: string;
  description: string | null;
  created_at: string;
  updated_at: string;
  example_count: number;
}

export interface DatasetVersionRecord {
  version_id: string;
  created_at: string;
}

export interface ExampleRecord {
  id: string;
  node_id: string;
  input: { [name: string]: Json };
  output: { [name: string]: Json };
  metadata: { [name: string]: Json };
  updated_at: string;
  source: { span_id: string } | null;
}

export interface ExperimentRecord {
  id: string;
  dataset_id: string;
  dataset_version_id: string;
  name: string;
  description: string | null;
  repetitions: number;
  created_at: string;
  example_count: number;
  successful_run_count: number;
  failed_run_count: number;
  missing_run_count: number;
}

export interface EvaluationRecord {
  name: string;
  annotator_kind: string;
  label: string | null;
  score: number | null;
  explanation: string | null;
  error: string | null;
}

/** A run as the export of an experiment has it, with its example and evaluations. */
export interface RunRecord {
  example_id: string;
  repetition_number: number;
  input: Json;
  reference_output: Json;
  output: Json;
  error: string | null;
  latency_ms: number;
  trace_id: string | null;
  prompt_token_count: number | null;
  completion_token_count: number | null;
  annotations: EvaluationRecord[];
}

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { SpanRecord } from '../../api/contract';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorState } from '../../components/ErrorState';
import { Field } from '../../components/Field';
import { TextArea } from '../../components/TextArea';
import { exampleOf } from './exampleOf';
import { datasetsQuery } from './queries';

/** Makes an example of a span: what went in, and what came out as the reference, both to be changed first. */
export function AddExample({ record, onClose }: { record: SpanRecord; onClose: () => void }) {
  const client = useQueryClient();
  const datasets = useInfiniteQuery(datasetsQuery);
  const known = datasets.data?.pages.flatMap(({ data }) => data.map(({ name }) => name)) ?? [];
  const [example] = useState(() => exampleOf(record));
  const [name, setName] = useState<string | null>(null);
  const [input, setInput] = useState(() => JSON.stringify(example.input, null, 2));
  const [output, setOutput] = useState(() => JSON.stringify(example.output, null, 2));
  const dataset = name ?? known[0] ?? '';
  const add = useMutation({
    mutationFn: () =>
      api<{ data: { dataset_id: string } }>('/v1/datasets/upload?sync=true', {
        method: 'POST',
        body: {
          name: dataset.trim(),
          action: known.includes(dataset.trim()) ? 'append' : 'create',
          inputs: [JSON.parse(input)],
          outputs: [JSON.parse(output)],
          metadata: [example.metadata],
          span_ids: [record.span_id],
        },
      }),
    onSuccess: () => void client.invalidateQueries({ predicate: ({ queryKey: [area] }) => area === 'datasets' || area === 'dataset' || area === 'examples' || area === 'dataset-versions' }),
  });
  const isRight = isObject(input) && isObject(output) && dataset.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) add.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title="Add to a dataset"
      description="The span becomes an example: its input, and its output as what should come of it. Correct the output if it was wrong."
      footer={
        add.data ? (
          <Link to={`/datasets/${encodeURIComponent(add.data.data.dataset_id)}`} className="text-accent hover:underline">
            Added. Open the dataset
          </Link>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" form="add-example" loading={add.isPending} disabled={!isRight}>
              Add
            </Button>
          </>
        )
      }
    >
      <form id="add-example" onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        <Field label="Dataset" className="sm:col-span-2">
          {(id) => (
          <input
            id={id}
            list="known-datasets"
            value={dataset}
            placeholder="Name of a dataset, there or new"
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
            className="block h-8 w-full rounded-md border border-line-strong bg-surface px-2.5 font-normal"
          />
          )}
        </Field>
        <datalist id="known-datasets">
          {known.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </datalist>
        <Field label="Input, JSON">
          {(id) => <TextArea id={id} mono rows={12} aria-invalid={!isObject(input)} value={input} onChange={(event) => setInput(event.target.value)} />}
        </Field>
        <Field label="Reference, JSON">
          {(id) => <TextArea id={id} mono rows={12} aria-invalid={!isObject(output)} value={output} onChange={(event) => setOutput(event.target.value)} />}
        </Field>
      </form>
      {add.isError && (
        <div className="mt-3">
          <ErrorState inline title="It could not be added" error={add.error} />
        </div>
      )}
    </Dialog>
  );
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

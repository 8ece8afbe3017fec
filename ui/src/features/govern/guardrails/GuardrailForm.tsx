import { useState } from 'react';
import type { DataResponse, GuardrailRecord } from '../../../api/contract';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { CheckField } from '../kit/CheckField';
import { errorOf, otherError } from '../kit/fieldErrors';
import { FormDialog } from '../kit/FormDialog';
import { LinesField } from '../kit/LinesField';
import { SelectField } from '../kit/SelectField';
import { useChange } from '../useChange';
import { ACTIONS, bodyOf, DETECTORS, draftOf, type GuardrailDraft } from './guardrailBody';

const FIELDS = [
  'name', 'description', 'limit_usd', 'reset_interval', 'allowed_models', 'ignored_models', 'allowed_providers', 'ignored_providers', 'content_filters', 'content_filter_builtins',
];
const RESETS = [
  { value: '', label: 'in all, never anew' },
  { value: 'daily', label: 'a day' },
  { value: 'weekly', label: 'a week, from Monday' },
  { value: 'monthly', label: 'a month' },
];

interface GuardrailFormProps {
  of: GuardrailRecord | null;
  onMade?: (made: GuardrailRecord) => void;
  onClose: () => void;
}

/** Makes a guardrail, or changes one. */
export function GuardrailForm({ of, onMade, onClose }: GuardrailFormProps) {
  const [before] = useState(() => draftOf(of));
  const [draft, setDraft] = useState(before);
  const save = useChange<DataResponse<GuardrailRecord>, Record<string, unknown>>(of ? `/api/v1/guardrails/${of.id}` : '/api/v1/guardrails', of ? 'PATCH' : 'POST');
  const set = (part: Partial<GuardrailDraft>) => setDraft({ ...draft, ...part });
  const error = (field: string) => errorOf(save.error, field);
  return (
    <FormDialog
      title={of ? `Edit “${of.name}”` : 'New guardrail'}
      description={of ? undefined : 'It is in force for the keys and members it is assigned to, on top of what their workspace says.'}
      size="lg"
      action={of ? 'Save' : 'Create guardrail'}
      failed={of ? 'The guardrail was not changed' : 'The guardrail was not created'}
      pending={save.isPending}
      error={otherError(save.error, FIELDS)}
      disabled={draft.name.trim() === ''}
      onClose={onClose}
      onSubmit={() =>
        save.mutate(bodyOf(draft, before), {
          onSuccess: ({ data }) => {
            onMade?.(data);
            onClose();
          },
        })
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Name" autoComplete="off" maxLength={200} value={draft.name} onChange={(event) => set({ name: event.target.value })} error={error('name')} />
        <TextField label="Description" autoComplete="off" value={draft.description} onChange={(event) => set({ description: event.target.value })} error={error('description')} />
        <TextField
          label="Limit in US dollars"
          inputMode="decimal"
          placeholder="none"
          autoComplete="off"
          value={draft.limit}
          onChange={(event) => set({ limit: event.target.value })}
          hint="For each key and each member by itself."
          error={error('limit_usd')}
        />
        <SelectField
          label="It counts"
          value={draft.reset}
          options={RESETS}
          disabled={draft.limit.trim() === ''}
          onChange={(event) => set({ reset: event.target.value })}
          error={error('reset_interval')}
        />
        <LinesField label="Only these models" placeholder="every model" value={draft.allowedModels} onChange={(allowedModels) => set({ allowedModels })} error={error('allowed_models')} />
        <LinesField label="Never these models" placeholder="none" value={draft.ignoredModels} onChange={(ignoredModels) => set({ ignoredModels })} error={error('ignored_models')} />
        <LinesField
          label="Only these providers"
          placeholder="every provider"
          value={draft.allowedProviders}
          onChange={(allowedProviders) => set({ allowedProviders })}
          error={error('allowed_providers')}
        />
        <LinesField label="Never these providers" placeholder="none" value={draft.ignoredProviders} onChange={(ignoredProviders) => set({ ignoredProviders })} error={error('ignored_providers')} />
      </div>
      <CheckField label="Only endpoints that retain nothing" hint="Zero data retention, of every group of models." checked={draft.zeroRetention} onChange={(zeroRetention) => set({ zeroRetention })} />
      <CheckField label="No paid endpoint that trains on prompts" checked={draft.noTraining} onChange={(noTraining) => set({ noTraining })} />
      <Detectors draft={draft} set={set} error={error('content_filter_builtins')} />
      <LinesField
        label="Patterns of your own"
        rows={2}
        placeholder={'block \\bproject-x\\b\nredact \\bemp-[0-9]+\\b'}
        hint="One a line: flag, redact or block, then a regular expression as JavaScript has them, without lookaround."
        value={draft.patterns}
        onChange={(patterns) => set({ patterns })}
        error={error('content_filters')}
      />
    </FormDialog>
  );
}

function Detectors({ draft, set, error }: { draft: GuardrailDraft; set: (part: Partial<GuardrailDraft>) => void; error: string | undefined }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">Detectors</legend>
      <ul className="divide-y divide-line rounded-md border border-line">
        {DETECTORS.map(({ slug, label, hint }) => (
          <li key={slug} className="flex min-h-10 items-center justify-between gap-3 px-3 py-1">
            <span className="min-w-0">
              <span className="block truncate">{label}</span>
              <span className="block truncate text-xs text-subtle">{hint}</span>
            </span>
            <Select
              aria-label={label}
              className="w-28 shrink-0"
              value={draft.detectors[slug] ?? ''}
              options={ACTIONS}
              onChange={(event) => set({ detectors: { ...draft.detectors, [slug]: event.target.value } })}
            />
          </li>
        ))}
      </ul>
      {error && <p className="mt-1.5 text-sm break-words text-danger">{error}</p>}
    </fieldset>
  );
}

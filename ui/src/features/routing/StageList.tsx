import { CircleAlert, CircleCheck } from 'lucide-react';
import type { RouteStageRecord } from '../../api/contract';

const ABOUT: Record<string, string> = {
  guard: 'Guardrails: what is blocked or redacted',
  prepare: 'Features: what this version has',
  route: 'Routing: who can answer',
  admit: 'Admission: rates, limits, budgets, credits',
};

/** What each stage would decide. */
export function StageList({ stages }: { stages: readonly RouteStageRecord[] }) {
  return (
    <ol aria-label="Stages">
      {stages.map((stage) => (
        <li key={stage.name} className="flex gap-3 border-b border-line px-4 py-2 last:border-b-0">
          {stage.passes ? <CircleCheck size={15} className="mt-0.5 shrink-0 text-success" aria-hidden /> : <CircleAlert size={15} className="mt-0.5 shrink-0 text-danger" aria-hidden />}
          <div className="min-w-0">
            <p>
              <span className="font-medium">{ABOUT[stage.name] ?? stage.name}</span>
              <span className="text-muted">{stage.passes ? ' — lets it pass' : ` — refuses it with ${stage.status ?? ''}`}</span>
              {stage.error_type && <code className="ml-2 text-subtle">{stage.error_type}</code>}
            </p>
            {stage.message && <p className="mt-0.5 text-sm break-words text-muted">{stage.message}</p>}
            {stage.notes.map((note) => (
              <p key={note} className="mt-0.5 text-sm text-warning">
                {note}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

import { Info } from 'lucide-react';

/** Says who answers while no provider is configured, and how to change that. */
export function SimulatorNote() {
  return (
    <p className="flex items-start gap-2.5 rounded-md border border-line bg-surface px-3 py-2.5 text-sm text-muted">
      <Info size={15} className="mt-[3px] shrink-0 text-info" aria-hidden />
      <span>
        The built-in simulator answers until a provider is configured: start with <code className="text-fg">OPENAI_API_KEY=… ./weir serve</code>, or describe a provider in{' '}
        <code className="text-fg">weir.json</code>.
      </span>
    </p>
  );
}

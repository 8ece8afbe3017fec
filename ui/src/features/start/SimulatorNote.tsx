/** Says who answers while no provider is configured, and how to change that. */
export function SimulatorNote() {
  return (
    <p className="border-t border-line px-3.5 py-2.5 text-xs text-muted">
      The built-in simulator answers until a provider is configured: start with <code className="text-fg">OPENAI_API_KEY=… ./weir serve</code>, or describe one in{' '}
      <code className="text-fg">weir.json</code>.
    </p>
  );
}

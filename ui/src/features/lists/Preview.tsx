interface PreviewProps {
  input: string | null;
  output: string | null;
  /** Why it failed. */
  message: string;
}

/** What went in and what came out, one line each, side by side. */
export function Preview({ input, output, message }: PreviewProps) {
  return (
    <span className="grid min-w-0 grid-cols-2 gap-x-3 text-xs text-muted">
      <span className="truncate">{oneLine(input ?? '')}</span>
      <span className={`truncate ${output === null ? 'text-danger' : 'text-fg'}`}>{oneLine(output ?? message)}</span>
    </span>
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

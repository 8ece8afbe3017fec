interface PreviewProps {
  input: string | null;
  output: string | null;
  /** Why it failed. */
  message: string;
}

/** What went in and what came out, on one line. */
export function Preview({ input, output, message }: PreviewProps) {
  return (
    <span className="flex min-w-0 items-baseline gap-1.5 text-xs text-muted">
      {input && <span className="min-w-0 flex-[0_1_auto] truncate">{oneLine(input)}</span>}
      {(output || message) && (
        <>
          {input && <span className="shrink-0 text-subtle">→</span>}
          <span className={`min-w-0 flex-[1_1_50%] truncate ${message && !output ? 'text-danger' : 'text-fg'}`}>{oneLine(output || message)}</span>
        </>
      )}
    </span>
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

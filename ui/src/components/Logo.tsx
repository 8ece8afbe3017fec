/** The mark: a low dam with water stepping over it. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} fill="none" strokeWidth={2} strokeLinecap="round" strokeLinejoin="round" aria-hidden className="shrink-0">
      <path
        className="stroke-accent"
        d="M2.5 5.5h6.25c1.5 0 2.25.9 2.25 2.25v1.5c0 1.35.75 2.25 2.25 2.25h.5c1.5 0 2.25.9 2.25 2.25v1.5c0 1.35.75 2.25 2.25 2.25h3.25"
      />
      <path className="stroke-fg" d="M2.5 10.5h3.25v5h5v5h10.75" />
    </svg>
  );
}

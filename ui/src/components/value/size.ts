/** Length of a text for people: 812 → "812 characters", 65536 → "66 kB", 5000000 → "5.0 MB". Most texts are a byte a character. */
export function formatSize(length: number): string {
  if (length < 1000) return `${length} characters`;
  if (length < 999_500) return `${Math.round(length / 1000)} kB`;
  return `${(length / 1_000_000).toFixed(1)} MB`;
}

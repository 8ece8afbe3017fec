/** Where to go after signing in: a path of this console, or "/" when the address says anything else. */
export function safeNext(next: string | null): string {
  // "//host" and "/\host" are addresses of other hosts
  return next !== null && /^\/(?![/\\])/.test(next) && !hasControl(next) ? next : '/';
}

/** Browsers drop tabs and line ends from addresses, which would make "/\t/host" one of another host. */
function hasControl(text: string): boolean {
  return [...text].some((character) => character < ' ');
}

/** The sign-in page that leads back to `path`. */
export function loginPath(path: string): string {
  return path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`;
}

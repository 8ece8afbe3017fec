// A sign-in link carries its token in the fragment: /login?next=/traces#token. It leaves the address bar before anything
// else happens, so that it gets into no history, screenshot or copied address.
let token: string | null = null;

if (window.location.pathname === '/login' && window.location.hash.length > 1) {
  token = decodeURIComponent(window.location.hash.slice(1));
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
}

/** The token of the link that opened the page; it works once, so it is given out once. */
export function takeLinkToken(): string | null {
  const taken = token;
  token = null;
  return taken;
}

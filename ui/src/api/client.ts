/** A refusal in the API's own words; status 0 means that no answer came at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number | string | undefined;

  constructor(status: number, code: number | string | undefined, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

export interface ApiInit {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a call that changes something sends `{}` when there is nothing to say. */
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** Where the documented API lies for the console's cookie instead of a key. */
export const CONSOLE = '/console';

/** Calls the documented API: `api<ProjectList>('/v1/projects')`. Throws {@link ApiError}. */
export async function api<T>(path: string, init: ApiInit = {}): Promise<T> {
  const text = await apiText(path, init);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The same, not taken apart yet. */
export async function apiText(path: string, init: ApiInit = {}): Promise<string> {
  const method = init.method ?? 'GET';
  const request: RequestInit = { method, credentials: 'same-origin', headers: { Accept: 'application/json' } };
  if (init.signal) request.signal = init.signal;
  if (method !== 'GET') {
    // the server takes the cookie for a change only with this content type
    request.headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    request.body = JSON.stringify(init.body ?? {});
  }
  const response = await send(CONSOLE + path, request);
  const text = await response.text();
  if (!response.ok) throw readError(response, text);
  return text;
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, undefined, 'The server did not answer. Check that Weir is running and reachable from here.');
  }
}

/** Reads `{"error":{"code","message"}}`, `{"detail"}` and plain text, in this order. */
export function readError(response: Response, text: string): ApiError {
  const fallback = text.trim() === '' || response.headers.get('Content-Type')?.includes('html') ? `HTTP ${response.status} ${response.statusText}`.trim() : text;
  try {
    const body = JSON.parse(text) as { error?: { code?: number | string; message?: string }; detail?: unknown };
    if (body.error?.message) return new ApiError(response.status, body.error.code, body.error.message);
    if (typeof body.detail === 'string') return new ApiError(response.status, undefined, body.detail);
  } catch {
    // not JSON: the text is the message
  }
  return new ApiError(response.status, undefined, fallback);
}

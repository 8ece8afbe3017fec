import { ApiError } from '../../../api/client';

/** The API names the member that is wrong first: "'limit' must be a number". */
const NAMED = /^'([a-z_]+)(?:\[[0-9]+\])?(?:\.[a-z_]+)?'/;

/** The member of the body that an error is about; null when it is about the whole. */
export function fieldOf(error: unknown): string | null {
  return error instanceof ApiError ? (NAMED.exec(error.message)?.[1] ?? null) : null;
}

/** What stands beside a field: the API's own text, when it is about this one. */
export function errorOf(error: unknown, field: string): string | undefined {
  return fieldOf(error) === field && error instanceof Error ? error.message : undefined;
}

/** What stands above the buttons: an error that is about none of the fields of the form. */
export function otherError(error: unknown, fields: readonly string[]): Error | null {
  if (!(error instanceof Error)) return null;
  const field = fieldOf(error);
  return field !== null && fields.includes(field) ? null : error;
}

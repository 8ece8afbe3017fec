import { expect, it } from 'vitest';
import { ApiError } from '../../../api/client';
import { errorOf, fieldOf, otherError } from './fieldErrors';

const wrong = new ApiError(400, 400, "'limit' must be a number of US dollars.");

it('finds the member that the API names', () => {
  expect(fieldOf(wrong)).toBe('limit');
  expect(fieldOf(new ApiError(400, 400, "'content_filters[2].pattern' is missing or empty."))).toBe('content_filters');
  expect(fieldOf(new ApiError(409, 409, 'Another user has the address.'))).toBeNull();
});

it('stands beside its field and nowhere else', () => {
  expect(errorOf(wrong, 'limit')).toBe(wrong.message);
  expect(errorOf(wrong, 'name')).toBeUndefined();
  expect(otherError(wrong, ['limit'])).toBeNull();
  expect(otherError(wrong, ['name'])).toBe(wrong);
  expect(otherError(null, [])).toBeNull();
});

import { expect, it } from 'vitest';
import { shortModel } from './modelName';

it.each([
  ['meta-llama/llama-3.1-8b-instruct:free', 'llama-3.1-8b-instruct:free'],
  ['gpt-4o', 'gpt-4o'],
  ['odd/', 'odd/'],
])('%s is %s in short', (model, expected) => expect(shortModel(model)).toBe(expected));

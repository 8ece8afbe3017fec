import { describe, expect, it } from 'vitest';
import { sampleRequest, takeRequest } from './request';

describe('takeRequest', () => {
  it('reads a body, and the data of a curl call', () => {
    const body = sampleRequest('acme/small');
    expect(takeRequest(body).body).toMatchObject({ model: 'acme/small', max_tokens: 256 });
    expect(takeRequest(`curl http://127.0.0.1/api/v1/chat/completions \\\n  -H "X: y" \\\n  -d '${body}'`).body).toMatchObject({ model: 'acme/small' });
  });

  it.each(['', '[1]', '"text"', 'null', '{"model":'])('says what is wrong with %j', (text) => {
    const { body, problem } = takeRequest(text);
    expect(body).toBeNull();
    expect(problem).toMatch(/JSON/);
  });
});

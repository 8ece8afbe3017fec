/** A request to begin with. */
export function sampleRequest(model: string): string {
  return JSON.stringify({ model, messages: [{ role: 'user', content: 'What does a weir do to a river?' }], max_tokens: 256 }, null, 2);
}

/** The body that a text says; of a pasted curl call its data. What is wrong with it, for people, when it is none. */
export function takeRequest(text: string): { body: unknown; problem: string | null } {
  const curl = /(?:^|\s)(?:-d|--data|--data-raw)\s+'([\s\S]*)'/.exec(text);
  const source = text.trimStart().startsWith('curl') && curl?.[1] !== undefined ? curl[1] : text;
  try {
    const body: unknown = JSON.parse(source);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { body, problem: null };
    return { body: null, problem: 'A request is a JSON object: {"model": …, "messages": […]}.' };
  } catch (error) {
    return { body: null, problem: `This is not valid JSON: ${(error as Error).message}` };
  }
}

// Where the routed Weir is, and the models that tests ask for.

export const url = required('WEIR_ROUTED_URL').replace(/\/$/, '');
export const key = required('WEIR_ROUTED_KEY');
export const managementKey = required('WEIR_ROUTED_MANAGEMENT_KEY');

/** Behind each is another dialect, played by the simulator. */
export const simulated = ['acme/openai', 'acme/anthropic', 'acme/gemini'];

/** Behind each is another dialect, with fixed answers. */
export const fixed = ['acme/cohere', 'acme/ollama', 'acme/bedrock', 'acme/azure-openai', 'acme/openai-responses'];

export const models = [...simulated, ...fixed];

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: start tests/compat/routed/start.mjs, then set WEIR_ROUTED_URL, _KEY and _MANAGEMENT_KEY to what it prints.`);
  }

  return value;
}

/** "meta-llama/llama-3.1-8b-instruct" without its author: what tells models apart in a narrow column. */
export function shortModel(model: string): string {
  return model.slice(model.lastIndexOf('/') + 1) || model;
}

namespace Weir.Tracing.Prompts;

/// <summary>One version of a prompt; it never changes.</summary>
/// <param name="Id">Grows with each version of any prompt.</param>
/// <param name="PromptId">The prompt.</param>
/// <param name="Body">Template, model and parameters: a JSON object on one line, as it was written.</param>
public sealed record PromptVersionRow(long Id, long PromptId, string Body);

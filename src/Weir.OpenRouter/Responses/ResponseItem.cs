namespace Weir.OpenRouter;

/// <summary>One thing that a response holds: a message, a thought, a call of a tool.</summary>
public sealed record ResponseItem : WireRecord
{
    /// <summary><c>message</c>, <c>reasoning</c>, <c>function_call</c> …</summary>
    public string? Type { get; init; }
    /// <summary>Id of the item; keep it when you send the item back.</summary>
    public string? Id { get; init; }
    /// <summary>One of <c>in_progress</c>, <c>completed</c>, <c>incomplete</c>, <c>failed</c>; null where it does not apply.</summary>
    public string? Status { get; init; }
    /// <summary>Of a message: always <c>assistant</c>.</summary>
    public string? Role { get; init; }
    /// <summary>Of a message: its parts; of reasoning, the text where the model shows it.</summary>
    public IReadOnlyList<ResponseContent>? Content { get; init; }
    /// <summary>Of a call: what its result has to name.</summary>
    public string? CallId { get; init; }
    /// <summary>Of a call: the function.</summary>
    public string? Name { get; init; }
    /// <summary>Of a call: JSON as the model wrote it.</summary>
    public string? Arguments { get; init; }
}

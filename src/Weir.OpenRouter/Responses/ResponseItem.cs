namespace Weir.OpenRouter;

/// <summary>One thing that a response holds: a message, a thought, a call of a tool.</summary>
public sealed record ResponseItem : WireRecord
{
    /// <summary><c>message</c>, <c>reasoning</c>, <c>function_call</c> …</summary>
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? Status { get; init; }
    public string? Role { get; init; }
    public IReadOnlyList<ResponseContent>? Content { get; init; }
    /// <summary>Of a call: what its result has to name.</summary>
    public string? CallId { get; init; }
    public string? Name { get; init; }
    /// <summary>Of a call: JSON as the model wrote it.</summary>
    public string? Arguments { get; init; }
}

namespace Weir.OpenRouter;

/// <summary>A ready-made filter of a guardrail: for personal data, or for instructions that try to take the model over.</summary>
public sealed record ContentFilterBuiltinEntry : WireRecord
{
    /// <summary>What happens to a find. One of <c>redact</c> (replaced by <see cref="Label"/>), <c>block</c> (403), <c>flag</c> (only noted).</summary>
    public string? Action { get; init; }

    /// <summary>What takes its place when it is redacted, such as <c>[EMAIL]</c>; given by the server.</summary>
    public string? Label { get; init; }

    /// <summary>For <c>regex-prompt-injection</c>: whose messages. One of <c>user_only</c>, <c>all_messages</c>; null means <c>all_messages</c>.</summary>
    public string? ScanScope { get; init; }

    /// <summary>
    /// One of <c>email</c>, <c>phone</c>, <c>ssn</c>, <c>credit-card</c>, <c>ip-address</c>, <c>person-name</c>, <c>address</c>,
    /// <c>regex-prompt-injection</c>.
    /// </summary>
    public string? Slug { get; init; }
}

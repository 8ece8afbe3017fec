namespace Weir.OpenRouter;

/// <summary>A ready-made filter that a guardrail is to have.</summary>
public sealed record ContentFilterBuiltinEntryInput : WireRecord
{
    /// <summary>What happens to a find. One of <c>redact</c> (replaced by a placeholder), <c>block</c> (403), <c>flag</c> (only noted).</summary>
    public required string Action { get; init; }

    /// <summary>Ignored: the server gives the placeholder. Leave it null.</summary>
    public string? Label { get; init; }

    /// <summary>For <c>regex-prompt-injection</c>: whose messages. One of <c>user_only</c>, <c>all_messages</c>; null means <c>all_messages</c>.</summary>
    public string? ScanScope { get; init; }

    /// <summary>
    /// One of <c>email</c>, <c>phone</c>, <c>ssn</c>, <c>credit-card</c>, <c>ip-address</c>, <c>person-name</c>, <c>address</c>,
    /// <c>regex-prompt-injection</c>.
    /// </summary>
    public required string Slug { get; init; }
}

namespace Weir.Protocol.Guardrails;

/// <summary>A regular expression that a guardrail searches what users write with.</summary>
public sealed record ContentFilterRecord
{
    /// <summary>The expression, in the flavour of JavaScript, without lookaround and backreferences.</summary>
    public required string Pattern { get; init; }

    /// <summary><c>redact</c>, <c>block</c> or <c>flag</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Stands in place of a match, and in the message of a refusal.</summary>
    public required string? Label { get; init; }
}

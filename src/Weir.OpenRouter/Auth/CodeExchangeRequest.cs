namespace Weir.OpenRouter;

/// <summary>What <c>AuthClient</c> sends: code exchange request.</summary>
public sealed record CodeExchangeRequest : WireRecord
{
    public required string Code { get; init; }

    public string? CodeChallengeMethod { get; init; }

    public string? CodeVerifier { get; init; }
}

namespace Weir.OpenRouter;

/// <summary>What <c>KeysClient</c> sends: update key request.</summary>
public sealed record UpdateKeyRequest : WireRecord
{
    public bool? Disabled { get; init; }

    public bool? IncludeByokInLimit { get; init; }

    public decimal? Limit { get; init; }

    public string? LimitReset { get; init; }

    public string? Name { get; init; }
}

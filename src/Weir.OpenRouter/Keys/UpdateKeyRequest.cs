namespace Weir.OpenRouter;

/// <summary>
/// What to change of a key. <c>PATCH /keys/{hash}</c>. What is null stays; to clear it, put its wire name with a JSON null into
/// <see cref="WireRecord.Extra"/>.
/// </summary>
public sealed record UpdateKeyRequest : WireRecord
{
    /// <summary>True refuses the key from now on, false takes it again.</summary>
    public bool? Disabled { get; init; }

    /// <summary>True counts what providers charge on keys of the account's own for <see cref="Limit"/> too.</summary>
    public bool? IncludeByokInLimit { get; init; }

    /// <summary>What it may spend in a period of <see cref="LimitReset"/>, USD; cleared, it has no limit.</summary>
    public decimal? Limit { get; init; }

    /// <summary>
    /// How often <see cref="Limit"/> begins anew, at midnight UTC. One of <c>daily</c>, <c>weekly</c> (on Mondays), <c>monthly</c>; cleared, never.
    /// </summary>
    public string? LimitReset { get; init; }

    /// <summary>What to call it.</summary>
    public string? Name { get; init; }
}

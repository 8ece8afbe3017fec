using System.Text.Json;

namespace Weir.Protocol.Audit;

/// <summary>A member of an object that an administrative change gave another value.</summary>
public sealed record AuditChangeRecord
{
    /// <summary>As the API calls it: <c>limit</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What it was; null also where there was nothing, and where the values are left out.</summary>
    public required JsonElement? Old { get; init; }

    /// <summary>What it is since.</summary>
    public required JsonElement? New { get; init; }

    /// <summary>Why both values are left out: <c>secret</c>, or <c>too_long</c> (above 4,096 characters of JSON). Null: they are here.</summary>
    public required string? Omitted { get; init; }
}

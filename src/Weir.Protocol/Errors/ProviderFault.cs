using System.Collections.Immutable;

namespace Weir.Protocol.Errors;

/// <summary>What the failing provider answered, already scrubbed of secrets.</summary>
public sealed record ProviderFault
{
    /// <summary>Display name of the provider.</summary>
    public required string ProviderName { get; init; }

    /// <summary>The provider's own error code, if it gave one.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The provider's answer, at most a few kilobytes; deployed clients read the message out of it.</summary>
    public string? Raw { get; init; }

    /// <summary>Failures of the candidates tried before, in order.</summary>
    public ImmutableArray<PreviousError> PreviousErrors { get; init; } = [];
}

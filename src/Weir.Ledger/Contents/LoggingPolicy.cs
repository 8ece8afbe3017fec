using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;

namespace Weir.Ledger.Contents;

/// <summary>Which requests of a workspace have their prompts and answers kept; none, unless somebody says so.</summary>
public sealed record LoggingPolicy
{
    /// <summary>Of a workspace whose logging was never switched on.</summary>
    public static LoggingPolicy Off { get; } = new();

    public bool IsEnabled { get; init; }

    /// <summary>Which share is kept: above 0, at most 1.</summary>
    public decimal SamplingRate { get; init; } = 1;

    /// <summary>The numbers of the keys whose requests are kept (<see cref="KeyHash.ToNumber"/>); null: all keys of the workspace.</summary>
    public ImmutableArray<long>? KeyIds { get; init; }

    /// <summary>Whether a request is kept.</summary>
    /// <remarks>Decided by its session, else by itself: of a conversation all is kept or nothing, and asking again gives the same answer.</remarks>
    public bool Keeps(GenerationRow generation) => IsEnabled
        && (KeyIds is not { } keys || keys.Contains(generation.KeyHash.ToNumber()))
        && IsDrawn(generation.SessionId is { } session ? $"{generation.WorkspaceId}/{session}" : generation.Id.Value);

    // The first 32 bits of a digest are evenly spread, whatever callers call their sessions.
    private bool IsDrawn(string name) =>
        SamplingRate >= 1 || BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) < SamplingRate * (1L << 32);
}

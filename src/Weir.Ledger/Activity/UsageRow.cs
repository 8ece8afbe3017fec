using System.Collections.Immutable;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Activity;

/// <summary>Sums of traffic of one window and one value of each dimension.</summary>
public sealed record UsageRow
{
    /// <summary>Where the window begins; the Unix epoch when everything is in one.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>One value for each dimension that was asked for; null where it is unset.</summary>
    public required ImmutableArray<string?> Values { get; init; }

    /// <summary>Requests of known callers, refused ones included.</summary>
    public required long Requests { get; init; }

    /// <summary>Those that ended in an error; a caller who left is none.</summary>
    public required long Errors { get; init; }

    public required long Cancelled { get; init; }
    public required long PromptTokens { get; init; }
    public required long CompletionTokens { get; init; }
    public required long ReasoningTokens { get; init; }
    public required long CachedTokens { get; init; }
    public required Usd Charged { get; init; }

    /// <summary>What providers billed to the owners of credentials.</summary>
    public required Usd Byok { get; init; }

    /// <summary>By how much prompt caches of providers made <see cref="Charged"/> smaller; below zero where they made it larger.</summary>
    public Usd CacheDiscount { get; init; }

    /// <summary>The part of <see cref="Charged"/> that web searches cost.</summary>
    public Usd WebSearch { get; init; }

    /// <summary>
    /// What the upstreams' use would have cost without caches: <see cref="Charged"/> is this, less <see cref="CacheDiscount"/>,
    /// and <see cref="WebSearch"/>.
    /// </summary>
    public Usd Upstream => Charged + CacheDiscount - WebSearch;

    /// <summary>The distributions that were asked for.</summary>
    public ImmutableDictionary<UsageTime, TimeDistribution> Times { get; init; } = ImmutableDictionary<UsageTime, TimeDistribution>.Empty;
}

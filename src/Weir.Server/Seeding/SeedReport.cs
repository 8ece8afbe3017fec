
namespace Weir.Server.Seeding;

/// <summary>What was made.</summary>
public sealed record SeedReport
{
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset Until { get; init; }
    public required long Traces { get; init; }
    public required long Spans { get; init; }
    public required long Generations { get; init; }

    /// <summary>Generations that ended with an error.</summary>
    public required long Failures { get; init; }

    public required int Models { get; init; }
    public required int Keys { get; init; }
    public required int Workspaces { get; init; }
    public required long Annotations { get; init; }

    /// <summary>What all generations were charged together, in US dollars.</summary>
    public required decimal Charged { get; init; }

    /// <summary>The provider that fails for some hours of the third week.</summary>
    public required string OutageOf { get; init; }

    public required DateTimeOffset OutageFrom { get; init; }
    public required DateTimeOffset OutageUntil { get; init; }
}

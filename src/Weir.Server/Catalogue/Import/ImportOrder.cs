using Weir.Server.Configuration;

namespace Weir.Server.Catalogue.Import;

/// <summary>What is to be imported, and for whom.</summary>
public sealed record ImportOrder
{
    /// <summary>An http or https address, or the path of a file.</summary>
    public required string Source { get; init; }

    /// <summary>Slug of the provider that answers the models; null: the one whose address the source is on.</summary>
    public string? Provider { get; init; }

    public required string DataFolder { get; init; }
    public required WeirConfiguration Configuration { get; init; }

    /// <summary>Reads an environment variable; null when it is unset.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Says what would be done, and writes nothing.</summary>
    public bool IsDryRun { get; init; }
}

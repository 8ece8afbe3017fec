namespace Weir.Tracing.Datasets;

/// <summary>An example that a dataset has, or had.</summary>
/// <param name="Id">The same in all versions.</param>
/// <param name="ExternalId">The uploader's id; null when there is none.</param>
/// <param name="Hash">Of what it says in the newest version.</param>
/// <param name="IsLive">Whether the newest version has it.</param>
public readonly record struct KnownExample(long Id, string? ExternalId, ContentHash Hash, bool IsLive);

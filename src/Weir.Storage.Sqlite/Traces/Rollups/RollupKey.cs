namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>Which row of <c>rollups</c>.</summary>
/// <param name="Start">Seconds since 1970.</param>
/// <param name="Value">What the group is called; empty for none.</param>
internal readonly record struct RollupKey(long Project, int Series, long Start, string Value);

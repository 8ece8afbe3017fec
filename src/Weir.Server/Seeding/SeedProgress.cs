namespace Weir.Server.Seeding;

/// <summary>How far the making of data is.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Done">Spans that are done with this step.</param>
/// <param name="Total">Spans there are to do.</param>
public sealed record SeedProgress(string Step, long Done, long Total);

using Weir.Ledger.Activity;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>A dimension of the analytics.</summary>
/// <param name="Name">As queries and rows name it.</param>
/// <param name="Label">For people.</param>
/// <param name="Dimension">What it is in the ledger.</param>
internal sealed record AnalyticsDimension(string Name, string Label, UsageDimension Dimension);

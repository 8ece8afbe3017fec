namespace Weir.Protocol.Datasets;

/// <summary>The answer to <c>GET /datasets/session-cost</c>.</summary>
/// <param name="Data">One page: a row for each app, model and number of turns that there were sessions of.</param>
/// <param name="Meta">The days whose sessions were looked at.</param>
public sealed record SessionCostResponse(IReadOnlyList<SessionCostRecord> Data, SessionCostMeta Meta);

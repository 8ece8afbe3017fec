namespace Weir.Protocol.Datasets;

/// <summary>The answer to <c>GET /datasets/session-cost</c>.</summary>
public sealed record SessionCostResponse(IReadOnlyList<SessionCostRecord> Data, SessionCostMeta Meta);

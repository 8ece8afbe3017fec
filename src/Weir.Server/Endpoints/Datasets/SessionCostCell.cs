using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>What conversations of one app, with one model, of one length cost.</summary>
internal sealed record SessionCostCell(long AppId, string Model, string TurnRange, Usd Median);

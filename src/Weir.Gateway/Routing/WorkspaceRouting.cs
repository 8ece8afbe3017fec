namespace Weir.Gateway.Routing;

/// <summary>What a workspace says for requests that say nothing.</summary>
/// <param name="TextModel">Of a conversation that names no model; null: the server's.</param>
/// <param name="ImageModel">Of a request for images that names no model.</param>
/// <param name="Sort">For requests without order and sort; null: as the server is set.</param>
public sealed record WorkspaceRouting(string? TextModel, string? ImageModel, SortMetric? Sort)
{
    public static WorkspaceRouting None { get; } = new(null, null, null);

    /// <summary>The server's defaults as the workspace wants them; what protects stays.</summary>
    public RoutingDefaults On(RoutingDefaults defaults) => Sort is null ? defaults : defaults with { Order = [], Sort = Sort };
}

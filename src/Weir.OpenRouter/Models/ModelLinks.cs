namespace Weir.OpenRouter;

/// <summary>Where to learn more of a model.</summary>
public sealed record ModelLinks : WireRecord
{
    /// <summary>Path of the list of who serves it: <c>/api/v1/models/author/slug/endpoints</c>.</summary>
    public string? Details { get; init; }
}

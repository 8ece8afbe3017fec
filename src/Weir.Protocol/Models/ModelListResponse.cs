namespace Weir.Protocol.Models;

/// <summary>The answer to <c>GET /models</c>.</summary>
public sealed record ModelListResponse
{
    /// <summary>Always <c>list</c>: OpenAI clients expect it.</summary>
    public string Object { get; init; } = "list";

    public required IReadOnlyList<ModelRecord> Data { get; init; }
    public required int TotalCount { get; init; }
    public PageLinks Links { get; init; } = new();
}

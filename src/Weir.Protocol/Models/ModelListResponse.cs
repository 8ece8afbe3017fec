namespace Weir.Protocol.Models;

/// <summary>The answer to <c>GET /models</c>.</summary>
public sealed record ModelListResponse
{
    /// <summary>Always <c>list</c>: OpenAI clients expect it.</summary>
    public string Object { get; init; } = "list";

    /// <summary>All models, unless <c>limit</c> (at most 1,000) or <c>offset</c> (then usually 500) is given.</summary>
    public required IReadOnlyList<ModelRecord> Data { get; init; }

    /// <summary>Models of all pages.</summary>
    public required int TotalCount { get; init; }

    /// <summary>Where the list goes on.</summary>
    public PageLinks Links { get; init; } = new();
}

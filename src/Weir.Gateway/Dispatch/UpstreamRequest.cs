using System.Collections.Immutable;

namespace Weir.Gateway.Dispatch;

/// <summary>One request as it goes to a provider. Only what is listed here is sent: nothing of the caller's headers passes by itself.</summary>
public sealed record UpstreamRequest
{
    internal const string Json = "application/json";

    /// <summary>POST, or GET without a body.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>Relative to the provider's base address.</summary>
    public required string Path { get; init; }

    /// <summary>Credentials included.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>JSON, unless <see cref="ContentType"/> says otherwise.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    public string ContentType { get; init; } = Json;
}

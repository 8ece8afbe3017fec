using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Anthropic;
using Weir.Simulator.Gemini;

namespace Weir.Simulator.Wire;

/// <summary>Writes an error in the shape of the dialect that a request spoke.</summary>
internal static class ErrorShape
{
    public static ReadOnlyMemory<byte> Write(HttpRequest request, ApiError error, TimeSpan? retryAfter = null)
    {
        var path = request.Path.Value ?? "/";
        if (path.StartsWith("/v1/messages", StringComparison.Ordinal))
        {
            return JsonOutput.Build(json => AnthropicErrors.Write(json, error));
        }

        if (path.StartsWith(GeminiPath.Prefix, StringComparison.Ordinal))
        {
            return JsonOutput.Build(json => GeminiErrors.Write(json, error, retryAfter));
        }

        if (path is "/v1/rerank" || path.StartsWith("/v2/", StringComparison.Ordinal))
        {
            return JsonOutput.Build(json => WriteCohere(json, error));
        }

        return JsonOutput.Build(json => JsonOutput.WriteEnvelope(json, error));
    }

    // {"message":"invalid request: …"}
    private static void WriteCohere(Utf8JsonWriter json, ApiError error)
    {
        json.WriteStartObject();
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }
}

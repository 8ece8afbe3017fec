using System.Globalization;
using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Makes exceptions of errors: <c>{"error":{"code":429,"message":"…","metadata":{…}}}</c>.</summary>
internal static class ErrorReader
{
    // An error page of a proxy in between need not be kept whole.
    private const int MostBodyCharacters = 2_000;

    public static OpenRouterException FromResponse(HttpResponseMessage response, string body, TimeSpan? retryAfter)
    {
        var status = (int)response.StatusCode;
        var error = FindError(body);
        var message = error is { } known ? Message(known) : null;
        return new OpenRouterException(string.Create(CultureInfo.InvariantCulture, $"HTTP {status}: {message ?? Cut(body)}"))
        {
            Status = status,
            Code = error is { } coded ? Code(coded) : null,
            Metadata = error is { } detailed ? Metadata(detailed) : null,
            RequestId = RequestId(response),
            RetryAfter = retryAfter,
        };
    }

    /// <summary>The error that an event of a stream carries; null if it carries none.</summary>
    public static OpenRouterException? FromEvent(ReadOnlyMemory<byte> data, string? requestId)
    {
        if (data.Span.IndexOf("\"error\""u8) < 0)
        {
            return null;
        }

        using var document = JsonDocument.Parse(data);
        if (Error(document.RootElement) is not { } error)
        {
            return null;
        }

        var code = Code(error);
        return new OpenRouterException($"The stream broke off: {Message(error) ?? error.GetRawText()}")
        {
            Status = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0,
            Code = code,
            Metadata = Metadata(error),
            RequestId = requestId,
        };
    }

    public static string? RequestId(HttpResponseMessage response)
    {
        foreach (var name in new[] { "x-generation-id", "x-request-id", "cf-ray" })
        {
            if (response.Headers.TryGetValues(name, out var values))
            {
                return values.First();
            }
        }

        return null;
    }

    private static JsonElement? FindError(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Error(document.RootElement)?.Clone();
        }
        catch (JsonException)
        {
            return null; // not ours: shown as it is
        }
    }

    private static JsonElement? Error(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object ? error : null;

    private static string? Message(JsonElement error) =>
        error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString() : null;

    private static string? Code(JsonElement error) =>
        error.TryGetProperty("code", out var code) && code.ValueKind is JsonValueKind.String or JsonValueKind.Number ? code.ToString()
        : error.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static JsonElement? Metadata(JsonElement error) =>
        error.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object ? metadata.Clone() : null;

    private static string Cut(string body) => body.Length <= MostBodyCharacters ? body : body[..MostBodyCharacters];
}

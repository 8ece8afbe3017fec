using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers;

/// <summary>Reads error answers that hold an object named <c>error</c>, as most providers send them, or text.</summary>
/// <remarks><code>{"error":{"message":"No such model","type":"invalid_request_error","code":"model_not_found"}}</code></remarks>
internal static class ErrorBody
{
    private const int LongestText = 200;
    /// <summary>What the body says; never throws.</summary>
    public static UpstreamErrorBody Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return FindError(body) ?? new UpstreamErrorBody(null, null);
        }
        catch (JsonException)
        {
            return OfText(body);
        }
    }

    /// <summary>What a body of another form says; never throws.</summary>
    /// <param name="body">As received.</param>
    /// <param name="find">Finds the error in the JSON; null when there is none.</param>
    public static UpstreamErrorBody Read(ReadOnlySpan<byte> body, Func<JsonElement, UpstreamErrorBody?> find)
    {
        try
        {
            using var document = WireDocument.Parse(body.ToArray());
            return find(document.RootElement) ?? new UpstreamErrorBody(null, null);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return OfText(body);
        }
    }

    // Not JSON: a proxy's page, most likely. Its first line says more than nothing.
    private static UpstreamErrorBody OfText(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body).Trim();
        return new UpstreamErrorBody(text.Length == 0 ? null : text[..Math.Min(text.Length, LongestText)], null);
    }

    // {"error":{…}}, or the object itself, as some servers send it.
    private static UpstreamErrorBody? FindError(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        _ = reader.Read();
        while (reader.TokenType != JsonTokenType.None && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isError = WireText.Is(reader, "error"u8);
            _ = reader.Read();
            if (isError && ErrorObject.Read(ref reader) is { } error)
            {
                return error;
            }

            reader.Skip();
        }

        var whole = new Utf8JsonReader(body);
        return whole.Read() ? ErrorObject.Read(ref whole) : null;
    }
}

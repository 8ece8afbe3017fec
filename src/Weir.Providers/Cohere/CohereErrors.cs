using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary>Reads and writes errors: those of an error status, and those inside an answer.</summary>
/// <remarks><code>{"id":"…","message":"invalid request: model 'x' not found"}</code></remarks>
internal static class CohereErrors
{
    public static UpstreamErrorBody? Find(JsonElement root)
    {
        if (root.Text("message") is not { } message)
        {
            return null;
        }

        var isTooLong = message.Contains("too many tokens", StringComparison.OrdinalIgnoreCase);
        return new UpstreamErrorBody(message, isTooLong ? "context_length_exceeded" : root.Text("code"));
    }

    /// <summary>Writes the <c>error</c> member into an open object.</summary>
    public static void Write(Utf8JsonWriter writer, string message)
    {
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, 502);
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
    }
}

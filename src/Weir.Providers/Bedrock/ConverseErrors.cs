using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Reads and writes errors: those of an error status, and those inside a stream.</summary>
/// <remarks>
/// <code>
/// {"message":"Too many requests, please wait before trying again."}   {"__type":"ValidationException","Message":"…"}
/// :message-type exception, :exception-type throttlingException, {"message":"…"}
/// </code>
/// </remarks>
internal static class ConverseErrors
{
    private static readonly string[] TooLong =
        ["prompt is too long", "input is too long", "too many input tokens", "exceed context limit", "maximum context length", "context window"];

    /// <summary>What the body of an error answer says; null when it holds no message.</summary>
    public static UpstreamErrorBody? Find(JsonElement root)
    {
        if ((root.Text("message") ?? root.Text("Message")) is not { } message)
        {
            return null;
        }

        // The type may have a namespace before it: com.amazon.coral.service#ExpiredTokenException.
        var type = root.Text("__type")?.Split('#')[^1];
        return new UpstreamErrorBody(message, IsTooLong(message) ? "context_length_exceeded" : type);
    }

    /// <summary>Writes the error that a stream ends with, with the status it would have had as an answer of its own.</summary>
    /// <param name="writer">In an open object.</param>
    /// <param name="message">An exception or error of the stream.</param>
    /// <param name="payload">Undefined when it is not JSON.</param>
    public static void Write(Utf8JsonWriter writer, EventStreamMessage message, JsonElement payload) =>
        Write(writer, StatusOf(message.Type), Find(payload)?.Message ?? message.ErrorMessage ?? "no message", message.Type);

    /// <summary>Writes the member <c>error</c> into an open object.</summary>
    public static void Write(Utf8JsonWriter writer, int status, string message, string? type)
    {
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, status);
        writer.WriteString("message"u8, message);
        if (type is not null)
        {
            writer.WriteStartObject("metadata"u8);
            writer.WriteString("error_type"u8, type);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static bool IsTooLong(string message) => Array.Exists(TooLong, words => message.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static int StatusOf(string? type) => type?.ToLowerInvariant() switch
    {
        "validationexception" => 400,
        "throttlingexception" => 429,
        "serviceunavailableexception" => 503,
        "modeltimeoutexception" => 504,
        "modelstreamerrorexception" => 502,
        _ => 500,
    };
}

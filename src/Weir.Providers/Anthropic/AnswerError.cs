using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Writes an error that came in place of an answer, or in the middle of one, with the status it would have had as an answer of its own.</summary>
/// <remarks>
/// <code>
/// {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}
/// {"error":{"code":529,"message":"Overloaded","metadata":{"error_type":"overloaded_error"}}}
/// </code>
/// </remarks>
internal static class AnswerError
{
    public static void Write(Utf8JsonWriter writer, JsonElement answer)
    {
        var error = answer.FindObject("error");
        var type = error?.Text("type");
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, StatusOf(type));
        writer.WriteString("message"u8, error?.Text("message") ?? "no message");
        if (type is not null)
        {
            writer.WriteStartObject("metadata"u8);
            writer.WriteString("error_type"u8, type);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static int StatusOf(string? type) => type switch
    {
        "invalid_request_error" => 400,
        "authentication_error" => 401,
        "billing_error" => 402,
        "permission_error" => 403,
        "not_found_error" => 404,
        "request_too_large" => 413,
        "rate_limit_error" => 429,
        "timeout_error" => 504,
        "overloaded_error" => 529,
        _ => 500,
    };
}

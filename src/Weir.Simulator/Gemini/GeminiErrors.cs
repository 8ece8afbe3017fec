using System.Globalization;
using System.Text.Json;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Words an error as Google's APIs do.</summary>
internal static class GeminiErrors
{
    private const string TypePrefix = "type.googleapis.com/google.rpc.";

    // {"error":{"code":429,"message":"…","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"1s"}]}}
    public static void Write(Utf8JsonWriter json, ApiError error, TimeSpan? retryAfter)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteNumber("code", error.Status);
        json.WriteString("message", MessageOf(error));
        json.WriteString("status", StatusOf(error.Status));
        if (retryAfter is { } wait)
        {
            WriteDetail(json, "RetryInfo", "retryDelay", wait.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + "s");
        }
        else if (error.Code == "invalid_api_key")
        {
            WriteDetail(json, "ErrorInfo", "reason", "API_KEY_INVALID");
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDetail(Utf8JsonWriter json, string type, string name, string value)
    {
        json.WriteStartArray("details");
        json.WriteStartObject();
        json.WriteString("@type", TypePrefix + type);
        json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Source: https://cloud.google.com/apis/design/errors#handling_errors
    private static string StatusOf(int status) => status switch
    {
        400 or 413 or 422 => "INVALID_ARGUMENT",
        401 => "UNAUTHENTICATED",
        403 => "PERMISSION_DENIED",
        404 or 405 => "NOT_FOUND",
        409 => "ABORTED",
        429 => "RESOURCE_EXHAUSTED",
        500 => "INTERNAL",
        501 => "UNIMPLEMENTED",
        503 => "UNAVAILABLE",
        408 or 504 => "DEADLINE_EXCEEDED",
        >= 500 => "INTERNAL",
        _ => "FAILED_PRECONDITION",
    };

    private static string MessageOf(ApiError error) => error.Code switch
    {
        "context_length_exceeded" => "The input token count (140012) exceeds the maximum number of tokens allowed (131072).",
        "invalid_api_key" => "API key not valid. Please pass a valid API key.",
        _ => error.Message,
    };
}

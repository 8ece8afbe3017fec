using System.Text.Json;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Words an error as Anthropic does.</summary>
internal static class AnthropicErrors
{
    // {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}
    public static void Write(Utf8JsonWriter json, ApiError error)
    {
        json.WriteStartObject();
        json.WriteString("type", "error");
        json.WriteStartObject("error");
        json.WriteString("type", TypeOf(error.Status));
        json.WriteString("message", MessageOf(error));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Source: https://platform.claude.com/docs/en/api/errors
    private static string TypeOf(int status) => status switch
    {
        401 => "authentication_error",
        402 => "billing_error",
        403 => "permission_error",
        404 => "not_found_error",
        413 => "request_too_large",
        429 => "rate_limit_error",
        408 or 504 => "timeout_error",
        529 => "overloaded_error",
        >= 500 => "api_error",
        _ => "invalid_request_error",
    };

    // Clients tell some errors apart by their words alone.
    private static string MessageOf(ApiError error) => error switch
    {
        { Code: "context_length_exceeded" } => "prompt is too long: 140012 tokens > 131072 maximum",
        { Code: "content_filter" } => "Output blocked by content filtering policy",
        { Code: "invalid_api_key" } => "invalid x-api-key",
        { Code: "overloaded" } => "Overloaded",
        { Code: "missing_required_parameter" } => $"{error.Param}: Field required",
        { Status: 500, Code: not null } => "Internal server error",
        { Param: { } param } when !error.Message.StartsWith(param, StringComparison.Ordinal) => $"{param}: {error.Message}",
        _ => error.Message,
    };
}

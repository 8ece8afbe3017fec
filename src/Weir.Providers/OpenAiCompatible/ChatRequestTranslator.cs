using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>Writes the upstream request by copying the caller's members, all but those that are ours or that the endpoint does not take.</summary>
/// <remarks>
/// <code>
/// {"model":"acme/small","messages":[…],"stream":true,"provider":{},"user":"u1","x":1}
/// {"model":"small-1","messages":[…],"stream":true,"x":1,"user":"9f86…","stream_options":{"include_usage":true}}
/// </code>
/// </remarks>
internal static class ChatRequestTranslator
{
    // Spoken to the gateway, not to a provider.
    private static readonly FrozenSet<string> Ours = FrozenSet.Create(
        StringComparer.Ordinal,
        "model", "models", "route", "provider", "preset", "plugins", "transforms", "usage", "user", "session_id", "trace", "metadata", "debug", "stream_options",
        "structured_outputs", "max_tool_calls", "stop_server_tools_when");

    // What an endpoint may declare that it takes; an undeclared one is dropped for it. Everything else always passes.
    internal static readonly FrozenSet<string> Declarable = FrozenSet.Create(
        StringComparer.Ordinal,
        "temperature", "top_p", "top_k", "min_p", "top_a", "frequency_penalty", "presence_penalty", "repetition_penalty", "max_tokens", "max_completion_tokens",
        "logit_bias", "logprobs", "top_logprobs", "prediction", "seed", "response_format", "structured_outputs", "stop",
        "tools", "tool_choice", "parallel_tool_calls",
        "include_reasoning", "reasoning", "reasoning_effort", "web_search_options", "verbosity");

    public static ReadOnlyMemory<byte> Translate(UpstreamCall call)
    {
        var request = call.Request;
        var buffer = new ArrayBufferWriter<byte>(request.Body.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
        foreach (var member in request.Members)
        {
            if (!Ours.Contains(member.Name) && IsTaken(member.Name, call.Endpoint))
            {
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue(request.Body.Span.Slice(member.ValueStart, member.ValueLength), skipInputValidation: true);
            }
        }

        if (call.HashedUser is { } user)
        {
            writer.WriteString("user"u8, user);
        }

        if (request.Stream)
        {
            // Always asked for: an answer without usage cannot be charged exactly.
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static bool IsTaken(string parameter, EndpointEntry endpoint) =>
        endpoint.SupportedParameters is not { } supported
        || !Declarable.Contains(parameter)
        || supported.Contains(parameter)
        || (IsLimit(parameter) && (supported.Contains("max_tokens") || supported.Contains("max_completion_tokens")));

    // Two names of one limit: an endpoint that takes one is sent whichever the caller wrote.
    private static bool IsLimit(string parameter) => parameter is "max_tokens" or "max_completion_tokens";
}

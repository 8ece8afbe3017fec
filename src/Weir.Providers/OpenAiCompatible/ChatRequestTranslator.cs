using System.Buffers;
using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Routing;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>Writes the upstream request by copying the caller's members, all but those that are ours or that the endpoint does not take.</summary>
/// <remarks>
/// <code>
/// {"model":"acme/small","messages":[…],"stream":true,"provider":{},"user":"u1","x":1}
/// {"model":"small-1","messages":[…],"stream":true,"x":1,"user":"9f86…","stream_options":{"include_usage":true}}
/// </code>
/// </remarks>
internal sealed class ChatRequestTranslator
{
    // What an endpoint may declare that it takes; an undeclared one is dropped for it. Everything else always passes.
    internal static readonly FrozenSet<string> Declarable = ChatParameters.Names;

    // Spoken to the gateway, not to a provider; or, the last two, to Anthropic's API alone, by coding agents that cannot know who answers.
    private static readonly FrozenSet<string> Ours = FrozenSet.Create(
        StringComparer.Ordinal,
        "model", "models", "route", "provider", "preset", "plugins", "transforms", "usage", "user", "session_id", "trace", "metadata", "debug", "stream_options",
        "structured_outputs", "max_tool_calls", "stop_server_tools_when", "context_management", "speed");

    // Names in our list of providers, which another router does not know.
    private static readonly FrozenSet<string> NamesOfProviders = FrozenSet.Create(StringComparer.Ordinal, "order", "only", "ignore", "allow_fallbacks", "mid_stream");

    private readonly UpstreamCall _call;
    private readonly RequestQuirks _quirks;
    private readonly ReasoningWish? _reasoning;

    // Xcode sends an empty list when it has no tools; providers refuse that, and a choice among none.
    private readonly bool _hasEmptyTools;

    private ChatRequestTranslator(UpstreamCall call, ProviderQuirks quirks)
    {
        _call = call;
        _quirks = quirks.RequestOf(call.Endpoint.UpstreamModel);
        _reasoning = _quirks.Reasoning == ReasoningStyle.AsWritten ? null : ReasoningMembers.Read(call);
        _hasEmptyTools = IsEmptyList(call.Request.Value("tools").Span);
    }

    /// <exception cref="TranslationException">The provider cannot be asked what the request asks.</exception>
    public static ReadOnlyMemory<byte> Translate(UpstreamCall call, ProviderQuirks quirks) => new ChatRequestTranslator(call, quirks).Translate();

    private ReadOnlyMemory<byte> Translate()
    {
        var request = _call.Request;
        var buffer = new ArrayBufferWriter<byte>(request.Body.Length + 256);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteString("model"u8, _call.Endpoint.UpstreamModel);
        foreach (var member in request.Members)
        {
            if (IsPassed(member.Name))
            {
                WriteMember(writer, member.Name, request.Body.Slice(member.ValueStart, member.ValueLength));
            }
        }

        WriteRest(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private bool IsPassed(string name) =>
        !Ours.Contains(name)
        && IsTaken(name)
        && !(_hasEmptyTools && name is ("tools" or "tool_choice" or "parallel_tool_calls"))
        && !_quirks.Refused.Contains(name)
        && !(_quirks.RefusedWhileReasoning.Contains(name) && _reasoning is { IsOn: true })
        && !(_quirks.Reasoning != ReasoningStyle.AsWritten && ReasoningMembers.Includes(name))
        && !(_quirks.LimitMember is not null && IsLimit(name));

    private bool MarksPrefill => _quirks.Prefill == PrefillMark.Prefix || (_quirks.Prefill == PrefillMark.BetaPrefix && _call.Request.EndsInOpenAnswer);

    private void WriteMember(Utf8JsonWriter writer, string name, ReadOnlyMemory<byte> value)
    {
        writer.WritePropertyName(_quirks.Renamed.GetValueOrDefault(name, name));
        if (name == "messages" && _quirks.Messages is { } messages && value.Is('['))
        {
            MessageRewriter.Write(writer, value, messages, MarksPrefill);
            return;
        }

        writer.WriteSlice(_quirks.Values.TryGetValue(name, out var convert) ? convert(value) : value);
    }

    private void WriteRest(Utf8JsonWriter writer)
    {
        var limit = Limit();
        if (_quirks.LimitMember is { } limitMember && !limit.IsEmpty)
        {
            writer.WriteSlice(limitMember, limit);
        }

        if (_reasoning is not null)
        {
            ReasoningMembers.Write(writer, _reasoning, _quirks, Utf8Parser.TryParse(limit.Span, out long tokens, out _) ? tokens : null);
        }

        if (_quirks.TakesPreferences)
        {
            WritePreferences(writer);
        }

        if (_call.Request.EndsInOpenAnswer && _quirks.Prefill == PrefillMark.FinalMessage)
        {
            writer.WriteBoolean("continue_final_message"u8, true);
            writer.WriteBoolean("add_generation_prompt"u8, false);
        }

        if (_call.HashedUser is { } user && !_quirks.Refused.Contains("user"))
        {
            writer.WriteString(_quirks.UserMember, user);
        }

        if (_call.Request.Stream && _quirks.AsksForUsage)
        {
            // Always asked for: an answer without usage cannot be charged exactly.
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
        }
    }

    private void WritePreferences(Utf8JsonWriter writer)
    {
        var preferences = JsonSlices.Members(_call.Request.Value("provider")).FindAll(member => !NamesOfProviders.Contains(member.Key));
        if (preferences.Count > 0)
        {
            writer.WriteStartObject("provider"u8);
            preferences.ForEach(member => writer.WriteSlice(member.Key, member.Value));
            writer.WriteEndObject();
        }

        writer.WriteStartObject("usage"u8);
        writer.WriteBoolean("include"u8, true);
        writer.WriteEndObject();
    }

    // The newer name wins.
    private ReadOnlyMemory<byte> Limit()
    {
        var request = _call.Request;
        if (!IsTaken("max_tokens"))
        {
            return default;
        }

        return request.Value(request.Has("max_completion_tokens") ? "max_completion_tokens" : "max_tokens");
    }

    private bool IsTaken(string parameter) =>
        _call.Endpoint.SupportedParameters is not { } supported
        || !Declarable.Contains(parameter)
        || supported.Contains(parameter)
        || (IsLimit(parameter) && (supported.Contains("max_tokens") || supported.Contains("max_completion_tokens")));

    private static bool IsEmptyList(ReadOnlySpan<byte> json) => json is [(byte)'[', .. var items, (byte)']'] && items.Trim(" \t\r\n"u8).IsEmpty;

    // Two names of one limit: an endpoint that takes one is sent whichever the caller wrote.
    private static bool IsLimit(string parameter) => parameter is "max_tokens" or "max_completion_tokens";
}

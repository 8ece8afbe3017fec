using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>Writes what a request says about reasoning in the members that the provider knows.</summary>
internal static class ReasoningMembers
{
    private static readonly string[] Names = ["reasoning", "reasoning_effort", "include_reasoning"];

    public static bool Includes(string member) => Names.Contains(member);

    /// <summary>What the request says; null when it says nothing, or nothing that the endpoint takes.</summary>
    /// <exception cref="TranslationException">The members contradict each other, or name an effort that there is not.</exception>
    public static ReasoningWish? Read(UpstreamCall call)
    {
        var supported = call.Endpoint.SupportedParameters;
        if (!Names.Any(call.Request.Has) || (supported is not null && !Names.Any(supported.Contains)))
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions))
        {
            writer.WriteStartObject();
            foreach (var name in Names.Where(call.Request.Has))
            {
                writer.WriteSlice(name, call.Request.Value(name));
            }

            writer.WriteEndObject();
        }

        using var document = WireDocument.Parse(buffer.WrittenMemory);
        return ReasoningWish.Read(document.RootElement);
    }

    public static void Write(Utf8JsonWriter writer, ReasoningWish wish, RequestQuirks quirks, long? limit)
    {
        if (quirks.Reasoning == ReasoningStyle.Unsaid)
        {
            return;
        }

        var isSwitch = quirks.Reasoning == ReasoningStyle.Thinking;
        if (isSwitch && (wish.IsOn || wish.IsOff))
        {
            writer.WriteStartObject("thinking"u8);
            writer.WriteString("type"u8, wish.IsOff ? "disabled" : "enabled");
            writer.WriteEndObject();
        }

        // A switch says by itself that reasoning is off, or on with the usual effort.
        var effort = isSwitch && (wish.IsOff || wish is { Effort: null, Budget: null }) ? null : EffortScale.Fit(wish, limit, quirks.Efforts);
        if (effort is not null)
        {
            writer.WriteString("reasoning_effort"u8, effort);
        }

        if (quirks.Reasoning == ReasoningStyle.ParsedFormat && !wish.IsOff)
        {
            writer.WriteString("reasoning_format"u8, wish.IsHidden ? "hidden" : "parsed");
        }

        if (quirks.Reasoning == ReasoningStyle.EffortAndInclude)
        {
            writer.WriteBoolean("include_reasoning"u8, !wish.IsHidden);
        }
    }
}

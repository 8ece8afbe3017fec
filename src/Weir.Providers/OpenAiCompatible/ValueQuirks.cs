using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>Values that some providers know by another name, or not at all.</summary>
internal static class ValueQuirks
{
    private static readonly ReadOnlyMemory<byte> Any = "\"any\""u8.ToArray();
    private static readonly ReadOnlyMemory<byte> High = "\"high\""u8.ToArray();
    private static readonly ReadOnlyMemory<byte> JsonMode = """{"type":"json_object"}"""u8.ToArray();

    /// <summary>A <c>tool_choice</c> where a call is demanded with <c>any</c>.</summary>
    public static ReadOnlyMemory<byte> RequiredAsAny(ReadOnlyMemory<byte> choice) => choice.Text() == "required" ? Any : choice;

    /// <summary>A <c>verbosity</c> where the scale ends at <c>high</c>.</summary>
    public static ReadOnlyMemory<byte> VerbosityUpToHigh(ReadOnlyMemory<byte> verbosity) => verbosity.Text() is "xhigh" or "max" ? High : verbosity;

    /// <summary>A <c>response_format</c> where there is JSON, but no schema: the nearest thing is JSON.</summary>
    public static ReadOnlyMemory<byte> SchemaAsJsonMode(ReadOnlyMemory<byte> format) =>
        JsonSlices.Members(format).Find("type").Text() == "json_schema" ? JsonMode : format;
}

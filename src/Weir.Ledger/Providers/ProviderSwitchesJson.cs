using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Weir.Ledger.Providers;

/// <summary>Writes and reads the providers that are switched off as one setting.</summary>
/// <remarks><code>[{"provider":"acme","at":"2026-11-23T04:05:06.0000000+00:00","actor":"management","reason":"bills twice"}]</code></remarks>
public static class ProviderSwitchesJson
{
    /// <summary>Those of a setting; none where it was never written.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ImmutableArray<ProviderSwitch> Read(string? text)
    {
        if (text is null)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateArray().Select(Of)];
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"The setting {ProviderSwitches.Setting} is damaged: {wrong.Message}", wrong);
        }
    }

    public static string Write(IEnumerable<ProviderSwitch> all)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartArray();
        foreach (var one in all)
        {
            writer.WriteStartObject();
            writer.WriteString("provider"u8, one.Provider);
            writer.WriteString("at"u8, one.At);
            writer.WriteString("actor"u8, one.Actor);
            writer.WriteString("reason"u8, one.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ProviderSwitch Of(JsonElement one) => new(
        one.GetProperty("provider"u8).GetString() ?? throw new FormatException($"The setting {ProviderSwitches.Setting} names no provider."),
        one.GetProperty("at"u8).GetDateTimeOffset(),
        one.GetProperty("actor"u8).GetString() ?? "",
        one.GetProperty("reason"u8).GetString());
}

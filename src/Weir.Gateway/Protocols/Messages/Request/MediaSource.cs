using System.Text;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Writes the source of an image or a document as an address: its own, or a data URL.</summary>
internal static class MediaSource
{
    public static void WriteAddress(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement source, string place) =>
        writer.WriteRaw(name, source.FindFilled("url"u8) ?? throw Missing(place, "url"));

    public static void WriteDataUrl(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement source, string place)
    {
        var type = source.FindFilled("media_type"u8) ?? throw Missing(place, "media_type");
        var data = source.FindFilled("data"u8) ?? throw Missing(place, "data");
        WriteParts(writer, name, type.Raw()[1..^1], data.Raw()[1..^1]);
    }

    public static void WriteTextUrl(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement source, string place)
    {
        var text = source.FindFilled("data"u8) ?? throw Missing(place, "data");
        WriteParts(writer, name, "text/plain"u8, Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Text()))));
    }

    // Both parts as they stand in JSON, escapes included: media are large, and copied once.
    private static void WriteParts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue([.. "\"data:"u8, .. type, .. ";base64,"u8, .. data, .. "\""u8], skipInputValidation: true);
    }

    private static GatewayException Missing(string place, string member) => Refusal.Invalid($"'{place}.source.{member}' is missing.");
}

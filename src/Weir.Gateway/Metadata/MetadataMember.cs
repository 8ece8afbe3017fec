using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Metadata;

/// <summary>The member that carries router metadata: it travels in the closing event of the internal form, and every protocol takes it from there.</summary>
internal static class MetadataMember
{
    /// <summary>Its name.</summary>
    public static ReadOnlySpan<byte> Name => "openrouter_metadata"u8;

    /// <summary>A JSON object with the member at its end.</summary>
    /// <param name="json">An object that is not empty, without white space behind it.</param>
    /// <param name="metadata">A JSON object.</param>
    public static ReadOnlyMemory<byte> Append(ReadOnlySpan<byte> json, ReadOnlySpan<byte> metadata) =>
        (byte[])[.. json[..^1], .. ",\""u8, .. Name, .. "\":"u8, .. metadata, (byte)'}'];

    /// <summary>Writes the member of a closing event, when it has it.</summary>
    public static void Copy(JsonElement closing, Utf8JsonWriter writer) => writer.WriteRaw(Name, closing.FindObject(Name));

    /// <summary>The metadata of a closing event; empty when it has none.</summary>
    public static ReadOnlyMemory<byte> Read(JsonElement closing) =>
        closing.FindObject(Name) is { } metadata ? metadata.Raw().ToArray() : default(ReadOnlyMemory<byte>);
}

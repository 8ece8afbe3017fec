using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Gateway.Pipeline;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>The values of one side of an example while its row is read.</summary>
internal static class SideValues
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts the value of a column to its place.</summary>
    /// <exception cref="GatewayException">422: another column has a value there.</exception>
    public static void Place(JsonObject values, string[] path, string column, JsonNode? value)
    {
        var target = values;
        foreach (var name in path[..^1])
        {
            _ = target.TryAdd(name, new JsonObject());
            target = target[name] as JsonObject ?? throw Clash(column);
        }

        if (!target.TryAdd(path[^1], value))
        {
            throw Clash(column);
        }
    }

    private static GatewayException Clash(string column) => PhoenixEdge.Unprocessable($"The column '{column}' stands where another one has a value.");

    /// <summary>The side as it is kept.</summary>
    public static JsonDocument ToDocument(JsonObject values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            values.WriteTo(writer);
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Takes a prompt apart in the order that its cache works in: tools, system, messages.</summary>
internal static class PromptPieceReader
{
    private const int MostMarks = 4;

    /// <exception cref="RefusalException">A mark is wrong, or there are too many.</exception>
    public static ImmutableArray<PromptPiece> Read(JsonElement body)
    {
        ImmutableArray<PromptPiece> pieces =
        [
            .. Blocks(body.Field("tools")).Select(Piece),
            .. Blocks(body.Field("system")).Select(Piece),
            .. Blocks(body.Field("messages")).SelectMany(message => Blocks(message.Field("content"))).Select(Piece),
        ];

        // A mark on the request itself stands for one on its last block.
        if (body.Field("cache_control") is { } automatic && !pieces.IsEmpty)
        {
            pieces = pieces.SetItem(pieces.Length - 1, pieces[^1] with { KeepFor = KeepFor(automatic) });
        }

        var count = pieces.Count(piece => piece.KeepFor is not null);
        return count <= MostMarks
            ? pieces
            : throw JsonFields.Refuse($"A maximum of {MostMarks} blocks with cache_control may be provided. Found {count}.", null, "invalid_value");
    }

    private static IEnumerable<JsonElement> Blocks(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { } single => [single],
        _ => [],
    };

    private static PromptPiece Piece(JsonElement block)
    {
        if (block.ValueKind != JsonValueKind.Object)
        {
            return new PromptPiece(block.ToString(), null);
        }

        // "text" and {"type":"text","text":"text"} are the same prompt.
        var text = block.Field("type") is { } type && type.ValueEquals("text") && block.Field("text") is { ValueKind: JsonValueKind.String } written
            ? written.Text("text")
            : Encoding.UTF8.GetString(JsonOutput.Build(json => WriteUnmarked(json, block)).Span);
        return new PromptPiece(text, block.Field("cache_control") is { } mark ? KeepFor(mark) : null);
    }

    private static void WriteUnmarked(Utf8JsonWriter json, JsonElement block)
    {
        json.WriteStartObject();
        foreach (var member in block.EnumerateObject().Where(member => !member.NameEquals("cache_control")))
        {
            member.WriteTo(json);
        }

        json.WriteEndObject();
    }

    // {"type":"ephemeral","ttl":"1h"}
    private static TimeSpan KeepFor(JsonElement mark)
    {
        var type = mark.RequiredString("type", "cache_control.type");
        var time = mark.OptionalString("ttl", "cache_control.ttl") ?? "5m";
        return (type, time) switch
        {
            ("ephemeral", "5m") => PromptCache.Short,
            ("ephemeral", "1h") => PromptCache.Long,
            _ => throw JsonFields.Refuse($"Input should be 'ephemeral' with a ttl of '5m' or '1h', not '{type}' with '{time}'", "cache_control", "invalid_value"),
        };
    }
}

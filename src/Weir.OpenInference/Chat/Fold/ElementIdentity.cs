using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>What tells which element of a folded array a piece belongs to.</summary>
internal readonly ref struct ElementIdentity
{
    public long? Index { get; private init; }

    /// <summary>JSON token of <c>type</c>, quotes included; empty if there is none.</summary>
    public ReadOnlySpan<byte> Type { get; private init; }

    /// <summary>JSON token of <c>id</c>, quotes included; empty if there is none or it is empty.</summary>
    public ReadOnlySpan<byte> Id { get; private init; }

    /// <summary>The index alone, 0 if there is none: all that choices have, and usually their first property.</summary>
    public static long ReadIndex(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIndex = reader.ValueSpan.SequenceEqual("index"u8);
            reader.Read();
            if (isIndex && reader.TokenType == JsonTokenType.Number)
            {
                return reader.TryGetInt64(out var index) ? index : 0;
            }

            reader.Skip();
        }

        return 0;
    }

    /// <summary>Looks ahead in the object that the reader stands on; the caller's reader stays where it is, being a copy.</summary>
    public static ElementIdentity Read(Utf8JsonReader reader, ReadOnlySpan<byte> chunk)
    {
        long? index = null;
        ReadOnlySpan<byte> type = default;
        ReadOnlySpan<byte> id = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number && name.SequenceEqual("index"u8))
            {
                index = reader.TryGetInt64(out var number) ? number : null;
            }
            else if (reader.TokenType == JsonTokenType.String && name.SequenceEqual("type"u8))
            {
                type = chunk[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];
            }
            else if (reader.TokenType == JsonTokenType.String && name.SequenceEqual("id"u8) && !reader.ValueSpan.IsEmpty)
            {
                id = chunk[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];
            }

            reader.Skip();
        }

        return new ElementIdentity { Index = index, Type = type, Id = id };
    }
}

using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Adds the values of one chunk to what the chunks before it left.</summary>
/// <remarks>
/// By name, not by path: texts that streams deliver in pieces are appended, elements of arrays are merged by their index, objects
/// recursively, everything else is replaced by the last value that is not null. So fields that no one has thought of yet survive.
/// </remarks>
internal readonly ref struct ChunkFolder(ReadOnlySpan<byte> chunk, FoldBudget budget)
{
    private readonly ReadOnlySpan<byte> _chunk = chunk;

    /// <summary>Folds the properties of the object that the reader stands on; leaves it on the closing brace.</summary>
    public void FoldObject(ref Utf8JsonReader reader, FoldedObject target)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            FoldProperty(ref reader, target, name.SequenceEqual("delta"u8) ? "message"u8 : name);
        }
    }

    /// <summary>Folds one property whose value the reader stands on; leaves it on the end of the value.</summary>
    public void FoldProperty(ref Utf8JsonReader reader, FoldedObject target, ReadOnlySpan<byte> name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return;
            case JsonTokenType.String when IsStreamedText(name):
                target.GetOrAdd<FoldedText>(name, budget)?.Append(reader.ValueSpan, budget);
                return;
            case JsonTokenType.StartObject when !name.SequenceEqual("usage"u8):
                FoldNested(ref reader, target.GetOrAdd<FoldedObject>(name, budget));
                return;
            case JsonTokenType.StartArray:
                FoldArray(ref reader, target.GetOrAdd<FoldedArray>(name, budget), name);
                return;
            default:
                target.GetOrAdd<FoldedRaw>(name, budget)?.Replace(ReadRaw(ref reader), budget);
                return;
        }
    }

    private void FoldNested(ref Utf8JsonReader reader, FoldedObject? target)
    {
        if (target is null)
        {
            reader.Skip();
        }
        else
        {
            FoldObject(ref reader, target);
        }
    }

    private void FoldArray(ref Utf8JsonReader reader, FoldedArray? target, ReadOnlySpan<byte> name)
    {
        if (target is null)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                target.Append(ReadRaw(ref reader), budget);
                continue;
            }

            if (name.SequenceEqual("choices"u8))
            {
                FoldNested(ref reader, target.GetOrAdd(ElementIdentity.ReadIndex(reader), default, budget));
                continue;
            }

            var identity = ElementIdentity.Read(reader, _chunk);
            if (identity.Index is { } index)
            {
                FoldNested(ref reader, target.GetOrAdd(index, identity.Type, budget));
            }
            else if (name.SequenceEqual("tool_calls"u8))
            {
                FoldNested(ref reader, target.GetOrAddById(identity.Id, budget));
            }
            else
            {
                target.Append(ReadRaw(ref reader), budget);
            }
        }
    }

    private ReadOnlySpan<byte> ReadRaw(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return _chunk[start..(int)reader.BytesConsumed];
    }

    private static bool IsStreamedText(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("content"u8)
        || name.SequenceEqual("reasoning"u8)
        || name.SequenceEqual("reasoning_content"u8)
        || name.SequenceEqual("refusal"u8)
        || name.SequenceEqual("arguments"u8)
        || name.SequenceEqual("text"u8)
        || name.SequenceEqual("summary"u8)
        || name.SequenceEqual("transcript"u8)
        || name.SequenceEqual("data"u8);
}

using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>Reads attributes in OTLP JSON: a key, and a value that may nest.</summary>
/// <remarks><code>[{"key":"llm.token_count.prompt","value":{"intValue":"12"}},{"key":"tag.tags","value":{"arrayValue":{"values":[{"stringValue":"a"}]}}}]</code></remarks>
internal sealed class JsonAttributeReader(IngestLimits limits, JsonText text)
{
    /// <summary>Reads an array of <c>KeyValue</c> into a set.</summary>
    public void ReadAll(ref Utf8JsonReader reader, AttributeSet target) => ReadAll(ref reader, target, depth: 0);

    private void ReadAll(ref Utf8JsonReader reader, AttributeSet target, int depth)
    {
        if (!JsonFields.EnterArray(reader))
        {
            return;
        }

        while (JsonFields.NextItem(ref reader))
        {
            ReadOne(ref reader, target, depth);
        }
    }

    // The members may come in either order. A value that comes first is passed over and read when the key is known.
    private void ReadOne(ref Utf8JsonReader reader, AttributeSet target, int depth)
    {
        if (!JsonFields.EnterObject(reader))
        {
            return;
        }

        Utf8JsonReader postponed = default;
        ReadOnlySpan<byte> key = default;
        var (hasKey, isWritten) = (false, false);
        while (JsonFields.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("key"u8))
            {
                key = JsonFields.Text(reader, text);
                hasKey = true;
            }
            else if (name.SequenceEqual("value"u8))
            {
                postponed = reader;
                if (hasKey)
                {
                    Write(key, ref reader, target, depth);
                    isWritten = true;
                }
            }

            reader.Skip();
        }

        if (!isWritten)
        {
            Write(key, ref postponed, target, depth);
        }
    }

    private void Write(scoped ReadOnlySpan<byte> key, ref Utf8JsonReader value, AttributeSet target, int depth)
    {
        if (target.Begin(key) is { } writer)
        {
            WriteValue(ref value, new ValueTarget(writer, target, depth));
            target.End();
        }
    }

    // {"stringValue":"a"}: of several members that are values, the first counts.
    private void WriteValue(ref Utf8JsonReader reader, ValueTarget target)
    {
        var written = false;
        if (reader.TokenType != JsonTokenType.None && JsonFields.EnterObject(reader))
        {
            while (JsonFields.NextMember(ref reader, out var name))
            {
                if (!written && reader.TokenType != JsonTokenType.Null)
                {
                    written = TryWriteScalar(ref reader, name, target) || TryWriteNested(ref reader, name, target);
                }

                reader.Skip();
            }
        }

        if (!written)
        {
            target.Writer.WriteNullValue();
        }
    }

    private bool TryWriteScalar(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, ValueTarget target)
    {
        var writer = target.Writer;
        if (name.SequenceEqual("stringValue"u8))
        {
            AttributeValue.WriteText(writer, JsonFields.Text(reader, text));
        }
        else if (name.SequenceEqual("intValue"u8))
        {
            writer.WriteNumberValue(JsonFields.Signed(reader));
        }
        else if (name.SequenceEqual("doubleValue"u8))
        {
            AttributeValue.WriteDouble(writer, JsonFields.Double(reader));
        }
        else if (name.SequenceEqual("boolValue"u8))
        {
            writer.WriteBooleanValue(reader.TokenType is JsonTokenType.True or JsonTokenType.False
                ? reader.GetBoolean()
                : throw JsonFields.Unexpected(reader, "true or false"));
        }
        else if (name.SequenceEqual("bytesValue"u8))
        {
            writer.WriteBase64StringValue(reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes)
                ? bytes
                : throw JsonFields.Unexpected(reader, "base64"));
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool TryWriteNested(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, ValueTarget target)
    {
        var isArray = name.SequenceEqual("arrayValue"u8);
        if (!isArray && !name.SequenceEqual("kvlistValue"u8))
        {
            return false;
        }

        if (!target.TryDescend(limits, out var inner))
        {
            return true;
        }

        if (isArray)
        {
            WriteArray(ref reader, inner);
        }
        else
        {
            WriteMap(ref reader, inner);
        }

        return true;
    }

    // {"values":[{"stringValue":"a"}]}
    private void WriteArray(ref Utf8JsonReader reader, ValueTarget inner)
    {
        inner.Writer.WriteStartArray();
        if (EnterValues(ref reader))
        {
            while (JsonFields.NextItem(ref reader))
            {
                WriteValue(ref reader, inner);
            }

            LeaveValues(ref reader);
        }

        inner.Writer.WriteEndArray();
    }

    // {"values":[{"key":"a","value":{"intValue":1}}]}
    private void WriteMap(ref Utf8JsonReader reader, ValueTarget inner)
    {
        var map = inner.Set.Inner;
        map.Clear();
        if (EnterValues(ref reader))
        {
            ReadAll(ref reader, map, inner.Depth);
            LeaveValues(ref reader);
        }

        inner.EndMap(map);
    }

    // Moves to the value of "values"; false, with the object passed, when there is none.
    private static bool EnterValues(ref Utf8JsonReader reader)
    {
        if (!JsonFields.EnterObject(reader))
        {
            return false;
        }

        while (JsonFields.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("values"u8) && JsonFields.EnterArray(reader))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static void LeaveValues(ref Utf8JsonReader reader)
    {
        while (JsonFields.NextMember(ref reader, out _))
        {
            reader.Skip();
        }
    }
}

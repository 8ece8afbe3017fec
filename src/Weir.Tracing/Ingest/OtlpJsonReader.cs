using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>Finds the members of OTLP trace messages in JSON and hands them to the assembler.</summary>
/// <remarks>
/// <code>{"resourceSpans":[{"resource":{"attributes":[…]},"scopeSpans":[{"scope":{"name":"x"},"spans":[{"traceId":"5B8E…","name":"chat",…}]}]}]}</code>
/// Unknown members are skipped, null is absent.
/// </remarks>
internal sealed class OtlpJsonReader(SpanAssembler assembler)
{
    // An attribute's value takes up to six levels of JSON for one of its own.
    private const int LevelsOfAMessage = 16;
    private const int LevelsOfAValue = 6;

    private readonly JsonText _text = new();
    private readonly JsonSpanReader _spans = new(assembler);

    private delegate void ItemReader(ref Utf8JsonReader reader);

    public void ReadRequest(ReadOnlySpan<byte> body)
    {
        var depth = LevelsOfAMessage + ((assembler.Limits.ValueDepth + 1) * LevelsOfAValue);
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = depth });
        _ = reader.Read();
        if (!JsonFields.EnterObject(reader))
        {
            throw JsonFields.Unexpected(reader, "an object");
        }

        while (JsonFields.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("resourceSpans"u8))
            {
                ReadItems(ref reader, ReadResourceSpans);
            }

            reader.Skip();
        }

        // Whatever follows the object makes the body malformed; the reader says so.
        _ = reader.Read();
    }

    private static void ReadItems(ref Utf8JsonReader reader, ItemReader readItem)
    {
        if (!JsonFields.EnterArray(reader))
        {
            return;
        }

        while (JsonFields.NextItem(ref reader))
        {
            if (JsonFields.EnterObject(reader))
            {
                readItem(ref reader);
            }
        }
    }

    // The resource usually comes first. When it does not, the spans are passed over and read when it is known.
    private void ReadResourceSpans(ref Utf8JsonReader reader)
    {
        Utf8JsonReader postponed = default;
        var hasResource = false;
        assembler.Resource.Clear();
        while (JsonFields.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("resource"u8))
            {
                ReadResource(ref reader);
                assembler.EndResource();
                hasResource = true;
            }
            else if (name.SequenceEqual("scopeSpans"u8) && hasResource)
            {
                ReadItems(ref reader, ReadScopeSpans);
            }
            else if (name.SequenceEqual("scopeSpans"u8))
            {
                postponed = reader;
            }

            reader.Skip();
        }

        if (postponed.TokenType != JsonTokenType.None)
        {
            assembler.EndResource();
            ReadItems(ref postponed, ReadScopeSpans);
        }
    }

    // {"attributes":[…]}
    private void ReadResource(ref Utf8JsonReader reader)
    {
        if (!JsonFields.EnterObject(reader))
        {
            return;
        }

        while (JsonFields.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("attributes"u8))
            {
                _spans.Attributes.ReadAll(ref reader, assembler.Resource);
            }

            reader.Skip();
        }
    }

    // {"scope":{"name":"x","version":"1"},"spans":[…]}; a scope that comes late is treated like a late resource.
    private void ReadScopeSpans(ref Utf8JsonReader reader)
    {
        Utf8JsonReader postponed = default;
        var hasScope = false;
        assembler.SetScope("", "");
        while (JsonFields.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("scope"u8))
            {
                ReadScope(ref reader);
                hasScope = true;
            }
            else if (name.SequenceEqual("spans"u8) && hasScope)
            {
                ReadItems(ref reader, _spans.Read);
            }
            else if (name.SequenceEqual("spans"u8))
            {
                postponed = reader;
            }

            reader.Skip();
        }

        if (postponed.TokenType != JsonTokenType.None)
        {
            ReadItems(ref postponed, _spans.Read);
        }
    }

    private void ReadScope(ref Utf8JsonReader reader)
    {
        if (!JsonFields.EnterObject(reader))
        {
            return;
        }

        var (scope, version) = ("", "");
        while (JsonFields.NextMember(ref reader, out var name))
        {
            if (name.SequenceEqual("name"u8))
            {
                scope = StorableText.ToString(JsonFields.Text(reader, _text));
            }
            else if (name.SequenceEqual("version"u8))
            {
                version = StorableText.ToString(JsonFields.Text(reader, _text));
            }

            reader.Skip();
        }

        assembler.SetScope(scope, version);
    }
}

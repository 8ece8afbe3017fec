using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf;

namespace Weir.Tests.Tracing;

/// <summary>Encodes spans as a sender would: protobuf by Google's writer, JSON by the rules of the OTLP specification.</summary>
internal static class OtlpEncoder
{
    /// <summary>One request with each span under its own resource and scope.</summary>
    public static byte[] ToProtobuf(params OtlpSpan[] spans) => Message(request =>
    {
        foreach (var span in spans)
        {
            Bytes(request, 1, Message(resourceSpans =>
            {
                // The scope first: senders may write fields in any order.
                Bytes(resourceSpans, 2, Message(scopeSpans =>
                {
                    Bytes(scopeSpans, 2, Span(span));
                    Bytes(scopeSpans, 1, Message(scope =>
                    {
                        Text(scope, 1, span.ScopeName);
                        Text(scope, 2, span.ScopeVersion);
                    }));
                }));
                Bytes(resourceSpans, 1, Message(resource => Pairs(resource, 1, span.Resource)));
            }));
        }
    });

    public static byte[] ToJson(params OtlpSpan[] spans) => System.Text.Encoding.UTF8.GetBytes(new JsonObject
    {
        ["resourceSpans"] = new JsonArray([.. spans.Select(span => new JsonObject
        {
            ["scopeSpans"] = new JsonArray(new JsonObject
            {
                ["spans"] = new JsonArray(SpanJson(span)),
                ["scope"] = new JsonObject { ["name"] = span.ScopeName, ["version"] = span.ScopeVersion },
            }),
            ["resource"] = new JsonObject { ["attributes"] = PairsJson(span.Resource) },
        })]),
    }.ToJsonString());

    public static byte[] Message(Action<CodedOutputStream> write)
    {
        using var buffer = new MemoryStream();
        using (var output = new CodedOutputStream(buffer, leaveOpen: true))
        {
            write(output);
        }

        return buffer.ToArray();
    }

    public static void Bytes(CodedOutputStream output, int field, byte[] bytes)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(bytes));
    }

    private static byte[] Span(OtlpSpan span) => Message(output =>
    {
        Bytes(output, 1, span.TraceId);
        Bytes(output, 2, span.SpanId);
        Text(output, 3, span.TraceState);
        Bytes(output, 4, span.ParentId);
        Text(output, 5, span.Name);
        output.WriteTag(6, WireFormat.WireType.Varint);
        output.WriteEnum(span.Kind);
        output.WriteTag(7, WireFormat.WireType.Fixed64);
        output.WriteFixed64(span.Start);
        output.WriteTag(8, WireFormat.WireType.Fixed64);
        output.WriteFixed64(span.End);
        Pairs(output, 9, span.Attributes);
        output.WriteTag(10, WireFormat.WireType.Varint);
        output.WriteUInt32(span.DroppedAttributes);
        foreach (var item in span.Events)
        {
            Bytes(output, 11, Message(part =>
            {
                part.WriteTag(1, WireFormat.WireType.Fixed64);
                part.WriteFixed64(item.Time);
                Text(part, 2, item.Name);
                Pairs(part, 3, item.Attributes);
            }));
        }

        foreach (var link in span.Links)
        {
            Bytes(output, 13, Message(part =>
            {
                Bytes(part, 1, link.TraceId);
                Bytes(part, 2, link.SpanId);
                Pairs(part, 4, link.Attributes);
            }));
        }

        Bytes(output, 15, Message(status =>
        {
            Text(status, 2, span.StatusMessage);
            status.WriteTag(3, WireFormat.WireType.Varint);
            status.WriteEnum(span.Status);
        }));
        output.WriteTag(16, WireFormat.WireType.Fixed32);
        output.WriteFixed32(span.Flags);
    });

    private static void Text(CodedOutputStream output, int field, string text)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(text);
    }

    private static void Pairs(CodedOutputStream output, int field, (string Key, object? Value)[] pairs)
    {
        foreach (var (key, value) in pairs)
        {
            Bytes(output, field, Message(pair =>
            {
                Text(pair, 1, key);
                Bytes(pair, 2, Value(value));
            }));
        }
    }

    private static byte[] Value(object? value) => Message(output =>
    {
        switch (value)
        {
            case string text:
                Text(output, 1, text);
                break;
            case bool truth:
                output.WriteTag(2, WireFormat.WireType.Varint);
                output.WriteBool(truth);
                break;
            case long number:
                output.WriteTag(3, WireFormat.WireType.Varint);
                output.WriteInt64(number);
                break;
            case double number:
                output.WriteTag(4, WireFormat.WireType.Fixed64);
                output.WriteDouble(number);
                break;
            case object?[] list:
                Bytes(output, 5, Message(items =>
                {
                    foreach (var item in list)
                    {
                        Bytes(items, 1, Value(item));
                    }
                }));
                break;
            case (string, object?)[] map:
                Bytes(output, 6, Message(items => Pairs(items, 1, map)));
                break;
            case byte[] bytes:
                Bytes(output, 7, bytes);
                break;
        }
    });

    private static JsonObject SpanJson(OtlpSpan span) => new()
    {
        ["traceId"] = Convert.ToHexString(span.TraceId),
        ["spanId"] = Convert.ToHexStringLower(span.SpanId),
        ["parentSpanId"] = Convert.ToHexStringLower(span.ParentId),
        ["traceState"] = span.TraceState,
        ["name"] = span.Name,
        ["kind"] = span.Kind,
        ["startTimeUnixNano"] = span.Start.ToString(CultureInfo.InvariantCulture),
        ["endTimeUnixNano"] = span.End,
        ["attributes"] = PairsJson(span.Attributes),
        ["droppedAttributesCount"] = span.DroppedAttributes,
        ["events"] = new JsonArray([.. span.Events.Select(item => new JsonObject
        {
            ["timeUnixNano"] = item.Time.ToString(CultureInfo.InvariantCulture), ["name"] = item.Name, ["attributes"] = PairsJson(item.Attributes),
        })]),
        ["links"] = new JsonArray([.. span.Links.Select(link => new JsonObject
        {
            ["traceId"] = Convert.ToHexStringLower(link.TraceId), ["spanId"] = Convert.ToHexString(link.SpanId), ["attributes"] = PairsJson(link.Attributes),
        })]),
        ["status"] = new JsonObject { ["code"] = span.Status, ["message"] = span.StatusMessage },
        ["flags"] = span.Flags,
        ["unknown"] = new JsonObject { ["a"] = new JsonArray(1, 2) },
    };

    private static JsonArray PairsJson((string Key, object? Value)[] pairs) =>
        new([.. pairs.Select((pair, i) => i % 2 == 0
            ? new JsonObject { ["key"] = pair.Key, ["value"] = ValueJson(pair.Value) }
            : new JsonObject { ["value"] = ValueJson(pair.Value), ["key"] = pair.Key })]);

    private static JsonObject ValueJson(object? value) => value switch
    {
        string text => new() { ["stringValue"] = text },
        bool truth => new() { ["boolValue"] = truth },
        long number => new() { ["intValue"] = number % 2 == 0 ? number : number.ToString(CultureInfo.InvariantCulture) },
        double number => new() { ["doubleValue"] = double.IsFinite(number) ? number : number.ToString(CultureInfo.InvariantCulture) },
        object?[] list => new() { ["arrayValue"] = new JsonObject { ["values"] = new JsonArray([.. list.Select(ValueJson)]) } },
        (string, object?)[] map => new() { ["kvlistValue"] = new JsonObject { ["values"] = PairsJson(map) } },
        byte[] bytes => new() { ["bytesValue"] = Convert.ToBase64String(bytes) },
        _ => [],
    };
}

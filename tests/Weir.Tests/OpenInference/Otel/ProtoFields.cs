using System.Text;

namespace Weir.Tests.OpenInference.Otel;

/// <summary>Reads just enough protobuf to look into an OTLP request.</summary>
public static class ProtoFields
{
    /// <summary>Length-delimited fields with this number, in order.</summary>
    public static List<byte[]> Read(byte[] message, int number)
    {
        var fields = new List<byte[]>();
        for (var position = 0; position < message.Length;)
        {
            var tag = Varint(message, ref position);
            switch (tag & 7)
            {
                case 0:
                    Varint(message, ref position);
                    break;
                case 1:
                    position += 8;
                    break;
                case 2:
                    var length = (int)Varint(message, ref position);
                    if ((int)(tag >> 3) == number)
                    {
                        fields.Add(message.AsSpan(position, length).ToArray());
                    }

                    position += length;
                    break;
                case 5:
                    position += 4;
                    break;
                default:
                    throw new InvalidOperationException("Not protobuf.");
            }
        }

        return fields;
    }

    /// <summary>Resource attributes and spans of an ExportTraceServiceRequest.</summary>
    public static (Dictionary<string, string> Resource, List<OtlpSpan> Spans) ReadExport(byte[] request)
    {
        var resource = new Dictionary<string, string>(StringComparer.Ordinal);
        var spans = new List<OtlpSpan>();
        foreach (var resourceSpans in Read(request, 1))
        {
            foreach (var attribute in Read(Read(resourceSpans, 1).Single(), 1))
            {
                Add(resource, attribute);
            }

            foreach (var span in Read(resourceSpans, 2).SelectMany(static scope => Read(scope, 2)))
            {
                var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
                Read(span, 9).ForEach(attribute => Add(attributes, attribute));
                spans.Add(new OtlpSpan(Convert.ToHexStringLower(Read(span, 1).Single()), Encoding.UTF8.GetString(Read(span, 5).Single()), attributes));
            }
        }

        return (resource, spans);
    }

    private static void Add(Dictionary<string, string> attributes, byte[] attribute)
    {
        var text = Read(attribute, 2).SelectMany(static value => Read(value, 1)).FirstOrDefault();
        attributes[Encoding.UTF8.GetString(Read(attribute, 1).Single())] = text is null ? "" : Encoding.UTF8.GetString(text);
    }

    private static ulong Varint(byte[] message, ref int position)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = message[position++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }
}

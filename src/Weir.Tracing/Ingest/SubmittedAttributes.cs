using System.Globalization;
using System.Text;
using System.Text.Json;
using Weir.Tracing.Query;

namespace Weir.Tracing.Ingest;

/// <summary>Writes attributes that come as plain JSON, nested or not, into a flat set.</summary>
/// <remarks>
/// <c>{"llm":{"input_messages":[{"message":{"role":"user"}}]}}</c> becomes <c>llm.input_messages.0.message.role</c>; a list of plain values stays one.
/// </remarks>
internal static class SubmittedAttributes
{
    public static void Write(JsonElement attributes, AttributeSet target)
    {
        if (attributes.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (attributes.ValueKind != JsonValueKind.Object)
        {
            target.Refuse("its attributes are not a JSON object");
            return;
        }

        try
        {
            WriteMembers("", attributes, target);
        }
        catch (InvalidOperationException)
        {
            target.Refuse("the name of an attribute is not valid Unicode");
        }
    }

    // The parser lets nothing nest deeper than 64.
    private static void WriteMembers(string prefix, JsonElement members, AttributeSet target)
    {
        foreach (var member in members.EnumerateObject())
        {
            Write(prefix + member.Name, member.Value, target);
        }
    }

    private static void Write(string key, JsonElement value, AttributeSet target)
    {
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any())
        {
            WriteMembers(key + ".", value, target);
            return;
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object))
        {
            var place = 0;
            foreach (var item in value.EnumerateArray())
            {
                Write(string.Create(CultureInfo.InvariantCulture, $"{key}.{place++}"), item, target);
            }

            return;
        }

        if (value.ValueKind != JsonValueKind.Null && target.Begin(Encoding.UTF8.GetBytes(key)) is { } writer)
        {
            WriteValue(writer, value);
            target.End();
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                AttributeValue.WriteText(writer, Encoding.UTF8.GetBytes(AttributePath.TextOf(value) ?? "\uFFFD"));
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                AttributeValue.WriteText(writer, Encoding.UTF8.GetBytes(value.GetRawText()));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}

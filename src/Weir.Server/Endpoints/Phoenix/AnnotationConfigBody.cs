using System.Buffers;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Tracing.Annotations;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Reads annotation configurations of request bodies.</summary>
/// <remarks>
/// <code>{"name":"quality","type":"CATEGORICAL","optimization_direction":"MAXIMIZE","values":[{"label":"good","score":1}]}</code>
/// </remarks>
internal static class AnnotationConfigBody
{
    private const string Note = "note";

    /// <exception cref="GatewayException">422: it is not a configuration.</exception>
    public static AnnotationConfigRow Read(PhoenixBody body, Guid workspaceId, long id)
    {
        var name = body.RequiredText("name");
        if (name == Note)
        {
            throw PhoenixEdge.Unprocessable("'name' cannot be note: notes are annotations of that name, and have no configuration.");
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteMembers(writer, body, name);
            writer.WriteEndObject();
        }

        return new AnnotationConfigRow(id, workspaceId, name, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteMembers(Utf8JsonWriter writer, PhoenixBody body, string name)
    {
        var type = body.OneOf("type", "CATEGORICAL", "CONTINUOUS", "FREEFORM");
        writer.WriteString("name"u8, name);
        writer.WriteString("type"u8, type);
        writer.WriteString("description"u8, body.Text("description"));
        if (type != "FREEFORM" || body.Text("optimization_direction") is not null)
        {
            writer.WriteString("optimization_direction"u8, body.OneOf("optimization_direction", "MINIMIZE", "MAXIMIZE", "NONE"));
        }

        if (type == "CATEGORICAL")
        {
            WriteValues(writer, body);
            return;
        }

        var (lower, upper) = (body.Number("lower_bound"), body.Number("upper_bound"));
        if (lower > upper)
        {
            throw PhoenixEdge.Unprocessable("'lower_bound' is greater than 'upper_bound'.");
        }

        WriteNumber(writer, "lower_bound", lower);
        WriteNumber(writer, "upper_bound", upper);
        if (type == "FREEFORM")
        {
            WriteNumber(writer, "threshold", body.Number("threshold"));
        }
    }

    private static void WriteValues(Utf8JsonWriter writer, PhoenixBody body)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        writer.WriteStartArray("values"u8);
        foreach (var value in body.Items("values"))
        {
            var label = value.RequiredText("label");
            if (!labels.Add(label))
            {
                throw PhoenixEdge.Unprocessable($"{value.PlaceOf("label")} '{label}' is there twice.");
            }

            writer.WriteStartObject();
            writer.WriteString("label"u8, label);
            WriteNumber(writer, "score", value.Number("score"));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (labels.Count == 0)
        {
            throw PhoenixEdge.Unprocessable("'values' must have at least one label.");
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } given)
        {
            writer.WriteNumber(name, given);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}

using System.Text.Json;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Annotations;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Writes annotations as Phoenix shows them.</summary>
internal static class AnnotationWriter
{
    public static void Write(Utf8JsonWriter writer, AnnotationRow annotation, AnnotationForm form)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(form.IdType, annotation.Id));
        PhoenixJson.WriteTime(writer, "created_at"u8, annotation.CreatedUnixNanos);
        PhoenixJson.WriteTime(writer, "updated_at"u8, annotation.UpdatedUnixNanos);
        writer.WriteString("source"u8, annotation.Source);
        writer.WriteNull("user_id"u8);
        writer.WriteString("name"u8, annotation.Name);
        writer.WriteString("annotator_kind"u8, annotation.AnnotatorKind);
        writer.WriteStartObject("result"u8);
        writer.WriteString("label"u8, annotation.Values.Label);
        if (annotation.Values.Score is { } score)
        {
            writer.WriteNumber("score"u8, score);
        }
        else
        {
            writer.WriteNull("score"u8);
        }

        writer.WriteString("explanation"u8, annotation.Values.Explanation);
        writer.WriteEndObject();
        writer.WritePropertyName("metadata"u8);
        writer.WriteRawValue(annotation.Metadata);
        writer.WriteString("identifier"u8, annotation.Identifier);
        writer.WriteString(form.TargetMember, annotation.Target);
        writer.WriteEndObject();
    }
}

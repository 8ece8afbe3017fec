using Weir.Gateway.Chat;
using Weir.OpenInference;

namespace Weir.Gateway.Operations;

/// <summary>Writes the parameters of a request, which is everything but its content, as one attribute.</summary>
internal static class SpanParameters
{
    public static void Write(ModelRequest request, MaskingSink sink, string key, params ReadOnlySpan<string> content)
    {
        using var scratch = JsonScratch.Rent();
        var writer = scratch.Writer;
        writer.WriteStartObject();
        foreach (var member in request.Members)
        {
            if (!content.Contains(member.Name))
            {
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue(request.Body.Span.Slice(member.ValueStart, member.ValueLength), skipInputValidation: true);
            }
        }

        writer.WriteEndObject();
        sink.SetUtf8(key, scratch.Written);
    }
}

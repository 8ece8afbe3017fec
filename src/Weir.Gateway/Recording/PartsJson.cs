using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Continuation;

namespace Weir.Gateway.Recording;

/// <summary>Writes who gave what of an answer that several endpoints gave: the lines of its charge.</summary>
/// <remarks>
/// <code>
/// [{"provider_name":"Acme","endpoint_id":"acme","model_permaslug":"acme/small","id":"up-1","how":"first","tokens_prompt":10,"tokens_completion":40,
///   "upstream_tokens_prompt":10,"upstream_tokens_completion":40,"is_estimate":true,"cost":0.00009}, …]
/// </code>
/// </remarks>
internal static class PartsJson
{
    /// <param name="parts">In order.</param>
    /// <param name="isFree">Whether nothing is charged, because the answer broke in the end.</param>
    public static string Write(ImmutableArray<AnswerPart> parts, bool isFree)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, StoredJson.WriterOptions);
        writer.WriteStartArray();
        foreach (var part in parts)
        {
            writer.WriteStartObject();
            WriteWho(writer, part);
            writer.WriteNumber("tokens_prompt"u8, part.Usage.Prompt);
            writer.WriteNumber("tokens_completion"u8, part.Usage.Completion);
            writer.WriteNumber("upstream_tokens_prompt"u8, part.Upstream.Prompt);
            writer.WriteNumber("upstream_tokens_completion"u8, part.Upstream.Completion);
            writer.WriteBoolean("is_estimate"u8, part.Usage.IsEstimate);
            writer.WritePropertyName("cost"u8);
            var charge = part.Charge;
            var cost = isFree ? 0 : charge.Taken;
            writer.WriteRawValue(cost.ToString("0.############################", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteWho(Utf8JsonWriter writer, AnswerPart part)
    {
        writer.WriteString("provider_name"u8, part.Candidate.Endpoint.Provider.Name);
        writer.WriteString("endpoint_id"u8, part.Candidate.Endpoint.Provider.Slug);
        writer.WriteString("model_permaslug"u8, part.Candidate.Model.Slug);
        if (part.UpstreamId is { } id)
        {
            writer.WriteString("id"u8, id);
        }

        writer.WriteString("how"u8, part.Way switch
        {
            null => "first",
            ContinuationWay.Prefill => "prefill",
            ContinuationWay.Instruction => "instruction",
            _ => "anew",
        });
    }
}

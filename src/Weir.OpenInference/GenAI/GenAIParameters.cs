using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Request parameters, which OpenInference keeps as one JSON text and OpenTelemetry as one attribute each.</summary>
internal static class GenAIParameters
{
    // What is called otherwise in a request stands beside its attribute.
    private static readonly (byte[] Parameter, string Attribute)[] Numbers =
    [
        ("temperature"u8.ToArray(), "gen_ai.request.temperature"), ("top_p"u8.ToArray(), "gen_ai.request.top_p"), ("top_k"u8.ToArray(), "gen_ai.request.top_k"),
        ("max_tokens"u8.ToArray(), MaxTokens), ("max_completion_tokens"u8.ToArray(), MaxTokens), ("max_output_tokens"u8.ToArray(), MaxTokens),
        ("frequency_penalty"u8.ToArray(), "gen_ai.request.frequency_penalty"), ("presence_penalty"u8.ToArray(), "gen_ai.request.presence_penalty"),
        ("seed"u8.ToArray(), "gen_ai.request.seed"), ("n"u8.ToArray(), "gen_ai.request.choice.count"), ("dimensions"u8.ToArray(), "gen_ai.embeddings.dimension.count"),
    ];

    private const string MaxTokens = "gen_ai.request.max_tokens";

    /// <summary>Writes the parameters, and returns the model that they name.</summary>
    /// <param name="activity">To write to.</param>
    /// <param name="json">The value of <see cref="LlmAttributes.InvocationParameters"/>; of hidden or damaged ones nothing is written.</param>
    public static string? Write(Activity activity, string? json)
    {
        if (json is null || JsonRead.ParseObject(Encoding.UTF8.GetBytes(json)) is not { } document)
        {
            return null;
        }

        using (document)
        {
            var parameters = document.RootElement;
            foreach (var (parameter, attribute) in Numbers)
            {
                if (JsonRead.TryGetProperty(parameters, parameter, out var number) && number.ValueKind == JsonValueKind.Number)
                {
                    activity.SetTag(attribute, number.TryGetInt64(out var whole) ? (object)whole : number.GetDouble());
                }
            }

            WriteOthers(activity, parameters);
            return JsonRead.TryGetString(parameters, "model"u8, out var model) ? model : null;
        }
    }

    private static void WriteOthers(Activity activity, JsonElement parameters)
    {
        if (JsonRead.TryGetProperty(parameters, "stream"u8, out var stream) && stream.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            activity.SetTag("gen_ai.request.stream", stream.GetBoolean());
        }

        if (JsonRead.TryGetProperty(parameters, "stop"u8, out var stop) && TextsOf(stop) is { Length: > 0 } sequences)
        {
            activity.SetTag("gen_ai.request.stop_sequences", sequences);
        }

        if (JsonRead.TryGetString(parameters, "encoding_format"u8, out var encoding))
        {
            activity.SetTag("gen_ai.request.encoding_formats", new[] { encoding });
        }

        if (OutputType(parameters) is { } type)
        {
            activity.SetTag("gen_ai.output.type", type);
        }
    }

    // A chat names a form of text, what speaks or draws the form of its file: only the first has an output type.
    private static string? OutputType(JsonElement parameters) =>
        !JsonRead.TryGetObject(parameters, "response_format"u8, out var format) || !JsonRead.TryGetString(format, "type"u8, out var type) ? null
        : type is "json_object" or "json_schema" ? "json"
        : type;

    private static string[] TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [JsonText.Decode(value)],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String).Select(JsonText.Decode)],
        _ => [],
    };
}

using System.Buffers.Text;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;

namespace Weir.Gateway.Continuation;

/// <summary>Which answers another endpoint can go on with, and how.</summary>
internal static class ContinuationRule
{
    /// <summary>Whether an answer to this request can be gone on with at all: one text, streamed, whose parts need nothing of one another.</summary>
    public static bool Allows(ModelRequest request, IOperation operation) =>
        operation is ChatOperation
        && request.Stream
        && !AsksForSeveral(request)
        && !IsTrue(request, "logprobs")
        && !request.Has("audio")
        && !MakesMedia(request)
        && FormatOf(request) is AnswerFormat.Text or AnswerFormat.Json;

    /// <summary>Whether the answer must be JSON, which only an endpoint that is handed the beginning as its own can go on with.</summary>
    public static bool IsJson(ModelRequest request) => FormatOf(request) == AnswerFormat.Json;

    /// <summary>The ways to ask an endpoint, the surest first.</summary>
    public static IEnumerable<ContinuationWay> WaysOf(EndpointEntry endpoint, ModelRequest request, AnswerTextState text)
    {
        if (string.IsNullOrWhiteSpace(text.Received))
        {
            yield return ContinuationWay.Anew;
            yield break;
        }

        if (endpoint.TakesPrefill)
        {
            yield return ContinuationWay.Prefill;
        }

        if (!IsJson(request))
        {
            // A word that nobody has seen is not worth going on from.
            yield return string.IsNullOrWhiteSpace(text.Shown) ? ContinuationWay.Anew : ContinuationWay.Instruction;
        }
    }

    private static bool AsksForSeveral(ModelRequest request) =>
        request.Has("n") && (!Utf8Parser.TryParse(request.Value("n").Span, out int count, out _) || count > 1);

    private static bool IsTrue(ModelRequest request, string name) => request.Has(name) && !request.Value(name).Span.SequenceEqual("false"u8);

    private static bool MakesMedia(ModelRequest request) =>
        request.Value("modalities").Span.IndexOf("\"audio\""u8) >= 0 || request.Value("modalities").Span.IndexOf("\"image\""u8) >= 0;

    // {"type":"json_object"}. A schema could not be kept from the middle on: grammars begin at the first character.
    private static AnswerFormat FormatOf(ModelRequest request)
    {
        if (!request.Has("response_format"))
        {
            return AnswerFormat.Text;
        }

        using var format = JsonDocument.Parse(request.Value("response_format"));
        return format.RootElement.ValueKind == JsonValueKind.Object
            && format.RootElement.TryGetProperty("type"u8, out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString() switch
            {
                "text" => AnswerFormat.Text,
                "json_object" => AnswerFormat.Json,
                _ => AnswerFormat.Other,
            }
            : AnswerFormat.Other;
    }

    private enum AnswerFormat
    {
        Text,
        Json,
        Other,
    }
}

using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Pricing;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Admission;

/// <summary>The most that a request can cost at the dearest endpoint of its plan.</summary>
/// <param name="Amount">What is held for it.</param>
/// <param name="Endpoint">The dearest one.</param>
/// <param name="Usage">The most that can be used there.</param>
internal sealed record RequestBound(Usd Amount, EndpointEntry Endpoint, UsageBound Usage)
{
    // A provider refuses more long before; it only keeps sums in range.
    private const long MostChoices = 1_000;

    // 4 kbit/s: less than speech codecs go down to.
    private const decimal LeastSoundBytesPerSecond = 500m;

    // A reranking is billed by the hundred documents; one longer than 500 tokens counts as several.
    private const long DocumentsPerSearch = 100;
    private const long BytesPerDocument = 500;

    public static RequestBound Of(Routed routed)
    {
        var request = routed.Prepared.Parsed.Request;
        var media = MediaTally.Of(request);
        var promptTokens = request.Body.Length - media.InlineBytes + media.Tokens;
        var apiType = routed.Inbound.ApiType;
        RequestBound? dearest = null;
        foreach (var candidate in routed.Plan.Candidates)
        {
            var endpoint = candidate.Endpoint;
            if (dearest is not null && (ReferenceEquals(endpoint, dearest.Endpoint) || endpoint.Price.IsFree))
            {
                continue;
            }

            var usage = UsageOf(request, endpoint, apiType, promptTokens);
            var amount = CostBound.Of(endpoint.Price, usage);
            dearest = dearest is null || amount > dearest.Amount ? new RequestBound(amount, endpoint, usage) : dearest;
        }

        return dearest!;
    }

    private static UsageBound UsageOf(ModelRequest request, EndpointEntry endpoint, string apiType, long promptTokens)
    {
        var choices = Math.Clamp(Number(request, "n") ?? 1, 1, MostChoices);
        return new UsageBound
        {
            // What is longer than the context is refused, not billed.
            Prompt = Math.Min(promptTokens, endpoint.MaxPromptTokens ?? endpoint.ContextLength),
            Output = apiType is "embeddings" or "rerank" ? 0 : OutputOf(request, endpoint),
            Choices = choices,
            Images = apiType == "image" ? choices : 0,
            SearchUnits = apiType == "rerank" ? 1 + ((CountOf(request, "documents") + (request.Body.Length / BytesPerDocument)) / DocumentsPerSearch) : 0,
            Characters = apiType == "tts" ? request.Body.Length : 0,
            Seconds = apiType == "stt" ? request.Value("input_audio").Length / LeastSoundBytesPerSecond : 0,
        };
    }

    // Of two limits the larger: which one an upstream obeys is its own.
    internal static long OutputOf(ModelRequest request, EndpointEntry endpoint)
    {
        var asked = Math.Max(Number(request, "max_completion_tokens") ?? 0, Number(request, "max_tokens") ?? 0);
        return Math.Min(asked > 0 ? asked : endpoint.MaxCompletionTokens ?? endpoint.ContextLength, endpoint.ContextLength);
    }

    // Null for anything else than a number: the stages behind refuse it.
    private static long? Number(ModelRequest request, string name)
    {
        var value = request.Value(name);
        if (value.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(value.Span);
        return reader.Read() && reader.TokenType == JsonTokenType.Number
            ? reader.TryGetInt64(out var number) ? number : reader.TryGetDecimal(out var real) ? (long)decimal.Clamp(decimal.Ceiling(real), 0, int.MaxValue) : int.MaxValue
            : null;
    }

    private static long CountOf(ModelRequest request, string name)
    {
        var reader = new Utf8JsonReader(request.Value(name).Span, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
        var count = 0L;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return count;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            count++;
            reader.Skip();
        }

        return count;
    }
}

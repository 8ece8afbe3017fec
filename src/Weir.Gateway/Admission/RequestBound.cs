using System.Text.Json;
using Weir.Gateway.Byok;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Admission;
using Weir.Ledger.Pricing;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Admission;

/// <summary>The most that a request can cost at the dearest endpoint of its plan.</summary>
/// <param name="Cost">What is held for it.</param>
/// <param name="Endpoint">The dearest one.</param>
/// <param name="Usage">The most that can be used there.</param>
/// <param name="Media">What is sent beside texts.</param>
internal sealed record RequestBound(HeldCost Cost, EndpointEntry Endpoint, UsageBound Usage, MediaTally Media)
{
    // A provider refuses more long before; it only keeps sums in range.
    private const long MostChoices = 1_000;

    // What no request says: more than models draw, or search, in one answer.
    private const long MostImagesOfChat = 10;
    private const long MostSearches = 10;

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
        var withByok = Usd.Zero;
        foreach (var candidate in routed.Plan.Candidates)
        {
            var endpoint = candidate.Endpoint;
            if (dearest is not null && (ReferenceEquals(endpoint, dearest.Endpoint) || endpoint.Price.IsFree))
            {
                continue;
            }

            var usage = UsageOf(request, candidate, apiType, promptTokens, media.Images);
            var cost = CostOf(CostBound.Of(endpoint.Price, usage), endpoint.Credential);
            dearest = dearest is null || cost.Charge > dearest.Cost.Charge ? new RequestBound(cost, endpoint, usage, media) : dearest;
            withByok = cost.WithByok > withByok ? cost.WithByok : withByok;
        }

        return dearest! with { Cost = dearest!.Cost with { WithByok = withByok } };
    }

    // Where a credential of somebody's own pays the provider, only the fee is charged.
    internal static HeldCost CostOf(Usd amount, OwnCredential? own)
    {
        if (own is null)
        {
            return amount;
        }

        var fee = Usd.FromDollarsRoundedUp(amount.ToDollars() * own.FeeShare);
        var sum = amount + fee;
        return new HeldCost(fee, sum > CostBound.Largest ? CostBound.Largest : sum);
    }

    private static UsageBound UsageOf(ModelRequest request, Candidate candidate, string apiType, long promptTokens, long promptImages)
    {
        var endpoint = candidate.Endpoint;
        var choices = Math.Clamp(Number(request, "n") ?? 1, 1, MostChoices);
        return new UsageBound
        {
            // What is longer than the context is refused, not billed.
            Prompt = Math.Min(promptTokens, endpoint.MaxPromptTokens ?? endpoint.ContextLength),
            Output = apiType is "embeddings" or "rerank" ? 0 : OutputOf(request, endpoint),
            Choices = choices,
            Context = apiType == "completions" ? endpoint.ContextLength : null,
            Images = apiType == "image" ? choices : DrawsInChats(candidate) ? choices * MostImagesOfChat : 0,
            PromptImages = promptImages,
            WebSearches = endpoint.Price.WebSearch is > 0 && MaySearch(request) ? MostSearches : 0,
            SearchUnits = apiType == "rerank" ? 1 + ((CountOf(request, "documents") + (request.Body.Length / BytesPerDocument)) / DocumentsPerSearch) : 0,
            Characters = apiType == "tts" ? request.Body.Length : 0,
            Seconds = apiType == "stt" ? request.Value("input_audio").Length / LeastSoundBytesPerSecond : 0,
        };
    }

    private static bool DrawsInChats(Candidate candidate) => candidate.Endpoint.Price.ImageOutputPiece is not null && candidate.Model.OutputModalities.Contains("image");

    // Providers search where they are asked to, by a member of its own or a tool; some models always do.
    private static bool MaySearch(ModelRequest request) => request.Has("web_search_options") || request.Value("tools").Span.IndexOf("web_search"u8) >= 0;

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

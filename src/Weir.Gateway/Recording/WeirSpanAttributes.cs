namespace Weir.Gateway.Recording;

/// <summary>Attributes of the gateway's spans that no convention has a name for.</summary>
internal static class WeirSpanAttributes
{
    /// <summary>Id of the generation: what <c>GET /generation</c> takes.</summary>
    public const string GenerationId = "weir.generation_id";

    /// <summary>JSON of the plan: the endpoints that were to be asked, in order, and why.</summary>
    public const string RoutePlan = "weir.route.plan";

    /// <summary>Position of an attempt, from 0.</summary>
    public const string AttemptIndex = "weir.attempt.index";

    public const string AttemptProvider = "weir.attempt.provider";
    /// <summary>JSON list of who gave what of an answer that several endpoints gave.</summary>
    public const string AnswerParts = "weir.answer_parts";

    /// <summary>True for an attempt at a second endpoint, besides one that said nothing for long.</summary>
    public const string AttemptHedge = "weir.attempt.hedge";

    /// <summary>True for an attempt that was given up: another one was first, or the caller left.</summary>
    public const string AttemptCancelled = "weir.attempt.cancelled";

    public const string AttemptModel = "weir.attempt.model";

    /// <summary>The model's name at the provider.</summary>
    public const string AttemptUpstreamModel = "weir.attempt.upstream_model";

    /// <summary>True for a span that was made again from its generation after a crash.</summary>
    public const string Rebuilt = "weir.rebuilt";

    /// <summary>The generation whose kept answer was given again.</summary>
    public const string ResponseCacheSourceId = "weir.response_cache.source_id";

    public const string StatusCode = "http.response.status_code";
}

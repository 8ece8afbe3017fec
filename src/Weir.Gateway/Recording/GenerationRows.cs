using Weir.Gateway.Pipeline;
using Weir.Ledger.Apps;
using Weir.Ledger.Keys;
using Weir.Ledger.Pricing;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Recording;

/// <summary>Makes the generation row of an exchange.</summary>
internal static class GenerationRows
{
    // What web servers log for a client that closed the connection before the answer.
    private const int ClientClosedRequest = 499;

    public static GenerationRow OfAnswer(Relayed relayed, Charge charge, TimeSpan duration)
    {
        var committed = relayed.Committed;
        var parsed = committed.Routed.Prepared.Parsed;
        var model = committed.Answer.Candidate.ModelSlug;
        var row = Blank(committed.Inbound, parsed.Authenticated.Caller, parsed, parsed.Request.Model ?? model) with
        {
            Model = model,
            ProviderName = committed.Answer.Candidate.ProviderName,
            UpstreamId = committed.KeptId is null ? relayed.UpstreamId : null,
            ResponseCacheSourceId = committed.KeptId,
            Cancelled = relayed.End == AnswerEnd.CallerLeft,
            FinishReason = relayed.FinishReason,
            NativeFinishReason = relayed.NativeFinishReason,
            Status = relayed.Failure?.Status ?? 200,
            ErrorType = relayed.Failure?.ErrorType,
            ErrorMessage = relayed.Failure?.Message,
            DurationMs = duration.TotalMilliseconds,
            LatencyMs = relayed.FirstEvent.TotalMilliseconds,
            Router = committed.Routed.Plan.Router,
            AttemptsJson = AttemptsJson.Write(committed.Attempts, relayed.UpstreamId),
            PartsJson = relayed.Parts.IsEmpty ? null : PartsJson.Write(relayed.Parts, isFree: relayed.End == AnswerEnd.Broken),
        };
        return AnswerDetails.AddTo(row, relayed, charge);
    }

    /// <param name="refused">With a known caller.</param>
    public static GenerationRow OfRefusal(Refused refused, Caller caller, TimeSpan duration)
    {
        var requested = refused.Parsed?.Request.Model ?? "";
        var isGone = refused.Inbound.Client.IsGone;
        return Blank(refused.Inbound, caller, refused.Parsed, requested) with
        {
            Model = refused.Attempts.IsEmpty ? requested : refused.Attempts[^1].Model,
            ProviderName = refused.Attempts.IsEmpty ? null : refused.Attempts[^1].ProviderName,
            Router = refused.Routed?.Plan.Router,
            Cancelled = isGone,
            Status = isGone ? ClientClosedRequest : refused.Error.Status,
            ErrorType = isGone ? "cancelled" : refused.Error.Type,
            ErrorMessage = refused.Error.Message,
            DurationMs = duration.TotalMilliseconds,
            AttemptsJson = AttemptsJson.Write(refused.Attempts, null),
        };
    }

    private static GenerationRow Blank(Inbound inbound, Caller caller, Parsed? parsed, string requestedModel) => new()
    {
        Id = inbound.Id,
        KeyHash = caller.Key.Hash,
        WorkspaceId = caller.WorkspaceId,
        CreatedAt = inbound.ReceivedAt,
        ApiType = inbound.ApiType,
        RequestedModel = requestedModel,
        Model = requestedModel,
        Streamed = parsed?.Request.Stream ?? false,
        Status = 0,
        DurationMs = 0,
        Charge = Usd.Zero,
        ExternalUser = parsed?.Request.User,
        SessionId = parsed?.Request.SessionId ?? inbound.Headers.SessionId,
        HttpReferer = inbound.Headers.HttpReferer,
        AppTitle = inbound.Headers.AppTitle,
        App = AppAttribution.Of(inbound.Headers.HttpReferer, inbound.Headers.AppTitle, inbound.Headers.AppCategories),
        UserAgent = inbound.Headers.UserAgent,
        AttemptsJson = "[]",
        TraceId = inbound.Trace.TraceId.ToString(),
        SpanId = inbound.Trace.SpanId.ToString(),
        ParentSpanId = inbound.Trace.ParentSpanId?.ToString(),
    };
}

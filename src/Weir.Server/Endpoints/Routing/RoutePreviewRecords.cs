using Weir.Gateway.Admission;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Protocol.Routing;
using Weir.Server.Endpoints.Catalogue;

namespace Weir.Server.Endpoints.Routing;

/// <summary>Shows a previewed request as wire records.</summary>
internal sealed class RoutePreviewRecords(HealthDirectory health)
{
    public RoutePreviewRecord Of(PreviewedRoute previewed)
    {
        var plan = previewed.Routed?.Plan;
        return new RoutePreviewRecord
        {
            Model = previewed.Parsed.Request.Model,
            WouldBeSent = previewed.WouldBeSent,
            Strategy = plan?.Strategy,
            Router = plan?.Router,
            CostBound = previewed.Cost?.Charge,
            PromptTokensBound = previewed.Cost?.PromptTokens,
            OutputTokensBound = previewed.Cost?.OutputTokens,
            Stages = [.. previewed.Steps.Select(StageOf)],
            Candidates = [.. (plan?.Candidates ?? []).Select((candidate, index) => CandidateOf(candidate, index, previewed.CandidateCosts[index]))],
            LeftOut = [.. previewed.LeftOut.Select(LeftOutOf)],
        };
    }

    private static RouteStageRecord StageOf(PreviewStep step) => new()
    {
        Name = step.Name,
        Passes = step.Refusal is null,
        Notes = [.. step.Notes.Select(note => $"{note.Name}: {note.Summary}")],
        Status = step.Refusal?.Status,
        ErrorType = step.Refusal?.Type,
        Message = step.Refusal?.Message,
    };

    private RouteCandidateRecord CandidateOf(Candidate candidate, int index, CostPreview cost) => new()
    {
        Position = index + 1,
        Model = candidate.ModelSlug,
        ProviderName = candidate.ProviderName,
        Tag = candidate.Endpoint.Tag,
        Reason = candidate.Reason,
        Pricing = PricingRecords.Of(candidate.Endpoint.Price),
        CostBound = cost.Charge,
        ContextLength = candidate.Endpoint.ContextLength,
        Quantization = candidate.Endpoint.Quantization,
        IsByok = candidate.IsByok,
        Health = health.Statistics(candidate.Model, candidate.Endpoint) is { } statistics ? EndpointHealthEndpoint.Of(candidate.Model, candidate.Endpoint, statistics) : null,
    };

    private static RouteLeftOutRecord LeftOutOf(LeftOut one) => new()
    {
        Model = one.Model.Slug,
        ProviderName = one.Endpoint.Provider.Name,
        Tag = one.Endpoint.Tag,
        Field = one.Field,
        Detail = one.Detail,
    };
}

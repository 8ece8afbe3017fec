using System.Collections.Immutable;
using Weir.Gateway.Stages;

namespace Weir.Gateway.Pipeline;

/// <summary>Says what each stage up to the first call would decide about a request: nothing is sent, held, counted, recorded or remembered.</summary>
/// <remarks>It runs the very stages of <see cref="GatewayPipeline"/>. Endpoints that are drawn by chance may be drawn otherwise the next time.</remarks>
public sealed class RoutePreview
{
    public required ReceiveStage Receive { private get; init; }
    public required ParseStage Parse { private get; init; }
    public required GuardStage Guard { private get; init; }
    public required PrepareStage Prepare { private get; init; }
    public required RouteStage Route { private get; init; }
    public required AdmitStage Admit { private get; init; }

    /// <summary>Previews the request that a caller would make.</summary>
    /// <exception cref="GatewayException">The body cannot be read: there is nothing to preview.</exception>
    public async Task<PreviewedRoute> RunAsync(Authenticated authenticated)
    {
        var parsed = Parse.Run(await Receive.RunAsync(authenticated));
        var steps = ImmutableArray.CreateBuilder<PreviewStep>();
        try
        {
            parsed = Guard.Run(parsed);
        }
        catch (GatewayException refusal)
        {
            return Refused("guard", parsed, refusal, steps);
        }

        steps.Add(new PreviewStep("guard", Refusal: null, parsed.Pipeline));
        try
        {
            var prepared = Prepare.Run(parsed);
            steps.Add(new PreviewStep("prepare", Refusal: null, []));
            return Plan(prepared, steps);
        }
        catch (GatewayException refusal)
        {
            return Refused(steps.Count == 1 ? "prepare" : "route", parsed, refusal, steps);
        }
    }

    private PreviewedRoute Plan(Prepared prepared, ImmutableArray<PreviewStep>.Builder steps)
    {
        var (routed, explanation) = Route.Explain(prepared);
        steps.Add(new PreviewStep("route", explanation.Refusal?.Error, []));
        var preview = new PreviewedRoute(prepared.Parsed, steps.ToImmutable()) { Routed = routed, LeftOut = explanation.LeftOut };
        if (routed is null)
        {
            return preview;
        }

        var (cost, refusal) = Admit.Preview(routed);
        return preview with
        {
            Steps = preview.Steps.Add(new PreviewStep("admit", refusal, [])),
            Cost = cost,
            CandidateCosts = [.. routed.Plan.Candidates.Select(candidate => Admit.CostOf(routed with { Plan = routed.Plan with { Candidates = [candidate] } }))],
        };
    }

    private static PreviewedRoute Refused(string stage, Parsed parsed, GatewayException refusal, ImmutableArray<PreviewStep>.Builder steps)
    {
        steps.Add(new PreviewStep(stage, refusal.Error, refusal.Recordable?.Pipeline ?? []));
        return new PreviewedRoute(parsed, steps.ToImmutable());
    }
}

using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing.Routers;

namespace Weir.Gateway.Routing;

/// <summary>Keeps a conversation at the endpoint whose prompt cache holds its beginning, where reading from that cache is cheaper.</summary>
/// <remarks>
/// Source: sticky routing of the API. It works on a finished plan: what the planner left out stays out, and the plan stays a permutation
/// of itself. An order that the request gives is left alone.
/// </remarks>
/// <param name="state">Who served which conversation.</param>
/// <param name="isBlocked">Whether asking an endpoint now is pointless.</param>
public sealed class StickyRouting(StickyState state, Func<Candidate, bool> isBlocked)
{
    /// <summary>What is said of a candidate that was moved up.</summary>
    public const string Reason = "its prompt cache holds this conversation";

    /// <summary>Moves the endpoints that served the conversation last to the front of their models.</summary>
    public Routed Promote(Routed routed)
    {
        if (routed.Inbound.Operation is not ChatOperation || !HasChoice(routed.Plan))
        {
            return routed;
        }

        var parsed = routed.Prepared.Parsed;
        var conversation = StickyConversation.Of(parsed.Request, routed.Inbound.Headers);
        var plan = routed.Plan with { Conversation = conversation };
        return routed with { Plan = plan.IsOrderGiven ? plan : Promote(plan, parsed.Authenticated.Caller.WorkspaceId, conversation) };
    }

    /// <summary>Remembers who served a conversation, after a success: where a prompt cache was used, or the caller names the conversation.</summary>
    public void Remember(Settled settled)
    {
        var relayed = settled.Relayed;
        var committed = relayed.Committed;
        if (relayed.End != AnswerEnd.Finished || committed.Kept is not null || committed.Routed.Plan.Conversation is not { } conversation
            || relayed.FinishReason is null or FinishReasons.Error)
        {
            return;
        }

        if (!conversation.IsSession && relayed.Usage is { CacheRead: 0, CacheWrite: 0 })
        {
            return;
        }

        var workspace = committed.Routed.Prepared.Parsed.Authenticated.Caller.WorkspaceId;
        var endpoint = StickyEndpoint.Of(committed.Answer.Candidate.Model, committed.Answer.Candidate.Endpoint);
        state.Remember(workspace, endpoint.Model, conversation, endpoint);
        if (committed.Routed.Plan.Router is { } router)
        {
            state.Remember(workspace, router, conversation, endpoint);
        }
    }

    private RoutePlan Promote(RoutePlan plan, Guid workspace, in StickyConversation conversation)
    {
        var candidates = plan.Candidates;
        for (var index = 0; index < plan.Candidates.Length; index++)
        {
            var model = plan.Candidates[index].Model;
            if (IsFirstOf(model, plan, index) && state.Find(workspace, model.Slug, conversation) is { } served)
            {
                candidates = MoveUp(candidates, model, served);
            }
        }

        return plan with { Candidates = PutFirst(candidates, plan.Router, workspace, conversation) };
    }

    // A router stays with the model that it chose for a conversation, as long as it would still choose it.
    private ImmutableArray<Candidate> PutFirst(ImmutableArray<Candidate> candidates, string? router, Guid workspace, in StickyConversation conversation) =>
        router is not null && state.Find(workspace, router, conversation, router == ParetoRouter.Slug ? ParetoRouter.Remembers : null) is { Model: var chosen }
            ? [.. candidates.Where(candidate => candidate.Model.Slug == chosen), .. candidates.Where(candidate => candidate.Model.Slug != chosen)]
            : candidates;

    private static bool HasChoice(RoutePlan plan) => plan.Router is not null || plan.Candidates.Length > 1;

    // A model's endpoints need not stand together.
    private static bool IsFirstOf(ModelEntry model, RoutePlan plan, int index)
    {
        for (var before = 0; before < index; before++)
        {
            if (ReferenceEquals(plan.Candidates[before].Model, model))
            {
                return false;
            }
        }

        return true;
    }

    private ImmutableArray<Candidate> MoveUp(ImmutableArray<Candidate> candidates, ModelEntry model, StickyEndpoint served)
    {
        var first = -1;
        for (var index = 0; index < candidates.Length; index++)
        {
            var candidate = candidates[index];
            if (!ReferenceEquals(candidate.Model, model))
            {
                continue;
            }

            first = first < 0 ? index : first;
            if (StickyEndpoint.Of(model, candidate.Endpoint) == served)
            {
                return index > first && IsCheaperThere(candidate.Endpoint) && !isBlocked(candidate)
                    ? candidates.RemoveAt(index).Insert(first, candidate with { Reason = Reason })
                    : candidates;
            }
        }

        return candidates;
    }

    private static bool IsCheaperThere(EndpointEntry endpoint) => endpoint.Price.InputCacheRead is { } read && read < endpoint.Price.Prompt;
}

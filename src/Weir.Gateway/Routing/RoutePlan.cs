using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>The endpoints to try for one request, in order; at least one.</summary>
public sealed record RoutePlan(ImmutableArray<Candidate> Candidates)
{
    /// <summary>How the model was chosen, as the router metadata calls it: <c>direct</c>, <c>fallback</c>, <c>auto</c>, <c>free</c>, <c>latest</c>, <c>alias</c>.</summary>
    public string Strategy { get; init; } = "direct";

    /// <summary>Every endpoint of the models asked for, whether a filter let it pass or not.</summary>
    public int Considered { get; init; }

    /// <summary>The members of the request, or rules, that left endpoints out, in the order of the filters.</summary>
    public ImmutableArray<string> LeftOutBy { get; init; } = [];

    /// <summary>Slug of the router that chose the model, such as <c>openrouter/auto</c>; null when the request names a model.</summary>
    public string? Router { get; init; }

    /// <summary>Whether the request itself gives the order (<c>provider.order</c>): then nothing moves an endpoint.</summary>
    public bool IsOrderGiven { get; init; }

    /// <summary>Whether the request, a guardrail or the operator lets only those answer who retain nothing: then we keep nothing of the texts either.</summary>
    public bool IsZeroRetention { get; init; }

    /// <summary>Whether a guardrail or the operator asks for it: then a caller who wants an answer kept for the next time cannot have that.</summary>
    public bool IsZeroRetentionEnforced { get; init; }

    /// <summary>False: the request wants one endpoint and no other.</summary>
    public bool AllowsFallbacks { get; init; } = true;

    /// <summary>The conversation that the request belongs to; null where no endpoint could be preferred for it.</summary>
    public StickyConversation? Conversation { get; init; }

    /// <summary>What the request says about an upstream that dies in the middle; null: the server's own setting.</summary>
    public MidStreamPolicy? MidStream { get; init; }
}

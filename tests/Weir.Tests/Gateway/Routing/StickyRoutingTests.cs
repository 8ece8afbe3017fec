using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Routing;

/// <summary>A conversation stays where its prompt cache is.</summary>
public sealed class StickyRoutingTests
{
    private static readonly Price Cached = new() { Prompt = 0.000001m, Completion = 0.000002m, InputCacheRead = 0.0000001m };
    private static readonly EndpointEntry Acme = Endpoint(Provider("acme", "Acme")) with { Price = Cached };
    private static readonly EndpointEntry Bolt = Endpoint(Provider("bolt", "Bolt")) with { Price = Cached };
    private static readonly EndpointEntry Core = Endpoint(Provider("core", "Core"));
    private static readonly ModelEntry Small = Model("acme/small", Acme, Bolt, Core);
    private static readonly ModelEntry Large = Model("acme/large", Core, Bolt);

    private readonly StickyState _state = new(new FakeTime());

    [Fact]
    public void Promote_WhatServedLast_IsFirstOfItsModel()
    {
        Served(Small, Bolt);

        var plan = Promote(Plan((Large, Core), (Large, Bolt), (Small, Acme), (Small, Core), (Small, Bolt)));

        Assert.Equal("large@core large@bolt small@bolt small@acme small@core", Text(plan));
        Assert.Equal(StickyRouting.Reason, plan.Candidates[2].Reason);
    }

    [Fact]
    public void Promote_EndpointsOfModelsMixed_IsAPermutation()
    {
        Served(Small, Bolt);
        Served(Large, Bolt);

        Assert.Equal("small@bolt small@acme large@bolt large@core", Text(Promote(Plan((Small, Acme), (Large, Core), (Small, Bolt), (Large, Bolt)))));
    }

    [Fact]
    public void Promote_OrderGiven_LeavesThePlan()
    {
        Served(Small, Bolt);

        Assert.Equal("small@acme small@bolt", Text(Promote(Plan((Small, Acme), (Small, Bolt)) with { IsOrderGiven = true })));
    }

    [Fact]
    public void Promote_Blocked_LeavesThePlan()
    {
        Served(Small, Bolt);

        Assert.Equal("small@acme small@bolt", Text(Promote(Plan((Small, Acme), (Small, Bolt)), candidate => candidate.Endpoint == Bolt)));
    }

    [Fact]
    public void Promote_NoLongerInThePlanOrNoCheaperThere_LeavesThePlan()
    {
        Served(Small, Bolt);
        Assert.Equal("small@acme small@core", Text(Promote(Plan((Small, Acme), (Small, Core)))));

        Served(Small, Core);
        Assert.Equal("small@acme small@core", Text(Promote(Plan((Small, Acme), (Small, Core)))));
    }

    [Fact]
    public void Promote_OneCandidate_DoesNotAskWhichConversationItIs()
    {
        Assert.Null(Promote(Plan((Small, Acme))).Conversation);
        Assert.NotNull(Promote(Plan((Small, Acme)) with { Router = "openrouter/auto" }).Conversation);
        Assert.NotNull(Promote(Plan((Small, Acme), (Small, Bolt))).Conversation);
    }

    [Fact]
    public void Promote_ModelThatTheRouterChoseBefore_IsFirst()
    {
        var plan = Plan((Large, Core), (Small, Acme), (Large, Bolt), (Small, Core));
        _state.Remember(Workspace, "openrouter/auto", Conversation, StickyEndpoint.Of(Small, Acme));

        Assert.Equal("small@acme small@core large@core large@bolt", Text(Promote(plan with { Router = "openrouter/auto" })));
        Assert.Equal(Text(plan), Text(Promote(plan with { Router = "openrouter/free" })));
        Assert.Equal(Text(plan), Text(Promote(plan)));
    }

    private static Prepared Asked => new(Parsed());

    private static StickyConversation Conversation => StickyConversation.Of(Request(), new InboundHeaders());

    private static RoutePlan Plan(params (ModelEntry Model, EndpointEntry Endpoint)[] candidates) =>
        new([.. candidates.Select(candidate => new Candidate(candidate.Model, candidate.Endpoint, "listed order"))]);

    private static string Text(RoutePlan plan) =>
        string.Join(' ', plan.Candidates.Select(candidate => $"{candidate.Model.Slug["acme/".Length..]}@{candidate.Endpoint.Provider.Slug}"));

    private void Served(ModelEntry model, EndpointEntry endpoint) => _state.Remember(Workspace, model.Slug, Conversation, StickyEndpoint.Of(model, endpoint));

    private RoutePlan Promote(RoutePlan plan, Func<Candidate, bool>? isBlocked = null) => Sticky(isBlocked).Promote(new Routed(Asked, plan)).Plan;

    private StickyRouting Sticky(Func<Candidate, bool>? isBlocked = null) => new(_state, isBlocked ?? (_ => false));
}

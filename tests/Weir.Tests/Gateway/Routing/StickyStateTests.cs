using Weir.Gateway.Routing;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Routing;

/// <summary>Which endpoint served a conversation last.</summary>
public sealed class StickyStateTests
{
    private static readonly StickyEndpoint Acme = new("acme/small", "acme", "small-1", "acme");
    private static readonly StickyEndpoint Bolt = Acme with { Provider = "bolt" };

    private readonly FakeTime _time = new();

    [Fact]
    public void Find_CountsTenMinutesFromTheLastSuccess()
    {
        var state = new StickyState(_time);
        state.Remember(Workspace, "acme/small", Conversation(1), Acme);
        _time.AdvanceSeconds(599);
        Assert.Equal(Acme, state.Find(Workspace, "acme/small", Conversation(1)));

        state.Remember(Workspace, "acme/small", Conversation(1), Bolt);
        _time.AdvanceSeconds(599);
        Assert.Equal(Bolt, state.Find(Workspace, "acme/small", Conversation(1)));
        Assert.Null(state.Find(Workspace, "acme/small", Conversation(1), within: TimeSpan.FromMinutes(5)));
        _time.AdvanceSeconds(1);

        Assert.Null(state.Find(Workspace, "acme/small", Conversation(1)));
    }

    [Fact]
    public void Find_IsForOneWorkspaceModelAndConversation()
    {
        var state = new StickyState(_time);
        state.Remember(Workspace, "acme/small", Conversation(1), Acme);

        Assert.Null(state.Find(Guid.Empty, "acme/small", Conversation(1)));
        Assert.Null(state.Find(Workspace, "acme/large", Conversation(1)));
        Assert.Null(state.Find(Workspace, "acme/small", Conversation(2)));
    }

    [Fact]
    public void Remember_TooMany_ForgetsTheOldest()
    {
        var state = new StickyState(_time, mostConversations: 100);
        for (ulong id = 0; id < 1_000; id++)
        {
            state.Remember(Workspace, "acme/small", Conversation(id), Acme);
            state.Remember(Workspace, "acme/small", Conversation(0), Acme);

            Assert.InRange(state.Count, 1, 100);
        }

        Assert.NotNull(state.Find(Workspace, "acme/small", Conversation(0)));
        Assert.NotNull(state.Find(Workspace, "acme/small", Conversation(901)));
        Assert.Null(state.Find(Workspace, "acme/small", Conversation(900)));
    }

    [Fact]
    public void Remember_ForgetsThoseWhoseTimeIsOver()
    {
        var state = new StickyState(_time);
        state.Remember(Workspace, "acme/small", Conversation(1), Acme);
        state.Remember(Workspace, "acme/small", Conversation(2), Acme);
        _time.AdvanceSeconds(600);

        state.Remember(Workspace, "acme/small", Conversation(3), Acme);

        Assert.Equal(1, state.Count);
    }

    private static StickyConversation Conversation(ulong id) => new(id, IsSession: false);
}

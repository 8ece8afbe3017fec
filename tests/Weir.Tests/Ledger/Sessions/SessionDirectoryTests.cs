using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;
using Xunit;

namespace Weir.Tests.Ledger.Sessions;

/// <summary>Sessions in memory: found, expired, bounded.</summary>
public sealed class SessionDirectoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void Find_AtItsExpiry_IsGone()
    {
        var sessions = new SessionDirectory();
        var session = Session(0);
        sessions.Add(session);

        Assert.Same(session, sessions.Find(session.Hash, session.ExpiresAt.AddTicks(-1)));
        Assert.Null(sessions.Find(session.Hash, session.ExpiresAt));

        // It was dropped: the clock going back does not bring it back.
        Assert.Null(sessions.Find(session.Hash, Start));
    }

    [Fact]
    public void Add_PastTheCapacity_TheOldestLeaves()
    {
        var sessions = new SessionDirectory();
        foreach (var number in Enumerable.Range(0, SessionDirectory.Capacity + 1).Reverse())
        {
            sessions.Add(Session(number));
        }

        Assert.Null(sessions.Find(Session(0).Hash, Start));
        Assert.NotNull(sessions.Find(Session(1).Hash, Start));
        Assert.NotNull(sessions.Find(Session(SessionDirectory.Capacity).Hash, Start));
    }

    private static SessionRow Session(int number) => new()
    {
        Hash = KeyHash.Of($"cookie-{number}"),
        CreatedAt = Start.AddSeconds(number),
        ExpiresAt = Start.AddDays(30),
    };
}

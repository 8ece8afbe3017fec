using Weir.Ledger.Audit;

namespace Weir.Server.Seeding;

/// <summary>Notes who would have changed what.</summary>
internal sealed class SeedAudit(IAuditStore store, SeedClock clock, SeedRandom random)
{
    private static readonly string[] Actors = ["ada@seed.example", "grace@seed.example", "sk-or-v1-5ee...d00"];

    public async Task NoteAsync(string method, string path, int status = 200, DateTimeOffset? at = null)
    {
        var id = await store.BeginAsync(
            new AuditRow { At = at ?? clock.Now, Actor = random.PickSkewed(Actors), Method = method, Path = path }, CancellationToken.None);
        await store.EndAsync(id, status, changes: null);
    }
}

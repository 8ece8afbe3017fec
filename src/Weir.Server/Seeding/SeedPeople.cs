using System.Collections.Immutable;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;

namespace Weir.Server.Seeding;

/// <summary>The users and workspaces of the made-up organisation.</summary>
internal sealed class SeedPeople(SeedStores stores, SeedAudit audit, SeedClock clock, SeedRandom random)
{
    private static readonly (string First, string Last, OrganizationRole Role)[] Everybody =
    [
        ("Ada", "Seed", OrganizationRole.Admin), ("Grace", "Seed", OrganizationRole.Admin), ("Alan", "Seed", OrganizationRole.Member), ("Edsger", "Seed", OrganizationRole.Member),
        ("Barbara", "Seed", OrganizationRole.Member), ("Donald", "Seed", OrganizationRole.Member), ("Radia", "Seed", OrganizationRole.Member),
        ("Tony", "Seed", OrganizationRole.Member), ("Frances", "Seed", OrganizationRole.Member),
    ];

    private static readonly (string Slug, string Name, string About)[] Places =
    [
        (SeedApp.Mark + "marketing", "Seed: Marketing", "Made-up data: texts for campaigns."),
        (SeedApp.Mark + "research", "Seed: Research", "Made-up data: papers and old pipelines."),
        (SeedApp.Mark + "platform", "Seed: Platform", "Made-up data: batches at night."),
    ];

    /// <summary>Makes them where they are not there; gives the users and, by slug, the workspaces.</summary>
    public async Task<(ImmutableArray<UserRow> Users, ImmutableDictionary<string, Guid> Workspaces)> MakeAsync(CancellationToken cancellationToken)
    {
        var users = await MakeUsersAsync(cancellationToken);
        var workspaces = ImmutableDictionary.CreateBuilder<string, Guid>(StringComparer.Ordinal);
        workspaces[""] = stores.Ledger.DefaultWorkspaceId;
        foreach (var (slug, name, about) in Places)
        {
            var id = stores.WorkspaceDirectory.Find(slug)?.Id ?? await MakeAsync(slug, name, about, cancellationToken);
            workspaces[slug] = id;
            _ = await stores.Members.AddMembersAsync(
                [.. users.Where(user => user.Role == OrganizationRole.Member && random.Chance(0.6)).Select((user, index) => MemberOf(id, user, isAdmin: index == 0))], cancellationToken);
        }

        return (users, workspaces.ToImmutable());
    }

    private async Task<ImmutableArray<UserRow>> MakeUsersAsync(CancellationToken cancellationToken)
    {
        var known = (await stores.Organization.ReadAsync(cancellationToken)).Users.ToDictionary(user => user.Email, StringComparer.OrdinalIgnoreCase);
        var users = ImmutableArray.CreateBuilder<UserRow>(Everybody.Length);
        foreach (var (first, last, role) in Everybody)
        {
            // A domain that nobody can own: nobody signs in as one of them by chance.
            var email = $"{first.ToLowerInvariant()}@seed.example";
            if (!known.TryGetValue(email, out var user))
            {
                user = new UserRow
                {
                    Id = $"user_{random.RowId(clock.Now):N}", Email = email, FirstName = first, LastName = last, Role = role, CreatedAt = clock.Now, UpdatedAt = clock.Now,
                };
                await stores.Organization.SaveUserAsync(user, cancellationToken);
            }

            users.Add(user);
        }

        return users.ToImmutable();
    }

    private async Task<Guid> MakeAsync(string slug, string name, string about, CancellationToken cancellationToken)
    {
        var row = new WorkspaceRow { Id = random.RowId(clock.Now), Slug = slug, Name = name, Description = about, CreatedAt = clock.Now };
        _ = await stores.Workspaces.TryAddAsync(row, cancellationToken);
        await audit.NoteAsync("POST", "/api/v1/workspaces", 201);
        return row.Id;
    }

    private MemberRow MemberOf(Guid workspace, UserRow user, bool isAdmin) => new()
    {
        Id = random.RowId(clock.Now), WorkspaceId = workspace, UserId = user.Id, Role = isAdmin ? MemberRole.Admin : MemberRole.Member, CreatedAt = clock.Now,
    };
}

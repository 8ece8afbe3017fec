using Weir.Ledger;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Secrets;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>A caller who leaves while a change becomes durable: it is in force at once, and not only after the next one.</summary>
public sealed class LeavingCallerTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Usd Dollar = Usd.FromDollarsRoundedUp(1m);

    private readonly TemporaryLedger _temporary = new();
    private readonly CancellationTokenSource _caller = new();

    private SqliteLedgerStore Store => _temporary.Store;

    private CancellationToken Leaving => _caller.Token;

    public ValueTask DisposeAsync()
    {
        _caller.Dispose();
        return _temporary.DisposeAsync();
    }

    [Fact]
    public async Task Budget_AndWhatCountsTowardsIt()
    {
        var directory = new WorkspaceDirectory();
        using var registrar = await WorkspacesAsync(directory);

        _ = await registrar.SetBudgetAsync(Store.DefaultWorkspaceId, LimitReset.Daily, Dollar, includeByok: true, Leaving);

        Assert.True(Leaving.IsCancellationRequested);
        Assert.Equal(Dollar, Assert.Single(directory.StateOf(Store.DefaultWorkspaceId).Budgets).Limit);
        Assert.True(directory.StateOf(Store.DefaultWorkspaceId).IncludesByok);
    }

    [Fact]
    public async Task Budget_Deleted()
    {
        var directory = new WorkspaceDirectory();
        using var registrar = await WorkspacesAsync(directory);
        _ = await registrar.SetBudgetAsync(Store.DefaultWorkspaceId, LimitReset.Daily, Dollar, includeByok: null, None);

        await registrar.DeleteBudgetAsync(Store.DefaultWorkspaceId, LimitReset.Daily, Leaving);

        Assert.True(Leaving.IsCancellationRequested);
        Assert.Empty(directory.StateOf(Store.DefaultWorkspaceId).Budgets);
    }

    [Fact]
    public async Task Workspace_Changed()
    {
        var directory = new WorkspaceDirectory();
        using var registrar = await WorkspacesAsync(directory);

        _ = await registrar.ChangeAsync(Store.DefaultWorkspaceId, current => current! with { Name = "changed" }, Leaving);

        Assert.True(Leaving.IsCancellationRequested);
        Assert.Equal("changed", directory.RowOf(Store.DefaultWorkspaceId)?.Name);
    }

    [Fact]
    public async Task Credential_Deleted()
    {
        using var registrar = new ProviderKeyRegistrar(LeavingCaller<ISecretStore>.Of(Store.Secrets, _caller), new SecretBox(new byte[SecretBox.KeySize]));
        var row = await registrar.AddAsync(Credential(), "sk-0123456789abcdef", None);

        await registrar.DeleteAsync(row.Id, Leaving);

        Assert.True(Leaving.IsCancellationRequested);
        Assert.Empty(registrar.All);
    }

    [Fact]
    public async Task Credential_Changed()
    {
        using var registrar = new ProviderKeyRegistrar(LeavingCaller<ISecretStore>.Of(Store.Secrets, _caller), new SecretBox(new byte[SecretBox.KeySize]));
        var row = await registrar.AddAsync(Credential(), "sk-0123456789abcdef", None);

        _ = await registrar.ChangeAsync(row.Id, current => current! with { Disabled = true }, "sk-another-0123456789", Leaving);

        Assert.True(Leaving.IsCancellationRequested);
        Assert.Equal((true, "sk-another-0123456789"), (registrar.All[0].Disabled, registrar.Open(registrar.All[0])));
    }

    [Fact]
    public async Task Guardrail_Saved()
    {
        var directory = new GuardrailDirectory();
        using var registrar = new GuardrailRegistrar(LeavingCaller<IGuardrailStore>.Of(Store.Guardrails, _caller), directory, TimeProvider.System);
        var row = new GuardrailRow { Id = Guid.CreateVersion7(Now), WorkspaceId = Store.DefaultWorkspaceId, Name = "g", CreatedAt = Now };

        await registrar.SaveAsync(row, Leaving);

        Assert.True(Leaving.IsCancellationRequested);
        Assert.NotNull(directory.Current.Find(row.Id));
    }

    [Fact]
    public async Task Key_DisabledAndDeleted()
    {
        var directory = new KeyDirectory();
        using var registrar = new KeyRegistrar(LeavingCaller<ILedgerStore>.Of(Store, _caller), directory, TimeProvider.System);
        var (disabled, _) = await registrar.CreateAsync(new KeyDraft { Name = "k" }, None);
        var (deleted, _) = await registrar.CreateAsync(new KeyDraft { Name = "k" }, None);

        var changed = await registrar.ChangeAsync(disabled.Hash, current => current! with { Disabled = true }, Leaving);

        Assert.True(Leaving.IsCancellationRequested);
        Assert.True(changed.Key.Disabled);
        Assert.True(directory.Find(disabled.Hash)?.Key.Disabled);

        using var other = new CancellationTokenSource();
        using var next = new KeyRegistrar(LeavingCaller<ILedgerStore>.Of(Store, other), directory, TimeProvider.System);
        await next.DeleteAsync(deleted.Hash, other.Token);
        Assert.True(other.IsCancellationRequested);
        Assert.Null(directory.Find(deleted.Hash));
    }

    [Fact]
    public async Task User_Disabled_KeysGoToo()
    {
        var (directory, keyDirectory) = (new OrganizationDirectory(), new KeyDirectory());
        using var keys = new KeyRegistrar(Store, keyDirectory, TimeProvider.System);
        using var registrar = new OrganizationRegistrar(LeavingCaller<IOrganizationStore>.Of(Store.Organization, _caller), directory, keys, TimeProvider.System);
        var ann = new UserRow { Id = "ann", Email = "ann@example.com", Role = OrganizationRole.Member, CreatedAt = Now, UpdatedAt = Now };
        Assert.Equal(UserConflict.None, await registrar.AddUserAsync(ann, None));
        var (key, _) = await keys.CreateAsync(new KeyDraft { Name = "k", CreatorUserId = "ann" }, None);

        _ = await registrar.ChangeUserAsync("ann", current => current! with { Disabled = true }, Leaving);

        Assert.True(Leaving.IsCancellationRequested);
        Assert.True(directory.FindUser("ann")?.Disabled);
        Assert.True(keyDirectory.Find(key.Hash)?.Key.Disabled);
    }

    private static ProviderKeyRow Credential() =>
        new() { Id = Guid.CreateVersion7(Now), Provider = "openai", Sealed = "", Label = "", CreatedAt = Now };

    private async Task<WorkspaceRegistrar> WorkspacesAsync(WorkspaceDirectory directory)
    {
        var registrar = new WorkspaceRegistrar(
            LeavingCaller<IWorkspaceStore>.Of(Store.Workspaces, _caller), Store.DefaultWorkspaceId, directory, TimeProvider.System);
        await registrar.LoadAsync(None);
        return registrar;
    }
}

namespace Weir.Ledger.Keys;

/// <summary>Makes, changes and removes keys: first durably in the ledger, then in the directory that requests are let in by.</summary>
public sealed class KeyRegistrar(ILedgerStore ledger, KeyDirectory directory, TimeProvider time) : IDisposable
{
    // One change and one load at a time: none is lost, none comes after a deletion, and an older list does not replace a newer one.
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _version = -1;

    /// <summary>Makes a key. Its text is returned this once and kept nowhere.</summary>
    public async Task<(KeyRow Row, string Text)> CreateAsync(KeyDraft draft, CancellationToken cancellationToken)
    {
        var text = KeyText.New();
        return (await AddAsync(draft, text, cancellationToken), text);
    }

    /// <summary>Adds a key whose text the operator chose.</summary>
    public async Task<KeyRow> AddAsync(KeyDraft draft, string text, CancellationToken cancellationToken)
    {
        var row = new KeyRow
        {
            Hash = KeyHash.Of(text),
            Label = KeyText.Label(text),
            Name = draft.Name,
            Kind = draft.Kind,
            WorkspaceId = draft.WorkspaceId ?? ledger.DefaultWorkspaceId,
            Limit = draft.Limit,
            LimitReset = draft.LimitReset,
            IncludeByokInLimit = draft.IncludeByokInLimit,
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = draft.ExpiresAt,
            CreatorUserId = draft.CreatorUserId,
        };
        _ = await ChangeAsync(() => ledger.SaveKeyAsync(row, cancellationToken), row.Hash, cancellationToken);
        return row;
    }

    /// <summary>Changes the key with a hash as it is when its turn comes, so that of two changes at once neither is lost.</summary>
    /// <param name="hash">Of the key.</param>
    /// <param name="change">Makes the new one of what is there; null: nothing is. What it throws is thrown, and nothing is written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>It as it is then: the ledger keeps a key disabled whose user is.</returns>
    public async Task<Caller> ChangeAsync(KeyHash hash, Func<KeyRow?, KeyRow> change, CancellationToken cancellationToken)
    {
        var changed = await ChangeAsync(
            async () =>
            {
                // Another process may have changed or deleted it.
                await LoadAsync(cancellationToken);
                await ledger.SaveKeyAsync(change(directory.Find(hash)?.Key), cancellationToken);
            },
            hash,
            cancellationToken);
        return changed!;
    }

    public Task DeleteAsync(KeyHash hash, CancellationToken cancellationToken) =>
        ChangeAsync(() => ledger.DeleteKeyAsync(hash, cancellationToken), hash, cancellationToken);

    /// <summary>Loads the keys again when the ledger's have changed, also by another process.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await LoadAsync(cancellationToken);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<Caller?> ChangeAsync(Func<ValueTask> change, KeyHash hash, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await change();

            // What is durable is in force, also when its caller has left meanwhile.
            await LoadAsync(CancellationToken.None);
            return directory.Find(hash);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var version = await ledger.ReadKeysVersionAsync(cancellationToken);
        if (version == _version)
        {
            return;
        }

        var today = UtcWindows.Day(time.GetUtcNow());
        directory.Load(
            await ledger.ReadKeysAsync(cancellationToken),
            await ledger.ReadUsageAsync(today, cancellationToken),
            today,
            await ledger.ReadByokAsync(today, cancellationToken));
        _version = version;
    }
}

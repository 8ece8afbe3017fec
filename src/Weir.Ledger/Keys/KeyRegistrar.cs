namespace Weir.Ledger.Keys;

/// <summary>Makes, changes and removes keys: first durably in the ledger, then in the directory that requests are let in by.</summary>
public sealed class KeyRegistrar(ILedgerStore ledger, KeyDirectory directory, TimeProvider time) : IDisposable
{
    // One load at a time: an older list must not replace a newer one.
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
        await SaveAsync(row, cancellationToken);
        return row;
    }

    /// <summary>Replaces a key's row.</summary>
    public async Task SaveAsync(KeyRow row, CancellationToken cancellationToken)
    {
        await ledger.SaveKeyAsync(row, cancellationToken);
        await RefreshAsync(cancellationToken);
    }

    public async Task DeleteAsync(KeyHash hash, CancellationToken cancellationToken)
    {
        await ledger.DeleteKeyAsync(hash, cancellationToken);
        await RefreshAsync(cancellationToken);
    }

    /// <summary>Loads the keys again when the ledger's have changed, also by another process.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var version = await ledger.ReadKeysVersionAsync(cancellationToken);
            if (version != _version)
            {
                var today = UtcWindows.Day(time.GetUtcNow());
                directory.Load(
                    await ledger.ReadKeysAsync(cancellationToken),
                    await ledger.ReadUsageAsync(today, cancellationToken),
                    today,
                    await ledger.ReadByokAsync(today, cancellationToken));
                _version = version;
            }
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();
}

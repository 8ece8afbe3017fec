using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Server.Seeding;

/// <summary>What has been charged so far: in all, and since the beginning of the calendar month, by key and workspace.</summary>
internal sealed class SeedSpending(DateTimeOffset until)
{
    private readonly Dictionary<KeyHash, Usd> _ofKey = [];
    private readonly Dictionary<Guid, Usd> _ofWorkspace = [];

    public Usd All { get; private set; }

    public long Generations { get; private set; }

    public long Failures { get; private set; }

    public void Add(GenerationRow row)
    {
        Generations++;
        Failures += row.ErrorType is null ? 0 : 1;
        All += row.Charge;
        if (row.CreatedAt.Year == until.Year && row.CreatedAt.Month == until.Month)
        {
            _ofKey[row.KeyHash] = _ofKey.GetValueOrDefault(row.KeyHash) + row.Charge;
            _ofWorkspace[row.WorkspaceId] = _ofWorkspace.GetValueOrDefault(row.WorkspaceId) + row.Charge;
        }
    }

    public Usd OfKeyThisMonth(KeyHash key) => _ofKey.GetValueOrDefault(key);

    public Usd OfWorkspaceThisMonth(Guid workspace) => _ofWorkspace.GetValueOrDefault(workspace);
}

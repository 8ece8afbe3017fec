using Weir.Ledger.Keys;

namespace Weir.Server.Composition;

/// <summary>Who sends spans without a key, where the operator opened that, or calls models of a server in mode <c>bare</c>.</summary>
internal static class AnonymousCaller
{
    public static Caller Of(Stores stores, TimeProvider time)
    {
        var key = new KeyRow
        {
            Hash = default,
            Label = "anonymous",
            Name = "Anonymous",
            Kind = KeyKind.Inference,
            WorkspaceId = stores.Ledger.DefaultWorkspaceId,
            CreatedAt = time.GetUtcNow(),
        };
        return new Caller(key, new KeyUsageState(default, UtcWindows.Day(key.CreatedAt)));
    }
}

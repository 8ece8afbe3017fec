using Weir.Ledger.Entries;
using Weir.Protocol.Credits;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Credits;

/// <summary>Shows entries as wire records.</summary>
internal static class EntryRecords
{
    public static EntryRecord Of(EntryRow entry) => new()
    {
        Id = entry.Id,
        Kind = entry.Kind.ToString().ToLowerInvariant(),
        Amount = entry.Amount,
        WorkspaceId = entry.WorkspaceId.ToString(),
        GenerationId = entry.GenerationId?.Value,
        Actor = entry.Actor,
        Note = entry.Note,
        CreatedAt = WireTime.Format(entry.At),
    };
}

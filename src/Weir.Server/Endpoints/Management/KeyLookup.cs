using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Keys;

namespace Weir.Server.Endpoints.Management;

/// <summary>Finds and shows keys; a management key acts for every workspace.</summary>
internal sealed class KeyLookup(KeyDirectory directory, WorkspaceDirectory workspaces, TimeProvider time)
{
    public DateOnly Today => UtcWindows.Day(time.GetUtcNow());

    /// <summary>The inference keys of a workspace, newest first.</summary>
    public IEnumerable<Caller> All(Guid workspaceId) => directory.All
        .Where(known => known.WorkspaceId == workspaceId && known.Key.Kind == KeyKind.Inference)
        .OrderByDescending(known => known.Key.CreatedAt);

    /// <summary>The key that a request's path names.</summary>
    /// <exception cref="GatewayException">404.</exception>
    public Caller Find(HttpContext context)
    {
        var text = (string)context.Request.RouteValues["hash"]!;
        return KeyHash.TryParse(text, out var hash) && directory.Find(hash) is { } key
            ? key
            : throw Missing(text);
    }

    public static GatewayException Missing(string hash) => Refusal.NotFound($"There is no key with the hash '{hash}'.");

    /// <summary>A key as it is after a change.</summary>
    public KeyRecord Show(KeyHash hash) => KeyRecords.Of(directory.Find(hash)!, Today);

    /// <summary>A key, for the log of changes.</summary>
    public JsonElement Shown(Caller key) => AuditedChanges.Shown(KeyRecords.Of(key, Today), WireJson.Default.KeyRecord);

    public Task WriteAsync(HttpContext context, Caller key) =>
        WireResponse.WriteAsync(context, new DataResponse<KeyRecord>(KeyRecords.Of(key, Today)), WireJson.Default.DataResponseKeyRecord);

    /// <summary>The workspace of an id; null when there is none.</summary>
    public Guid? Workspace(string text) => Guid.TryParse(text, out var id) && workspaces.Contains(id) ? id : null;
}

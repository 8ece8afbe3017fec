using System.Globalization;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Activity;

/// <summary>Reads what traffic a request asks for.</summary>
internal sealed class ActivityQueryText(WorkspaceDirectory workspaces, TimeProvider time)
{
    private const int Days = 30;

    /// <exception cref="GatewayException">400: a value that cannot be meant. 404: no such workspace.</exception>
    public ActivityQuery Read(IQueryCollection query)
    {
        var last = UtcWindows.Day(time.GetUtcNow()).AddDays(-1);
        var first = last.AddDays(1 - Days);
        var day = query["date"].ToString() is { Length: > 0 } text ? DayOf(text, first, last) : (DateOnly?)null;
        return new ActivityQuery
        {
            From = day ?? first,
            To = day ?? last,
            Key = query["api_key_hash"].ToString() is { Length: > 0 } key ? HashOf(key) : null,
            UserId = query["user_id"].ToString() is { Length: > 0 } user ? user : null,
            WorkspaceId = query["workspace_id"].ToString() is { Length: > 0 } workspace ? WorkspaceOf(workspace) : null,
            ByWorkspace = query["group_by"].ToString() switch
            {
                "" => false,
                "workspace" => true,
                var other => throw Refusal.Invalid($"'group_by' is '{other}'; it can be workspace."),
            },
        };
    }

    private static DateOnly DayOf(string text, DateOnly first, DateOnly last) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= first && day <= last
            ? day
            : throw Refusal.Invalid($"'date' is '{text}'; it must be one of the last {Days} completed UTC days, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}.");

    private static KeyHash HashOf(string text) =>
        KeyHash.TryParse(text, out var hash)
            ? hash
            : throw Refusal.Invalid($"'api_key_hash' is '{text}'; it must be 64 hex characters, as GET /api/v1/keys shows them.");

    private Guid WorkspaceOf(string text) => workspaces.Find(text)?.Id
        ?? throw Refusal.NotFound($"There is no workspace '{text}'. GET /api/v1/workspaces lists those there are.");
}

using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Errors;
using Weir.Protocol.Keys;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Management;

/// <summary>Keys: the caller's own, and for management keys all of them.</summary>
internal sealed class KeyEndpoints(KeyRegistrar registrar, KeyDirectory directory, Authorization authorization, TimeProvider time)
{
    private const int PageSize = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var root in (string[])["/api/v1", "/v1"])
        {
            _ = routes.MapGet(root + "/key", authorization.AnyKey(ShowCurrentAsync));
            _ = routes.MapGet(root + "/keys", authorization.ManagementKey(Edge(ListAsync)));
            _ = routes.MapPost(root + "/keys", authorization.ManagementKey(Edge(CreateAsync)));
            _ = routes.MapGet(root + "/keys/{hash}", authorization.ManagementKey(Edge(ShowAsync)));
            _ = routes.MapPatch(root + "/keys/{hash}", authorization.ManagementKey(Edge(ChangeAsync)));
            _ = routes.MapDelete(root + "/keys/{hash}", authorization.ManagementKey(Edge(DeleteAsync)));
        }
    }

    private Task ShowCurrentAsync(HttpContext context, Caller caller) => WireResponse.WriteAsync(
        context,
        new DataResponse<CurrentKeyRecord>(KeyRecords.Current(caller, Today)),
        WireJson.Default.DataResponseCurrentKeyRecord);

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var query = context.Request.Query;
        var offset = query.TryGetValue("offset", out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? Math.Max(0, number) : 0;
        var withDisabled = string.Equals(query["include_disabled"], "true", StringComparison.OrdinalIgnoreCase);
        if (query.TryGetValue("workspace_id", out var workspace) && !IsOwn(workspace.ToString(), caller))
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.NotFound, $"There is no workspace '{workspace}'."));
        }

        var keys = directory.All
            .Where(known => known.WorkspaceId == caller.WorkspaceId && known.Key.Kind == KeyKind.Inference && (withDisabled || !known.Key.Disabled))
            .OrderByDescending(known => known.Key.CreatedAt)
            .Skip(offset)
            .Take(PageSize)
            .Select(known => KeyRecords.Of(known, Today))
            .ToArray();
        return WireResponse.WriteAsync(context, new DataResponse<IReadOnlyList<KeyRecord>>(keys), WireJson.Default.DataResponseIReadOnlyListKeyRecord);
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        using var document = await ParseAsync(context);
        var body = KeyBody.Parse(document);
        body.Allow("name", "limit", "limit_reset", "include_byok_in_limit", "expires_at", "creator_user_id", "workspace_id");
        if (body.Text("workspace_id") is { } workspace && !IsOwn(workspace, caller))
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, $"There is no workspace '{workspace}'. Leave 'workspace_id' out for the default one."));
        }

        var draft = new KeyDraft
        {
            Name = body.RequiredName(),
            Limit = body.Money("limit"),
            LimitReset = body.Reset(),
            IncludeByokInLimit = body.Flag("include_byok_in_limit") ?? false,
            ExpiresAt = body.UtcTime("expires_at"),
            CreatorUserId = body.Text("creator_user_id"),
        };
        var (row, key) = await registrar.CreateAsync(draft, context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new CreatedKeyResponse { Data = KeyRecords.Of(directory.Find(row.Hash)!, Today), Key = key },
            WireJson.Default.CreatedKeyResponse,
            StatusCodes.Status201Created);
    }

    private Task ShowAsync(HttpContext context, Caller caller) => WriteAsync(context, Find(context, caller));

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = Find(context, caller).Key;
        using var document = await ParseAsync(context);
        var body = KeyBody.Parse(document);
        body.Allow("name", "disabled", "limit", "limit_reset", "include_byok_in_limit");
        var changed = known with
        {
            Name = body.Has("name") ? body.RequiredName() : known.Name,
            Disabled = body.Flag("disabled") ?? known.Disabled,
            Limit = body.Has("limit") ? body.Money("limit") : known.Limit,
            LimitReset = body.Has("limit_reset") ? body.Reset() : known.LimitReset,
            IncludeByokInLimit = body.Flag("include_byok_in_limit") ?? known.IncludeByokInLimit,
            UpdatedAt = time.GetUtcNow(),
        };
        await registrar.SaveAsync(changed, context.RequestAborted);
        await WriteAsync(context, directory.Find(known.Hash)!);
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        await registrar.DeleteAsync(Find(context, caller).Key.Hash, context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }

    private Task WriteAsync(HttpContext context, Caller key) =>
        WireResponse.WriteAsync(context, new DataResponse<KeyRecord>(KeyRecords.Of(key, Today)), WireJson.Default.DataResponseKeyRecord);

    private Caller Find(HttpContext context, Caller caller)
    {
        var text = (string)context.Request.RouteValues["hash"]!;
        return KeyHash.TryParse(text, out var hash) && directory.Find(hash) is { } key && key.WorkspaceId == caller.WorkspaceId
            ? key
            : throw new GatewayException(GatewayError.Client(GatewayErrorCode.NotFound, $"There is no key with the hash '{text}'."));
    }

    private DateOnly Today => UtcWindows.Day(time.GetUtcNow());

    private static bool IsOwn(string workspace, Caller caller) => Guid.TryParse(workspace, out var id) && id == caller.WorkspaceId;

    private static async Task<JsonDocument> ParseAsync(HttpContext context)
    {
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        }
        catch (JsonException wrong)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, $"The request body is not valid JSON: {wrong.Message}"));
        }
    }

    // The error edge of management calls.
    private static Func<HttpContext, Caller, Task> Edge(Func<HttpContext, Caller, Task> operation) => async (context, caller) =>
    {
        try
        {
            await operation(context, caller);
        }
        catch (GatewayException refusal)
        {
            await ErrorResponse.WriteAsync(context, refusal.Error);
        }
    };
}

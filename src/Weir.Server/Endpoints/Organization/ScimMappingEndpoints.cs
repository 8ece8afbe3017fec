using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Organization;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Organization;

/// <summary>Makes, shows, changes and deletes what the groups of the identity provider give their users in workspaces.</summary>
internal sealed class ScimMappingEndpoints(
    OrganizationRegistrar registrar, WorkspaceDirectory workspaces, OrganizationRecords records, ManagementEdge edge, TimeProvider time)
{
    private const string Path = "/api/v1/scim/group-mappings";

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Post(routes, Path, CreateAsync);
        edge.Get(routes, Path + "/{id}", (context, _) => WriteAsync(context, Find(context)));
        edge.Patch(
            routes, Path + "/{id}", ChangeAsync, context => () => AuditedChanges.Shown(records.Of(Find(context)), WireJson.Default.ScimGroupMappingRecord));
        edge.Delete(routes, Path + "/{id}", DeleteAsync);
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var body = await ManagementBody.ReadAsync(context, "scim_group_id", "workspace_id", "role");
        var now = time.GetUtcNow();
        var (group, workspace) = (IdOf(body, "scim_group_id"), IdOf(body, "workspace_id"));
        var mapping = new GroupMappingRow
        {
            Id = Guid.CreateVersion7(now),
            GroupId = group,
            WorkspaceId = workspace,
            Role = RoleText.Member(body),
            CreatedAt = now,
            UpdatedAt = now,
        };
        if (registrar.Directory.FindGroup(group) is null)
        {
            throw Refusal.NotFound($"There is no group '{group}'. GET /api/v1/scim/groups lists those there are.");
        }

        if (!workspaces.Contains(workspace))
        {
            throw Refusal.NotFound($"There is no workspace '{workspace}'. GET /api/v1/workspaces lists those there are.");
        }

        if (!await registrar.TrySaveMappingAsync(mapping, context.RequestAborted))
        {
            throw Refusal.Conflict("This group is mapped to this workspace already. Change the role of that mapping with PATCH, or delete it.");
        }

        await WriteAsync(context, mapping, StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = Find(context);
        var changed = known with { Role = RoleText.Member(await ManagementBody.ReadAsync(context, "role")), UpdatedAt = time.GetUtcNow() };
        _ = await registrar.TrySaveMappingAsync(changed, context.RequestAborted);
        await WriteAsync(context, changed);
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var mapping = Find(context);

        // No default, on purpose: to leave it out must not throw people out.
        bool keep = context.Request.Query["keep_members"].ToString() switch
        {
            "true" => true,
            "false" => false,
            var other => throw Refusal.Invalid($"'keep_members' is {(other.Length == 0 ? "missing" : $"'{other}'")}; it must be true (the members stay, as if added by hand) or false (they lose what this mapping gave them)."),
        };
        await registrar.DeleteMappingAsync(mapping, keep, context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }

    private GroupMappingRow Find(HttpContext context)
    {
        var text = (string)context.Request.RouteValues["id"]!;
        return Guid.TryParse(text, out var id) && registrar.Directory.FindMapping(id) is { } mapping
            ? mapping
            : throw Refusal.NotFound($"There is no mapping '{text}'. GET {Path} lists those there are.");
    }

    private static Guid IdOf(ManagementBody body, string name) =>
        Guid.TryParse(body.Text(name), out var id) ? id : throw Refusal.Invalid($"'{name}' is missing, or no UUID.");

    private Task WriteAsync(HttpContext context, GroupMappingRow mapping, int status = StatusCodes.Status200OK) => WireResponse.WriteAsync(
        context,
        new DataResponse<ScimGroupMappingRecord>(records.Of(mapping)),
        WireJson.Default.DataResponseScimGroupMappingRecord,
        status);
}

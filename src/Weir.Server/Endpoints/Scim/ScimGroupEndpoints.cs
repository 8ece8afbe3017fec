using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Organization;

namespace Weir.Server.Endpoints.Scim;

/// <summary><c>/scim/v2/Groups</c>: groups as a directory provisions them. Those that claims named are not its to change.</summary>
internal sealed class ScimGroupEndpoints(OrganizationRegistrar registrar, ScimEdge edge, TimeProvider time)
{
    private const string One = "/Groups/{group_id}";

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Map(routes, "GET", "/Groups", ListAsync);
        edge.Map(routes, "POST", "/Groups", CreateAsync);
        edge.Map(routes, "GET", One, context => ScimResponse.WriteAsync(context, Find(context).Show()));
        edge.Map(routes, "PUT", One, ReplaceAsync);
        edge.Map(routes, "PATCH", One, ChangeAsync);
        edge.Map(routes, "DELETE", One, DeleteAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var filter = ScimFilter.Of(context, "displayName", "externalId");
        var groups = registrar.Directory.Current.Groups.Where(group => group.Source == GroupSource.Directory && filter?.Attribute switch
        {
            null => true,
            "displayName" => group.DisplayName.Equals(filter.Value, StringComparison.OrdinalIgnoreCase),
            _ => group.ExternalId == filter.Value,
        });
        return ScimResponse.WriteAsync(context, ScimPage.Of(context, [.. groups], group => FormOf(group).Show()));
    }

    private async Task CreateAsync(HttpContext context)
    {
        var now = time.GetUtcNow();
        var group = new GroupRow { Id = Guid.CreateVersion7(now), DisplayName = "", Source = GroupSource.Directory, CreatedAt = now, UpdatedAt = now };
        var form = new ScimGroupForm(group, []).Replace(await ScimEdge.ReadAsync(context));
        await SaveAsync(context, () => form, StatusCodes.Status201Created);
    }

    private async Task ReplaceAsync(HttpContext context)
    {
        _ = Find(context);
        var body = await ScimEdge.ReadAsync(context);
        await SaveAsync(context, () => Find(context).Replace(body));
    }

    private async Task ChangeAsync(HttpContext context)
    {
        _ = Find(context);
        var operations = ScimOperation.Read(await ScimEdge.ReadAsync(context));
        await SaveAsync(context, () => operations.Aggregate(Find(context), (form, operation) => form.Apply(operation)));
    }

    private async Task DeleteAsync(HttpContext context)
    {
        await registrar.DeleteGroupAsync(Find(context).Group.Id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task SaveAsync(HttpContext context, Func<ScimGroupForm> change, int status = StatusCodes.Status200OK)
    {
        ScimGroupForm? saved = null;
        var hasRoom = await registrar.SaveGroupAsync(
            () =>
            {
                saved = change().Checked(registrar.Directory, time.GetUtcNow());
                return saved.Draft;
            },
            context.RequestAborted);
        if (!hasRoom)
        {
            throw new ScimException(
                StatusCodes.Status409Conflict, "tooMany", $"There are {GroupRow.Capacity} groups, which is the most that one server keeps.");
        }

        await ScimResponse.WriteAsync(context, saved!.Show(), status);
    }

    private ScimGroupForm Find(HttpContext context)
    {
        var text = (string)context.Request.RouteValues["group_id"]!;
        return Guid.TryParse(text, out var id) && registrar.Directory.FindGroup(id) is { Source: GroupSource.Directory } group
            ? FormOf(group)
            : throw new ScimException(StatusCodes.Status404NotFound, null, $"There is no group '{text}'.");
    }

    private ScimGroupForm FormOf(GroupRow group) =>
        new(group, [.. registrar.Directory.Current.GroupMembers.Where(member => member.GroupId == group.Id).Select(member => member.UserId)]);
}

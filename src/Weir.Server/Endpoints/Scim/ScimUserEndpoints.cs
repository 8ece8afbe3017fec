using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Organization;

namespace Weir.Server.Endpoints.Scim;

/// <summary><c>/scim/v2/Users</c>: users as a directory provisions them. One who is deleted there is disabled here, since charges name him.</summary>
internal sealed class ScimUserEndpoints(OrganizationRegistrar registrar, ScimEdge edge, TimeProvider time)
{
    private const string One = "/Users/{user_id}";

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Map(routes, "GET", "/Users", ListAsync);
        edge.Map(routes, "POST", "/Users", CreateAsync);
        edge.Map(routes, "GET", One, context => ScimResponse.WriteAsync(context, ScimUserForm.Show(Find(context))));
        edge.Map(routes, "PUT", One, ReplaceAsync);
        edge.Map(routes, "PATCH", One, ChangeAsync);
        edge.Map(routes, "DELETE", One, DeleteAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var filter = ScimFilter.Of(context, "userName", "externalId");
        var users = registrar.Directory.Current.Users.Where(user => filter?.Attribute switch
        {
            null => true,
            "userName" => user.Email.Equals(filter.Value, StringComparison.OrdinalIgnoreCase),
            _ => user.ExternalId == filter.Value,
        });
        return ScimResponse.WriteAsync(context, ScimPage.Of(context, [.. users], ScimUserForm.Show));
    }

    private async Task CreateAsync(HttpContext context)
    {
        var body = await ScimEdge.ReadAsync(context);
        var now = time.GetUtcNow();
        var user = new UserRow { Id = UserRow.NewId(now), Email = "", Role = OrganizationRole.Member, CreatedAt = now, UpdatedAt = now };
        await SaveAsync(context, ScimUserForm.Replace(user, body), StatusCodes.Status201Created);
    }

    private async Task ReplaceAsync(HttpContext context)
    {
        var known = Find(context);
        await SaveAsync(context, ScimUserForm.Replace(known, await ScimEdge.ReadAsync(context)));
    }

    private async Task ChangeAsync(HttpContext context)
    {
        var known = Find(context);
        var operations = ScimOperation.Read(await ScimEdge.ReadAsync(context));
        await SaveAsync(context, operations.Aggregate(known, ScimUserForm.Apply));
    }

    private async Task DeleteAsync(HttpContext context)
    {
        _ = await registrar.SaveUserAsync(Find(context) with { Disabled = true, UpdatedAt = time.GetUtcNow() }, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task SaveAsync(HttpContext context, UserRow user, int status = StatusCodes.Status200OK)
    {
        var saved = user with { UpdatedAt = time.GetUtcNow() };
        if (await registrar.SaveUserAsync(saved, context.RequestAborted) is var conflict and not UserConflict.None)
        {
            throw new ScimException(
                StatusCodes.Status409Conflict,
                "uniqueness",
                conflict == UserConflict.Email
                    ? $"Another user has the address '{user.Email}'."
                    : $"There are {UserRow.Capacity} users, which is the most that one server keeps.");
        }

        await ScimResponse.WriteAsync(context, ScimUserForm.Show(saved), status);
    }

    private UserRow Find(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["user_id"]!;
        return registrar.Directory.FindUser(id) ?? throw new ScimException(StatusCodes.Status404NotFound, null, $"There is no user '{id}'.");
    }
}

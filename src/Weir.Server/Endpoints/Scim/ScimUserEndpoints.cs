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
        user = ScimUserForm.Replace(user, body);
        Check(user, await registrar.AddUserAsync(user, context.RequestAborted));
        await ScimResponse.WriteAsync(context, ScimUserForm.Show(user), StatusCodes.Status201Created);
    }

    private async Task ReplaceAsync(HttpContext context)
    {
        var id = Find(context).Id;
        var body = await ScimEdge.ReadAsync(context);
        await ChangeAsync(context, id, user => ScimUserForm.Replace(user, body));
    }

    private async Task ChangeAsync(HttpContext context)
    {
        var id = Find(context).Id;
        var operations = ScimOperation.Read(await ScimEdge.ReadAsync(context));
        await ChangeAsync(context, id, user => operations.Aggregate(user, ScimUserForm.Apply));
    }

    private async Task DeleteAsync(HttpContext context)
    {
        _ = await SaveAsync(context, Find(context).Id, user => user with { Disabled = true });
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task ChangeAsync(HttpContext context, string id, Func<UserRow, UserRow> change) =>
        await ScimResponse.WriteAsync(context, ScimUserForm.Show(await SaveAsync(context, id, change)));

    private async Task<UserRow> SaveAsync(HttpContext context, string id, Func<UserRow, UserRow> change)
    {
        var (user, conflict) = await registrar.ChangeUserAsync(
            id, current => change(current ?? throw Missing(id)) with { UpdatedAt = time.GetUtcNow() }, context.RequestAborted);
        Check(user, conflict);
        return user;
    }

    private static void Check(UserRow user, UserConflict conflict)
    {
        if (conflict != UserConflict.None)
        {
            throw new ScimException(
                StatusCodes.Status409Conflict,
                "uniqueness",
                conflict == UserConflict.Email
                    ? $"Another user has the address '{user.Email}'."
                    : $"There are {UserRow.Capacity} users, which is the most that one server keeps.");
        }
    }

    private UserRow Find(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["user_id"]!;
        return registrar.Directory.FindUser(id) ?? throw Missing(id);
    }

    private static ScimException Missing(string id) => new(StatusCodes.Status404NotFound, null, $"There is no user '{id}'.");
}

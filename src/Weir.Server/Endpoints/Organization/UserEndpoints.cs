using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Protocol;
using Weir.Protocol.Organization;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Organization;

/// <summary>Lists, makes and changes users. One who is disabled loses keys and sessions with the answer.</summary>
internal sealed class UserEndpoints(OrganizationRegistrar registrar, ManagementEdge edge, TimeProvider time)
{
    private const string Path = "/api/weir/users";
    private const int LongestName = 100;

    private readonly UserLookup _lookup = new(registrar);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, Path, ListAsync);
        edge.Post(routes, Path, CreateAsync);
        edge.Get(routes, Path + "/{user_id}", (context, _) => WriteAsync(context, _lookup.Find(context)));
        edge.Patch(routes, Path + "/{user_id}", ChangeAsync);
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var page = ListPage.Of(context);
        var users = registrar.Directory.Current.Users;
        return WireResponse.WriteAsync(
            context,
            new UserListResponse([.. page.Take(users).Select(_lookup.RecordOf)], users.Length),
            WireJson.Default.UserListResponse);
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var body = await ManagementBody.ReadAsync(context, "email", "first_name", "last_name", "role");
        var now = time.GetUtcNow();
        var user = new UserRow
        {
            Id = UserRow.NewId(now),
            Email = EmailOf(body),
            FirstName = body.Text("first_name", LongestName),
            LastName = body.Text("last_name", LongestName),
            Role = RoleText.Organization(body) ?? OrganizationRole.Member,
            CreatedAt = now,
            UpdatedAt = now,
        };
        Check(user, await registrar.AddUserAsync(user, context.RequestAborted));
        await WriteAsync(context, user, StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = _lookup.Find(context);
        var body = await ManagementBody.ReadAsync(context, "email", "first_name", "last_name", "role", "disabled");
        var (changed, conflict) = await registrar.ChangeUserAsync(
            known.Id, current => Change(known = current ?? throw UserLookup.Missing(known.Id), body), context.RequestAborted);
        Check(changed, conflict);
        ChangeNote.Add(context, _lookup.Shown(known), _lookup.Shown(changed));
        await WriteAsync(context, changed);
    }

    private UserRow Change(UserRow user, ManagementBody body) => user with
    {
        Email = body.Has("email") ? EmailOf(body) : user.Email,
        FirstName = body.Has("first_name") ? body.Text("first_name", LongestName) : user.FirstName,
        LastName = body.Has("last_name") ? body.Text("last_name", LongestName) : user.LastName,
        Role = RoleText.Organization(body) ?? user.Role,
        Disabled = body.Flag("disabled") ?? user.Disabled,
        UpdatedAt = time.GetUtcNow(),
    };

    private static void Check(UserRow user, UserConflict conflict)
    {
        switch (conflict)
        {
            case UserConflict.Email:
                throw Refusal.Conflict($"Another user has the address '{user.Email}'.");
            case UserConflict.Full:
                throw Refusal.Denied($"There are {UserRow.Capacity} users, which is the most that one server keeps.");
            default:
                return;
        }
    }

    private static string EmailOf(ManagementBody body)
    {
        var email = body.RequiredText("email", EmailAddress.Longest);
        return EmailAddress.IsWellFormed(email) ? email : throw Refusal.Invalid($"'email' is '{email}'; it must be one address, for example jane@example.com.");
    }

    private Task WriteAsync(HttpContext context, UserRow user, int status = StatusCodes.Status200OK) =>
        WireResponse.WriteAsync(context, new DataResponse<UserRecord>(_lookup.RecordOf(user)), WireJson.Default.DataResponseUserRecord, status);
}

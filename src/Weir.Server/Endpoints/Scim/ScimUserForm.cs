using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Ledger.Organization;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Organization;

namespace Weir.Server.Endpoints.Scim;

/// <summary>Users as SCIM has them: <c>userName</c> is the address. What is not kept here (titles, telephones) is ignored.</summary>
internal static class ScimUserForm
{
    public static JsonObject Show(UserRow user) => new()
    {
        ["schemas"] = new JsonArray(ScimSchemas.User),
        ["id"] = user.Id,
        ["externalId"] = user.ExternalId,
        ["userName"] = user.Email,
        ["name"] = new JsonObject { ["givenName"] = user.FirstName, ["familyName"] = user.LastName },
        ["emails"] = new JsonArray(new JsonObject { ["value"] = user.Email, ["type"] = "work", ["primary"] = true }),
        ["active"] = !user.Disabled,
        ["meta"] = new JsonObject
        {
            ["resourceType"] = "User",
            ["created"] = WireTime.Format(user.CreatedAt),
            ["lastModified"] = WireTime.Format(user.UpdatedAt),
            ["location"] = $"{ScimEdge.Root}/Users/{user.Id}",
        },
    };

    /// <summary>A user with everything that a resource says; what it leaves out is as in a new one.</summary>
    /// <exception cref="ScimException">It cannot be so.</exception>
    public static UserRow Replace(UserRow user, JsonElement resource)
    {
        var bare = user with { FirstName = null, LastName = null, ExternalId = null, Disabled = false, Email = "" };
        return Checked(Merge(bare, resource));
    }

    /// <summary>A user after one operation of a PATCH.</summary>
    /// <exception cref="ScimException">It cannot be so.</exception>
    public static UserRow Apply(UserRow user, ScimOperation operation)
    {
        if (operation.Path.Length == 0)
        {
            return Checked(Merge(user, operation.Value));
        }

        var isRemoval = operation.Verb == "remove";
        string? Text() => isRemoval ? null : ScimAttributes.TextOf(operation.Value, operation.Path);
        return Checked(operation.Path.ToLowerInvariant() switch
        {
            "active" => user with { Disabled = !isRemoval && !ScimAttributes.Flag(operation.Value, "active") },
            "username" => user with { Email = Text() ?? "" },
            "externalid" => user with { ExternalId = Text() },
            "name" => Merge(user, operation.Value),
            "name.givenname" => user with { FirstName = Text() },
            "name.familyname" => user with { LastName = Text() },
            _ => user,
        });
    }

    private static UserRow Merge(UserRow user, JsonElement resource)
    {
        var name = ScimAttributes.Find(resource, "name") ?? resource;
        return user with
        {
            Email = ScimAttributes.Text(resource, "userName") is { } userName ? AddressOf(userName, resource) : user.Email,
            ExternalId = ScimAttributes.Text(resource, "externalId") ?? user.ExternalId,
            FirstName = NameOf(name, "givenName") ?? NameOf(resource, "name.givenName") ?? user.FirstName,
            LastName = NameOf(name, "familyName") ?? NameOf(resource, "name.familyName") ?? user.LastName,
            Disabled = ScimAttributes.Find(resource, "active") is { } active ? !ScimAttributes.Flag(active, "active") : user.Disabled,
        };
    }

    private static string? NameOf(JsonElement resource, string name) => ScimAttributes.Text(resource, name);

    // Directories whose names are no addresses send the address beside them.
    private static string AddressOf(string userName, JsonElement resource) =>
        EmailAddress.IsWellFormed(userName) ? userName : ScimAttributes.Primary(resource, "emails") ?? userName;

    private static UserRow Checked(UserRow user) =>
        EmailAddress.IsWellFormed(user.Email)
            ? user
            : throw ScimAttributes.Wrong("userName", "must be an address, for example jane@example.com, or stand beside one in 'emails'");
}

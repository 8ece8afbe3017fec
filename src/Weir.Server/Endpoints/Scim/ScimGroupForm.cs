using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Weir.Ledger.Organization;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Scim;

/// <summary>A group as SCIM has it, with who is in it.</summary>
internal sealed partial record ScimGroupForm(GroupRow Group, ImmutableHashSet<string> Members)
{
    private const int MostMembers = 10_000;

    /// <summary>It, to be saved.</summary>
    public GroupDraft Draft => new(Group, Members);

    /// <summary>It as of now, when everybody in it is a user.</summary>
    /// <exception cref="ScimException">Somebody is not.</exception>
    public ScimGroupForm Checked(OrganizationDirectory directory, DateTimeOffset now) =>
        Members.FirstOrDefault(user => directory.FindUser(user) is null) is { } unknown
            ? throw ScimAttributes.Wrong("members", $"names '{unknown}', which is no user here")
            : this with { Group = Group with { UpdatedAt = now } };

    public JsonObject Show()
    {
        JsonNode[] members =
        [
            .. Members.Order(StringComparer.Ordinal).Select(user => new JsonObject { ["value"] = user, ["$ref"] = $"{ScimEdge.Root}/Users/{user}" }),
        ];
        return new JsonObject
        {
            ["schemas"] = new JsonArray(ScimSchemas.Group),
            ["id"] = Group.Id.ToString(),
            ["externalId"] = Group.ExternalId,
            ["displayName"] = Group.DisplayName,
            ["members"] = new JsonArray(members),
            ["meta"] = new JsonObject
            {
                ["resourceType"] = "Group",
                ["created"] = WireTime.Format(Group.CreatedAt),
                ["lastModified"] = WireTime.Format(Group.UpdatedAt),
                ["location"] = $"{ScimEdge.Root}/Groups/{Group.Id}",
            },
        };
    }

    /// <exception cref="ScimException">It cannot be so.</exception>
    public ScimGroupForm Replace(JsonElement resource) => (this with
    {
        Group = Group with { DisplayName = ScimAttributes.Text(resource, "displayName") ?? "", ExternalId = ScimAttributes.Text(resource, "externalId") },
        Members = ScimAttributes.Find(resource, "members") is { } members ? [.. IdsOf(members)] : [],
    }).Checked();

    /// <exception cref="ScimException">It cannot be so.</exception>
    public ScimGroupForm Apply(ScimOperation operation)
    {
        var path = operation.Path.ToLowerInvariant();
        if (OneMember().Match(operation.Path) is { Success: true } one && operation.Verb == "remove")
        {
            return this with { Members = Members.Remove(one.Groups["id"].Value) };
        }

        return (path switch
        {
            "" => ApplyObject(operation.Value, operation.Verb),
            "displayname" => this with { Group = Group with { DisplayName = ScimAttributes.TextOf(operation.Value, path) } },
            "externalid" => this with { Group = Group with { ExternalId = operation.Verb == "remove" ? null : ScimAttributes.TextOf(operation.Value, path) } },
            "members" => this with { Members = MembersAfter(operation.Verb, operation.Value) },
            _ => this,
        }).Checked();
    }

    private ScimGroupForm ApplyObject(JsonElement value, string verb) => this with
    {
        Group = Group with
        {
            DisplayName = ScimAttributes.Text(value, "displayName") ?? Group.DisplayName,
            ExternalId = ScimAttributes.Text(value, "externalId") ?? Group.ExternalId,
        },
        Members = ScimAttributes.Find(value, "members") is { } members ? MembersAfter(verb, members) : Members,
    };

    private ImmutableHashSet<string> MembersAfter(string verb, JsonElement value) => verb switch
    {
        "add" => Members.Union(IdsOf(value)),
        "replace" => [.. IdsOf(value)],

        // Without a value: all of them.
        _ => value.ValueKind == JsonValueKind.Undefined ? [] : Members.Except(IdsOf(value)),
    };

    private static IEnumerable<string> IdsOf(JsonElement members) => members.ValueKind switch
    {
        JsonValueKind.Array => [.. members.EnumerateArray().Select(IdOf)],
        JsonValueKind.Object => [IdOf(members)],
        _ => throw ScimAttributes.Wrong("members", "must be a list of { \"value\": id }"),
    };

    private static string IdOf(JsonElement member) =>
        ScimAttributes.Text(member, "value") ?? throw ScimAttributes.Wrong("members", "must be a list of { \"value\": id }");

    private ScimGroupForm Checked()
    {
        if (Group.DisplayName.Length == 0)
        {
            throw ScimAttributes.Wrong("displayName", "is missing or empty");
        }

        return Members.Count <= MostMembers ? this : throw ScimAttributes.Wrong("members", $"can be {MostMembers} at most");
    }

    [GeneratedRegex("""^members\[\s*value\s+eq\s+"(?<id>[A-Za-z0-9_-]{1,64})"\s*\]$""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OneMember();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Weir.Protocol;
using Weir.Protocol.Audit;

namespace Weir.Server.Endpoints.Management;

/// <summary>What an update changed, found by comparing the object as the API shows it before and after; the one place that does.</summary>
internal static class AuditedChanges
{
    /// <summary>That nothing differs.</summary>
    public const string None = "[]";

    private const int LongestValue = 4_096;

    // Of these only that they changed is said. A credential is no part of any answer: its endpoint puts what is stored of it in its place.
    private static readonly HashSet<string> Secrets = new(StringComparer.Ordinal) { "key", "hash", "allowed_api_key_hashes" };

    // What moves by itself, or follows from what changed. By the first letters.
    private static readonly string[] Moving = ["created_at", "updated_at", "usage", "byok_usage", "limit_remaining", "label"];

    /// <summary>An object as the API shows it.</summary>
    public static JsonElement Shown<T>(T record, JsonTypeInfo<T> type) => JsonSerializer.SerializeToElement(record, type);

    /// <summary>The same of members that its endpoint chose.</summary>
    public static JsonElement Shown(JsonObject members)
    {
        using var document = JsonDocument.Parse(members.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>The members that differ, as JSON for the log.</summary>
    /// <param name="before">Undefined: there was nothing.</param>
    /// <param name="after">Undefined: there is nothing any more.</param>
    public static string Between(JsonElement before, JsonElement after)
    {
        var (old, now) = (MembersOf(before), MembersOf(after));
        IReadOnlyList<AuditChangeRecord> changes =
        [
            .. old.Keys.Union(now.Keys)
                .Where(name => !Moves(name))
                .Select(name => ChangeOf(name, ValueOf(old, name), ValueOf(now, name)))
                .OfType<AuditChangeRecord>(),
        ];
        return JsonSerializer.Serialize(changes, WireJson.Default.IReadOnlyListAuditChangeRecord);
    }

    /// <summary>What <see cref="Between"/> wrote.</summary>
    public static IReadOnlyList<AuditChangeRecord>? Read(string? changes) =>
        changes is null ? null : JsonSerializer.Deserialize(changes, WireJson.Default.IReadOnlyListAuditChangeRecord);

    private static Dictionary<string, JsonElement> MembersOf(JsonElement shown) =>
        shown.ValueKind == JsonValueKind.Object
            ? shown.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal)
            : [];

    // Null and absent are one: an answer may leave out what is null.
    private static JsonElement? ValueOf(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static bool Moves(string name) => Array.Exists(Moving, start => name.StartsWith(start, StringComparison.Ordinal));

    private static AuditChangeRecord? ChangeOf(string name, JsonElement? old, JsonElement? now)
    {
        if (old is { } left && now is { } right ? JsonElement.DeepEquals(left, right) : old is null && now is null)
        {
            return null;
        }

        string? omitted = Secrets.Contains(name) ? "secret" : IsLong(old) || IsLong(now) ? "too_long" : null;
        return new AuditChangeRecord { Field = name, Old = omitted is null ? old : null, New = omitted is null ? now : null, Omitted = omitted };
    }

    private static bool IsLong(JsonElement? value) => value?.GetRawText().Length > LongestValue;
}

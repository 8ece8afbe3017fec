using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Guardrails;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Gives guardrails to keys and members, and takes them away; each has at most one, and assigning replaces it.</summary>
internal sealed class AssignmentWriteEndpoints(
    GuardrailRegistrar registrar,
    GuardrailDirectory directory,
    WorkspaceDirectory workspaces,
    KeyDirectory keys,
    ManagementEdge edge)
{
    public const string OfOne = GuardrailWriteEndpoints.Path + "/{id}/assignments";

    private const int MostSubjects = 1_000;
    private const int LongestSubject = 256;

    private readonly GuardrailLookup _lookup = new(directory, workspaces);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Post(routes, OfOne + "/keys", (context, caller) => AssignAsync(context, caller, AssignmentKind.Key));
        edge.Post(routes, OfOne + "/members", (context, caller) => AssignAsync(context, caller, AssignmentKind.Member));
        edge.Post(routes, OfOne + "/keys/remove", (context, _) => UnassignAsync(context, AssignmentKind.Key));
        edge.Post(routes, OfOne + "/members/remove", (context, _) => UnassignAsync(context, AssignmentKind.Member));
    }

    private async Task AssignAsync(HttpContext context, Caller caller, AssignmentKind kind)
    {
        var guardrail = _lookup.Find(context);
        var subjects = await ReadAsync(context, kind);
        if (kind == AssignmentKind.Key)
        {
            subjects = [.. subjects.Select(hash => CheckKey(hash, guardrail)).Distinct(StringComparer.Ordinal)];
        }

        if (guardrail.IsWorkspaceDefault && directory.Current.Find(guardrail.Id) is null)
        {
            throw Refusal.Invalid("Nothing has been set in this guardrail yet, and it is in force for all keys of its workspace without being assigned.");
        }

        if (!await registrar.AssignAsync(guardrail.Id, kind, subjects, caller.Key.Label, context.RequestAborted))
        {
            throw GuardrailLookup.Missing(context);
        }

        await WireResponse.WriteAsync(context, new AssignedCountResponse(subjects.Length), WireJson.Default.AssignedCountResponse);
    }

    private async Task UnassignAsync(HttpContext context, AssignmentKind kind)
    {
        var guardrail = _lookup.Find(context);
        var subjects = await ReadAsync(context, kind);
        var removed = await registrar.UnassignAsync(guardrail.Id, kind, [.. subjects.Select(subject => Normal(subject, kind))], context.RequestAborted);
        await WireResponse.WriteAsync(context, new UnassignedCountResponse(removed), WireJson.Default.UnassignedCountResponse);
    }

    // A guardrail goes with its workspace: a key of another one would lose it without notice.
    private string CheckKey(string text, GuardrailRow guardrail) =>
        !KeyHash.TryParse(text, out var hash) || keys.Find(hash) is not { } key
            ? throw Refusal.Invalid($"There is no key with the hash '{text}'; nothing was assigned. GET /api/v1/keys lists keys.")
            : key.WorkspaceId != guardrail.WorkspaceId
                ? throw Refusal.Invalid(
                    $"The key {key.Key.Label} belongs to workspace {key.WorkspaceId}, the guardrail to {guardrail.WorkspaceId}; nothing was assigned.")
                : hash.ToString();

    private static string Normal(string subject, AssignmentKind kind) =>
        kind == AssignmentKind.Key && KeyHash.TryParse(subject, out var hash) ? hash.ToString() : subject;

    private static async Task<string[]> ReadAsync(HttpContext context, AssignmentKind kind)
    {
        var name = kind == AssignmentKind.Key ? "key_hashes" : "member_user_ids";
        var body = await ManagementBody.ReadAsync(context, name);
        return [.. body.RequiredTexts(name, MostSubjects, LongestSubject).Distinct(StringComparer.Ordinal)];
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Management;

/// <summary>What an update changed, by the rows that it found and wrote.</summary>
/// <remarks>Unlike a <see cref="ChangeWatch"/> it never has what another update changed meanwhile.</remarks>
internal sealed class ChangeNote
{
    private ChangeNote(string changes) => Changes = changes;

    private string Changes { get; }

    /// <summary>Notes it for the log of changes.</summary>
    /// <param name="context">The request.</param>
    /// <param name="before">The object as the API shows it, before; undefined: there was nothing.</param>
    /// <param name="after">The same, after.</param>
    public static void Add(HttpContext context, JsonElement before, JsonElement after) =>
        context.Features.Set(new ChangeNote(AuditedChanges.Between(before, after)));

    /// <summary>What was noted, as JSON for the log; null: nothing.</summary>
    public static string? Of(HttpContext context) => context.Features.Get<ChangeNote>()?.Changes;
}

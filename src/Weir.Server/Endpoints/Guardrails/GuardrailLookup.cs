using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Finds the guardrail that a request's path names; that of a workspace is there before anybody has written it.</summary>
internal sealed class GuardrailLookup(GuardrailDirectory directory, WorkspaceDirectory workspaces)
{
    public static Guid IdOf(HttpContext context) => Guid.TryParse((string)context.Request.RouteValues["id"]!, out var id) ? id : Guid.Empty;

    /// <exception cref="GatewayException">404.</exception>
    public GuardrailRow Find(HttpContext context) => Find(IdOf(context)) ?? throw Missing(context);

    /// <summary>A guardrail; null when there is none.</summary>
    public GuardrailRow? Find(Guid id) =>
        directory.Current.Find(id) ?? (workspaces.Find(id.ToString()) is { } workspace ? GuardrailRow.DefaultOf(id, workspace.CreatedAt) : null);

    /// <summary>A guardrail, for the log of changes.</summary>
    public static JsonElement Shown(GuardrailRow row) => AuditedChanges.Shown(GuardrailRecords.Of(row), WireJson.Default.GuardrailRecord);

    public static GatewayException Missing(HttpContext context) =>
        Refusal.NotFound($"There is no guardrail '{context.Request.RouteValues["id"]}'. GET /api/v1/guardrails lists those there are.");
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Finds the budget that a request's path names.</summary>
internal sealed class BudgetLookup(WorkspaceDirectory directory)
{
    private const string Lifetime = "lifetime";

    /// <exception cref="GatewayException">400: there is no such interval. 404: there is no such budget.</exception>
    public BudgetRow Find(HttpContext context, WorkspaceRow workspace)
    {
        var reset = ResetOf(context);
        return directory.StateOf(workspace.Id).Budgets.FirstOrDefault(budget => budget.Reset == reset)
            ?? throw Refusal.NotFound($"Workspace '{workspace.Slug}' has no {NameOf(reset)} budget.");
    }

    /// <summary>A budget, for the log of changes; what counts towards budgets is the workspace's, and is set there too.</summary>
    public static JsonElement Shown(BudgetRow? budget, WorkspaceRow workspace) => AuditedChanges.Shown(new JsonObject
    {
        ["limit_usd"] = budget?.Limit.ToDollars(),
        ["include_byok_in_budgets"] = workspace.IncludeByokInBudgets,
    });

    public static LimitReset ResetOf(HttpContext context) => (string)context.Request.RouteValues["interval"]! switch
    {
        "daily" => LimitReset.Daily,
        "weekly" => LimitReset.Weekly,
        "monthly" => LimitReset.Monthly,
        Lifetime => LimitReset.Never,
        var other => throw Refusal.Invalid($"There is no interval '{other}'; it can be daily, weekly, monthly or lifetime."),
    };

    public static string NameOf(LimitReset reset) => reset == LimitReset.Never ? Lifetime : reset.ToString().ToLowerInvariant();
}

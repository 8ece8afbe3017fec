using System.Collections.Immutable;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Protocol.Primitives;

namespace Weir.Server.Seeding;

/// <summary>The guardrails of the month, in force for keys and members of the made-up organisation alone.</summary>
internal sealed class SeedGuardrails(SeedStores stores, SeedAudit audit, SeedClock clock, SeedRandom random)
{
    private const string By = "ada@seed.example";

    public async Task MakeAsync(ImmutableArray<SeedCaller> callers, ImmutableArray<UserRow> users, CancellationToken cancellationToken)
    {
        var workspace = stores.Ledger.DefaultWorkspaceId;
        var personal = Named(workspace, "Seed: Personal data", "Made-up data: what people write about themselves does not leave the house.") with
        {
            BuiltinFilters =
            [
                new("email", FilterAction.Block, false), new("credit-card", FilterAction.Block, false), new("phone", FilterAction.Redact, false),
                new("ip-address", FilterAction.Flag, false), new("regex-prompt-injection", FilterAction.Block, true),
            ],
            ContentFilters = [new(@"\bseed-secret-\d+\b", FilterAction.Redact, "[SEED_SECRET]")],
        };
        var open = Named(workspace, "Seed: Open models", "Made-up data: models whose weights are published.") with
        {
            AllowedModels = ["meta-llama/llama-3.3-70b-instruct", "openai/gpt-oss-120b", "qwen/qwen3-235b-a22b-2507", "mistralai/devstral-2512"],
            EnableFreeTraining = false,
            EnablePaidTraining = false,
        };
        var cautious = Named(workspace, "Seed: Nothing retained", "Made-up data: contracts with customers say so.") with
        {
            ZeroRetention = new ZeroRetentionRow { Anthropic = true, OpenAI = true, Google = true, XAI = true, Other = true },
            IgnoredProviders = ["deepseek"],
        };
        var trial = Named(workspace, "Seed: Trial spend", "Made-up data: ten dollars a week each.") with { Limit = Usd.FromDollarsRoundedUp(10), Reset = LimitReset.Weekly };
        foreach (var guardrail in (GuardrailRow[])[personal, open, cautious, trial])
        {
            clock.Now = clock.Now.AddMinutes(11);
            await stores.Guardrails.SaveAsync(guardrail, cancellationToken);
            await audit.NoteAsync("POST", "/api/v1/guardrails", 201);
        }

        await AssignAsync(personal, AssignmentKind.Key, callers.Take(8), cancellationToken);
        await AssignAsync(cautious, AssignmentKind.Key, callers.Skip(9).Take(2), cancellationToken);
        _ = await stores.Guardrails.AssignAsync(trial.Id, AssignmentKind.Member, [.. users.Skip(6).Select(user => user.Id)], By, cancellationToken);
        await audit.NoteAsync("POST", $"/api/v1/guardrails/{trial.Id}/assignments/members");
    }

    private async Task AssignAsync(GuardrailRow guardrail, AssignmentKind kind, IEnumerable<SeedCaller> callers, CancellationToken cancellationToken)
    {
        _ = await stores.Guardrails.AssignAsync(guardrail.Id, kind, [.. callers.Select(caller => caller.Key.Hash.ToString())], By, cancellationToken);
        await audit.NoteAsync("POST", $"/api/v1/guardrails/{guardrail.Id}/assignments/keys");
    }

    private GuardrailRow Named(Guid workspace, string name, string description) =>
        new() { Id = random.RowId(clock.Now), WorkspaceId = workspace, Name = name, Description = description, CreatedAt = clock.Now };
}

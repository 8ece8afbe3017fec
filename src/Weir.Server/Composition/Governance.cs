using Weir.Gateway.Guardrails;
using Weir.Ledger.Admission;
using Weir.Ledger.Entries;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Providers;
using Weir.Ledger.Workspaces;
using Weir.Server.Configuration;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>Who may spend how much and do what: the account, the workspaces with their budgets, and the guardrails, as the ledger has them.</summary>
internal sealed class Governance : IDisposable
{
    private Governance(SqliteLedgerStore ledger, KeyDirectory keys, TimeProvider time)
    {
        Directory = new WorkspaceDirectory();
        GuardrailDirectory = new GuardrailDirectory();
        Policies = new GuardrailPolicies(GuardrailDirectory);
        Guardrails = new GuardrailRegistrar(ledger.Guardrails, GuardrailDirectory, time);
        Admission = new AdmissionState(Directory, time, GuardrailDirectory);
        Credits = new CreditRegistrar(ledger.Entries, ledger.DefaultWorkspaceId, Admission, keys, Directory, time, GuardrailDirectory);
        Switches = new ProviderSwitches(ledger);
        Workspaces = new WorkspaceRegistrar(ledger.Workspaces, ledger.DefaultWorkspaceId, Directory, time);
    }

    public WorkspaceDirectory Directory { get; }
    public WorkspaceRegistrar Workspaces { get; }
    public GuardrailDirectory GuardrailDirectory { get; }
    public GuardrailRegistrar Guardrails { get; }
    public GuardrailPolicies Policies { get; }
    public AdmissionState Admission { get; }
    public CreditRegistrar Credits { get; }

    /// <summary>Providers that nobody is to be routed to.</summary>
    public ProviderSwitches Switches { get; }

    /// <summary>The policies of a mode: a bare server passes everything on.</summary>
    public GuardrailPolicies PoliciesIn(ServerMode mode) => mode == ServerMode.Bare ? new GuardrailPolicies(new GuardrailDirectory()) : Policies;

    /// <summary>Takes up what the ledger holds, after its keys.</summary>
    public static async Task<Governance> LoadAsync(SqliteLedgerStore ledger, KeyDirectory keys, TimeProvider time, CancellationToken cancellationToken)
    {
        var governance = new Governance(ledger, keys, time);
        await governance.Workspaces.LoadAsync(cancellationToken);
        await governance.Guardrails.LoadAsync(cancellationToken);
        governance.Policies.Prepare();
        await governance.Credits.LoadAsync(cancellationToken);
        await governance.Switches.LoadAsync(cancellationToken);
        return governance;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Workspaces.Dispose();
        Guardrails.Dispose();
        Credits.Dispose();
        Switches.Dispose();
    }
}

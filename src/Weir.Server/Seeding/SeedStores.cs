using Weir.Ledger;
using Weir.Ledger.Audit;
using Weir.Ledger.Entries;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Tracing.Annotations;
using Weir.Tracing.Ingest;

namespace Weir.Server.Seeding;

/// <summary>Where everything goes: the stores and registrars that a server writes through.</summary>
internal sealed record SeedStores
{
    public required ILedgerStore Ledger { get; init; }
    public required KeyRegistrar Keys { get; init; }
    public required WorkspaceRegistrar Workspaces { get; init; }
    public required WorkspaceDirectory WorkspaceDirectory { get; init; }
    public required IWorkspaceStore Members { get; init; }
    public required IOrganizationStore Organization { get; init; }
    public required GuardrailRegistrar Guardrails { get; init; }
    public required CreditRegistrar Credits { get; init; }
    public required IAuditStore Audit { get; init; }
    public required ISpanSink Spans { get; init; }
    public required IAnnotationStore Annotations { get; init; }
}

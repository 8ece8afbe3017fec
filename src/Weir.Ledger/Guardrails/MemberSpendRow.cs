using Weir.Ledger.Keys;

namespace Weir.Ledger.Guardrails;

/// <summary>What the owner of keys has spent in one workspace.</summary>
/// <param name="UserId">The owner.</param>
/// <param name="WorkspaceId">Of the keys.</param>
/// <param name="Spent">Charges, less what was given back.</param>
/// <param name="Byok">What providers billed to the owners of credentials.</param>
public sealed record MemberSpendRow(string UserId, Guid WorkspaceId, Spend Spent, Spend Byok);

namespace Weir.Ledger.Organization;

/// <summary>A group as it is to be.</summary>
/// <param name="Group">The group.</param>
/// <param name="Users">Who is in it, by id.</param>
public sealed record GroupDraft(GroupRow Group, IReadOnlyCollection<string> Users);

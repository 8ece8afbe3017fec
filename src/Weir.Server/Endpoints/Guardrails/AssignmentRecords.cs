using System.Collections.Immutable;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Protocol.Guardrails;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Shows which keys and members have which guardrail as wire records.</summary>
internal static class AssignmentRecords
{
    /// <summary>The assignments whose key is still there.</summary>
    public static ImmutableArray<KeyAssignmentRecord> OfKeys(IEnumerable<AssignmentRow> assignments, KeyDirectory keys) =>
    [
        .. from row in assignments
           where row.Kind == AssignmentKind.Key
           let key = KeyHash.TryParse(row.Subject, out var hash) ? keys.Find(hash) : null
           where key is not null
           select new KeyAssignmentRecord
           {
               Id = row.Id.ToString(),
               KeyHash = row.Subject,
               GuardrailId = row.GuardrailId.ToString(),
               KeyName = key.Key.Name,
               KeyLabel = key.Key.Label,
               AssignedBy = row.AssignedBy,
               CreatedAt = WireTime.Format(row.CreatedAt),
           },
    ];

    public static ImmutableArray<MemberAssignmentRecord> OfMembers(IEnumerable<AssignmentRow> assignments, Guid organization) =>
    [
        .. from row in assignments
           where row.Kind == AssignmentKind.Member
           select new MemberAssignmentRecord
           {
               Id = row.Id.ToString(),
               UserId = row.Subject,
               OrganizationId = organization.ToString(),
               GuardrailId = row.GuardrailId.ToString(),
               AssignedBy = row.AssignedBy,
               CreatedAt = WireTime.Format(row.CreatedAt),
           },
    ];
}

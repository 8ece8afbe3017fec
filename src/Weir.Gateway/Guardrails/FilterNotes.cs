using System.Collections.Immutable;
using System.Globalization;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Guardrails;

namespace Weir.Gateway.Guardrails;

/// <summary>Sums up what filters found: one note for each guardrail and kind of filter.</summary>
internal static class FilterNotes
{
    public static ImmutableArray<PipelineNote> Of(IEnumerable<Finding> findings) =>
    [
        .. findings
            .Where(finding => !finding.IsContinued)
            .GroupBy(finding => (finding.Filter.StageName, finding.Filter.GuardrailId, finding.Filter.Scope))
            .Select(group => new PipelineNote(group.Key.StageName, group.Key.GuardrailId, group.Key.Scope, string.Join(", ", group.GroupBy(finding => finding.Filter).Select(InWords)))),
    ];

    // redacted [EMAIL] 2 times; flagged [PROMPT_INJECTION] (ignore_previous_instructions)
    private static string InWords(IGrouping<TextFilter, Finding> found)
    {
        var done = found.Key.Action switch { FilterAction.Block => "blocked", FilterAction.Redact => "redacted", _ => "flagged" };
        var patterns = found.Select(finding => finding.Match.Pattern).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var detail = patterns.Length > 0 ? $" ({string.Join(", ", patterns)})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{done} {found.Key.Label} x{found.Count()}{detail}");
    }
}

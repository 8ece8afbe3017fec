using System.Collections.Immutable;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Stages;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Tests.Testing;

namespace Weir.Tests.Gateway.Guardrails;

/// <summary>Guardrails and what they make of requests, as tests need them.</summary>
internal static class FilterSamples
{
    // As at the start of a server: to make the filters is not what a request has time for.
    static FilterSamples() => BuiltinFilters.Prepare(BuiltinFilters.PromptInjectionSlug);

    public static GuardrailRow Row(Guid? id = null, params BuiltinFilterRow[] builtins) => new()
    {
        Id = id ?? Guid.CreateVersion7(FakeTime.Start),
        WorkspaceId = GatewaySamples.Workspace,
        Name = "test",
        CreatedAt = FakeTime.Start,
        BuiltinFilters = [.. builtins],
    };

    /// <summary>The guardrail of the workspace of <see cref="GatewaySamples.Caller"/>.</summary>
    public static GuardrailRow Default(params BuiltinFilterRow[] builtins) => Row(GatewaySamples.Workspace, builtins);

    public static BuiltinFilterRow Builtin(string slug, FilterAction action = FilterAction.Redact, bool userOnly = false) => new(slug, action, userOnly);

    public static GuardrailDirectory Directory(params ReadOnlySpan<GuardrailRow> rows)
    {
        var directory = new GuardrailDirectory();
        directory.Load(rows.ToArray(), []);
        return directory;
    }

    public static AssignmentRow Assigned(GuardrailRow guardrail, KeyRow key) => Assigned(guardrail, AssignmentKind.Key, key.Hash.ToString());

    public static AssignmentRow Assigned(GuardrailRow guardrail, AssignmentKind kind, string subject) =>
        new() { Id = Guid.CreateVersion7(FakeTime.Start), GuardrailId = guardrail.Id, Kind = kind, Subject = subject, CreatedAt = FakeTime.Start };

    public static Parsed Guard(string body, GuardrailRow guardrail) => Guard(GatewaySamples.Parsed(body), guardrail);

    public static Parsed Guard(Parsed parsed, GuardrailRow guardrail) => new GuardStage(new GuardrailPolicies(Directory(guardrail)), new FakeTime()).Run(parsed);

    /// <summary>A text with what a filter finds in it replaced.</summary>
    public static string Redacted(string slug, string text)
    {
        var filter = new TextFilter { Find = BuiltinFilters.FinderOf(slug), Action = FilterAction.Redact, Placeholder = BuiltinFilters.LabelOf(slug), Label = "", GuardrailId = default, Scope = default };
        return Redacted([filter], text);
    }

    public static string Redacted(ImmutableArray<TextFilter> filters, string text)
    {
        var search = new ContentSearch(filters, new ScanBudget(TimeProvider.System));
        var found = search.Run([new TextPlace(0, text.Length, IsUser: true, Message: 0)], [text]);
        List<TextEdit> edits = [.. found.Select(finding => new TextEdit(finding.Match.Start, finding.Match.Length, finding.Filter.Placeholder))];
        return edits.Count == 0 ? text : TextRedaction.Apply(text, TextRedaction.Complete(text, edits, filters, search));
    }

    public static string[] Patterns(string text)
    {
        var found = new List<TextMatch>();
        BuiltinFilters.FinderOf(BuiltinFilters.PromptInjectionSlug)(text, new ScanBudget(TimeProvider.System), found);
        return [.. found.Select(match => match.Pattern!).Distinct()];
    }
}

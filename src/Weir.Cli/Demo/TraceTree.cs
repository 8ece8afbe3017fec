using System.Globalization;

namespace Weir.Cli.Demo;

/// <summary>Prints a trace as a tree.</summary>
/// <remarks>
/// <code>
/// ChatCompletion  LLM  12.3 ms  meta-llama/llama-3.1-8b-instruct:free · 26 + 60 tokens
/// └─ Gateway ChatCompletion  LLM  9.8 ms  …
///    └─ attempt 1 Simulator  CHAIN  7.1 ms
/// </code>
/// </remarks>
internal static class TraceTree
{
    public static void Print(IReadOnlyList<DemoSpan> spans, TextWriter output)
    {
        var ids = spans.Select(span => span.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var root in spans.Where(span => span.ParentId is null || !ids.Contains(span.ParentId)).OrderBy(span => span.Start))
        {
            PrintBranch(root, spans, "", "", output);
        }
    }

    /// <summary>What the trace cost in US dollars: as the gateway's span says, the only one that charges.</summary>
    public static string Cost(IReadOnlyList<DemoSpan> spans) =>
        spans.FirstOrDefault(span => span.Attribute("weir.generation_id") is not null)?.Attribute("llm.cost.total") is { } cost
        && decimal.TryParse(cost, NumberStyles.Float, CultureInfo.InvariantCulture, out var dollars)
            ? dollars.ToString("0.#########", CultureInfo.InvariantCulture)
            : "unknown";

    private static void PrintBranch(DemoSpan span, IReadOnlyList<DemoSpan> spans, string lead, string childLead, TextWriter output)
    {
        output.WriteLine($"{lead}{span.Name}  {span.Kind}  {(span.End - span.Start).TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms  {Facts(span)}");
        var children = spans.Where(child => child.ParentId == span.Id).OrderBy(child => child.Start).ToArray();
        for (var index = 0; index < children.Length; index++)
        {
            var isLast = index == children.Length - 1;
            PrintBranch(children[index], spans, childLead + (isLast ? "└─ " : "├─ "), childLead + (isLast ? "   " : "│  "), output);
        }
    }

    private static string Facts(DemoSpan span)
    {
        var facts = new List<string?>
        {
            span.Attribute("llm.model_name") ?? span.Attribute("weir.attempt.upstream_model"),
            (span.Attribute("openrouter.provider_name") ?? span.Attribute("llm.provider")) is { } provider ? $"by {provider}" : null,
            span.Attribute("llm.token_count.prompt") is { } prompt ? $"{prompt} + {span.Attribute("llm.token_count.completion")} tokens" : null,
            span.Attribute("llm.cost.total") is { } cost ? $"${decimal.Parse(cost, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.#########", CultureInfo.InvariantCulture)}" : null,
            span.Status == "ERROR" ? "FAILED" : null,
        };
        return string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact)));
    }
}

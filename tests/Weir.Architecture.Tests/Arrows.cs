namespace Weir.Architecture.Tests;

/// <summary>What a project may reference, as <c>eng/arrows.txt</c> says.</summary>
/// <remarks><code>Weir.Tracing -> Weir.Protocol, Weir.OpenInference</code></remarks>
internal sealed class Arrows(string text)
{
    private readonly Dictionary<string, HashSet<string>> _allowed = text.Split('\n')
        .Where(line => line.Contains("->", StringComparison.Ordinal) && !line.StartsWith('#'))
        .Select(line => line.Split("->"))
        .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Split(',').Select(name => name.Trim()).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>References of one project that no arrow allows.</summary>
    public IEnumerable<string> Violations(string project, IEnumerable<string> references) =>
        from reference in references.Distinct()
        where reference.StartsWith("Weir.", StringComparison.Ordinal) && !(_allowed.GetValueOrDefault(project)?.Contains(reference) ?? false)
        select $"{project} -> {reference} is not in eng/arrows.txt";

    /// <summary>Projects without a line, and lines without a project.</summary>
    public IEnumerable<string> Unlisted(IReadOnlyCollection<string> projects) =>
        projects.Except(_allowed.Keys).Select(name => $"{name} has no line in eng/arrows.txt")
            .Concat(_allowed.Keys.Except(projects).Select(name => $"eng/arrows.txt names {name}, which is not in src/"));
}

using System.Text.RegularExpressions;

namespace Weir.Architecture.Tests;

/// <summary>Finds what <c>ARCHITECTURE.md</c> names in backticks that is not there.</summary>
/// <remarks>
/// A word with a capital first letter and a small one is a type: <c>`SpanWriter`</c>, or a type and its member: <c>`ISpanSink.StoreAsync`</c>.
/// <c>`Weir.…`</c> is a project, or a path below <c>src/</c> when it has a slash. Text that starts with a top folder, or has the ending of a
/// file we write, is a path. Anything else, blocks between fences and placeholders in angle brackets are prose.
/// </remarks>
internal sealed partial class MapNames(string root, IReadOnlyDictionary<string, string> types)
{
    // How the folder is called in the documents, whatever it is called on this disk.
    private const string Tests = "tests/";

    public IEnumerable<string> Missing(string markdown) =>
        from match in InBackticks().Matches(Fenced().Replace(markdown, ""))
        let name = match.Groups["name"].Value
        where !IsThere(name)
        select $"ARCHITECTURE.md names `{name}`, which does not exist";

    private bool IsThere(string name)
    {
        if (ProjectName().IsMatch(name) || PathLike().IsMatch(name))
        {
            return PathsOf(name).Any(path => Path.Exists(Path.Combine(root, path)));
        }

        var type = TypeName().Match(name);
        return !type.Success
            || (types.TryGetValue(type.Groups["type"].Value, out var code) && code.Contains(type.Groups["member"].Value, StringComparison.Ordinal));
    }

    private static string[] PathsOf(string name) => [name, "src/" + name, Tests + name];

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex("`(?<name>[^`<>\n]+)`")]
    private static partial Regex InBackticks();

    [GeneratedRegex(@"^Weir\.[\w.]+$")]
    private static partial Regex ProjectName();

    [GeneratedRegex(@"^((src|tests?|eng|docs|ui|bench|samples)/|Weir\.[\w.]+/|[\w./-]+\.(cs|csproj|props|slnx|md|txt)$)")]
    private static partial Regex PathLike();

    [GeneratedRegex(@"^(?<type>(?=\w*[a-z])[A-Z]\w*)(\.(?<member>\w+))?$")]
    private static partial Regex TypeName();
}

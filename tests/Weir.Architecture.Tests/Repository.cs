using System.Text.RegularExpressions;

namespace Weir.Architecture.Tests;

/// <summary>Finds the repository's folders, projects and text files from wherever the tests run.</summary>
internal static partial class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Source { get; } = Path.Combine(Root, "src");

    public static string Tests { get; } = Path.Combine(Root, "tests");

    /// <summary>The projects of <c>src/</c>, by name.</summary>
    public static IReadOnlyList<Project> Projects { get; } =
        [.. Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new Project(Path.GetFileNameWithoutExtension(path), path))];

    /// <summary>Files somebody wrote, with paths relative to the root; nothing that a build or an installation made.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, Func<string, bool> isWanted) =>
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path).Replace('\\', '/')
        where !Made().IsMatch(relative) && isWanted(relative)
        orderby relative
        select (relative, File.ReadAllText(path));

    public static IEnumerable<(string Path, string Text)> CodeFiles(string folder) => Files(folder, path => path.EndsWith(".cs", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Weir.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has a Weir.slnx.");
    }

    [GeneratedRegex("(^|/)(bin|obj|obj-ready|node_modules)/")]
    private static partial Regex Made();
}

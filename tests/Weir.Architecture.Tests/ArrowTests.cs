using Xunit;

namespace Weir.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class ArrowTests
{
    // A foreign assembly, or family of them, and the only projects that may know it.
    private static readonly (string Prefix, string[] Projects)[] Reserved =
    [
        ("Microsoft.AspNetCore", ["Weir.Server", "Weir.Simulator", "Weir.Cli"]),
        ("Microsoft.NET.Sdk.Web", ["Weir.Server", "Weir.Simulator", "Weir.Cli"]),
        ("Microsoft.Data.", ["Weir.Storage."]),
        ("System.Data.", ["Weir.Storage."]),
        ("SQLitePCL", ["Weir.Storage."]),
        ("Npgsql", ["Weir.Storage."]),
    ];

    private static readonly Arrows Allowed = new(File.ReadAllText(Path.Combine(Repository.Root, "eng", "arrows.txt")));

    [Fact]
    public void ProjectReferences_FollowArrows() =>
        Rule.Holds(Repository.Projects.SelectMany(project => Allowed.Violations(project.Name, project.ProjectReferences)));

    [Fact]
    public void AssemblyReferences_FollowArrows() =>
        Rule.Holds(Repository.Projects.SelectMany(project => Allowed.Violations(project.Name, project.ReadAssemblyReferences())));

    [Fact]
    public void Projects_AreListed() => Rule.Holds(Allowed.Unlisted([.. Repository.Projects.Select(project => project.Name)]));

    [Fact]
    public void WebAndDatabases_StayInTheirProjects() =>
        Rule.Holds(Repository.Projects.SelectMany(project => Trespasses(project.Name, [.. project.ForeignReferences, .. project.ReadAssemblyReferences()])));

    [Fact]
    public void MissingArrow_IsFound()
    {
        var arrows = new Arrows("# a comment -> Weir.B\nWeir.A ->\nWeir.B -> Weir.A, Weir.C\n");

        Assert.Empty(arrows.Violations("Weir.B", ["Weir.A", "Weir.C", "System.Linq"]));
        Assert.Equal(["Weir.A -> Weir.B is not in eng/arrows.txt"], arrows.Violations("Weir.A", ["Weir.B"]));
        Assert.Single(arrows.Violations("Weir.New", ["Weir.A"]));
        Assert.Equal(2, arrows.Unlisted(["Weir.A", "Weir.New"]).Count());
    }

    [Theory]
    [InlineData("Weir.Gateway", "Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("Weir.Ledger", "Microsoft.NET.Sdk.Web")]
    [InlineData("Weir.Server", "Microsoft.Data.Sqlite")]
    public void Trespass_IsFound(string project, string reference)
    {
        Assert.Single(Trespasses(project, [reference, "System.Runtime"]));
        Assert.Empty(Trespasses("Weir.Server", ["Microsoft.AspNetCore.Http"]));
        Assert.Empty(Trespasses("Weir.Storage.Sqlite", ["Microsoft.Data.Sqlite"]));
    }

    private static IEnumerable<string> Trespasses(string project, IEnumerable<string> references) =>
        from reference in references.Distinct()
        from reserved in Reserved
        where reference.StartsWith(reserved.Prefix, StringComparison.Ordinal) && !reserved.Projects.Any(allowed => project == allowed || (allowed.EndsWith('.') && project.StartsWith(allowed, StringComparison.Ordinal)))
        select $"{project} uses {reference}, which only {string.Join(", ", reserved.Projects)} may";
}

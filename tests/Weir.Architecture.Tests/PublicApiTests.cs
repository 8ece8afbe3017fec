using Xunit;

namespace Weir.Architecture.Tests;

/// <summary>What a package promises changes only when somebody approves it.</summary>
public sealed class PublicApiTests
{
    private const string ApproveVariable = "WEIR_APPROVE";

    public static TheoryData<string> Packages => [.. Repository.Projects.Where(project => project.IsPackage).Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicApi_IsTheApprovedOne(string package)
    {
        var project = Repository.Projects.Single(candidate => candidate.Name == package);
        var file = Path.Combine(project.Folder, "PublicApi.txt");
        var actual = PublicApi.Of(project.Load().GetExportedTypes());
        if (Environment.GetEnvironmentVariable(ApproveVariable) == "1")
        {
            File.WriteAllText(file, string.Join('\n', actual) + "\n");
        }

        Rule.Holds(Differences(File.Exists(file) ? File.ReadAllLines(file) : [], actual, package));
    }

    [Fact]
    public void ChangedApi_IsFound()
    {
        var actual = PublicApi.Of([typeof(SampleApi)]);

        Assert.Equal(
            [
                "Weir.Architecture.Tests.SampleApi = abstract record class",
                "Weir.Architecture.Tests.SampleApi.Length -> Int32 = 7",
                "Weir.Architecture.Tests.SampleApi.Names -> IReadOnlyList<String?>? { required get; init; }",
                "Weir.Architecture.Tests.SampleApi.new()",
                "Weir.Architecture.Tests.SampleApi.static Find(String name, out Int64? number, Boolean exact = True) -> SampleApi?",
            ],
            actual.Select(line => line.Replace("-> Weir.Architecture.Tests.SampleApi?", "-> SampleApi?", StringComparison.Ordinal)));
        Assert.Empty(Differences(actual, actual, "Weir.A"));
        Assert.Equal(3, Differences([.. actual.Skip(1), "gone"], actual, "Weir.A").Count());
    }

    private static IEnumerable<string> Differences(IReadOnlyList<string> approved, IReadOnlyList<string> actual, string package)
    {
        var differences = approved.Except(actual).Select(line => "- " + line).Concat(actual.Except(approved).Select(line => "+ " + line)).ToList();
        return differences.Count == 0 ? [] : differences.Append($"The public API of {package} is not the approved one. If it should be, run these tests with {ApproveVariable}=1 and commit src/{package}/PublicApi.txt.");
    }
}

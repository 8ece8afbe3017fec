using Xunit;

namespace Weir.Architecture.Tests;

/// <summary>The map shows what is there.</summary>
public sealed class MapTests
{
    private static readonly string Map = File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"));

    [Fact]
    public void NamesInTheMap_Exist()
    {
        var types = Repository.CodeFiles(Repository.Source).Concat(Repository.CodeFiles(Repository.Tests))
            .GroupBy(file => Path.GetFileNameWithoutExtension(file.Path), file => file.Text, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, string.Concat, StringComparer.Ordinal);

        Rule.Holds(new MapNames(Repository.Root, types).Missing(Map));
    }

    [Fact]
    public void ArrowsInTheMap_AreThoseInForce()
    {
        var arrows = File.ReadAllLines(Path.Combine(Repository.Root, "eng", "arrows.txt")).Where(line => !line.StartsWith('#'));

        Rule.Holds(arrows.Except(Map.Split('\n'), StringComparer.Ordinal).Select(line => $"ARCHITECTURE.md lacks the line of eng/arrows.txt: {line}"));
    }

    [Theory]
    [InlineData("`GoneStage`")]
    [InlineData("`SpanWriter.GoneAsync`")]
    [InlineData("`src/Weir.Gone/`")]
    [InlineData("`Weir.Gone`")]
    [InlineData("`Weir.Tracing/Gone.cs`")]
    [InlineData("`tests/gone/`")]
    public void WrongName_IsFound(string markdown) => Assert.Single(Sample().Missing($"It is {markdown} that does it."));

    [Theory]
    [InlineData("`SpanWriter` and `SpanWriter.StoreAsync`")]
    [InlineData("`Weir.Tracing`, `Weir.Tracing/Weir.Tracing.csproj`, `eng/arrows.txt`, `tests/compat/`")]
    [InlineData("`<Name>Provider`, `weir.db`, `POST /v1/traces`, `PRAGMA`, `traces.bodies`")]
    [InlineData("prose\n```\n`GoneStage`\n```\n")]
    public void RightNamesAndProse_AreFine(string markdown) => Rule.Holds(Sample().Missing(markdown));

    private static MapNames Sample() =>
        new(Repository.Root, new Dictionary<string, string>(StringComparer.Ordinal) { ["SpanWriter"] = "class SpanWriter { Task StoreAsync(); }" });
}

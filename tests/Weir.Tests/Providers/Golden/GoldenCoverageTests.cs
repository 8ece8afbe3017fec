using Weir.Providers;
using Xunit;

namespace Weir.Tests.Providers.Golden;

/// <summary>No dialect without cases: of both directions, and of both ways to answer.</summary>
public sealed class GoldenCoverageTests
{
    private const int LeastCases = 12;
    private const int LeastOfADirection = 4;

    public static TheoryData<string> Dialects => [.. ProviderRegistry.Names.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Dialect_HasCasesOfEveryKind(string dialect)
    {
        var requests = Count(dialect, "upstream.json");
        var streams = Count(dialect, GoldenCase.StreamFiles);
        var wholes = Count(dialect, "answer.json");
        var errors = Count(dialect, "error.json");

        Assert.True(Count(dialect, "request.json", "events.jsonl", "error.json") >= LeastCases, $"{dialect} has fewer than {LeastCases} cases.");
        Assert.True(requests >= LeastOfADirection, $"{dialect} has {requests} cases of requests.");
        Assert.True(streams + wholes >= LeastOfADirection, $"{dialect} has {streams + wholes} cases of answers.");
        Assert.True(streams > 0 && wholes > 0 && errors > 0, $"{dialect} has {streams} streamed answers, {wholes} whole ones and {errors} errors.");
    }

    [Fact]
    public void Folders_AreDialects() =>
        Assert.Equal(ProviderRegistry.Names.Order(StringComparer.Ordinal), GoldenCase.With("request.json").Select(found => found.Dialect).Distinct(StringComparer.Ordinal));

    private static int Count(string dialect, params string[] files) => GoldenCase.With(files).Count(found => found.Dialect == dialect);
}

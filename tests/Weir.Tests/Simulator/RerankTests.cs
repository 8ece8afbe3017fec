using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class RerankTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string Documents = """["Printer toner is out","The Seine shapes Paris","Rivers shape old towns such as Paris"]""";

    [Theory]
    [InlineData("v1/rerank")]
    [InlineData("v2/rerank")]
    public async Task Documents_ThatShareWordsWithTheQuery_ComeFirst(string path)
    {
        var (status, body) = await simulator.Client.AskAsync(path, $$"""{"model":"sim/rerank","query":"How do rivers shape Paris?","documents":{{Documents}},"top_n":2}""");
        var results = body.GetProperty("results").EnumerateArray().ToList();

        Assert.Equal(200, status);
        Assert.Equal([2, 1], results.Select(result => result.GetProperty("index").GetInt32()));
        Assert.All(results, result => Assert.InRange(result.GetProperty("relevance_score").GetDouble(), 0.0001, 1));
        Assert.Equal(1, body.GetProperty("meta").GetProperty("billed_units").GetProperty("search_units").GetInt32());
    }

    [Fact]
    public async Task Documents_AreReturnedByTheFirstFormAlone()
    {
        const string Body = $$"""{"model":"sim/rerank","query":"paris","documents":[{"text":"Paris"}],"return_documents":true}""";
        var (_, first) = await simulator.Client.AskAsync("v1/rerank", Body);
        var (_, second) = await simulator.Client.AskAsync("v2/rerank", Body);

        Assert.Equal("Paris", first.GetProperty("results")[0].GetProperty("document").GetProperty("text").GetString());
        Assert.True(first.GetProperty("usage").GetProperty("total_tokens").GetInt32() > 0);
        Assert.False(second.GetProperty("results")[0].TryGetProperty("document", out _));
    }

    [Fact]
    public async Task Error_IsInCoheresShape()
    {
        var (status, body) = await simulator.Client.AskAsync("v2/rerank", """{"model":"sim/rerank","query":"a","documents":[]}""");

        Assert.Equal(400, status);
        Assert.Contains("documents", body.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}

using System.Buffers.Binary;
using System.Text.Json;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class EmbeddingTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Fact]
    public async Task Vectors_AreOfLengthOneAndTheSameEachTime()
    {
        var first = await EmbedAsync("\"The river bends\"");
        var second = await EmbedAsync("\"The river bends\"");

        Assert.Equal(1536, first[0].Length);
        Assert.Equal(1, Math.Sqrt(first[0].Sum(value => value * value)), 4);
        Assert.Equal(first[0], second[0]);
    }

    [Fact]
    public async Task Vectors_OfTextsWithCommonWords_AreNearer()
    {
        var vectors = await EmbedAsync("""["How do rivers shape the old town?","The river that shapes a town","Invoice for printer toner"]""");

        Assert.True(Cosine(vectors[0], vectors[1]) > 0.3, $"{Cosine(vectors[0], vectors[1])}");
        Assert.True(Math.Abs(Cosine(vectors[0], vectors[2])) < 0.2, $"{Cosine(vectors[0], vectors[2])}");
    }

    [Fact]
    public async Task Dimensions_AreTheFirstOfTheFullVector()
    {
        var full = (await EmbedAsync("\"river\""))[0][..64];
        var (_, body) = await simulator.Client.AskAsync("v1/embeddings", """{"model":"sim/embedding","input":"river","dimensions":64}""");
        var cut = Floats(body.GetProperty("data")[0]);

        Assert.Equal(64, cut.Length);
        Assert.Equal(1, Cosine(full, cut), 4);
    }

    [Fact]
    public async Task Base64_HoldsTheSameNumbersLittleEndian()
    {
        var floats = (await EmbedAsync("\"river\""))[0];
        var (_, body) = await simulator.Client.AskAsync("v1/embeddings", """{"model":"sim/embedding","input":"river","encoding_format":"base64"}""");
        var bytes = body.GetProperty("data")[0].GetProperty("embedding").GetBytesFromBase64();

        Assert.Equal(floats, Enumerable.Range(0, bytes.Length / 4).Select(i => (double)BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * 4))));
    }

    [Fact]
    public async Task Tokens_MeanTheirText()
    {
        // "Hello world" in o200k_base.
        var byTokens = await EmbedAsync("[13225,2375]");
        var byText = await EmbedAsync("\"Hello world\"");
        var (_, body) = await simulator.Client.AskAsync("v1/embeddings", """{"model":"sim/embedding","input":[[13225,2375],[13225]]}""");

        Assert.Equal(byText[0], byTokens[0]);
        Assert.Equal(3, body.GetProperty("usage").GetProperty("prompt_tokens").GetInt32());
        Assert.Equal(2, body.GetProperty("data").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"model":"sim/embedding"}""", "missing_required_parameter")]
    [InlineData("""{"model":"sim/embedding","input":""}""", "empty_string")]
    [InlineData("""{"model":"sim/embedding","input":[]}""", "invalid_value")]
    [InlineData("""{"model":"sim/embedding","input":[1999999999]}""", "invalid_value")]
    [InlineData("""{"model":"sim/embedding","input":"a","dimensions":5000}""", "integer_out_of_range")]
    [InlineData("""{"model":"sim/embedding","input":"a","encoding_format":"hex"}""", "invalid_value")]
    [InlineData("""{"model":"sim/small","input":"a"}""", "wrong_endpoint")]
    public async Task Request_Wrong_IsRefused(string body, string code)
    {
        var (status, answer) = await simulator.Client.AskAsync("v1/embeddings", body);

        Assert.Equal(400, status);
        Assert.Equal(code, answer.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Faults_BreakEmbeddingsToo()
    {
        const string Body = """{"model":"sim/embedding","input":"river"}""";
        var (status, _) = await simulator.Client.AskAsync("v1/embeddings", Body, ("x-sim-status", "503"));
        var (_, bare) = await simulator.Client.AskAsync("v1/embeddings", Body, ("x-sim-no-usage", "true"));
        var (_, empty) = await simulator.Client.AskAsync("v1/embeddings", """{"model":"sim/fault-empty","input":"river"}""");

        Assert.Equal(503, status);
        Assert.False(bare.TryGetProperty("usage", out _));
        Assert.Equal(0, empty.GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Cohere_GetsEachTypeItAskedFor()
    {
        var (status, body) = await simulator.Client.AskAsync(
            "v2/embed", """{"model":"sim/embedding","input_type":"search_query","texts":["river","town"],"embedding_types":["float","int8","ubinary"],"output_dimension":64}""");
        var embeddings = body.GetProperty("embeddings");

        Assert.Equal(200, status);
        Assert.Equal(64, embeddings.GetProperty("float")[0].GetArrayLength());
        Assert.All(embeddings.GetProperty("int8")[1].EnumerateArray(), value => Assert.InRange(value.GetInt32(), -127, 127));
        Assert.Equal(8, embeddings.GetProperty("ubinary")[0].GetArrayLength());
        Assert.Equal(2, body.GetProperty("meta").GetProperty("billed_units").GetProperty("input_tokens").GetInt32());
    }

    private async Task<double[][]> EmbedAsync(string input)
    {
        var (status, body) = await simulator.Client.AskAsync("v1/embeddings", $$"""{"model":"sim/embedding","input":{{input}}}""");
        Assert.True(status == 200, body.GetRawText());
        return [.. body.GetProperty("data").EnumerateArray().Select(Floats)];
    }

    private static double[] Floats(JsonElement item) => [.. item.GetProperty("embedding").EnumerateArray().Select(value => (double)value.GetSingle())];

    private static double Cosine(double[] left, double[] right) =>
        left.Zip(right, (a, b) => a * b).Sum() / Math.Sqrt(left.Sum(a => a * a) * right.Sum(b => b * b));
}

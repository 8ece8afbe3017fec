using System.Text;
using System.Text.Json;
using Weir.Gateway.Continuation;
using Xunit;

namespace Weir.Tests.Gateway.Continuation;

/// <summary>What a chunk carries decides what may be held back, left out or gone on with.</summary>
public sealed class DeltaChunkTests
{
    [Theory]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}]}""", "Hi", "", false)]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":"Hi","tool_calls":[],"refusal":null}}]}""", "Hi", "", false)]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":"","reasoning":"Hm"}}]}""", "", "Hm", false)]
    [InlineData("""{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0}]}}]}""", "", "", true)]
    [InlineData("""{"choices":[{"index":0,"delta":{"images":[{"type":"image_url"}]}}]}""", "", "", true)]
    [InlineData("""{"choices":[{"index":1,"delta":{"content":"x"}}]}""", "x", "", true)]
    [InlineData("""{"choices":[]}""", "", "", false)]
    public void Chunk_IsReadAsWhatItAdds(string json, string text, string reasoning, bool hasMore)
    {
        var chunk = DeltaChunk.Read(Encoding.UTF8.GetBytes(json), null);

        Assert.Equal((text, reasoning, hasMore), (chunk.Text, chunk.Reasoning, chunk.HasMore));
    }

    [Fact]
    public void BrokenChunk_IsAnError() => Assert.ThrowsAny<JsonException>(() => DeltaChunk.Read("{\"choices\":[{"u8, null));

    [Fact]
    public void ChunkOfAContinuation_LosesRoleTextAndThoughts_AndKeepsTheRest()
    {
        var json = """{"id":"x","choices":[{"index":0,"delta":{"role":"assistant","content":"Hi","reasoning":"Hm","tool_calls":[{"index":0}]},"finish_reason":"stop"}],"x":1}""";

        var written = DeltaWriter.WithoutText(Encoding.UTF8.GetBytes(json), continues: true);

        Assert.Equal("""{"id":"x","choices":[{"index":0,"delta":{"tool_calls":[{"index":0}]},"finish_reason":"stop"}],"x":1}""", Encoding.UTF8.GetString(written.Span));
    }
}

using System.Text.Json;
using Weir.Tracing.Datasets;
using Xunit;

namespace Weir.Tests.Tracing.Datasets;

public sealed class ExampleHashTests
{
    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    [Theory]
    [InlineData("""{"a":1,"b":{"x":true,"y":null}}""", """{ "b": {"y":null,"x":true}, "a": 1.0 }""")]
    [InlineData("""{"a":"é"}""", """{"a":"\u00e9"}""")]
    [InlineData("""{"a":0.10}""", """{"a":1e-1}""")]
    public void Of_SameContentWrittenDifferently_IsTheSame(string left, string right) => Assert.Equal(HashOf(left), HashOf(right));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"a":9007199254740993}""", """{"a":9007199254740992}""")]
    [InlineData("""{"a":1e-30}""", """{"a":2e-30}""")]
    [InlineData("""{"a":null}""", """{}""")]
    [InlineData("""{"a":"\ud800"}""", """{"a":"\ud801"}""")]
    public void Of_DifferentContent_Differs(string left, string right) => Assert.NotEqual(HashOf(left), HashOf(right));

    [Fact]
    public void Of_SameValueOnAnotherSide_Differs()
    {
        var value = JsonElement.Parse("""{"a":1}""");

        Assert.NotEqual(ExampleHash.Of(value, Empty, Empty), ExampleHash.Of(Empty, value, Empty));
    }

    [Fact]
    public void ToBytes_Back_IsTheSame()
    {
        var hash = HashOf("""{"a":1}""");

        Assert.Equal(hash, ContentHash.FromBytes(hash.ToBytes()));
    }

    private static ContentHash HashOf(string input) => ExampleHash.Of(JsonElement.Parse(input), Empty, Empty);
}

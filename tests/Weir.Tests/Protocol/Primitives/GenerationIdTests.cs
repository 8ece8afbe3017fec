using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Protocol.Primitives;

/// <summary>The names of requests.</summary>
public sealed class GenerationIdTests
{
    [Fact]
    public void New_Id_HasPrefixSecondsAndRandomPart() =>
        Assert.Matches("^gen-1767225600-[A-Za-z0-9]{20}$", GenerationId.New(DateTimeOffset.FromUnixTimeSeconds(1767225600)).ToString());

    [Fact]
    public void New_ManyAtOneTime_AllDiffer() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => GenerationId.New(DateTimeOffset.UnixEpoch)).Distinct().Count());
}

using Weir.Gateway.Health;
using Xunit;

namespace Weir.Tests.Gateway.Health;

/// <summary>When an endpoint that says nothing counts as silent.</summary>
public sealed class SilenceStateTests
{
    private static readonly Percentiles Quick = new(0.5, 0.6, 0.8, 1);
    private static readonly Percentiles Slow = new(5, 6, 8, 10);

    private readonly SilenceState _state = new();

    [Theory]
    [InlineData(4, false)]
    [InlineData(6, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Silence_CountsFromTheFirstCallAndNotForEver(int seconds, bool expected)
    {
        _state.Called(TimeSpan.Zero);
        _state.Called(TimeSpan.FromSeconds(3));

        Assert.Equal(expected, _state.IsSilent(TimeSpan.FromSeconds(seconds), Quick));
    }

    [Fact]
    public void SignOfLife_EndsTheSilence()
    {
        _state.Called(TimeSpan.Zero);
        _state.Heard();
        _state.Called(TimeSpan.FromSeconds(9));

        Assert.False(_state.IsSilent(TimeSpan.FromSeconds(10), Quick));
        Assert.True(_state.IsSilent(TimeSpan.FromSeconds(15), Quick));
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(31, true)]
    public void SlowEndpoint_IsGivenItsTime(int seconds, bool expected)
    {
        _state.Called(TimeSpan.Zero);

        Assert.Equal(expected, _state.IsSilent(TimeSpan.FromSeconds(seconds), Slow));
    }

    [Fact]
    public void Stranger_IsGivenTwentySeconds()
    {
        _state.Called(TimeSpan.Zero);

        Assert.False(_state.IsSilent(TimeSpan.FromSeconds(20), latency: null));
        Assert.True(_state.IsSilent(TimeSpan.FromSeconds(21), latency: null));
    }

    [Fact]
    public void CallAfterALongSilence_BeginsANewOne()
    {
        _state.Called(TimeSpan.Zero);
        _state.Called(TimeSpan.FromSeconds(70));

        Assert.False(_state.IsSilent(TimeSpan.FromSeconds(71), Quick));
        Assert.True(_state.IsSilent(TimeSpan.FromSeconds(76), Quick));
    }
}

using Weir.Gateway.Pipeline;
using Xunit;

namespace Weir.Tests.Gateway.Pipeline;

/// <summary>Joining the caller's trace, or beginning one.</summary>
public sealed class TraceContextTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Span = "b7ad6b7169203331";

    [Theory]
    [InlineData($"00-{Trace}-{Span}-01", 1u)]
    [InlineData($"00-{Trace}-{Span}-00", 0u)]
    [InlineData($"00-{Trace}-{Span}-ff", 255u)]
    [InlineData($"01-{Trace}-{Span}-01", 1u)]
    [InlineData($"cc-{Trace}-{Span}-01-what-the-future-brings", 1u)]
    [InlineData($"cc-{Trace}-{Span}-01-", 1u)]
    public void From_ValidHeader_JoinsTheTrace(string header, uint flags)
    {
        var context = TraceContext.From(header, "vendor=x");

        Assert.Equal(Trace, context.TraceId.ToString());
        Assert.Equal(Span, context.ParentSpanId?.ToString());
        Assert.Equal(flags, context.Flags);
        Assert.Equal("vendor=x", context.TraceState);
        Assert.NotEqual(Span, context.SpanId.ToString());
        Assert.False(context.SpanId.IsZero);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData($"00-{Trace}-{Span}")]
    [InlineData($"00-{Trace}-{Span}-0")]
    [InlineData($"00-{Trace}-{Span}-01-")]
    [InlineData($"00-{Trace}-{Span}-01-more")]
    [InlineData($"cc-{Trace}-{Span}-01.more")]
    [InlineData($"cc-{Trace}-{Span}-012")]
    [InlineData($"ff-{Trace}-{Span}-01")]
    [InlineData($"zz-{Trace}-{Span}-01")]
    [InlineData($".0-{Trace}-{Span}-01")]
    [InlineData($"00-00000000000000000000000000000000-{Span}-01")]
    [InlineData($"00-{Trace}-0000000000000000-01")]
    [InlineData("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01")]
    [InlineData($"00-{Trace}-B7AD6B7169203331-01")]
    [InlineData($"00-{Trace}-{Span}-0A")]
    [InlineData($"00-{Trace}-{Span}-+1")]
    [InlineData($"00-{Trace}-{Span}-.1")]
    [InlineData($"00_{Trace}-{Span}-01")]
    [InlineData($" 00-{Trace}-{Span}-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319-cb7ad6b7169203331-01")]
    public void From_InvalidHeader_BeginsATrace(string? header)
    {
        var context = TraceContext.From(header, "vendor=x");

        Assert.NotEqual(Trace, context.TraceId.ToString());
        Assert.False(context.TraceId.IsZero);
        Assert.Null(context.ParentSpanId);
        Assert.Equal(1u, context.Flags);
        Assert.Equal("", context.TraceState);
    }

    [Fact]
    public void From_NothingTwice_GivesTwoTraces()
    {
        Assert.NotEqual(TraceContext.From(null, null).TraceId, TraceContext.From(null, null).TraceId);
        Assert.NotEqual(TraceContext.NewSpanId(), TraceContext.NewSpanId());
    }
}

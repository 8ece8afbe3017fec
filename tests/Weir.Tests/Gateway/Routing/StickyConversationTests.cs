using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Routing;

/// <summary>Which requests belong to one conversation.</summary>
public sealed class StickyConversationTests
{
    private const string System = """{"role":"system","content":"Be brief."}""";
    private const string Developer = """{"content":"Be brief.","role":"developer"}""";
    private const string Hi = """{"role":"user","content":"Hi"}""";
    private const string Hello = """{"role":"assistant","content":"Hello"}""";
    private const string Bye = """{"role":"user","content":"Bye"}""";

    [Theory]
    [InlineData(System + "," + Hi, System + "," + Hi + "," + Hello + "," + Bye, true)]
    [InlineData(System + "," + Hi, System + "," + Bye, false)]
    [InlineData(System + "," + Hi, Hi, false)]
    [InlineData(Developer + "," + Hi, Developer + "," + System + "," + Hi, true)]
    [InlineData(Developer + "," + Hi, System + "," + Hi, false)]
    [InlineData(Hi + "," + System, System + "," + Hi, false)]
    [InlineData(Hi, Hi + "," + Hello + "," + Bye, true)]
    [InlineData(System, System + "," + Hi, false)]
    public void Beginning_IsTheFirstInstructionAndTheFirstOtherMessage(string left, string right, bool same) => Assert.Equal(same, Of(left) == Of(right));

    [Fact]
    public void Session_WinsOverTheCacheKeyAndTheBeginning()
    {
        var session = Of(Hi, "\"session_id\":\"s\",\"prompt_cache_key\":\"k\",");

        Assert.True(session.IsSession);
        Assert.Equal(session, Of(Bye, "\"session_id\":\"s\","));
        Assert.Equal(session, Of(Bye, header: "s"));
        Assert.Equal(session, Of(Bye, "\"session_id\":\"s\",", header: "other"));
        Assert.NotEqual(session, Of(Hi, "\"session_id\":\"k\","));
    }

    [Fact]
    public void CacheKey_WinsOverTheBeginning()
    {
        var key = Of(Hi, "\"prompt_cache_key\":\"k\",");

        Assert.False(key.IsSession);
        Assert.Equal(key, Of(Bye, "\"prompt_cache_key\":\"k\","));
        Assert.NotEqual(key.Id, Of(Hi, "\"session_id\":\"k\",").Id);
        Assert.Equal(Of(Hi), Of(Hi, "\"prompt_cache_key\":null,"));
    }

    private static StickyConversation Of(string messages, string members = "", string? header = null) =>
        StickyConversation.Of(Request($$"""{{{members}}"messages":[{{messages}}]}"""), new InboundHeaders { SessionId = header });
}

using System.Diagnostics;
using System.Text;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Chat;

/// <summary>What is asked: read in one pass, refused with the place that is wrong.</summary>
public sealed class ChatRequestReaderTests
{
    private const string Messages = """
        "messages":[{"role":"user","content":"Hi"}]
        """;

    [Fact]
    public void Read_Request_KeepsItsBytesAndTheValuesOfInterest()
    {
        const string Json = """
            { "model" : "acme/small", "models": ["b/c", "d/e"], "stream": true, "user":"u\u00fc", "session_id":"s", "x": {"deep":[1, 2]},
              "messages":[{"content":"Hi","role":"user"}] }
            """;

        var request = Request(Json);

        Assert.Equal(Json, Text(request.Body));
        Assert.Equal("acme/small", request.Model);
        Assert.Equal(["b/c", "d/e"], request.Models);
        Assert.True(request.Stream);
        Assert.Equal("uü", request.User);
        Assert.Equal("s", request.SessionId);
        Assert.Equal("""{"deep":[1, 2]}""", Text(request.Value("x")));
        Assert.Equal(["model", "models", "stream", "user", "session_id", "x", "messages"], request.Members.Select(member => member.Name));
    }

    [Fact]
    public void Read_MembersThatAreNull_AreNotSet()
    {
        var request = Request($$"""{"model":null,"models":null,"stream":null,"user":null,"session_id":null,"plugins":null,{{Messages}}}""");

        Assert.Null(request.Model);
        Assert.Empty(request.Models);
        Assert.False(request.Stream);
        Assert.Null(request.User);
        Assert.False(request.Has("plugins"));
        Assert.False(request.Has("absent"));
        Assert.True(request.Value("absent").IsEmpty);
    }

    [Fact]
    public void Read_NameGivenTwice_KeepsTheLast()
    {
        var request = Request($$"""{"model":"first","stream":true,{{Messages}},"model":"second","mod\u0065l":"third","stream":false}""");

        Assert.Equal("third", request.Model);
        Assert.False(request.Stream);
        Assert.Equal(3, request.Members.Length);
    }

    [Theory]
    [InlineData("", "not valid JSON (line 1, byte 0)")]
    [InlineData("  ", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("""{"model":"a/b",}""", "not valid JSON (line 1, byte 15)")]
    [InlineData("{\n\"model\": nope}", "not valid JSON (line 2, byte 10)")]
    [InlineData("""{"messages":[{"role":"user"}]} x""", "not valid JSON")]
    [InlineData("""{"messages":[{"role":"user"}]}{}""", "not valid JSON")]
    [InlineData("\uFEFF{}", "not valid JSON")]
    [InlineData("// no\n{}", "not valid JSON")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("\"text\"", "must be a JSON object")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("{}", "'messages' is missing")]
    [InlineData("""{"messages":null}""", "'messages' is missing")]
    [InlineData("""{"prompt":"Hi"}""", "'prompt' is not available")]
    [InlineData("""{"model":7,"messages":[{"role":"user"}]}""", "'model' must be a string")]
    [InlineData("""{"model":["a/b"],"messages":[{"role":"user"}]}""", "'model' must be a string")]
    [InlineData("""{"models":"a/b","messages":[{"role":"user"}]}""", "'models' must be a list of strings")]
    [InlineData("""{"models":["a/b",7],"messages":[{"role":"user"}]}""", "'models' must be a list of strings")]
    [InlineData("""{"stream":"true","messages":[{"role":"user"}]}""", "'stream' must be true or false")]
    [InlineData("""{"stream":1,"messages":[{"role":"user"}]}""", "'stream' must be true or false")]
    [InlineData("""{"user":{},"messages":[{"role":"user"}]}""", "'user' must be a string")]
    public void Read_WrongRequest_IsRefusedWithThePlace(string body, string expected)
    {
        var refusal = Assert.Throws<GatewayException>(() => Request(body)).Error;

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(GatewayErrorCode.InvalidRequest, refusal.Code);
        Assert.Equal(ErrorOrigin.Client, refusal.Origin);
    }

    [Theory]
    [InlineData("[]", "'messages' must be a list")]
    [InlineData("{}", "'messages' must be a list")]
    [InlineData("\"Hi\"", "'messages' must be a list")]
    [InlineData("[7]", "'messages[0]'")]
    [InlineData("""[{"role":"user"},{"content":"Hi"}]""", "'messages[1]'")]
    [InlineData("""[{"role":7}]""", "'messages[0]'")]
    [InlineData("""[{"role":"user"},[{"role":"user"}]]""", "'messages[1]'")]
    public void Read_WrongMessages_AreRefusedAsPrompt(string messages, string expected)
    {
        var refusal = Assert.Throws<GatewayException>(() => Request($$"""{"messages":{{messages}}}""")).Error;

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(GatewayErrorCode.InvalidPrompt, refusal.Code);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(10_000, false)]
    public void Read_DeepNesting_IsBounded(int depth, bool expected)
    {
        var json = $$"""{{{Messages}},"x":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        var failure = Record.Exception(() => Request(json));

        Assert.Equal(expected, failure is null);
        Assert.True(failure is null or GatewayException { Error.Status: 400 });
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Read_SessionId_IsBounded(int length, bool expected)
    {
        var failure = Record.Exception(() => Request($$"""{"session_id":"{{new string('s', length)}}",{{Messages}}}"""));

        Assert.Equal(expected, failure is null);
        Assert.True(failure is null or GatewayException { Error.Status: 400 });
    }

    [Fact]
    public void Read_InvalidUtf8_IsRefused()
    {
        byte[] body = [.. Utf8("{\"messages\":[{\"role\":\"user\",\"content\":\""), 0xC3, 0x28, .. Utf8("\"}]}")];

        var refusal = Assert.Throws<GatewayException>(() => ChatRequestReader.Read(body)).Error;

        Assert.Equal(400, refusal.Status);
        Assert.Contains("UTF-8", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("user")]
    [InlineData("session_id")]
    [InlineData("\\ud83d")]
    public void Read_HalfASurrogatePair_IsText(string name)
    {
        // What a client sends that cut a text inside an emoji.
        var request = Request($$"""{"{{name}}":"cut \ud83d","messages":[{"role":"user","content":"\ude00"}]}""");

        Assert.Equal(2, request.Members.Length);
        Assert.True((request.Model ?? request.User ?? request.SessionId ?? "cut \uFFFD") == "cut \uFFFD");
    }

    [Fact]
    public void Read_ManyNames_TakesNoLongerForEach()
    {
        var body = Encoding.UTF8.GetBytes("{" + string.Concat(Enumerable.Range(0, 300_000).Select(i => $"\"n{i}\":{i},")) + Messages + "}");
        var clock = Stopwatch.StartNew();

        var request = ChatRequestReader.Read(body);

        Assert.Equal(300_001, request.Members.Length);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }
}

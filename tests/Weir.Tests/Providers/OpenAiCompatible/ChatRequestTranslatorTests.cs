using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.OpenAiCompatible;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers.OpenAiCompatible;

/// <summary>The caller's request as it goes to a provider.</summary>
public sealed class ChatRequestTranslatorTests
{
    private const string Messages = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";

    [Theory]
    [InlineData("{M}", """{"model":"small-1",M}""")]
    [InlineData("""{"model":"acme/small",M,"temperature":0.50}""", """{"model":"small-1",M,"temperature":0.50}""")]
    [InlineData("""{ M , "x" : { "deep" : [ 1 , 2 ] } , "y":"\u00fc\/😀" }""", """{"model":"small-1",M,"x":{ "deep" : [ 1 , 2 ] },"y":"\u00fc\/😀"}""")]
    [InlineData("""{M,"stream":false}""", """{"model":"small-1",M,"stream":false}""")]
    [InlineData("""{M,"stream":null,"stream_options":{"include_usage":false}}""", """{"model":"small-1",M,"stream":null}""")]
    [InlineData("""{M,"stream":true}""", """{"model":"small-1",M,"stream":true,"stream_options":{"include_usage":true}}""")]
    [InlineData(
        """{M,"stream":true,"stream_options":{"include_usage":false,"x":1}}""",
        """{"model":"small-1",M,"stream":true,"stream_options":{"include_usage":true}}""")]
    [InlineData(
        """{"models":["b/c"],"route":"fallback","provider":{},"preset":null,"plugins":[],"transforms":[],"usage":{"include":true},"session_id":"s","trace":{},"metadata":{},"debug":{},"structured_outputs":true,"max_tool_calls":3,"stop_server_tools_when":[],"context_management":{"edits":[]},M}""",
        """{"model":"small-1",M}""")]
    [InlineData("""{M,"tools":[ ],"tool_choice":"auto","parallel_tool_calls":true}""", """{"model":"small-1",M}""")]
    [InlineData("""{M,"tools":[{}],"tool_choice":"auto"}""", """{"model":"small-1",M,"tools":[{}],"tool_choice":"auto"}""")]
    [InlineData("""{"seed":1,M,"seed":2}""", """{"model":"small-1","seed":2,M}""")]
    [InlineData("""{M,"service_tier":"flex","modalities":["text"]}""", """{"model":"small-1",M,"service_tier":"flex","modalities":["text"]}""")]
    public void Translate_Request_GivesTheUpstreams(string client, string upstream) =>
        Assert.Equal(upstream.Replace("M", Messages, StringComparison.Ordinal), Translate(client.Replace("M", Messages, StringComparison.Ordinal)));

    [Theory]
    [InlineData(null, """{"model":"small-1",M}""")]
    [InlineData("9f86d081884c7d65", """{"model":"small-1",M,"user":"9f86d081884c7d65"}""")]
    public void Translate_User_GoesOutOnlyHashed(string? hashed, string upstream) =>
        Assert.Equal(
            upstream.Replace("M", Messages, StringComparison.Ordinal),
            Translate($$"""{"user":"jane@example.com",{{Messages}}}""", call => call with { HashedUser = hashed }));

    [Theory]
    [InlineData("temperature", "\"temperature\":1,\"x\":1")]
    [InlineData("max_tokens", "\"max_tokens\":5,\"max_completion_tokens\":6,\"x\":1")]
    [InlineData("max_completion_tokens", "\"max_tokens\":5,\"max_completion_tokens\":6,\"x\":1")]
    [InlineData("seed tools", "\"x\":1")]
    [InlineData("", "\"x\":1")]
    public void Translate_EndpointThatDeclaresItsParameters_GetsNoOthers(string supported, string expected)
    {
        var body = $$"""{{{Messages}},"temperature":1,"top_p":1,"max_tokens":5,"max_completion_tokens":6,"reasoning":[],"x":1}""";

        var upstream = Translate(body, call => call with
        {
            Endpoint = call.Endpoint with { SupportedParameters = supported.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet() },
        });

        Assert.Equal($$"""{"model":"small-1",{{Messages}},{{expected}}}""", upstream);
    }

    [Theory]
    [InlineData("naïve", "naïve")]
    [InlineData("q\\\"q", "q\"q")]
    [InlineData("\\ud83d", "\uFFFD")]
    public void Translate_OddNames_StayTheSameName(string written, string name)
    {
        using var json = JsonDocument.Parse(Translate($$"""{{{Messages}},"{{written}}":[1, 2]}"""));

        Assert.Equal("[1, 2]", json.RootElement.GetProperty(name).GetRawText());
    }

    [Theory]
    [InlineData(true, "text/event-stream")]
    [InlineData(false, "application/json")]
    public void Provider_Request_HasCredentialAndNothingOfTheCallers(bool streaming, string accept)
    {
        var call = Call($$"""{"stream":{{(streaming ? "true" : "false")}},{{Messages}}}""");
        call = call with
        {
            Endpoint = call.Endpoint with { Provider = call.Endpoint.Provider with { Headers = [new("X-Team", "a")] } },
            SimulatorHeaders = [new("x-sim-fault", "none")],
        };

        var request = new OpenAiCompatibleProvider().Translate(call);

        Assert.Equal("chat/completions", request.Path);
        Assert.Equal(
            [new("X-Team", "a"), new("Authorization", "Bearer acme-secret-credential"), new("Accept", accept), new("x-sim-fault", "none")],
            request.Headers);
    }

    [Fact]
    public void Provider_WithoutCredential_SendsNone()
    {
        var call = Call($"{{{Messages}}}");

        var request = new OpenAiCompatibleProvider().Translate(call with { Endpoint = Endpoint(Provider() with { ApiKey = null }) });

        Assert.DoesNotContain(request.Headers, header => header.Key == "Authorization");
    }

    private static UpstreamCall Call(string body) => new() { Request = Request(body), Endpoint = Endpoint() };

    private static string Translate(string body, Func<UpstreamCall, UpstreamCall>? change = null)
    {
        var call = Call(body);
        return Text(ChatRequestTranslator.Translate(change is null ? call : change(call), ProviderQuirks.None));
    }
}

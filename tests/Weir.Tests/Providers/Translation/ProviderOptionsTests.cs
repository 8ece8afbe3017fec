using System.Text;
using System.Text.Json.Nodes;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Images;
using Weir.Gateway.Operations.Speech;
using Weir.Gateway.Operations.Transcription;
using Weir.Gateway.Pipeline;
using Weir.Providers;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Providers.Translation;

/// <summary>What a request for media says to one provider reaches that provider, and nobody else.</summary>
public sealed class ProviderOptionsTests
{
    private const string Sound = "\"input_audio\":{\"data\":\"AAAA\",\"format\":\"wav\"}";

    [Theory]
    [InlineData("""{"acme":{"steps":40,"lora":{"a":[1]}},"bolt":{"x":1}}""", """{"steps":40,"lora":{"a":[1]}}""")]
    [InlineData("""{"ACME":{"steps":40}}""", """{"steps":40}""")]
    [InlineData("""{"acme":{"steps":40},"acme/turbo":{"guidance":3}}""", """{"guidance":3}""")]
    [InlineData("""{"acme":{"steps":1,"steps":2,"x":null}}""", """{"steps":2}""")]
    [InlineData("""{"bolt":{"steps":40}}""", "{}")]
    [InlineData("""{"acme":{"model":"dear","n":10,"size":"4096x4096","quality":"high","stream":true,"user":"u","prompt":"p"}}""", "{}")]
    [InlineData("""{"acme":null}""", "{}")]
    [InlineData("null", "{}")]
    public void Images_GetTheirProvidersOptions(string options, string added)
    {
        var plain = Body(ImagesOperation.Instance, "\"prompt\":\"a red panda\"");
        var body = Body(ImagesOperation.Instance, $"\"prompt\":\"a red panda\",\"provider\":{{\"options\":{options}}}");

        foreach (var (name, value) in JsonNode.Parse(added)!.AsObject())
        {
            plain[name] = value!.DeepClone();
        }

        Assert.True(JsonNode.DeepEquals(plain, body), body.ToJsonString());
    }

    [Fact]
    public void Images_WhereTheOperatorNamesWhatPasses_GetNothingElse()
    {
        var endpoint = Acme with { Image = new ImageAbility { PassthroughParameters = ["steps"] } };
        var body = Body(ImagesOperation.Instance, "\"prompt\":\"p\",\"provider\":{\"options\":{\"acme\":{\"steps\":40,\"guidance\":3}}}", endpoint);

        Assert.Equal((40, false), ((int)body["steps"]!, body.ContainsKey("guidance")));
    }

    [Fact]
    public void Images_OverAConversation_GetThemInTheProvidersBody()
    {
        var endpoint = Acme with { Provider = GatewaySamples.Provider() with { Dialect = ProviderRegistry.Find("gemini")! } };
        var body = Body(ImagesOperation.Instance, "\"prompt\":\"p\",\"provider\":{\"options\":{\"acme\":{\"safetySettings\":[],\"contents\":[]}}}", endpoint);

        Assert.Empty(body["safetySettings"]!.AsArray());
        Assert.NotEmpty(body["contents"]!.AsArray());
    }

    [Fact]
    public void Speech_GetsThem()
    {
        var body = Body(SpeechOperation.Instance, "\"input\":\"Hello\",\"voice\":\"anna\",\"provider\":{\"options\":{\"acme\":{\"instructions\":\"softly\",\"voice\":\"bert\"}}}");

        Assert.Equal(("softly", "anna"), ((string)body["instructions"]!, (string)body["voice"]!));
    }

    [Fact]
    public void Transcription_GetsThemAsFields()
    {
        var form = Encoding.UTF8.GetString(Ask(
            TranscriptionOperation.Instance,
            Sound + ",\"provider\":{\"options\":{\"acme\":{\"prompt\":\"names\",\"vad\":\"auto\",\"chunking\":{\"a\":1},\"include\":[\"logprobs\",\"x\"],\"bad\\\"\\r\\nname\":1,\"rate\":0.5}}}",
            Acme).Body.Span);

        Assert.Contains("name=\"vad\"\r\n\r\nauto\r\n", form, StringComparison.Ordinal);
        Assert.Contains("name=\"chunking\"\r\n\r\n{\"a\":1}\r\n", form, StringComparison.Ordinal);
        Assert.Contains("name=\"include[]\"\r\n\r\nlogprobs\r\n", form, StringComparison.Ordinal);
        Assert.Contains("name=\"include[]\"\r\n\r\nx\r\n", form, StringComparison.Ordinal);
        Assert.Contains("name=\"rate\"\r\n\r\n0.5\r\n", form, StringComparison.Ordinal);
        Assert.DoesNotContain("bad", form, StringComparison.Ordinal);
        Assert.Contains("name=\"prompt\"\r\n\r\nnames\r\n", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"options":[]}""")]
    [InlineData("""{"options":{"acme":3}}""")]
    public void WrongShape_IsRefusedForMedia_AndIgnoredForText(string provider)
    {
        var body = Encoding.UTF8.GetBytes($"{{\"model\":\"m\",\"prompt\":\"p\",\"input\":\"i\",\"messages\":[{{\"role\":\"user\"}}],{Sound},\"provider\":{provider}}}");

        foreach (var read in new Func<ReadOnlyMemory<byte>, ModelRequest>[] { ImagesRequest.Read, SpeechRequest.Read, TranscriptionRequest.Read })
        {
            var refused = Assert.Throws<GatewayException>(() => read(body));
            Assert.Equal(400, refused.Error.Status);
            Assert.StartsWith("'provider.options' must be an object of objects by provider", refused.Error.Message, StringComparison.Ordinal);
        }

        _ = Weir.Gateway.Routing.PreferencesReader.Read(ChatRequestReader.Read(body));
    }

    private static EndpointEntry Acme => GatewaySamples.Endpoint() with { Tag = "acme/turbo" };

    private static JsonObject Body(IOperation operation, string members, EndpointEntry? endpoint = null) =>
        JsonNode.Parse(Ask(operation, members, endpoint ?? Acme).Body.Span)!.AsObject();

    private static UpstreamRequest Ask(IOperation operation, string members, EndpointEntry endpoint)
    {
        var call = new UpstreamCall
        {
            Operation = operation,
            Request = RequestReader.Read(Encoding.UTF8.GetBytes($"{{\"model\":\"acme/paint\",{members}}}"), ""),
            Endpoint = endpoint,
        };
        return call.Translator.Translate(call);
    }
}

using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers;
using Weir.Providers.OpenAiCompatible;
using Weir.Gateway.Chat;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers.OpenAiCompatible;

/// <summary>Which row a provider gets, what it says of its parameters, and answers that no provider sends.</summary>
public sealed class QuirkTableTests
{
    [Theory]
    [InlineData("mistral", "https://api.mistral.ai/v1/", "mistral")]
    [InlineData("ours", "https://api.mistral.ai/v1/", "mistral")]
    [InlineData("mistral", "http://127.0.0.1:9001/v1/", "mistral")]
    [InlineData("mistral", "https://api.groq.com/openai/v1/", "groq")]
    [InlineData("acme", "http://127.0.0.1:9001/v1/", "")]
    public void Of_HostBeforeSlug(string slug, string address, string row) => Assert.Equal(row, QuirkTable.Of(slug, new Uri(address)).Slug);

    [Fact]
    public void Parameters_AreThoseOfTheProvider()
    {
        var (mistral, openAi, xai) = (ParametersOf("mistral"), ParametersOf("openai"), ParametersOf("xai"));

        Assert.DoesNotContain("logprobs", mistral);
        Assert.Contains("seed", mistral);
        Assert.DoesNotContain("top_k", openAi);
        Assert.Empty(openAi.Except(ParametersOf("acme")));

        // Some models of OpenAI's take it, none of xAI's.
        Assert.Contains("verbosity", openAi);
        Assert.DoesNotContain("verbosity", xai);
    }

    [Theory]
    [InlineData("""{"choices":7,"reasoning_content":1}""")]
    [InlineData("""{"choices":[null,7,{"delta":[],"index":"x"},{"delta":{"reasoning":5,"reasoning_content":[],"content":7,"reasoning_details":{}}}],"citations":7,"search_results":[1],"x_groq":[]}""")]
    [InlineData("""{"choices":[{"index":-5,"delta":{"content":[null,{"type":"thinking","thinking":7},{"type":"thinking"}]}}],"citations":[null,{"url":4}]}""")]
    [InlineData("""{"\ud83d":1,"reasoning":null}""")]
    [InlineData("""{"choices":[{"delta":{"reasoning":"a"}""")]
    [InlineData("\"reasoning\"")]
    public void Rewrite_MembersOfWrongKinds_AreAnInvalidAnswerAtMost(string json)
    {
        var all = Enum.GetValues<AnswerQuirks>().Aggregate((one, other) => one | other);
        try
        {
            using var answer = JsonDocument.Parse(new AnswerRewriter(all, isStream: true).Rewrite(Utf8(json)));
        }
        catch (JsonException)
        {
            // Counts as the upstream's fault.
        }
    }

    [Fact]
    public void Rewrite_WithoutAnyQuirk_IsTheSameBytes()
    {
        ReadOnlyMemory<byte> json = Utf8("""{ "choices" : [ {"delta":{"content":"the \"reasoning\" of it"}} ] }""");

        Assert.True(new AnswerRewriter(AnswerQuirks.Citations | AnswerQuirks.VendorUsage, isStream: true).Rewrite(json).Equals(json));
    }

    [Theory]
    [InlineData("""{"messages":[7,{"role":"user"}]}""")]
    [InlineData("""{"messages":"Hi"}""")]
    [InlineData("""{"messages":[{"role":7,"content":[7,{"type":4}],"tool_calls":[null,{"id":3}],"name":[]},{"role":"assistant","reasoning_details":[7,{}]}]}""")]
    public void Translate_MessagesThatAreNone_AreLeftToTheProvider(string body)
    {
        foreach (var slug in (string[])["mistral", "groq", "deepseek", "perplexity", "openai"])
        {
            var provider = ProviderRegistry.Find("openai", slug, new Uri("http://127.0.0.1/"))!;
            using var sent = JsonDocument.Parse(provider.Translate(new UpstreamCall { Request = RequestReader.Read(Utf8(body), ""), Endpoint = Endpoint() }).Body);

            Assert.True(sent.RootElement.TryGetProperty("messages", out _));
        }
    }

    private static string[] ParametersOf(string slug) => [.. ProviderRegistry.Find("openai", slug, new Uri("http://127.0.0.1/"))!.Parameters];
}

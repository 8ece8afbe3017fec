using Weir.Gateway.Pipeline;
using Weir.Gateway.Stages;
using Weir.Protocol.Errors;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Stages;

/// <summary>What this version cannot do is said, not ignored.</summary>
public sealed class PrepareStageTests
{
    [Theory]
    [InlineData("\"preset\":null")]
    [InlineData("\"plugins\":[]")]
    [InlineData("\"plugins\":[ ]")]
    [InlineData("\"plugins\":null")]
    [InlineData("\"provider\":{}")]
    [InlineData("\"provider\":{\"only\":[\"acme\"]}")]
    [InlineData("\"plugins\":[{\"id\":\"auto-router\"},{\"id\":\"pareto-router\"}]")]
    [InlineData("\"transforms\":[]")]
    [InlineData("\"tools\":[]")]
    [InlineData("\"tools\":7")]
    [InlineData("\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"openrouter:no\"}}}]")]
    [InlineData("\"tools\":[{\"type\":null},{\"type\":7},{\"\\ud83d\":1,\"type\":\"\\ud83d\"}]")]
    [InlineData("\"anything\":{\"else\":1}")]
    public void Run_NothingSpecial_Passes(string member) => Assert.Null(Record.Exception(() => Run(member)));

    [Theory]
    [InlineData("\"preset\":\"mine\"", "'preset'")]
    [InlineData("\"plugins\":[{\"id\":\"web\"}]", "'plugins'")]
    [InlineData("\"transforms\":[\"middle-out\"]", "'transforms'")]
    [InlineData("\"tools\":[{\"type\":\"function\"},{\"x\":[{}],\"type\":\"openrouter:web_search\"}]", "'openrouter:web_search'")]
    [InlineData("\"tools\":[{\"t\\u0079pe\":\"openrouter\\u003aweb_search\"}]", "'openrouter:web_search'")]
    public void Run_FeatureThatIsNotThere_IsRefusedByName(string member, string feature)
    {
        var error = Assert.Throws<GatewayException>(() => Run(member)).Error;

        Assert.Equal((501, GatewayErrorCode.NotBuilt), (error.Status, error.Code));
        Assert.Contains(feature, error.Message, StringComparison.Ordinal);
    }

    private static Prepared Run(string member) => new PrepareStage().Run(Parsed($$"""{"messages":[{"role":"user"}],{{member}}}"""));
}

using Weir.Gateway.Metering;
using Weir.Gateway.Operations;
using Weir.Ledger.Pricing;
using Xunit;

namespace Weir.Tests.Gateway.Metering;

/// <summary>What costs nothing although a provider answered.</summary>
public sealed class CompletionInsuranceTests
{
    [Theory]
    [InlineData("completions", 0, null, true)]
    [InlineData("completions", 0, "", true)]
    [InlineData("completions", 0, " ", true)]
    [InlineData("completions", 0, "stop", false)]
    [InlineData("completions", 5, null, false)]
    [InlineData("completions", 5, "error", true)]
    [InlineData("completions", 5, "stop", false)]
    [InlineData("embeddings", 0, null, false)]
    [InlineData("tts", 0, null, false)]
    public void Covers_ConversationsWithoutOutputOrWithAnError(string apiType, int completion, string? finishReason, bool expected) =>
        Assert.Equal(expected, CompletionInsurance.Covers(OperationTable.Find(apiType), new TokenUsage { Prompt = 10, Completion = completion }, finishReason));
}

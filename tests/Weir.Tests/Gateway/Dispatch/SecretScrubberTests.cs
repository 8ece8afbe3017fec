using Weir.Gateway.Dispatch;
using Xunit;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>No credential leaves in an error.</summary>
public sealed class SecretScrubberTests
{
    [Theory]
    [InlineData("Incorrect API key provided: sk-proj-abcDEF123456_x.", "Incorrect API key provided: [redacted].")]
    [InlineData("""{"key":"sk-or-v1-0123456789abcdef"}""", """{"key":"[redacted]"}""")]
    [InlineData("gsk_abcdefgh12345678 and xai-abcdefgh12345678", "[redacted] and [redacted]")]
    [InlineData("AIzaSyA0123456789abcdefghijkl", "[redacted]")]
    [InlineData("ABSKQmVkcm9ja0FQSUtleS0xMjM0+/5678==", "[redacted]")]
    [InlineData("Authorization: Bearer abc.def/ghi+jkl==", "Authorization: Bearer [redacted]")]
    [InlineData("\"bearer 0123456789\", next", "\"bearer [redacted]\", next")]
    [InlineData("my-own-credential is wrong: my-own-credential", "[redacted] is wrong: [redacted]")]
    [InlineData("the task-force asked for risk-free disk-space", "the task-force asked for risk-free disk-space")]
    [InlineData("sk-short", "sk-short")]
    [InlineData("", "")]
    public void Scrub_Text_LosesWhatLooksLikeACredential(string text, string expected) =>
        Assert.Equal(expected, SecretScrubber.Scrub(text, ["my-own-credential"]));

    [Theory]
    [InlineData]
    [InlineData("")]
    public void Scrub_NoKnownSecret_LeavesTheRest(params string[] known) => Assert.Equal("plain text", SecretScrubber.Scrub("plain text", known));

    [Fact]
    public void Scrub_SeveralSecrets_LosesEach() => Assert.Equal("[redacted], [redacted], c", SecretScrubber.Scrub("a1, b2, c", ["a1", "b2"]));

    [Fact]
    public void Scrub_SecretAcrossTheCut_IsGone()
    {
        var scrubbed = SecretScrubber.Scrub(new string('x', 4090) + " my-own-credential " + new string('y', 5000), ["my-own-credential"]);

        Assert.Equal(4096, scrubbed.Length);
        Assert.DoesNotContain("my-o", scrubbed, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Protocol.Errors;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Chat;

/// <summary>Errors after the status is out.</summary>
public sealed class InBandErrorTests
{
    [Fact]
    public void Chunk_Error_IsAChunkThatEndsTheAnswer()
    {
        var error = GatewayError.Gateway(GatewayErrorCode.ProviderUnavailable, "Acme \"broke\"\noff \ud83d");

        using var json = JsonDocument.Parse(InBandError.Chunk(Stamp, error));

        var root = json.RootElement;
        Assert.Equal(["id", "object", "created", "model", "provider", "error", "choices"], root.EnumerateObject().Select(member => member.Name));
        Assert.Equal(502, root.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("Acme \"broke\"\noff \uFFFD", root.GetProperty("error").GetProperty("message").GetString());
        Assert.Equal("provider_unavailable", root.GetProperty("error").GetProperty("metadata").GetProperty("error_type").GetString());
        Assert.Equal("""[{"index":0,"delta":{"content":""},"finish_reason":"error","native_finish_reason":null}]""", root.GetProperty("choices").GetRawText());
    }

    [Fact]
    public void Chunk_Error_IsOneLine() =>
        Assert.DoesNotContain('\n', Text(InBandError.Chunk(Stamp, GatewayError.Gateway(GatewayErrorCode.Internal, "a\r\nb"))));
}

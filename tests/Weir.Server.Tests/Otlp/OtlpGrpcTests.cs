using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Weir.Tracing.Ingest;
using Xunit;

namespace Weir.Server.Tests.Otlp;

/// <summary>What the gRPC endpoint answers in its trailers.</summary>
public sealed class OtlpGrpcTests
{
    [Fact]
    public async Task Empty_IsOk()
    {
        await using var host = await TraceHost.StartAsync();

        using var response = await CallAsync(host, Frame([], 0));

        Assert.Equal(new byte[5], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("0", Trailer(response, "grpc-status"));
    }

    [Fact]
    public async Task Gzip_IsRead()
    {
        await using var host = await TraceHost.StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write([0x0a, 0x00]);
        }

        using var response = await CallAsync(host, Frame(packed.ToArray(), 1));

        Assert.Equal("0", Trailer(response, "grpc-status"));
    }

    [Fact]
    public async Task Malformed_IsInvalidArgument()
    {
        await using var host = await TraceHost.StartAsync();

        using var response = await CallAsync(host, Frame([0x0a, 0x7f], 0));

        Assert.Equal("3", Trailer(response, "grpc-status"));
        Assert.Contains("protobuf", Trailer(response, "grpc-message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CutOff_BetweenTwoSpans_IsInvalidArgument()
    {
        await using var host = await TraceHost.StartAsync();

        using var response = await CallAsync(host, Frame([0x0a, 0x00, 0x0a, 0x00], 0)[..^2]);

        Assert.Equal("3", Trailer(response, "grpc-status"));
    }

    [Fact]
    public async Task NoKey_IsUnauthenticated()
    {
        await using var host = await TraceHost.StartAsync();

        using var response = await CallAsync(host, Frame([], 0), key: "");

        Assert.Equal("16", Trailer(response, "grpc-status"));
    }

    [Fact]
    public async Task TooLarge_IsExhaustedWithoutRetry()
    {
        await using var host = await TraceHost.StartAsync(new IngestLimits { BodyBytes = 1024 });

        using var response = await CallAsync(host, Frame(new byte[2048], 0));

        Assert.Equal("8", Trailer(response, "grpc-status"));
        Assert.Null(Trailer(response, "grpc-status-details-bin"));
    }

    [Fact]
    public async Task StoreFails_IsUnavailableWithRetryInfo()
    {
        await using var host = await TraceHost.StartAsync();
        host.StoreFails = true;

        using var response = await CallAsync(host, Frame([], 0));

        Assert.Equal("14", Trailer(response, "grpc-status"));
        var details = Trailer(response, "grpc-status-details-bin")!;
        var status = Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '='));
        Assert.True(status.AsSpan().IndexOf("type.googleapis.com/google.rpc.RetryInfo"u8) > 0);
    }

    private static byte[] Frame(byte[] message, byte compressed)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = compressed;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    private static async Task<HttpResponseMessage> CallAsync(TraceHost host, byte[] frame, string? key = null)
    {
        using var client = new HttpClient(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Grpc, "/opentelemetry.proto.collector.trace.v1.TraceService/Export"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(frame),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.Add("grpc-encoding", "gzip");
        request.Headers.Add("api_key", key ?? host.Key);
        return await client.SendAsync(request);
    }

    private static string? Trailer(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) ? values.Single() : null;
}

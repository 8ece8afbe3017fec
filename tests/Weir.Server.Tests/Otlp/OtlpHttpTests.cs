using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Weir.Tracing.Ingest;
using Xunit;

namespace Weir.Server.Tests.Otlp;

/// <summary>What the HTTP endpoint accepts and how it refuses.</summary>
public sealed class OtlpHttpTests
{
    [Theory]
    [InlineData("application/json", "identity")]
    [InlineData("application/json; charset=utf-8", "gzip")]
    [InlineData("Application/JSON", "deflate")]
    public async Task Json_InAnyCompression_IsStoredUnderTheHeadersProject(string type, string compression)
    {
        await using var host = await TraceHost.StartAsync();
        using var request = Request(Compress(SpanJson(), compression), type, compression);
        request.Headers.Add("x-project-name", "from header");
        request.Headers.Add("space_id", "ignored");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
        Assert.Contains("\"llm.model_name\":\"a/b\"", await host.Client.GetStringAsync(new Uri("/v1/projects/from%20header/spans", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("team/app")]
    [InlineData("100%")]
    [InlineData("%2F")]
    [InlineData("?q#f")]
    public async Task ProjectWithAnUnusualName_IsFoundByIt(string name)
    {
        await using var host = await TraceHost.StartAsync();
        using var request = Request(SpanJson(), "application/json");
        request.Headers.TryAddWithoutValidation("x-project-name", name);

        using var response = await host.Client.SendAsync(request);
        using var spans = await host.Client.GetAsync(new Uri($"/v1/projects/{Uri.EscapeDataString(name)}/spans", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, spans.StatusCode);
    }

    [Fact]
    public async Task Protobuf_Empty_IsAnEmptySuccess()
    {
        await using var host = await TraceHost.StartAsync();
        using var request = Request([], "application/x-protobuf");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-protobuf", response.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task BadSpanAmongGood_IsAPartialSuccess()
    {
        await using var host = await TraceHost.StartAsync();
        using var request = Request(SpanJson("0000000000000000", "00000000000000aa"), "application/json");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var partial = body.RootElement.GetProperty("partialSuccess");
        Assert.Equal("1", partial.GetProperty("rejectedSpans").GetString());
        Assert.Contains("span id is not 8 bytes, or is zero", partial.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "", 415)]
    [InlineData("application/json", "br", 415)]
    [InlineData("application/json", "gzip", 400)]
    [InlineData("application/json", "", 400)]
    [InlineData("application/x-protobuf", "", 400)]
    public async Task WhatCannotBeRead_IsRefusedAsAStatus(string type, string compression, int status)
    {
        await using var host = await TraceHost.StartAsync();
        using var request = Request("not what it says"u8.ToArray(), type, compression);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        await AssertStatusAsync(response, 3);
    }

    [Fact]
    public async Task Gzip_CutOff_IsRefused()
    {
        await using var host = await TraceHost.StartAsync();
        using var request = Request(Compress(SpanJson(), "gzip")[..^12], "application/json", "gzip");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task Bomb_IsRefusedAsTooLarge(string compression)
    {
        await using var host = await TraceHost.StartAsync(new IngestLimits { BodyBytes = 1 << 20 });
        using var request = Request(Compress(new byte[3 << 20], compression), "application/x-protobuf", compression);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await AssertStatusAsync(response, 8);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-protobuf")]
    public async Task NoKey_IsUnauthenticated(string type)
    {
        await using var host = await TraceHost.StartAsync();
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-or-v1-unknown");
        using var request = Request(SpanJson(), type);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        await AssertStatusAsync(response, 16);
    }

    [Fact]
    public async Task StoreFails_IsRetryable()
    {
        await using var host = await TraceHost.StartAsync();
        host.StoreFails = true;
        using var request = Request(SpanJson(), "application/json");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter!.Delta);
        await AssertStatusAsync(response, 14);
    }

    internal static byte[] SpanJson(params string[] spanIds) => Encoding.UTF8.GetBytes(
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + string.Join(',', (spanIds.Length == 0 ? ["00000000000000ab"] : spanIds).Select(id =>
            $$$$$"""{"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"{{{{{id}}}}}","name":"chat","startTimeUnixNano":"1700000000123456789","endTimeUnixNano":1700000001000000000,"attributes":[{"key":"llm.model_name","value":{"stringValue":"a/b"}},{"key":"tag.tags","value":{"arrayValue":{"values":[{"stringValue":"x"}]}}}]}"""))
        + "]}]}]}");

    internal static HttpRequestMessage Request(byte[] body, string type, string compression = "")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (compression.Length > 0)
        {
            content.Headers.ContentEncoding.Add(compression);
        }

        return new HttpRequestMessage(HttpMethod.Post, "/v1/traces") { Content = content };
    }

    private static byte[] Compress(byte[] body, string compression)
    {
        using var target = new MemoryStream();
        using (Stream stream = compression switch
        {
            "gzip" => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true),
            _ => target,
        })
        {
            stream.Write(body);
        }

        return target.ToArray();
    }

    // google.rpc.Status: {"code":3,"message":"…"} or 08 03 12 …
    private static async Task AssertStatusAsync(HttpResponseMessage response, int code)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        if (response.Content.Headers.ContentType!.MediaType == "application/x-protobuf")
        {
            Assert.Equal([0x08, (byte)code, 0x12], body[..3]);
            return;
        }

        using var status = JsonDocument.Parse(body);
        Assert.Equal(code, status.RootElement.GetProperty("code").GetInt32());
        Assert.NotEqual("", status.RootElement.GetProperty("message").GetString());
    }
}

using System.Collections.Immutable;
using OpenTelemetry.Exporter;
using Weir.OpenInference.Otel;
using Xunit;

namespace Weir.Tests.OpenInference.Otel;

public sealed class OtlpTargetTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8400", "http://127.0.0.1:8400/v1/traces", OtlpExportProtocol.HttpProtobuf)]
    [InlineData("http://127.0.0.1:8400/", "http://127.0.0.1:8400/v1/traces", OtlpExportProtocol.HttpProtobuf)]
    [InlineData("http://127.0.0.1:8400/v1/traces", "http://127.0.0.1:8400/v1/traces", OtlpExportProtocol.HttpProtobuf)]
    [InlineData("https://example.com/otlp/v1/traces/", "https://example.com/otlp/v1/traces", OtlpExportProtocol.HttpProtobuf)]
    [InlineData("https://example.com/otlp", "https://example.com/otlp/v1/traces", OtlpExportProtocol.HttpProtobuf)]
    [InlineData("https://otlp.arize.com/v1", "https://otlp.arize.com/v1/traces", OtlpExportProtocol.HttpProtobuf)]
    [InlineData("http://127.0.0.1:4317", "http://127.0.0.1:4317/", OtlpExportProtocol.Grpc)]
    [InlineData("http://127.0.0.1:4317/v1/traces", "http://127.0.0.1:4317/v1/traces", OtlpExportProtocol.HttpProtobuf)]
    public void Endpoint_TransportInferred_GetsItsPath(string endpoint, string expected, OtlpExportProtocol protocol)
    {
        var target = Arize(endpoint: endpoint);

        Assert.Equal(expected, target.Endpoint.AbsoluteUri);
        Assert.Equal(protocol, target.Protocol);
    }

    [Theory]
    [InlineData(OtlpTransport.Grpc, "https://otlp.arize.com/", OtlpExportProtocol.Grpc)]
    [InlineData(OtlpTransport.HttpProtobuf, "https://otlp.arize.com/v1/traces", OtlpExportProtocol.HttpProtobuf)]
    public void Endpoint_TransportGiven_IsUsed(OtlpTransport transport, string expected, OtlpExportProtocol protocol)
    {
        var target = Arize(endpoint: ArizeOtel.ArizeEndpoint, options: new OtelOptions { Transport = transport });

        Assert.Equal(expected, target.Endpoint.AbsoluteUri);
        Assert.Equal(protocol, target.Protocol);
    }

    [Fact]
    public void Arguments_Given_WinOverVariables()
    {
        var target = ArizeOtel.Resolve("s", "k", "p", "http://a", new OtelOptions(), Environment(
            ("ARIZE_SPACE_ID", "S"), ("ARIZE_API_KEY", "K"), ("ARIZE_PROJECT_NAME", "P"), ("ARIZE_COLLECTOR_ENDPOINT", "http://b")));

        Assert.Equal(("p", "http://a/v1/traces", "k"), (target.ProjectName, target.Endpoint.AbsoluteUri, target.Headers["authorization"]));
    }

    [Fact]
    public void Variables_OfArize_WinOverThoseOfOtlp()
    {
        var target = Arize(null, null, ("ARIZE_SPACE_ID", "S"), ("ARIZE_API_KEY", "K"), ("ARIZE_PROJECT_NAME", "P"), ("ARIZE_COLLECTOR_ENDPOINT", "http://b"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c"), ("OTEL_EXPORTER_OTLP_HEADERS", "x-other-vendor=secret"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"));

        Assert.Equal(("P", "http://b/v1/traces", OtlpExportProtocol.HttpProtobuf), (target.ProjectName, target.Endpoint.AbsoluteUri, target.Protocol));
        Assert.Equal(
            ["api_key=K", "arize-interface=otel", "arize-space-id=S", "authorization=K", "space_id=S"],
            target.Headers.Select(static pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Variables_OfOtlpOnly_BringTheirHeadersAndProtocol()
    {
        var target = Arize(null, null, ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4318"), ("OTEL_EXPORTER_OTLP_HEADERS", "x-a=1%2C2, x-b=2="), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"));

        Assert.Equal(("default", "http://c:4318/", OtlpExportProtocol.Grpc), (target.ProjectName, target.Endpoint.AbsoluteUri, target.Protocol));
        Assert.Equal(("1,2", "2="), (target.Headers["X-A"], target.Headers["x-b"]));
    }

    [Fact]
    public void Key_WithoutSpace_IsABearerTokenAndWinsOverOwnHeaders()
    {
        var headers = ImmutableDictionary<string, string>.Empty.Add("Authorization", "mine").Add("x-mine", "1");
        var target = ArizeOtel.Resolve(null, "k", null, "http://a", new OtelOptions { Headers = headers }, Environment());

        Assert.Equal(("Bearer k", "1", 2), (target.Headers["authorization"], target.Headers["x-mine"], target.Headers.Count));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Endpoint_Nowhere_IsAClearError(string? variable)
    {
        var error = Assert.Throws<ArgumentException>(() => Arize(null, null, ("ARIZE_COLLECTOR_ENDPOINT", variable)));

        Assert.Equal("endpoint", error.ParamName);
        Assert.Contains("ARIZE_COLLECTOR_ENDPOINT", error.Message, StringComparison.Ordinal);
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:4317")]
    [InlineData("ftp://x")]
    [InlineData("/v1/traces")]
    public void Endpoint_NoHttpAddress_IsAClearError(string endpoint)
    {
        Assert.Contains(endpoint, Assert.Throws<ArgumentException>(() => Arize(endpoint)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Phoenix_Variables_AreItsOwn()
    {
        var target = PhoenixOtel.Resolve(null, null, null, new OtelOptions(), Environment(
            ("PHOENIX_COLLECTOR_ENDPOINT", "http://localhost:6006"), ("PHOENIX_PROJECT_NAME", "p"), ("PHOENIX_API_KEY", "k"), ("PHOENIX_CLIENT_HEADERS", "x-a=b%20c")));

        Assert.Equal(("p", "http://localhost:6006/v1/traces"), (target.ProjectName, target.Endpoint.AbsoluteUri));
        Assert.Equal(("Bearer k", "b c"), (target.Headers["authorization"], target.Headers["x-a"]));
    }

    [Fact]
    public void Report_MasksEverySecret()
    {
        var report = OtelReport.Describe(ArizeOtel.Resolve("space-1", "key-1", "p", "http://user:pass@a:1/x?token=t", new OtelOptions(), Environment()), new OtelOptions());

        Assert.Contains("http://a:1/x/v1/traces", report, StringComparison.Ordinal);
        Assert.Contains("authorization=****", report, StringComparison.Ordinal);
        Assert.DoesNotContain("key-1", report, StringComparison.Ordinal);
        Assert.DoesNotContain("space-1", report, StringComparison.Ordinal);
        Assert.DoesNotContain("pass", report, StringComparison.Ordinal);
        Assert.DoesNotContain("token", report, StringComparison.Ordinal);
    }

    private static OtlpTarget Arize(string? endpoint = null, OtelOptions? options = null, params (string Name, string? Value)[] variables) =>
        ArizeOtel.Resolve(null, null, null, endpoint, options ?? new OtelOptions(), Environment(variables));

    private static OtelEnvironment Environment(params (string Name, string? Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
